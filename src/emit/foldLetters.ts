/**
 * Bytes of any file → its letters alone, in one form however they are written: without tags, entities, escapes, case,
 * accents, punctuation and white space. What an author wrote is then found wherever it went.
 */
import { isDense, letterOf, MARK, SEPARATOR } from './letterOf.ts';
import { LENGTHS, readEscape } from './readEscape.ts';
import { closingTag, plainTagLength, readTag, tagName } from './readTag.ts';

/** How bytes are to be read: with tags and their attributes, with JSON's escapes, or neither. */
export type Notation = 'markup' | 'script' | 'text';

/** The letters of a text, one code each; those of writings without spaces count twice. */
export interface Letters {
  /** `length` codes; `BREAK` where nothing runs on. */
  readonly codes: Uint16Array;
  /** How each letter stands to the one before: `JOINED` in one word, `STARTS` a word, or `EITHER` where a tag is between. */
  readonly starts: Uint8Array;
  readonly length: number;
}

/** A code: nothing runs on across it. */
export const BREAK = 0;
/** A start: the letter goes on with the word before it. */
export const JOINED = 0;
/** A start: the letter begins a word. */
export const STARTS = 1;
/** A start: a tag is between, so that the letter may begin a word or go on with one. */
export const EITHER = 2;

/** Labels of a picture stand apart, and make no sentence together. */
const APART: ReadonlySet<string> = new Set(['text', '/text', 'title', '/title', 'desc', '/desc']);

const LESS = 0x3c;
/** By byte: a letter, `SEPARATOR`, or `MARK` for what needs a closer look (`%`, `&`, `<`, `\`, and beyond ASCII). */
const BYTES = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 || '%&<\\'.includes(String.fromCharCode(byte)) ? MARK : letterOf(byte),
);

/** The notation that a file's name tells. */
export function notationOf(path: string): Notation {
  if (/\.(?:x?html?|svg|xml|rss|atom)$/i.test(path)) return 'markup';
  return /\.(?:[cm]?js|json|map|webmanifest|ipynb)$/i.test(path) ? 'script' : 'text';
}

/** The letters of `source`: UTF-8, and Latin-1 where it is none. Attributes' values follow the text, each by itself. */
export function foldLetters(source: Uint8Array, notation: Notation): Letters {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  // No character gives more codes than it has bytes, and each break takes the place of a tag or a quote.
  const codes = new Uint16Array(bytes.length + 4);
  const starts = new Uint8Array(bytes.length + 4);
  const values: number[] = [];
  let length = 0;
  let link = STARTS;

  const push = (letter: number): void => {
    codes[length] = letter;
    starts[length++] = link;
    link = JOINED;
  };
  const interrupt = (): void => {
    link = STARTS;
    push(BREAK);
    link = STARTS;
  };
  const pushEscaped = (at: number, script: boolean): number => {
    const escaped = readEscape(bytes, at, script);
    const letter = letterOf(Math.floor(escaped / LENGTHS));
    if (letter === SEPARATOR) link = STARTS;
    else if (isDense(letter)) {
      link = STARTS;
      push(letter);
      push(letter);
      link = STARTS;
    } else if (letter !== MARK) push(letter);
    return at + (escaped % LENGTHS);
  };
  const pushTag = (at: number, end: number): number => {
    const after = readTag(bytes, at, end, values);
    if (after === -1) {
      link = STARTS;
      return at + 1;
    }
    const name = tagName(bytes, at);
    if (APART.has(name)) interrupt();
    else if (link === JOINED) link = EITHER;
    return name === 'script' || name === 'style' ? pushVerbatim(name, after, end) : after;
  };
  const pushVerbatim = (name: 'script' | 'style', from: number, end: number): number => {
    const to = closingTag(bytes, name, from, end);
    interrupt();
    fold(from, to, name === 'script' ? 'script' : 'text');
    interrupt();
    return to;
  };
  const pushPlainTag = (at: number): number => {
    const tag = plainTagLength(bytes, at);
    link = tag > 0 && link !== STARTS ? EITHER : STARTS;
    return at + Math.max(tag, 1);
  };
  const fold = (from: number, end: number, as: Notation): void => {
    for (let at = from; at < end; ) {
      const letter = BYTES[bytes[at] ?? 0] ?? SEPARATOR;
      if (letter > MARK) {
        push(letter);
        at++;
      } else if (letter === SEPARATOR) {
        link = STARTS;
        at++;
      } else if (bytes[at] !== LESS) at = pushEscaped(at, as === 'script');
      else at = as === 'markup' ? pushTag(at, end) : pushPlainTag(at);
    }
  };

  fold(0, bytes.length, notation);
  for (let at = 0; at < values.length; at += 2) {
    interrupt();
    fold(values[at] ?? 0, values[at + 1] ?? 0, 'text');
  }
  return { codes, starts, length };
}
