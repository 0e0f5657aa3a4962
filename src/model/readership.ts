/** A lecture → what of it is for one of its views: `::: read` is for readers only, `::: slide-only` for the deck only. */
import type { Block } from './blocks.ts';
import { type Lecture, type Slide, slidesOf } from './lecture.ts';
import { mapChildBlocks, walkBlocks } from './walk.ts';

/** The class of what a view leaves out. */
const LEFT_OUT = { deck: 'read', read: 'slide-only' } as const;

/** Slides keep their numbers and identifiers, also where nothing is left on them. */
export function lectureFor(view: keyof typeof LEFT_OUT, lecture: Lecture): Lecture {
  const part = (slide: Slide): Slide => (hasOthers(slide.body, view) ? { ...slide, body: ownBlocks(slide.body, view) } : slide);
  if (!slidesOf(lecture).some(({ body }) => hasOthers(body, view))) return lecture;
  return { ...lecture, sections: lecture.sections.map((section) => ({ ...section, slides: section.slides.map(part) })) };
}

/** Whether a block is not for the view. */
export function isLeftOut(block: Block, view: keyof typeof LEFT_OUT): boolean {
  const box = block.kind === 'division' || block.kind === 'question' || block.kind === 'answer';
  return box && block.attributes.classes.includes(LEFT_OUT[view]);
}

function hasOthers(blocks: readonly Block[], view: keyof typeof LEFT_OUT): boolean {
  let has = false;
  walkBlocks(blocks, (block) => {
    has ||= isLeftOut(block, view);
    return !has;
  });
  return has;
}

function ownBlocks(blocks: readonly Block[], view: keyof typeof LEFT_OUT): readonly Block[] {
  return blocks
    .filter((block) => !isLeftOut(block, view))
    .map((block) => mapChildBlocks(block, (children) => ownBlocks(children, view)));
}
