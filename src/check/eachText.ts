/** A lecture → the texts of its slides, each with what stands around it. */
import type { Block, HtmlTag, Inline, Text } from '../model/blocks.ts';
import { type Lecture, slidesOf } from '../model/lecture.ts';
import { childInlines, inlinesOf, walkBlocks } from '../model/walk.ts';
import { blocksOn } from './visitNodes.ts';

/** Where a text stands. */
export interface TextPlace {
  readonly block: Block;
  /** What stands right before it and right after it, among its siblings. */
  readonly before: Inline | undefined;
  readonly after: Inline | undefined;
  /** It is part of what one can click, as Markdown or as HTML. */
  readonly linked: boolean;
}

/** Every text on slides, in notes and in footnotes, in reading order. */
export function eachText(lecture: Lecture, visit: (text: Text, place: TextPlace) => void): void {
  for (const slide of slidesOf(lecture)) visitBlocks(blocksOn(slide), visit);
}

function visitBlocks(blocks: readonly Block[], visit: (text: Text, place: TextPlace) => void): void {
  walkBlocks(blocks, (block) => visitInlines(inlinesOf(block), block, false, visit));
}

function visitInlines(
  inlines: readonly Inline[],
  block: Block,
  linked: boolean,
  visit: (text: Text, place: TextPlace) => void,
): void {
  let anchored = linked;
  for (let at = 0; at < inlines.length; at++) {
    const inline = inlines[at];
    if (inline === undefined) continue;
    if (inline.kind === 'text') visit(inline, { block, before: inlines[at - 1], after: inlines[at + 1], linked: anchored });
    else if (inline.kind === 'footnote') visitBlocks(inline.blocks, visit);
    else if (isAnchor(inline)) anchored = linked || inline.form === 'open';
    else visitInlines(childInlines(inline), block, anchored || inline.kind === 'link', visit);
  }
}

function isAnchor(inline: Inline): inline is HtmlTag {
  return inline.kind === 'html-tag' && inline.name === 'a';
}
