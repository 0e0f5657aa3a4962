/** Pushes the tokens of a table whose cells hold text: rows of inline content. */
import type { Stretch } from './attributes.ts';
import { lineEnd, lineStart, type StateBlock, setMeta, type TokenMeta } from './tokens.ts';

/** A row: the line that it begins at, and for each of its cells where its lines stand in the text. */
export interface TextRow {
  readonly line: number;
  readonly cells: readonly (readonly Stretch[])[];
}

/** As many cells as this are made for a row that is shorter than its table: a long header over many short rows would fill the memory. */
const MOST_MADE = 30;

/** The table that stands from a line up to another; `columns` of `meta` says how many cells a row has. */
export function pushTable(
  state: StateBlock,
  startLine: number,
  endLine: number,
  meta: TokenMeta,
  rows: readonly TextRow[],
): void {
  const open = state.push('table_open', 'table', 1);
  open.map = [startLine, endLine];
  setMeta(open, { ...meta, at: [lineStart(state, startLine), state.skipSpacesBack(lineEnd(state, endLine - 1), 0)] });
  for (const row of rows) pushRow(state, row, meta.columns?.length ?? 0);
  state.push('table_close', 'table', -1);
  state.line = endLine;
}

function pushRow(state: StateBlock, { line, cells }: TextRow, columns: number): void {
  const open = state.push('tr_open', 'tr', 1);
  open.map = [line, line + 1];
  for (let column = 0; column < Math.min(columns, Math.max(cells.length, MOST_MADE)); column++)
    pushCell(state, cells[column] ?? [], line);
  state.push('tr_close', 'tr', -1);
}

/** One cell, its lines as lines of text. */
function pushCell(state: StateBlock, pieces: readonly Stretch[], line: number): void {
  const inline = state.push('inline', '', 0);
  const lines: Stretch[] = [];
  let at: Stretch = [lineEnd(state, line), lineEnd(state, line)];
  for (const [start, end] of pieces) {
    if (end <= start) continue;
    at = [lines.length === 0 ? start : at[0], end];
    if (lines.length > 0) inline.content += '\n';
    lines.push([inline.content.length, start]);
    inline.content += state.src.slice(start, end);
  }
  inline.children = [];
  inline.map = [line, line + 1];
  setMeta(inline, { lines: lines.length === 0 ? [[0, at[0]]] : lines, at });
}
