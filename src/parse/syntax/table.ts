/**
 * Pipe tables: a header row (its cells may be empty), a row of dashes with colons for alignment, rows.
 *
 *     | Role | Phase |
 *     |:-----|------:|
 *      ^ left       ^ right
 *     | data engineer | all |
 */
import type { Stretch } from '../attributes.ts';
import { isOn } from '../isOn.ts';
import { scanTag } from '../tag.ts';
import { indentOf, lineEnd, lineStart, lineText, type MarkdownIt, type StateBlock, setMeta } from '../tokens.ts';
import { endOfFormula } from './math.ts';

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
  if (!lineText(state, startLine).includes('|') || !/[|+]/.test(separator) || !SEPARATOR.test(separator)) return false;
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
  const cells = splitRow(state, lineStart(state, line), lineEnd(state, line));
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

/** The cells of a row, without the pipes around them; a pipe in code, a formula or a tag, or after a backslash, separates nothing. */
function splitRow(state: StateBlock, lineFrom: number, lineTo: number): readonly Stretch[] {
  const source = state.src;
  const formulas = isOn(state, 'tex_math_dollars');
  const cells: Stretch[] = [];
  let from = lineFrom;
  const push = (to: number): void => {
    const raw = source.slice(from, to);
    const start = from + (raw.length - raw.trimStart().length);
    cells.push([start, Math.max(start, from + raw.trimEnd().length)]);
  };
  const endOfCode = codeEnds(source, lineFrom, lineTo);
  for (let at = lineFrom; at < lineTo; at++) {
    const character = source[at];
    if (character === '\\') at++;
    else if (character === '`') at = endOfCode(at);
    else if (character === '$' && formulas) at = (endOfFormula(source, at, lineTo) ?? at + 1) - 1;
    else if (character === '<') at = endOfTag(source, at, lineTo) - 1;
    else if (character === '|') {
      if (from > lineFrom || source.slice(lineFrom, at).trim() !== '') push(at);
      from = at + 1;
    }
  }
  if (source.slice(from, lineTo).trim() !== '') push(lineTo);
  return cells;
}

/** The offset after the tag that begins at `at`, or after its first character where none does. */
function endOfTag(source: string, at: number, limit: number): number {
  const end = scanTag(source, at)?.at[1] ?? limit + 1;
  return end <= limit ? end : at + 1;
}

/** Answers where the code that starts at an offset has its last backtick: at the end of its own run where it is never closed. */
function codeEnds(source: string, from: number, limit: number): (at: number) => number {
  let known: ReadonlyMap<number, number[]> | null = null;
  return (at) => {
    known ??= ticksIn(source, from, limit);
    const ticks = countTicks(source, at);
    const ahead = known.get(ticks) ?? [];
    // offsets are asked for in their order
    while ((ahead.at(-1) ?? limit) <= at) ahead.pop();
    return (ahead.at(-1) ?? at) + ticks - 1;
  };
}

/** Where runs of backticks begin, by their lengths; the last first. */
function ticksIn(source: string, from: number, limit: number): ReadonlyMap<number, number[]> {
  const runs = new Map<number, number[]>();
  for (let at = source.indexOf('`', from); at >= 0 && at < limit; ) {
    const ticks = countTicks(source, at);
    const alike = runs.get(ticks);
    if (alike === undefined) runs.set(ticks, [at]);
    else alike.push(at);
    at = source.indexOf('`', at + ticks);
  }
  for (const alike of runs.values()) alike.reverse();
  return runs;
}

function countTicks(source: string, at: number): number {
  let ticks = 1;
  while (source.charCodeAt(at + ticks) === 96) ticks++;
  return ticks;
}
