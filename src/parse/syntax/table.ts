/**
 * Pipe tables: a header row (its cells may be empty), a row of dashes with colons for alignment, rows.
 *
 *     | Role | Phase |
 *     |:-----|------:|
 *      ^ left       ^ right
 *     | data engineer | all |
 */
import type { Stretch } from '../attributes.ts';
import { indentOf, lineEnd, lineStart, lineText, type MarkdownIt, type StateBlock, setMeta } from '../tokens.ts';

export function table(markdown: MarkdownIt): void {
  markdown.block.ruler.at('table', parseTable);
}

const SEPARATOR = /^\|?[ \t]*:?-+:?[ \t]*(?:[|+][ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;

/** Lines longer than this give a table relative column widths, by the number of dashes (pandoc's default column width). */
const LONG_LINE = 72;

function parseTable(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (
    startLine + 1 >= endLine ||
    indentOf(state, startLine) > 3 ||
    state.isEmpty(startLine + 1) ||
    indentOf(state, startLine + 1) < 0
  )
    return false;
  // nearly every line begins with a letter
  if (/\w/.test(state.src[lineStart(state, startLine + 1)] ?? '')) return false;
  const separator = lineText(state, startLine + 1).trim();
  if (!lineText(state, startLine).includes('|') || !separator.includes('|') || !SEPARATOR.test(separator)) return false;
  const dashes = separator
    .replace(/^\||\|$/g, '')
    .split(/[|+]/)
    .map((cell) => cell.trim());
  if (silent) return true;
  let next = startLine + 2;
  while (next < endLine && !state.isEmpty(next) && indentOf(state, next) >= 0 && lineText(state, next).includes('|')) next++;
  const open = state.push('table_open', 'table', 1);
  open.map = [startLine, next];
  setMeta(open, {
    at: [lineStart(state, startLine), lineEnd(state, next - 1)],
    columns: columnsOf(state, startLine, next, dashes),
  });
  for (let line = startLine; line < next; line++) if (line !== startLine + 1) pushRow(state, line, dashes.length);
  state.push('table_close', 'table', -1);
  state.line = next;
  return true;
}

function columnsOf(state: StateBlock, startLine: number, endLine: number, dashes: readonly string[]) {
  let longest = 0;
  for (let line = startLine; line < endLine; line++) longest = Math.max(longest, lineText(state, line).trimEnd().length);
  const total = dashes.reduce((sum, cell) => sum + cell.length, 0);
  return dashes.map(
    (cell) =>
      ({
        align: cell.startsWith(':') ? (cell.endsWith(':') ? 'center' : 'left') : cell.endsWith(':') ? 'right' : null,
        width: longest > LONG_LINE ? cell.length / total : null,
      }) as const,
  );
}

/** As many cells as this are made for a row that is shorter than its table. */
const MOST_MADE = 100;

function pushRow(state: StateBlock, line: number, columns: number): void {
  const cells = splitRow(state.src, lineStart(state, line), lineEnd(state, line));
  const open = state.push('tr_open', 'tr', 1);
  open.map = [line, line + 1];
  // cells that nobody wrote are made up to a number: a long header over many short rows would fill the memory
  for (let column = 0; column < Math.min(columns, Math.max(cells.length, MOST_MADE)); column++) {
    const [start, end] = cells[column] ?? [lineEnd(state, line), lineEnd(state, line)];
    const inline = state.push('inline', '', 0);
    inline.content = state.src.slice(start, end);
    inline.children = [];
    inline.map = open.map;
    setMeta(inline, { lines: [[0, start]], at: [start, end] });
  }
  state.push('tr_close', 'tr', -1);
}

/** The cells of a row, without the pipes around them; a pipe in code or after a backslash separates nothing. */
function splitRow(source: string, lineFrom: number, lineTo: number): readonly Stretch[] {
  const cells: Stretch[] = [];
  let from = lineFrom;
  const push = (to: number): void => {
    const raw = source.slice(from, to);
    const start = from + (raw.length - raw.trimStart().length);
    cells.push([start, Math.max(start, from + raw.trimEnd().length)]);
  };
  for (let at = lineFrom; at < lineTo; at++) {
    const character = source[at];
    if (character === '\\') at++;
    else if (character === '`') at = endOfCode(source, at, lineTo);
    else if (character === '|') {
      if (source.slice(lineFrom, at).trim() !== '') push(at);
      from = at + 1;
    }
  }
  if (source.slice(from, lineTo).trim() !== '') push(lineTo);
  return cells;
}

/** The offset of the last backtick of the code that starts at `at`; `at`'s own run where it is never closed. */
function endOfCode(source: string, at: number, limit: number): number {
  let ticks = 1;
  while (source[at + ticks] === '`') ticks++;
  const close = new RegExp(`(?<!\`)\`{${ticks}}(?!\`)`, 'g');
  close.lastIndex = at + ticks;
  const match = close.exec(source.slice(0, limit));
  return match === null ? at + ticks - 1 : close.lastIndex - 1;
}
