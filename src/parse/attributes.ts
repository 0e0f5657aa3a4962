/** Reads pandoc's attribute lists: `{#id .class key=value key="a b" -}`. */
import { type Attributes, NO_ATTRIBUTES, type Pair, type ReferenceRole } from '../model/attributes.ts';
import type { Span } from '../model/source.ts';

/** A stretch of the text that was scanned: start, and the first offset after it. */
export type Stretch = readonly [start: number, end: number];

export interface ScannedAttributes {
  readonly id: { readonly text: string; readonly at: Stretch } | null;
  readonly classes: readonly string[];
  readonly pairs: readonly { readonly key: string; readonly value: string; readonly at: Stretch; readonly valueAt: Stretch }[];
  /** From the opening brace to the first offset after the closing one. */
  readonly at: Stretch;
}

const ITEM =
  /\s*(?:#(?<id>[^\s{}"'=]+)|\.(?<class>[\p{L}_][\p{L}\p{N}_:.-]*)|(?<key>[\p{L}_:][\p{L}\p{N}_:.-]*)=(?:"(?<double>(?:[^"\\]|\\[\s\S])*)"|'(?<single>(?:[^'\\]|\\[\s\S])*)'|(?<plain>(?:[^\s{}"'\\]|\\[\s\S])*))|(?<dash>-))(?=[\s}])/uy;

/** The attribute list that opens with the brace at `at`; null where there is none, or one item of it is malformed. */
export function scanAttributes(text: string, at: number): ScannedAttributes | null {
  if (text.charCodeAt(at) !== 123) return null;
  let id: ScannedAttributes['id'] = null;
  const classes: string[] = [];
  const pairs: ScannedAttributes['pairs'][number][] = [];
  ITEM.lastIndex = at + 1;
  let end = at + 1;
  for (let match = ITEM.exec(text); match !== null; match = ITEM.exec(text)) {
    end = ITEM.lastIndex;
    const group = match.groups ?? {};
    const start = match.index + (match[0].length - match[0].trimStart().length);
    if (group['id'] !== undefined) id = { text: group['id'], at: [start, end] };
    else if (group['class'] !== undefined) classes.push(group['class']);
    else if (group['dash'] !== undefined) classes.push('unnumbered');
    else if (group['key'] !== undefined) {
      const quoted = group['double'] ?? group['single'];
      const value = (quoted ?? group['plain'] ?? '').replace(/\\([\s\S])/g, '$1');
      const valueEnd = quoted === undefined ? end : end - 1;
      const valueAt: Stretch = [valueEnd - (quoted ?? group['plain'] ?? '').length, valueEnd];
      if (group['key'] === 'id') id = { text: value, at: valueAt };
      else if (group['key'] === 'class') classes.push(...value.split(/\s+/).filter((name) => name !== ''));
      else pairs.push({ key: group['key'], value, at: [start, end], valueAt });
    }
    ITEM.lastIndex = end;
  }
  const close = /\s*\}/y;
  close.lastIndex = end;
  return close.test(text) ? { id, classes, pairs, at: [at, close.lastIndex] } : null;
}

/** A list of attributes that begins before as many braces, in its values, is none. */
const MOST_BRACES = 100;

/** The attribute list that ends the text, with the white space before it; null where it does not end with one. */
export function scanTrailingAttributes(text: string): { readonly scanned: ScannedAttributes; readonly before: number } | null {
  const trimmed = text.trimEnd();
  if (!trimmed.endsWith('}')) return null;
  const lastQuote = Math.max(trimmed.lastIndexOf('"'), trimmed.lastIndexOf("'"));
  const innerClose = trimmed.lastIndexOf('}', trimmed.length - 2);
  let at = trimmed.lastIndexOf('{');
  for (let tries = 0; at >= 0 && tries < MOST_BRACES; tries++) {
    const scanned = scanAttributes(trimmed, at);
    if (scanned !== null && scanned.at[1] === trimmed.length) return { scanned, before: trimmed.slice(0, at).trimEnd().length };
    // only in a quoted value may the list hold a closing brace
    if (at < innerClose && at > lastQuote) return null;
    at = at === 0 ? -1 : trimmed.lastIndexOf('{', at - 1);
  }
  return null;
}

/** Scanned attributes, if there are any, as the model has them; `place` turns scanned offsets into a span of the source. */
export function makeAttributes(scanned: ScannedAttributes | null | undefined, place: (at: Stretch) => Span): Attributes {
  if (scanned == null) return NO_ATTRIBUTES;
  return {
    id: scanned.id?.text ?? null,
    idSpan: scanned.id === null ? null : place(scanned.id.at),
    classes: scanned.classes,
    pairs: scanned.pairs.map((pair): Pair => {
      const role = roleOfKey(pair.key, pair.value);
      const reference = role === null ? null : { role, address: pair.value, span: place(pair.valueAt) };
      return { key: pair.key, value: pair.value, span: place(pair.at), reference };
    }),
  };
}

/** What the address in a key's value is for; null where the value is no address. */
export function roleOfKey(key: string, value: string): ReferenceRole | null {
  switch (key.replace(/^data-/, '')) {
    case 'background-image':
      return /^(?:linear|radial|conic)-gradient\(/.test(value) ? null : 'image';
    case 'background':
      return /\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(value) ? 'image' : null;
    case 'background-video':
      return 'media';
    case 'background-iframe':
    case 'preview-link':
      return /^(?:true|false)$/.test(value) ? null : 'frame';
    case 'poster':
    case 'preview-image':
      return 'image';
    case 'preview-video':
      return 'media';
    default:
      return null;
  }
}
