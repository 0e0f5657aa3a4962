/** A table of keys → the list of them behind `?`. */
import type { Word } from '../model/strings.ts';
import type { KeysOf } from '../model/wire.ts';
import { escapeHtml } from './escape.ts';

/** What is printed on keys whose names say too much. */
const KEY_NAMES: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowUp: '↑',
  PageDown: 'Page ↓',
  PageUp: 'Page ↑',
  Escape: 'Esc',
  Backspace: '⌫',
};

/** `word` gives the words of the interface. */
export function writeKeyList<Action extends string>(
  table: readonly KeysOf<Action>[],
  word: (name: Word | `key-${Action}`) => string,
): string {
  const cap = (key: string) => `<kbd>${escapeHtml(keyName(key, word('space-bar')))}</kbd>`;
  const rows = table.map(
    ({ action, keys }) => `<dt>${keys.map(cap).join(' ')}</dt><dd>${escapeHtml(word(`key-${action}`))}</dd>`,
  );
  return `<dl>${rows.join('')}</dl>`;
}

/** What is printed on a key, or on the two that are pressed together. */
function keyName(key: string, spaceBar: string): string {
  if (key.endsWith(' ')) return key.replace('+', ' ').replace(/ $/, spaceBar);
  return KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
