/** A cell of a grid table → the line in it whose borders are not where they were meant to be. */
import type { GridCell } from './traceGrid.ts';

/** A border between spaces, outside code and formulas. */
const STRAY = /(?:^|\s)\|(?:\s|$)/;
const VERBATIM = /`[^`]*`|\$[^$]*\$/g;

/** Its index among the lines of the table; null where the cell takes several columns on purpose, or takes one. */
export function crookedLine({ top, left, bottom, right }: GridCell, lines: readonly string[]): number | null {
  const [upper = '', lower = ''] = [lines[top], lines[bottom]];
  for (let line = top + 1; upper.length <= right && line < bottom; line++)
    if ((lines[line]?.length ?? 0) > upper.length) return line;
  for (let column = upper.indexOf('+', left + 1); column >= 0 && column < right; column = upper.indexOf('+', column + 1)) {
    const drawn = lines.slice(top + 1, bottom).map((line) => /[|+]/.test(line[column] ?? ''));
    if (drawn.includes(true) && drawn.includes(false)) return top + 1 + drawn.indexOf(false);
    if (lower[column] !== '+') continue;
    const stray = lines
      .slice(top + 1, bottom)
      .findIndex((line) => STRAY.test(line.slice(left + 1, right).replace(VERBATIM, 'x')));
    if (stray >= 0) return top + 1 + stray;
  }
  return null;
}
