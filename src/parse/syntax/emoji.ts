/**
 * Emoji by name (`emoji`), as GitHub names them; a name that is none stays text.
 *
 *     done :tada:
 *          ^^^^^^
 */
import { nameToEmoji } from 'gemoji';
import { type MarkdownIt, type StateInline, setMeta } from '../tokens.ts';

export function emoji(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('newline', 'emoji', parseEmoji);
}

const NAME = /:([\p{L}\p{N}_+-]+):/uy;

function parseEmoji(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 58) return false;
  NAME.lastIndex = pos;
  const name = NAME.exec(src)?.[1] ?? '';
  const end = pos + name.length + 2;
  const character = Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined;
  if (character === undefined || end > state.posMax) return false;
  if (!silent) {
    const pair = { key: 'data-emoji', value: name, at: [pos, end], valueAt: [pos + 1, end - 1] } as const;
    setMeta(state.push('span_open', 'span', 1), {
      at: [pos, end],
      attributes: { id: null, classes: ['emoji'], pairs: [pair], at: [pos, end] },
    });
    const text = state.push('text_special', '', 0);
    text.content = character;
    setMeta(text, { at: [pos, end] });
    state.push('span_close', 'span', -1);
  }
  state.pos = end;
  return true;
}
