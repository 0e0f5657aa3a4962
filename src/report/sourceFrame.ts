/** A place in a file → the lines around it, with carets under the exact words. */
import type picocolors from 'picocolors';
import type { SourceLine } from '../model/wire.ts';
import { type Cell, displayCells, widthOf } from './displayCells.ts';
import type { Place } from './locate.ts';

/** What picocolors paints with; plain text where colour is off. */
export type Colors = ReturnType<typeof picocolors.createColors>;

/** The widest line that is shown whole, in columns; what a longer one leaves out becomes `…`. */
const WIDEST = 100;
/** How many columns stay visible before the words in question where their line is cut. */
const LEAD = 40;
/** What is further away than so many characters is never visible. */
const FAR = 250;

interface MarkedLine {
  readonly before: readonly Cell[];
  readonly words: readonly Cell[];
  readonly after: readonly Cell[];
}

/**
 * The line of the place's start with one line above and one below, each with its number. Carets run to the end of
 * that line where the place goes on below it. Empty where the file's text is not known.
 */
export function sourceFrame(place: Place, colors: Colors, paint: (text: string) => string): readonly string[] {
  const shown = linesAround(place);
  const gutter = Math.max(...shown.map(({ number }) => String(number).length));
  const row = (label: string, text: string) => `${colors.dim(`  ${label.padStart(gutter)} |`)} ${text}`.trimEnd();
  return shown.flatMap(({ number, line }) => {
    const rows = [row(String(number), joined([...line.before, ...(line.words ?? []), ...line.after]))];
    if (line.words === null) return rows;
    const carets = '^'.repeat(Math.max(1, widthOf(line.words)));
    return [...rows, row('', ' '.repeat(widthOf(line.before)) + paint(carets))];
  });
}

/** The same lines in parts, for a page. */
export function sourceLines(place: Place): readonly SourceLine[] {
  return linesAround(place).map(({ number, line: { before, words, after } }) => {
    return { number, before: joined(before), marked: words === null ? null : joined(words), after: joined(after) };
  });
}

interface ShownLine {
  readonly number: number;
  readonly line: Omit<MarkedLine, 'words'> & { readonly words: readonly Cell[] | null };
}

function linesAround({ start, end, lines }: Place): readonly ShownLine[] {
  if (start === null || end === null) return [];
  const numbers = [start.line - 1, start.line, start.line + 1].filter((line) => isShown(line, start.line, lines));
  return numbers.map((number) => {
    const whole = lines[number - 1] ?? '';
    if (number !== start.line) {
      return { number, line: { before: cutAfter(displayCells(whole.slice(0, FAR), 0), WIDEST), words: null, after: [] } };
    }
    const from = start.column - 1;
    const to = end.line > start.line ? whole.length : end.column - 1;
    // a line of megabytes may be shown for thousands of places
    const left = Math.max(0, from - FAR);
    const text = whole.slice(left, Math.min(to, from + FAR) + FAR);
    return { number, line: cut(markedLine(text, from - left, Math.min(to, from + FAR) - left)) };
  });
}

/** What follows the last line end of a file counts as a line only for a place that stands there. */
function isShown(line: number, wanted: number, lines: readonly string[]): boolean {
  const text = lines[line - 1];
  return text !== undefined && (line === wanted || line < lines.length || text !== '');
}

function markedLine(text: string, from: number, to: number): MarkedLine {
  const before = displayCells(text.slice(0, from), 0);
  const words = displayCells(text.slice(from, to), widthOf(before));
  return { before, words, after: displayCells(text.slice(to), widthOf(before) + widthOf(words)) };
}

function cut(line: MarkedLine): MarkedLine {
  if (widthOf(line.before) + widthOf(line.words) + widthOf(line.after) <= WIDEST) return line;
  const fits = widthOf(line.before) + widthOf(line.words) <= WIDEST - 1;
  const before = fits ? line.before : cutBefore(line.before, LEAD);
  const words = cutAfter(line.words, WIDEST - widthOf(before));
  const left = WIDEST - widthOf(before) - widthOf(words);
  return { before, words, after: words === line.words ? cutAfter(line.after, left) : [] };
}

function cutAfter(cells: readonly Cell[], width: number): readonly Cell[] {
  if (widthOf(cells) <= width) return cells;
  let end = 0;
  for (let sum = 0; sum + (cells[end]?.width ?? 0) <= width - 1; end++) sum += cells[end]?.width ?? 0;
  return [...cells.slice(0, end), { text: '…', width: 1 }];
}

function cutBefore(cells: readonly Cell[], width: number): readonly Cell[] {
  return cutAfter(cells.toReversed(), width).toReversed();
}

function joined(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.text).join('');
}
