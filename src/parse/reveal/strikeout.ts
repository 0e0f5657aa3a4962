/**
 * Strikeout with one tilde, as GitHub and reveal.js's parser have it beside that with two.
 *
 *     ~gone~ and ~~gone~~
 *     ^ next to a word inside; as many at the end
 */
import { type MarkdownIt, type StateInline, setMeta } from '../tokens.ts';

export function strikeout(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('strikethrough', 'strikeout', parseStrikeout);
}

function parseStrikeout(state: StateInline, silent: boolean): boolean {
  const { pos, posMax } = state;
  const closing = closingTilde(state.src, pos);
  if (closing === null || closing >= posMax) return false;
  const end = closing + 1;
  if (!silent) {
    setMeta(state.push('s_open', 's', 1), { at: [pos, end], oneMark: true });
    state.pos = pos + 1;
    state.posMax = end - 1;
    state.md.inline.tokenize(state);
    state.pos = end - 1;
    state.posMax = posMax;
    state.push('s_close', 's', -1);
  }
  state.pos = end;
  return true;
}

/** The offset of the tilde that ends what the one at `at` begins; null where it begins nothing. */
function closingTilde(text: string, at: number): number | null {
  if (text[at] !== '~' || text[at - 1] === '~' || /[\s~]/.test(text[at + 1] ?? ' ')) return null;
  let end = text.indexOf('~', at + 1);
  while (end >= 0 && text[end - 1] === '\\') end = text.indexOf('~', end + 1);
  return end < 0 || text[end + 1] === '~' || /\s/.test(text[end - 1] ?? '') ? null : end;
}
