/**
 * Subscript and superscript, without unescaped spaces.
 *
 *     H~2~O, x^2^
 *      ^^^    ^^^
 */
import { type MarkdownIt, type StateInline, setMeta, tokenizeInside } from '../tokens.ts';

export function script(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('strikethrough', 'subscript', (state, silent) => parseScript(state, silent, '~', 'subscript'));
  markdown.inline.ruler.before('strikethrough', 'superscript', (state, silent) => parseScript(state, silent, '^', 'superscript'));
}

function parseScript(state: StateInline, silent: boolean, mark: string, kind: 'subscript' | 'superscript'): boolean {
  const start = state.pos;
  if (state.src.charCodeAt(start) !== mark.charCodeAt(0)) return false;
  if (state.src[start + 1] === mark || state.src[start - 1] === mark) return false;
  const end = closingMark(state.src, start + 1, state.posMax, mark);
  if (end === null) return false;
  if (!silent) {
    setMeta(state.push(`${kind}_open`, kind, 1), { at: [start, end + 1] });
    tokenizeInside(state, start + 1, end);
    state.push(`${kind}_close`, kind, -1);
  }
  state.pos = end + 1;
  return true;
}

/** The offset of the closing mark; null where a space comes first, or there is none. */
function closingMark(text: string, from: number, limit: number, mark: string): number | null {
  for (let at = from; at < limit; at++) {
    const character = text[at] ?? '';
    if (character === mark) return at > from ? at : null;
    if (character === '\\') at++;
    else if (/\s/.test(character)) return null;
  }
  return null;
}
