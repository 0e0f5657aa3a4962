/** The lines of a lecture → characters that look like a space or like nothing where Markdown needs a plain space. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { codeSpans } from '../codeSpans.ts';
import type { LectureRule } from '../lectureCheck.ts';

const NAMES: Readonly<Record<string, string>> = {
  '\u00A0': 'no-break space (U+00A0)',
  '\u2007': 'figure space (U+2007)',
  '\u202F': 'narrow no-break space (U+202F)',
  '\u3000': 'ideographic space (U+3000)',
  '\u200B': 'zero-width space (U+200B)',
  '\u200C': 'zero-width non-joiner (U+200C)',
  '\u2060': 'word joiner (U+2060)',
  '\uFEFF': 'byte order mark (U+FEFF)',
};
const HIDDEN = '[\u00A0\u2007\u202F\u3000\u200B\u200C\u2060\uFEFF]';
const ANY = new RegExp(HIDDEN);

interface Found {
  readonly at: number;
  /** What of Markdown's it spoils. */
  readonly says: string;
  readonly hint: string;
}

/** Rule: `invisible-character`. In running text, where such characters have their uses, nothing is said. */
export const checkInvisibleCharacters: LectureRule = ({ lecture, source }) => {
  if (!ANY.test(source.text)) return [];
  const isCode = codeSpans(lecture);
  const found = [...afterMarks(source.text), ...beforeMarks(source.text), ...inAttributes(source.text)];
  return found
    .filter(({ at }) => !isCode(at))
    .map(({ at, says, hint }): Diagnostic => {
      const name = NAMES[source.text[at] ?? ''] ?? '';
      const article = /^[aeiou]/.test(name) ? 'An' : 'A';
      return diagnose('invisible-character', { path: source.path, start: at, end: at + 1 }, `${article} ${name} ${says}`, hint);
    });
};

/** `##␣Title`, `-␣item`, `1.␣item`, `>␣text`, `:::␣notes`. */
function afterMarks(text: string): readonly Found[] {
  const pattern = new RegExp(`^([ \\t>]*(?:[-*+] +)?)(#{1,6}|[-*+]|\\d{1,9}[.)]|>|:{3,})${HIDDEN}`, 'gm');
  return [...text.matchAll(pattern)].flatMap(({ 0: all, 2: mark = '', index }) => {
    // “10. May” at the start of a line is no item of a list, unless its neighbours are.
    if (/^\d/.test(mark) && !hasNumberedNeighbour(text, index)) return [];
    return [
      {
        at: index + all.length - 1,
        says: `follows “${mark}”, where Markdown needs a plain space.`,
        hint: 'Replace it with a space.',
      },
    ];
  });
}

function hasNumberedNeighbour(text: string, at: number): boolean {
  const before = text.slice(0, at).trimEnd().split('\n').at(-1) ?? '';
  const after =
    text
      .slice(at)
      .split('\n')
      .slice(1)
      .find((line) => line.trim() !== '') ?? '';
  return [before, after].some((line) => /^\s*\d{1,9}[.)]\s/.test(line));
}

/** Before a mark that counts only at the start of a line; a byte order mark may open the file. */
function beforeMarks(text: string): readonly Found[] {
  const pattern = new RegExp(`^[ \\t]*(${HIDDEN}+)[ \\t]*(#{1,6}(?= )|[-*+](?= )|\\d{1,9}[.)](?= )|:{3,}|\`{3,}|~{3,})`, 'gm');
  return [...text.matchAll(pattern)].flatMap(({ 0: all, 1: hidden = '', 2: mark = '', index }) => {
    const at = index + all.indexOf(hidden);
    if (at === 0 && hidden === '\uFEFF') return [];
    return [{ at, says: `stands before “${mark}”, which must open the line.`, hint: 'Delete it.' }];
  });
}

/** In `{.class key=value}` after a heading, link, image, span, code or fence, but not in a quoted value. */
function inAttributes(text: string): readonly Found[] {
  const pattern = /(?:[)\]`]|^(?:#|:{3,}|`{3,}|~{3,}).*)(\{[^{}\n]*\})/gm;
  return [...text.matchAll(pattern)].flatMap(({ 0: all, 1: list = '', index }) => {
    const bare = list.replace(/"[^"]*"|'[^']*'/g, (quoted) => '.'.repeat(quoted.length));
    const at = bare.search(ANY);
    if (at < 0 || !/^\{\s*[#.\w-]/.test(bare)) return [];
    const hint = 'Replace it with a space.';
    return [
      { at: index + all.length - list.length + at, says: 'stands in these attributes, where a plain space belongs.', hint },
    ];
  });
}
