/**
 * Emoji by name (`emoji`), as GitHub names them; a name that is none stays text.
 *
 *     done :tada:
 *          ^^^^^^
 */
import { nameToEmoji } from 'gemoji';
import { type MarkdownIt, type StateInline, setMeta } from '../tokens.ts';

export function emoji(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('newline', 'emoji', (state, silent) => parseEmoji(state, silent, pushSpan));
}

/** The same without pandoc's span around it, as mkslides has them. */
export function plainEmoji(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('newline', 'emoji', (state, silent) => parseEmoji(state, silent, pushText));
}

const NAME = /:([\p{L}\p{N}_+-]+):/uy;

type Push = (state: StateInline, name: string, character: string, at: readonly [start: number, end: number]) => void;

function parseEmoji(state: StateInline, silent: boolean, push: Push): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 58) return false;
  NAME.lastIndex = pos;
  const name = NAME.exec(src)?.[1] ?? '';
  const end = pos + name.length + 2;
  const character = Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined;
  if (character === undefined || end > state.posMax) return false;
  if (!silent) push(state, name, character, [pos, end]);
  state.pos = end;
  return true;
}

const pushSpan: Push = (state, name, character, at) => {
  const pair = { key: 'data-emoji', value: name, at, valueAt: [at[0] + 1, at[1] - 1] } as const;
  setMeta(state.push('span_open', 'span', 1), { at, attributes: { id: null, classes: ['emoji'], pairs: [pair], at } });
  pushText(state, name, character, at);
  state.push('span_close', 'span', -1);
};

const pushText: Push = (state, _, character, at) => {
  const text = state.push('text_special', '', 0);
  text.content = character;
  setMeta(text, { at });
};
