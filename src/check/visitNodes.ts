/** A lecture → every block and inline that stands on its slides, notes among them. */
import type { Block, Inline } from '../model/blocks.ts';
import { type Lecture, type Slide, slidesOf } from '../model/lecture.ts';
import { inlinesOf, walkBlocks, walkInlines } from '../model/walk.ts';

/** The heading of a slide, where it has one, and what is under it. */
export function blocksOn(slide: Slide): readonly Block[] {
  return slide.heading === null ? slide.body : [slide.heading, ...slide.body];
}

/** Every block, parents before children, in reading order: cheaper than with all inlines. */
export function visitBlocks(lecture: Lecture, visit: (block: Block) => void): void {
  walkBlocks(slidesOf(lecture).flatMap(blocksOn), (block) => visit(block));
}

/** Every block and inline, parents before children, in reading order; of a figure, which shares all with its image, only that image. */
export function visitNodes(lecture: Lecture, visit: (node: Block | Inline) => void): void {
  walkBlocks(slidesOf(lecture).flatMap(blocksOn), (block) => {
    if (block.kind !== 'figure') visit(block);
    walkInlines(inlinesOf(block), visit);
  });
}
