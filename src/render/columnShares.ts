/** The blocks of a `.columns` division → the share of its width that each gets. */
import { attributeOf } from '../model/attributes.ts';
import type { Block } from '../model/blocks.ts';

/** As given in per cent; what is left goes to the others in equal parts. Between 0 and 1, one for each block. */
export function columnShares(blocks: readonly Block[]): readonly number[] {
  const given = blocks.map(shareOf);
  const columns = blocks.filter((block, at) => block.kind === 'division' && given[at] === null).length;
  const left = Math.max(0.1, 1 - given.reduce((sum: number, share) => sum + (share ?? 0), 0));
  return given.map((share) => share ?? (columns === 0 ? 1 : left / columns));
}

function shareOf(block: Block): number | null {
  if (block.kind !== 'division') return null;
  const width = attributeOf(block.attributes, 'width') ?? '';
  const percent = /^([\d.]+)%$/.exec(width.trim())?.[1];
  return percent === undefined ? null : Math.min(1, Number(percent) / 100);
}
