/** Text → cells as a terminal shows them, so that a caret stands under the very character. */
import { characterWidth } from '../model/characterWidth.ts';

/** One character as a reader sees it, and how many columns it takes. */
export interface Cell {
  readonly text: string;
  /** 0 for a lone combining mark, 2 for emoji and East Asian wide characters, 1 to 4 for a tab. */
  readonly width: number;
}

const TAB = 4;

/** Characters that a terminal obeys or hides: controls, zero-width ones (but the joiners of emoji and scripts), direction marks. */
const UNSHOWN = /^[\p{Cc}\u00AD\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/u;

/** What needs no look at each of its characters. */
const PLAIN = /^[\x20-\x7e]*$/;

/** The cells of `text`, which begins at `column` (0-based, in columns): tabs as spaces, hidden characters as `�`. */
export function displayCells(text: string, column: number): readonly Cell[] {
  if (PLAIN.test(text)) return Array.from(text, (character) => ({ text: character, width: 1 }));
  const cells: Cell[] = [];
  let at = column;
  for (const segment of graphemes(text)) {
    const cell = cellOf(segment, at);
    cells.push(cell);
    at += cell.width;
  }
  return cells;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The segmenter takes longer for each character of a long text, so it is given a long one piece by piece. */
const PIECE = 500;

/** The characters of a text as a reader sees them. */
function* graphemes(text: string): Generator<string, void> {
  let from = 0;
  for (let length = PIECE; from < text.length; ) {
    const atEnd = from + length >= text.length;
    // never between the halves of a surrogate pair
    const half = !atEnd && /[\uD800-\uDBFF]/.test(text[from + length - 1] ?? '') ? 1 : 0;
    const segments = Array.from(SEGMENTER.segment(text.slice(from, from + length - half)), ({ segment }) => segment);
    // the last one may go on in the next piece
    const last = atEnd ? '' : (segments.pop() ?? '');
    length = segments.length === 0 ? length * 2 : PIECE;
    for (const segment of segments) {
      from += segment.length;
      yield segment;
    }
    if (last === '' && atEnd) return;
  }
}

/** The columns that cells take together. */
export function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

function cellOf(segment: string, column: number): Cell {
  if (segment === '\t')
    return {
      text: ' '.repeat(TAB - (column % TAB)),
      width: TAB - (column % TAB),
    };
  if (UNSHOWN.test(segment)) return { text: '�', width: 1 };
  return { text: segment, width: characterWidth(segment) };
}
