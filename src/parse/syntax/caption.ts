/**
 * Captions of tables: a paragraph of their own, before or after; attributes at its end are those of the table.
 *
 *     | a | b |
 *     |---|---|
 *
 *     Table: Who does what {#roles .wide}
 *     ^^^^^^ or only a colon
 */
import type { Block, Inline, Table } from '../../model/blocks.ts';
import { scanTrailingAttributes } from '../attributes.ts';
import { isOn } from '../isOn.ts';
import { type MarkdownIt, metaOf, setMeta, type Token } from '../tokens.ts';
import { shift } from './heading.ts';

/** What begins a caption. */
export const CAPTION = /^(?:[Tt]able:|:(?!\p{P}))[ \t]*/u;

export function caption(markdown: MarkdownIt): void {
  markdown.core.ruler.after('block', 'table_attributes', (state) => {
    if (!isOn(state, 'table_captions') || !isOn(state, 'table_attributes')) return;
    for (const [at, token] of state.tokens.entries()) {
      if (token.type === 'table_open') takeAttributes(state.tokens[at - 3], state.tokens[at - 2]);
      else if (token.type === 'table_close') takeAttributes(state.tokens[at + 1], state.tokens[at + 2]);
    }
  });
}

/** Takes attributes off the end of a caption, to where the tree looks for them. */
function takeAttributes(paragraph: Token | undefined, inline: Token | undefined): void {
  if (paragraph?.type !== 'paragraph_open' || inline === undefined || !CAPTION.test(inline.content)) return;
  const trailing = scanTrailingAttributes(inline.content);
  const [start] = metaOf(inline).lines?.findLast(([from]) => trailing !== null && from <= trailing.scanned.at[0]) ?? [];
  const line = metaOf(inline).lines?.find(([from]) => from === start);
  if (trailing === null || line === undefined) return;
  setMeta(paragraph, { attributes: shift(trailing.scanned, line[1] - line[0]) });
  inline.content = inline.content.slice(0, trailing.before);
}

/** The blocks with each caption in its table: what stands before a table and is not that of the table before it, else what follows. */
export function attachCaptions(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some((block) => block.kind === 'table')) return blocks;
  const attached: Block[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const [block, next] = [blocks[at], blocks[at + 1]];
    if (block === undefined) continue;
    const last = attached.at(-1);
    const found = captionOf(block);
    if (found !== null && last?.kind === 'table' && last.caption === null && blocks[at - 1]?.kind === 'table')
      attached[attached.length - 1] = { ...last, ...found };
    else if (found !== null && next?.kind === 'table') {
      attached.push({ ...next, ...found });
      at++;
    } else attached.push(block);
  }
  return attached;
}

function captionOf(block: Block): Pick<Table, 'caption' | 'attributes'> | null {
  if (block.kind !== 'paragraph') return null;
  const [first, ...rest] = block.children;
  if (first?.kind !== 'text' || !CAPTION.test(first.text)) return null;
  const mark = CAPTION.exec(first.text)?.[0].length ?? 0;
  const text = { ...first, text: first.text.slice(mark), span: { ...first.span, start: first.span.start + mark } };
  const caption: readonly Inline[] = text.text === '' ? rest : [text, ...rest];
  return { caption, ...(block.attributes && { attributes: block.attributes }) };
}
