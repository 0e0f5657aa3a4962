/**
 * Citations, in brackets and in the text. Read only where a lecture has sources: elsewhere `@word` is text.
 *
 *     as shown [see @doe99, pp. 33-35; also -@roe2]   @doe99 [p. 4] says   @{odd key}
 *              ^ prefix    ^ suffix           ^ without its author
 */
import type { CitationItem } from '../../model/blocks.ts';
import { type Stretch, scanAttributes } from '../attributes.ts';
import { environmentOf, lastOf, type MarkdownIt, type StateInline, setMeta } from '../tokens.ts';

export function citation(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('link', 'citation_in_brackets', parseInBrackets);
  markdown.inline.ruler.before('link', 'citation_in_text', parseInText);
}

/** An item of a citation, with offsets of the content. */
export type ScannedItem = Omit<CitationItem, 'span'> & { readonly at: Stretch };

// punctuation belongs to a key only between letters or digits, one mark at a time
const KEY = /(-?)@(?:\{([^{}\n]+)\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*))/uy;

function parseInBrackets(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 91 || !environmentOf(state).citing) return false;
  if (lastOf(state, '@') < state.pos || lastOf(state, ']') < state.pos) return false;
  const closing = closingOf(state, state.pos);
  if (closing === null) return false;
  const parts = partsOf(state.src, state.pos + 1, closing).map((part) => itemOf(state.src, part));
  const items = parts.filter((item) => item !== null);
  if (items.length < parts.length) return false;
  return push(state, silent, items, closing + 1);
}

function parseInText(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  const mark = src.charCodeAt(pos);
  if ((mark !== 64 && (mark !== 45 || src.charCodeAt(pos + 1) !== 64)) || !environmentOf(state).citing) return false;
  if (isWord(src, pos)) return false;
  const key = keyAt(src, pos, state.posMax);
  if (key === null) return false;
  const first: ScannedItem = { ...key, prefix: '', suffix: '', mode: key.mode === 'normal' ? 'in-text' : key.mode };
  const more = scanMore(state, first);
  return push(state, silent, more?.items ?? [first], more?.end ?? first.at[1]);
}

/** `@key [p. 4; also @other]`: what stands in brackets behind a citation in the text. */
function scanMore(
  state: StateInline,
  first: ScannedItem,
): { readonly items: readonly ScannedItem[]; readonly end: number } | null {
  const opening = first.at[1] + (/^[ \t]*\n?[ \t]*/.exec(state.src.slice(first.at[1], first.at[1] + 100))?.[0].length ?? 0);
  if (state.src.charCodeAt(opening) !== 91 || state.src.charCodeAt(opening + 1) === 94) return null;
  if (lastOf(state, ']') < opening) return null;
  const closing = closingOf(state, opening);
  if (closing === null) return null;
  const [start, ...rest] = partsOf(state.src, opening + 1, closing);
  if (start === undefined) return null;
  const others = rest.map((part) => itemOf(state.src, part));
  const second = itemOf(state.src, start);
  const suffix = state.src.slice(...start);
  const items = second === null ? [{ ...first, suffix: `, ${suffix.trim()}` }, ...others] : [first, second, ...others];
  const found = items.filter((item) => item !== null);
  return found.length < items.length ? null : { items: found, end: closing + 1 };
}

/** Where what opens at a bracket closes; null where it is a link, a span with attributes, or never closed. */
function closingOf(state: StateInline, opening: number): number | null {
  const closing = state.md.helpers.parseLinkLabel(state, opening, false);
  if (closing < 0 || closing >= state.posMax) return null;
  const next = state.src[closing + 1];
  if (next === '(' || next === '[') return null;
  return next === '{' && scanAttributes(state.src, closing + 1) !== null ? null : closing;
}

/** What semicolons part, those in brackets of its own left alone. */
function partsOf(text: string, start: number, end: number): readonly Stretch[] {
  const parts: Stretch[] = [];
  let [from, depth] = [start, 0];
  for (let at = start; at < end; at++) {
    const mark = text[at];
    if (mark === '\\') at++;
    else if (mark === '[' || mark === '{') depth++;
    else if (mark === ']' || mark === '}') depth--;
    else if (mark === ';' && depth === 0) {
      parts.push([from, at]);
      from = at + 1;
    }
  }
  return [...parts, [from, end]];
}

/** The citation in a part: its first key, what stands before it and behind it; null where there is no key. */
function itemOf(text: string, [start, end]: Stretch): ScannedItem | null {
  for (let at = text.indexOf('@', start); at >= 0 && at < end; at = text.indexOf('@', at + 1)) {
    const from = text[at - 1] === '-' && at - 1 >= start ? at - 1 : at;
    const key = isWord(text, from) ? null : keyAt(text, from, end);
    if (key === null) continue;
    return { ...key, prefix: text.slice(start, from).trim(), suffix: text.slice(key.at[1], end) };
  }
  return null;
}

function keyAt(text: string, from: number, end: number): Pick<ScannedItem, 'key' | 'mode' | 'at'> | null {
  KEY.lastIndex = from;
  const match = KEY.exec(text);
  if (match === null || KEY.lastIndex > end) return null;
  const at: Stretch = [from + (match[1] ?? '').length, KEY.lastIndex];
  return { key: match[2] ?? match[3] ?? '', mode: match[1] === '-' ? 'suppress-author' : 'normal', at };
}

/** Whether a mark stands in a word, as in an e-mail address, or is escaped. */
function isWord(text: string, at: number): boolean {
  return at > 0 && /[\p{L}\p{N}\\]/u.test(text[at - 1] ?? '');
}

function push(state: StateInline, silent: boolean, cited: readonly ScannedItem[], end: number): boolean {
  if (!silent) {
    const at: Stretch = [state.pos, end];
    setMeta(state.push('citation_open', '', 1), { at, cited });
    const written = setMeta(state.push('text_special', '', 0), { at });
    written.content = state.src.slice(...at).replace(/\s*\n\s*/g, ' ');
    state.push('citation_close', '', -1);
  }
  state.pos = end;
  return true;
}
