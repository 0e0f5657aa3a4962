/**
 * Captions of tables: a paragraph of their own, before or after.
 *
 *     | a | b |
 *     |---|---|
 *
 *     Table: Who does what
 *     ^^^^^^ or only a colon
 */
import type { Block, Inline, Table } from '../../model/blocks.ts';

const MARK = /^(?:Table:|table:|:)[ \t]+/;

/** The blocks with each caption in its table. */
export function attachCaptions(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some((block) => block.kind === 'table')) return blocks;
  const attached: Block[] = [];
  for (const [at, block] of blocks.entries()) {
    const last = attached.at(-1);
    const caption = captionOf(block);
    const next = blocks[at + 1];
    if (caption !== null && last?.kind === 'table' && last.caption === null) attached[attached.length - 1] = { ...last, caption };
    else if (block.kind === 'table' && last !== undefined && isOwnCaption(last, attached.at(-2), next)) {
      attached[attached.length - 1] = { ...block, caption: captionOf(last) } satisfies Table;
    } else attached.push(block);
  }
  return attached;
}

/** Whether a paragraph before a table is its caption, and not that of a table before it. */
function isOwnCaption(before: Block, earlier: Block | undefined, after: Block | undefined): boolean {
  return captionOf(before) !== null && earlier?.kind !== 'table' && (after === undefined || captionOf(after) === null);
}

function captionOf(block: Block): readonly Inline[] | null {
  const [first, ...rest] = block.kind === 'paragraph' ? block.children : [];
  if (first?.kind !== 'text' || !MARK.test(first.text)) return null;
  const mark = MARK.exec(first.text)?.[0].length ?? 0;
  return [{ ...first, text: first.text.slice(mark), span: { ...first.span, start: first.span.start + mark } }, ...rest];
}
