/**
 * Marked words (`mark`).
 *
 *     this is ==important==
 *             ^^ no space after it
 */
import { type MarkdownIt, type StateInline, setMeta, tokenizeInside } from '../tokens.ts';

export function mark(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('emphasis', 'mark', parseMark);
}

function parseMark(state: StateInline, silent: boolean): boolean {
  const start = state.pos;
  const { src } = state;
  if (!src.startsWith('==', start) || /\s|^$/.test(src[start + 2] ?? '')) return false;
  const end = closingMark(state, start + 2);
  if (end === null || end === start + 2) return false;
  if (!silent) {
    const attributes = { id: null, classes: ['mark'], pairs: [], at: [start, end + 2] } as const;
    setMeta(state.push('span_open', 'mark', 1), { at: [start, end + 2], attributes });
    tokenizeInside(state, start + 2, end);
    state.push('span_close', 'mark', -1);
  }
  state.pos = end + 2;
  return true;
}

/** The offset of the closing mark, which does not stand in code or after a backslash; null where there is none. */
function closingMark(state: StateInline, from: number): number | null {
  const start = state.pos;
  if (state.src.indexOf('==', from) < 0) return null;
  state.pos = from;
  while (state.pos < state.posMax && !state.src.startsWith('==', state.pos)) state.md.inline.skipToken(state);
  const end = state.pos;
  state.pos = start;
  return end + 2 <= state.posMax && state.src.startsWith('==', end) ? end : null;
}
