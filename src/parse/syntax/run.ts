/**
 * A thousand equal marks and more, which mean nothing: text, taken at once, so that no rule looks at each of them.
 *
 *     [[[[[[[[[[[[[[[[ …
 */
import type { MarkdownIt, StateInline } from '../tokens.ts';

export function run(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('text', 'run', parseRun);
}

const LONG = 1000;

/** Marks that may stand in a row like this and mean something: code, emphasis, escapes, line ends, spaces. */
const MEANT = new Set([...'`*_\\\n '].map((mark) => mark.charCodeAt(0)));

function parseRun(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  const mark = src.charCodeAt(pos);
  if (pos + LONG > posMax || src.charCodeAt(pos + LONG - 1) !== mark || MEANT.has(mark)) return false;
  let end = pos + 1;
  while (end < posMax && src.charCodeAt(end) === mark) end++;
  if (end - pos < LONG) return false;
  if (!silent) state.pending += src.slice(pos, end);
  state.pos = end;
  return true;
}
