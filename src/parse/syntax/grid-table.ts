/**
 * Grid tables: drawn with borders, with any blocks in a cell; a cell may take several columns and rows.
 *
 *     +-------+----------+
 *     | Phase | Done     |
 *     +=======+:========:+
 *     ^ under the head   ^ centred
 *     | run   | - tests  |
 *     |       | - alarms |
 *     +-------+----------+
 */
import type { Broken } from '../../model/rules.ts';
import type { Stretch } from '../attributes.ts';
import { type DrawnLine, drawnLine } from '../columns.ts';
import { crookedLine } from '../crookedLine.ts';
import { endsTable } from '../dashes.ts';
import { readGridLines } from '../gridLines.ts';
import { pushGridCell } from '../pushGridCell.ts';
import {
  type Column,
  environmentOf,
  indentOf,
  lineEnd,
  lineStart,
  lineText,
  type MarkdownIt,
  type StateBlock,
  setMeta,
} from '../tokens.ts';
import { type Grid, type GridCell, traceGrid } from '../traceGrid.ts';

export function gridTable(markdown: MarkdownIt): void {
  markdown.block.ruler.before('code', 'grid_table', parseGridTable);
}

const FIRST = /^\+(?::?-+:?\+)+[ \t]*$/;

function parseGridTable(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const indent = indentOf(state, startLine);
  if (indent > 3 || !FIRST.test(lineText(state, startLine))) return false;
  if (indent > 0) return silent ? false : reportIndented(state, startLine);
  const drawn: DrawnLine[] = [];
  for (let line = startLine; line < endLine && isDrawn(state, line); line++) drawn.push(drawnLine(state, line));
  const texts = drawn.map(({ text }) => text.trimEnd());
  const width = texts.reduce((longest, text) => Math.max(longest, text.length), 0);
  const { lines, parts, alignments } = readGridLines(texts, width);
  const grid = traceGrid(lines, width);
  if (silent) return grid !== null;
  if (grid === null) return reportUnclosed(state, startLine);
  const { rowBorders } = grid;
  const heads = Math.max(0, rowBorders.indexOf(parts[0] ?? -1));
  const last = rowBorders.at(-1) ?? 0;
  const footFrom = parts.at(-1) === last && parts.length > 1 ? rowBorders.indexOf(parts.at(-2) ?? 0) : rowBorders.length - 1;
  const columns = columnsOf(grid, alignments);
  const end = startLine + last + 1;
  const open = state.push('table_open', 'table', 1);
  open.map = [startLine, end];
  const at: Stretch = [lineStart(state, startLine), state.skipSpacesBack(lineEnd(state, end - 1), 0)];
  setMeta(open, { at, columns, head: Math.min(heads, footFrom), foot: rowBorders.length - 1 - footFrom });
  pushRows(state, startLine, grid, drawn);
  state.push('table_close', 'table', -1);
  reportCrooked(state, startLine, grid, lines);
  state.line = end;
  return true;
}

function isDrawn(state: StateBlock, line: number): boolean {
  return (
    indentOf(state, line) === 0 &&
    !state.isEmpty(line) &&
    /[+|]/.test(state.src[lineStart(state, line)] ?? '') &&
    !endsTable(state, line)
  );
}

/** Pandoc's page is as wide as this. */
const PAGE = 72;

function columnsOf({ columnBorders }: Grid, alignments: readonly Column['align'][]): readonly Column[] {
  const widths = columnBorders.slice(1).map((border, at) => border - (columnBorders[at] ?? 0));
  const page = Math.max(widths.reduce((sum, width) => sum + width, 0) + widths.length - 2, PAGE);
  return widths.map((width, at) => ({ align: alignments[at] ?? null, width: width / page }));
}

/** Where cells lie over each other the later one is seen; where there is none, an empty one is made. */
function pushRows(state: StateBlock, startLine: number, grid: Grid, drawn: readonly DrawnLine[]): void {
  const [rows, columns] = [grid.rowBorders.length - 1, grid.columnBorders.length - 1];
  const slots = new Int32Array(rows * columns).fill(-1);
  for (const [index, cell] of grid.cells.entries())
    for (let row = cell.row; row < cell.row + cell.rows; row++)
      slots.fill(index, row * columns + cell.column, row * columns + cell.column + cell.columns);
  for (let row = 0; row < rows; row++) {
    const open = state.push('tr_open', 'tr', 1);
    open.map = [startLine + (grid.rowBorders[row] ?? 0), startLine + (grid.rowBorders[row + 1] ?? 0)];
    for (let column = 0; column < columns; column++) {
      const cell = grid.cells[slots[row * columns + column] ?? -1];
      if (cell === undefined) pushGridCell(state, startLine, emptyCell(grid, row, column), drawn);
      else if (cell.row === row && cell.column === column) pushGridCell(state, startLine, cell, drawn);
    }
    state.push('tr_close', 'tr', -1);
  }
}

function emptyCell({ rowBorders, columnBorders }: Grid, row: number, column: number): GridCell {
  const [top, left] = [rowBorders[row] ?? 0, columnBorders[column] ?? 0];
  return { top, left, bottom: top, right: left, row, column, rows: 1, columns: 1 };
}

function reportUnclosed(state: StateBlock, line: number): false {
  const hint = 'Begin every line with “|” or “+”, and end the table with a line like the first.';
  return report(state, line, 'unclosed-table', 'The borders of this table are not closed, so it is text.', hint);
}

function reportIndented(state: StateBlock, line: number): false {
  const hint = 'Begin its lines in the first column of the text around it.';
  return report(state, line, 'crooked-table', 'This table is indented, so it is text.', hint);
}

/** Says of the first line whose borders are not where those above it are that cells run together. */
function reportCrooked(state: StateBlock, startLine: number, { cells }: Grid, lines: readonly string[]): void {
  const crooked = cells.map((cell) => crookedLine(cell, lines)).find((line) => line !== null);
  if (crooked == null) return;
  const message = 'The borders of this line do not stand under those above it, so cells of the table run together.';
  report(state, startLine + crooked, 'crooked-table', message, 'Put each “|” right under the “+” of the line above.');
}

function report(state: StateBlock, line: number, rule: Broken, message: string, hint: string): false {
  const at: Stretch = [lineStart(state, line), state.skipSpacesBack(lineEnd(state, line), 0)];
  environmentOf(state).report(rule, at, message, hint);
  return false;
}
