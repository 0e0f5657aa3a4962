/**
 * Fenced code, with a language or pandoc's attributes; anything else after the fence, or no closing fence, makes it text.
 *
 *     ```{.python #fit}
 *     ~~~ console
 *         ^ language
 */
import { scanAttributes } from '../attributes.ts';
import { isOn } from '../isOn.ts';
import { indentOf, lineEnd, lineStart, type MarkdownIt, type StateBlock, setMeta } from '../tokens.ts';
import { shift } from './heading.ts';
import { INTERRUPTS, INTERRUPTS_ITEM } from './paragraph.ts';

export function fence(markdown: MarkdownIt): void {
  markdown.block.ruler.at('fence', parseFence, { alt: [INTERRUPTS, INTERRUPTS_ITEM, 'reference', 'blockquote'] });
}

const INFO = /^[ \t]*([^\s{}`]*)[ \t]*(\{[\s\S]*\})?[ \t]*$/;

function parseFence(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (indentOf(state, startLine) > 3) return false;
  const start = lineStart(state, startLine);
  const first = state.src.charCodeAt(start);
  if (first !== 96 && first !== 126) return false;
  const [marker] = /^(?:`{3,}|~{3,})/.exec(state.src.slice(start, lineEnd(state, startLine))) ?? [''];
  if (marker === '') return false;
  const infoStart = start + marker.length;
  const info = INFO.exec(state.src.slice(infoStart, lineEnd(state, startLine)));
  if (info === null) return false;
  const scanned = info[2] === undefined ? null : scanAttributes(info[2], 0);
  if (info[2] !== undefined && (scanned?.at[1] !== info[2].length || !isOn(state, 'fenced_code_attributes'))) return false;
  const closing = closingLine(state, startLine, endLine, marker);
  if (closing === null) return false;
  if (silent) return true;
  state.line = closing + 1;
  const token = state.push('fence', 'code', 0);
  token.content = state.getLines(startLine + 1, closing, state.sCount[startLine] ?? 0, true);
  token.map = [startLine, state.line];
  setMeta(token, {
    at: [start, lineEnd(state, state.line - 1)],
    language: info[1] === '' || info[1] === undefined ? null : className(info[1], state),
    attributes: scanned === null ? null : shift(scanned, infoStart + info[0].indexOf('{')),
  });
  return true;
}

/** The class that a bare language gives: pandoc writes it small, and these two as its highlighter knows them. */
function className(language: string, state: StateBlock): string {
  if (isOn(state, 'commonmark')) return language;
  if (language === 'c++') return 'cpp';
  return language === 'objective-c' ? 'objectivec' : language.toLowerCase();
}

/** The line of the closing fence; null where the container ends before one, and the fence opens nothing. */
function closingLine(state: StateBlock, startLine: number, endLine: number, marker: string): number | null {
  if (lineEnd(state, startLine) > lastBareFence(state, marker[0] ?? '')) return null;
  // a fence that would end an item's paragraph from outside is looked at from inside the item
  const inside = indentOf(state, startLine) >= 0;
  for (let line = startLine + 1; line < endLine; line++) {
    if (inside && !state.isEmpty(line) && indentOf(state, line) < 0) return null;
    if (indentOf(state, line) > 3) continue;
    const text = state.src.slice(lineStart(state, line), lineEnd(state, line)).trimEnd();
    if (text.length >= marker.length && text === (marker[0] ?? '').repeat(text.length)) return line;
  }
  return null;
}

/** Where the last fence of these characters stands that nothing follows on its line; -1 where there is none. */
function lastBareFence(state: StateBlock, character: string): number {
  const known = LAST.get(state) ?? new Map<string, number>();
  LAST.set(state, known);
  const last = known.get(character) ?? findLast(state.src, BARE[character] ?? /$^/g);
  known.set(character, last);
  return last;
}

/** Looked for once a text, since every line of a paragraph may ask. */
const LAST = new WeakMap<StateBlock, Map<string, number>>();

/** In the cell of a grid table a border follows. */
const BARE: Readonly<Record<string, RegExp>> = { '`': /(?<!`)`{3,}[ \t]*(?:$|[|+])/gm, '~': /(?<!~)~{3,}[ \t]*(?:$|[|+])/gm };

function findLast(text: string, pattern: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(pattern)) last = index;
  return last;
}
