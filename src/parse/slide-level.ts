/** Finds the level of headings that open a slide, by pandoc's rule (`getSlideLevel` in Text.Pandoc.Slides). */
import type { Block } from '../model/blocks.ts';
import type { SlideLevel } from '../model/lecture.ts';

/** The author's level, else the highest level of heading that is followed by content; 6 where none is. */
export function findSlideLevel(blocks: readonly Block[], given: number | null): SlideLevel {
  if (given !== null) return { value: given, automatic: false, decidedBy: null };
  return lowest(blocks, { value: 6, automatic: true, decidedBy: null });
}

function lowest(blocks: readonly Block[], before: SlideLevel): SlideLevel {
  let found = before;
  for (const [at, block] of blocks.entries()) {
    const content = blocks[at + 1];
    if (block.kind === 'division' || block.kind === 'notes') found = lowest(block.children, found);
    else if (
      block.kind === 'heading' &&
      content !== undefined &&
      content.kind !== 'heading' &&
      content.kind !== 'rule' &&
      block.level < found.value
    ) {
      found = { value: block.level, automatic: true, decidedBy: { heading: block, content } };
    }
  }
  return found;
}
