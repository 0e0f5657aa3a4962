/**
 * Formulas between brackets with backslashes before them (`tex_math_single_backslash`, `tex_math_double_backslash`).
 *
 *     \(x^2\) in a line, \[\sum_i x_i\] on a line of its own
 *     ^^   ^^ and with two backslashes, \\(x^2\\)
 */
import { lastOf, type MarkdownIt, type StateInline, setMeta } from '../tokens.ts';

/** `\(…\)` and `\[…\]`. */
export function singleBackslashMath(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escaped_space', 'math_single', (state, silent) => parseMath(state, silent, '\\'));
}

/** `\\(…\\)` and `\\[…\\]`. */
export function doubleBackslashMath(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escaped_space', 'math_double', (state, silent) => parseMath(state, silent, '\\\\'));
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

function parseMath(state: StateInline, silent: boolean, mark: string): boolean {
  const { src, pos, posMax } = state;
  const opening = src[pos + mark.length] ?? '';
  const closing = CLOSING[opening];
  if (closing === undefined || !src.startsWith(mark, pos)) return false;
  const from = pos + mark.length + 1;
  if (lastOf(state, mark + closing) < from) return false;
  const end = src.indexOf(mark + closing, from);
  if (end <= from || end + mark.length + 1 > posMax) return false;
  const after = end + mark.length + 1;
  // as after dollars
  if (opening === '(' && /\d/.test(src[after] ?? '')) return false;
  if (!silent) {
    const token = state.push('math', 'math', 0);
    token.content = opening === '(' ? src.slice(from, end).trim() : src.slice(from, end);
    setMeta(token, { at: [pos, after], display: opening === '[' });
  }
  state.pos = after;
  return true;
}
