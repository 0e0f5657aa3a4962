/** What markdown-it's own block rules leave out of their tokens: where each stands, and what a code fence says of its code. */
import type { ScannedAttributes, Stretch } from '../attributes.ts';
import { type MarkdownIt, metaOf, setMeta, type Token } from '../tokens.ts';

export function positions(markdown: MarkdownIt): void {
  markdown.core.ruler.after('block', 'positions', (state) => {
    const starts = [0, ...[...state.src.matchAll(/\n/g)].map(({ index }) => index + 1), state.src.length + 1];
    for (const token of state.tokens) if (OWN.has(token.type) && token.map !== null) place(token, state.src, starts);
  });
}

/** Tokens of markdown-it's own rules. */
const OWN = new Set(
  'fence code_block hr html_block blockquote_open bullet_list_open ordered_list_open list_item_open'.split(' '),
);

function place(token: Token, text: string, starts: readonly number[]): void {
  const [first, after] = token.map ?? [0, 0];
  const from = starts[first] ?? 0;
  const lines = text.slice(from, (starts[after] ?? text.length + 1) - 1);
  const start = from + (lines.length - lines.trimStart().length);
  setMeta(token, { at: [start, Math.max(start, from + lines.trimEnd().length)] });
  if (token.type === 'html_block') setMeta(token, { lines: linesOf(token.content, text, first, starts) });
  if (token.type === 'fence') setMeta(token, infoOf(token.info, text.indexOf(token.info, start)));
}

/** Where the lines of a content stand, which are the ends of lines of the text. */
function linesOf(content: string, text: string, first: number, starts: readonly number[]): readonly Stretch[] {
  let offset = 0;
  return content.split('\n').map((line, at): Stretch => {
    const [start, next] = [starts[first + at] ?? text.length, starts[first + at + 1] ?? text.length + 1];
    const stretch: Stretch = [offset, Math.max(start, next - 1 - line.length)];
    offset += line.length + 1;
    return stretch;
  });
}

/** reveal.js's `python [5: 1-2|3]`: a number for the first line, and the lines of each step. */
const STEPS = /\[\s*(?:(\d*):)?\s*([\s\d,|-]*)\]/;

function infoOf(info: string, at: number): { readonly language: string | null; readonly attributes: ScannedAttributes | null } {
  const steps = STEPS.exec(info);
  const [language = ''] = info.replace(STEPS, '').trim().split(/\s+/);
  const stretch: Stretch = [at + (steps?.index ?? 0), at + (steps?.index ?? 0) + (steps?.[0].length ?? 0)];
  const pair = (key: string, value: string) => ({ key, value: value.trim(), at: stretch, valueAt: stretch });
  const pairs = [
    ...(steps === null ? [] : [pair('data-line-numbers', steps[2] ?? '')]),
    ...(steps?.[1] ? [pair('data-ln-start-from', steps[1])] : []),
  ];
  return {
    language: language === '' ? null : language,
    attributes: pairs.length === 0 ? null : { id: null, classes: [], pairs, at: stretch },
  };
}

/** Where the lines of a block of HTML stand, as noted. */
export function linesOfHtml(token: Token): readonly Stretch[] {
  return metaOf(token).lines ?? [];
}
