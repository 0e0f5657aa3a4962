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
import { mapChildBlocks, plainText } from '../../model/walk.ts';

/** The blocks with each part after a pause in a division of its own; in every list of blocks inside, too. */
export function applyPauses(blocks: readonly Block[]): readonly Block[] {
  const parts: Block[][] = [[]];
  for (const block of blocks) {
    if (isPause(block)) parts.push([]);
    else parts.at(-1)?.push(block.kind === 'notes' ? block : mapChildBlocks(block, applyPauses));
  }
  const [before = [], ...after] = parts;
  return [...before, ...after.filter((part) => part.length > 0).map(stepOf)];
}

function isPause(block: Block): boolean {
  return (
    block.kind === 'paragraph' &&
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
