/**
 * Tables, by GitHub's rule: as many cells over the dashes as there are columns, and rows up to a blank line or another block.
 *
 *     | Role | Phase |
 *     |:-----|------:|
 *     | data engineer | all |
 */
import type { Stretch } from '../attributes.ts';
import { indentOf, lineEnd, lineStart, lineText, type MarkdownIt, type StateBlock, setMeta } from '../tokens.ts';

export function table(markdown: MarkdownIt): void {
  markdown.block.ruler.at('table', parseTable, { alt: ['paragraph', 'reference'] });
}

const SEPARATOR = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;

function parseTable(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const under = startLine + 1;
  if (under >= endLine || indentOf(state, startLine) > 3 || state.isEmpty(under)) return false;
  if (indentOf(state, under) < 0 || indentOf(state, under) > 3) return false;
  const separator = lineText(state, under).trim();
  if (!/[|:]/.test(separator) || !SEPARATOR.test(separator)) return false;
  const dashes = separator
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
  if (cellsOf(state, startLine).length !== dashes.length) return false;
  if (silent) return true;
  const next = endOfRows(state, under + 1, endLine);
  const open = state.push('table_open', 'table', 1);
  open.map = [startLine, next];
  setMeta(open, { at: [lineStart(state, startLine), lineEnd(state, next - 1)], columns: dashes.map(columnOf) });
  for (let line = startLine; line < next; line++) if (line !== under) pushRow(state, line, dashes.length);
  state.push('table_close', 'table', -1);
  state.line = next;
  return true;
}

function columnOf(dashes: string) {
  const [left, right] = [dashes.startsWith(':'), dashes.endsWith(':')];
  return { align: left ? (right ? 'center' : 'left') : right ? 'right' : null, width: null } as const;
}

function endOfRows(state: StateBlock, from: number, endLine: number): number {
  const rules = state.md.block.ruler.getRules('blockquote');
  let next = from;
  while (next < endLine && !state.isEmpty(next) && indentOf(state, next) >= 0 && indentOf(state, next) <= 3) {
    const line = next;
    if (rules.some((rule) => rule(state, line, endLine, true))) break;
    next++;
  }
  return next;
}

/** As many cells as this are made for a row that is shorter than its table. */
const MOST_MADE = 100;

function pushRow(state: StateBlock, line: number, columns: number): void {
  const cells = cellsOf(state, line);
  const open = state.push('tr_open', 'tr', 1);
  open.map = [line, line + 1];
  // cells that nobody wrote are made up to a number: a long header over many short rows would fill the memory
  for (let column = 0; column < Math.min(columns, Math.max(cells.length, MOST_MADE)); column++) {
    const [start, end] = cells[column] ?? [lineEnd(state, line), lineEnd(state, line)];
    const inline = state.push('inline', '', 0);
    inline.children = [];
    inline.map = open.map;
    setMeta(inline, { lines: unescapePipes(inline, state.src, start, end), at: [start, end] });
  }
  state.push('tr_close', 'tr', -1);
}

/** Fills in the text of a cell, where `\|` is a pipe even in code; and where its pieces stand. */
function unescapePipes(inline: { content: string }, source: string, start: number, end: number): readonly Stretch[] {
  const lines: Stretch[] = [[0, start]];
  inline.content = '';
  let from = start;
  for (let at = source.indexOf('\\|', start); at >= 0 && at < end; at = source.indexOf('\\|', at + 2)) {
    inline.content += source.slice(from, at);
    from = at + 1;
    lines.push([inline.content.length, from]);
  }
  inline.content += source.slice(from, end);
  return lines;
}

/** The cells of a row, without the pipes around them; only a backslash keeps a pipe from separating. */
function cellsOf(state: StateBlock, line: number): readonly Stretch[] {
  const cells: Stretch[] = [];
  const [lineFrom, lineTo] = [lineStart(state, line), lineEnd(state, line)];
  let from = lineFrom;
  const push = (to: number): void => {
    const raw = state.src.slice(from, to);
    const start = from + (raw.length - raw.trimStart().length);
    cells.push([start, Math.max(start, from + raw.trimEnd().length)]);
  };
  for (let at = lineFrom; at < lineTo; at++) {
    if (state.src[at] === '\\') at++;
    else if (state.src[at] === '|') {
      if (at > lineFrom) push(at);
      from = at + 1;
    }
  }
  if (state.src.slice(from, lineTo).trim() !== '') push(lineTo);
  return cells;
}
