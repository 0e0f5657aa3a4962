/**
 * Pauses: what follows a paragraph of three spaced dots appears a step later.
 *
 *     now
 *
 *     . . .
 *
 *     then
 *     ^ in a div of class `fragment`
 */
import { NO_ATTRIBUTES } from '../../model/attributes.ts';
import type { Block } from '../../model/blocks.ts';
import { mapChanged, mapChildBlocks, plainText } from '../../model/walk.ts';

/** The blocks with each part after a pause in a division of its own; in every list of blocks inside, too. */
export function applyPauses(blocks: readonly Block[]): readonly Block[] {
  const settled = mapChanged(blocks, (block) => (block.kind === 'notes' ? block : mapChildBlocks(block, applyPauses)));
  if (!settled.some(isPause)) return settled;
  const parts: Block[][] = [[]];
  for (const block of settled) {
    if (isPause(block)) parts.push([]);
    else parts.at(-1)?.push(block);
  }
  const [before = [], ...after] = parts;
  return [...before, ...after.filter((part) => part.length > 0).map(stepOf)];
}

function isPause(block: Block): boolean {
  return (
    block.kind === 'paragraph' &&
    block.children[0]?.kind === 'text' &&
    block.children[0].text.startsWith('. ') &&
    block.children.every((inline) => inline.kind === 'text') &&
    /^\. +\. +\.$/.test(plainText(block.children))
  );
}

function stepOf(part: readonly Block[]): Block {
  const [first, last] = [part[0], part.at(-1)];
  if (first === undefined || last === undefined) throw new Error('an empty step');
  return {
    kind: 'division',
    attributes: { ...NO_ATTRIBUTES, classes: ['fragment'] },
    children: part,
    span: { ...first.span, end: last.span.end },
  };
}
