/** A character → the letter that it is whatever its case, accents and width. */

/** What is no letter, digit or mark: it ends a word. */
export const SEPARATOR = 0;
/** What is seen on another letter or not at all (accents, soft hyphens, joiners): it ends nothing. */
export const MARK = 1;

const UNKNOWN = 0xffff;
// What normalising says of a character never changes, and costs too much to be asked for each letter of a site.
const known = new Uint16Array(0x10000).fill(UNKNOWN);

/** The letter of a code point, as a UTF-16 unit; `SEPARATOR` or `MARK` where it is none. Above U+FFFF all separate. */
export function letterOf(code: number): number {
  if (code > 0xffff) return SEPARATOR;
  if (known[code] === UNKNOWN) known[code] = fold(code);
  return known[code] ?? SEPARATOR;
}

/** Whether a letter belongs to a writing that puts no spaces between words, and says as much as two of another. */
export function isDense(letter: number): boolean {
  return (
    letter >= 0x3040 && (letter <= 0x30ff || (letter >= 0x3400 && letter <= 0x9fff) || (letter >= 0xac00 && letter <= 0xd7a3))
  );
}

function fold(code: number): number {
  const character = String.fromCharCode(code);
  if (/^[\p{M}\p{Cf}]$/u.test(character)) return MARK;
  if (!/^[\p{L}\p{N}]$/u.test(character)) return SEPARATOR;
  // A Hangul syllable would come apart into its sounds.
  const base = isDense(code) ? character : character.normalize('NFKD');
  return base.toLowerCase().charCodeAt(0);
}
