/** A character that is not written as itself (entity, percent-encoding, JSON escape, UTF-8) → its code point. */

/** `code * LENGTHS + length`: a code point, and how many bytes it takes. One number, as there are millions of them. */
export type Escape = number;

/** The factor in an `Escape`; no character is written with as many bytes. */
export const LENGTHS = 64;

const SPACE = 0x20;
/** Those named entities that are letters or vanish and are not a plain letter with an accent; the others separate. */
const ENTITIES: ReadonlyMap<string, number> = new Map([
  ['aelig', 0xe6],
  ['AElig', 0xe6],
  ['oelig', 0x153],
  ['OElig', 0x153],
  ['szlig', 0xdf],
  ['oslash', 0xf8],
  ['Oslash', 0xf8],
  ['thorn', 0xfe],
  ['THORN', 0xfe],
  ['eth', 0xf0],
  ['ETH', 0xf0],
  ['shy', 0xad],
  ['zwj', 0x200d],
  ['zwnj', 0x200c],
]);
const ACCENTED = /^([A-Za-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|ogon|macr|breve|dot|dblac)$/;

/** The character at `at`, where a byte stands that is no plain ASCII letter; `script`: backslashes escape as in JSON. */
export function readEscape(bytes: Buffer, at: number, script: boolean): Escape {
  const byte = bytes[at] ?? SPACE;
  if (byte >= 0x80) return readUtf8(at, 1, (place) => bytes[place] ?? SPACE);
  if (byte === 0x26) return readEntity(bytes, at);
  if (byte === 0x25) return readPercent(bytes, at);
  if (byte === 0x5c && script) return readBackslash(bytes, at);
  return written(byte, 1);
}

function written(code: number, length: number): Escape {
  return code * LENGTHS + length;
}

/** A sequence of UTF-8 at `at`, each byte of it `step` further; a byte that begins none is taken for Latin-1. */
function readUtf8(at: number, step: number, byteAt: (place: number) => number): Escape {
  const first = byteAt(at);
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  let code = first & (0xff >> (size + 1));
  for (let part = 1; part < size; part++) {
    const byte = byteAt(at + part * step);
    if (first < 0xc2 || first > 0xf4 || (byte & 0xc0) !== 0x80) return written(first, step);
    code = (code << 6) | (byte & 0x3f);
  }
  return written(code, size * step);
}

/** `%C3%A9` */
function readPercent(bytes: Buffer, at: number): Escape {
  const byteAt = (place: number): number => (bytes[place] === 0x25 ? (hexAt(bytes, place + 1, 2) ?? SPACE) : SPACE);
  const first = hexAt(bytes, at + 1, 2);
  if (first === null) return written(SPACE, 1);
  return first < 0x80 ? written(first, 3) : readUtf8(at, 3, byteAt);
}

/** `\n`, `\"`, `\u00e9`, `\xe9` */
function readBackslash(bytes: Buffer, at: number): Escape {
  const kind = bytes[at + 1];
  const code = kind === 0x75 ? hexAt(bytes, at + 2, 4) : kind === 0x78 ? hexAt(bytes, at + 2, 2) : null;
  if (code !== null) return written(code, kind === 0x75 ? 6 : 4);
  return written(SPACE, kind !== undefined && kind < 0x80 ? 2 : 1);
}

/** `&eacute;`, `&#233;`, `&#xe9;` */
function readEntity(bytes: Buffer, at: number): Escape {
  const text = bytes.toString('latin1', at + 1, at + 33);
  const [whole, decimal, hex, name] = /^(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]*));/.exec(text) ?? [''];
  if (whole === '') return written(SPACE, 1);
  const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : codeOf(name ?? '');
  return written(code, whole.length + 1);
}

function codeOf(name: string): number {
  return ENTITIES.get(name) ?? ACCENTED.exec(name)?.[1]?.charCodeAt(0) ?? SPACE;
}

function hexAt(bytes: Buffer, at: number, digits: number): number | null {
  const text = bytes.toString('latin1', at, at + digits);
  return text.length === digits && /^[0-9a-fA-F]+$/.test(text) ? Number.parseInt(text, 16) : null;
}
