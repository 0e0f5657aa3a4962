/** A tag of HTML or SVG → where it ends, and where its attributes' values stand. */

/** Words of the language itself, which no author wrote. */
const VOCABULARY: ReadonlySet<string> = new Set(
  'class role rel type media lang dir charset http-equiv loading decoding target method d points transform viewbox'.split(' '),
);

/** Of the elements that `tagName` is asked for. */
const INITIALS: ReadonlySet<number> = new Set([...'std'].map((letter) => letter.charCodeAt(0)));

const [TAB, SPACE, QUOTE, APOSTROPHE, SLASH, EQUALS, CLOSE] = [0x09, 0x20, 0x22, 0x27, 0x2f, 0x3d, 0x3e];

/**
 * The offset after the tag that opens at `at` (a `<`), or -1 where there is none. Appends where each value begins and
 * ends to `values`; words without a value are among them, as they may be text after a stray `<`.
 */
export function readTag(bytes: Buffer, at: number, end: number, values: number[]): number {
  let place = at + 1;
  if (bytes[place] === SLASH || bytes[place] === 0x21 || bytes[place] === 0x3f) place++;
  if (!isLetter(bytes[place])) return -1;
  while (place < end && !isSpace(bytes[place]) && bytes[place] !== CLOSE && bytes[place] !== SLASH) place++;
  while (place < end && bytes[place] !== CLOSE) {
    place = isSpace(bytes[place]) || bytes[place] === SLASH ? place + 1 : readAttribute(bytes, place, end, values);
  }
  return Math.min(place + 1, end);
}

/**
 * The name of the tag that opens at `at`, lower case, `/` before that of one that closes; `''` for most others
 * than script, style, text, title and desc, as there are millions of tags.
 */
export function tagName(bytes: Buffer, at: number): string {
  const initial = bytes[at + 1] === SLASH ? bytes[at + 2] : bytes[at + 1];
  if (initial === undefined || !INITIALS.has(initial | 0x20)) return '';
  return /^\/?[a-z]*/.exec(bytes.toString('latin1', at + 1, at + 12).toLowerCase())?.[0] ?? '';
}

/** The offset of the next `</name`; `end` where there is none. */
export function closingTag(bytes: Buffer, name: string, from: number, end: number): number {
  for (let at = bytes.indexOf('</', from); at !== -1 && at < end; at = bytes.indexOf('</', at + 2)) {
    if (tagName(bytes, at) === `/${name}`) return at;
  }
  return end;
}

/** The length of a tag without attributes (`<em>`, `</em>`, `<\/em>`, `<br/>`) at `at`, 0 where there is none. */
export function plainTagLength(bytes: Buffer, at: number): number {
  return /^<\\?\/?[a-zA-Z][a-zA-Z0-9]{0,14} ?\/?>/.exec(bytes.toString('latin1', at, at + 24))?.[0].length ?? 0;
}

function readAttribute(bytes: Buffer, at: number, end: number, values: number[]): number {
  const named = skip(bytes, at + 1, end, (byte) => !isSpace(byte) && byte !== CLOSE && byte !== SLASH && byte !== EQUALS);
  const sign = skip(bytes, named, end, isSpace);
  if (bytes[sign] !== EQUALS || sign >= end) {
    pushWord(bytes, at, named, values);
    return named;
  }
  const start = skip(bytes, sign + 1, end, isSpace);
  const quote = bytes[start] === QUOTE || bytes[start] === APOSTROPHE ? bytes[start] : null;
  const from = quote === null ? start : start + 1;
  const to = skip(bytes, from, end, (byte) => (quote === null ? !isSpace(byte) && byte !== CLOSE : byte !== quote));
  if (!VOCABULARY.has(bytes.toString('latin1', at, named).toLowerCase())) values.push(from, to);
  return quote === null ? to : to + 1;
}

/** Words without values run on as in a sentence. */
function pushWord(bytes: Buffer, from: number, to: number, values: number[]): void {
  const last = values.at(-1);
  if (last !== undefined && skip(bytes, last, from, isSpace) === from) values[values.length - 1] = to;
  else values.push(from, to);
}

function skip(bytes: Buffer, from: number, end: number, goesOn: (byte: number) => boolean): number {
  let place = from;
  while (place < end && goesOn(bytes[place] ?? SPACE)) place++;
  return place;
}

function isSpace(byte: number | undefined): boolean {
  return byte === SPACE || (byte !== undefined && byte >= TAB && byte <= 0x0d);
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}
