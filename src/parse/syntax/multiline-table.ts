/**
 * Multiline tables: rows of several lines, with a blank line between them, and a line of dashes at the end. Over a header
 * stands a line of dashes as well. The columns are as wide as they are drawn, on a page of 72 characters.
 *
 *     -----------------------
 *      Phase   What is done
 *     -------- --------------
 *     ^ left   ^ the columns
 *     design   a contract and
 *              its checks
 *
 *     run      tests
 *     -----------------------
 */
import type { Stretch } from '../attributes.ts';
import { alignmentOf, containerOf, cutLine, type Dashes, dashesOf, drawColumns, endsTable, isDashes } from '../dashes.ts';
import {
  type Column,
  environmentOf,
  indentOf,
  lineEnd,
  lineStart,
  lineText,
  type MarkdownIt,
  type StateBlock,
} from '../tokens.ts';
import { pushTable, type TextRow } from '../tableTokens.ts';

/** Under a header a multiline table comes before a simple one, without a header after it. */
export function multilineTable(markdown: MarkdownIt): void {
  markdown.block.ruler.before('simple_table', 'multiline_table', (state, line, end, silent) =>
    parse(state, line, end, silent, true),
  );
  markdown.block.ruler.after('simple_table', 'multiline_table_headless', (state, line, end, silent) =>
    parse(state, line, end, silent, false),
  );
}

/** The line whose dashes are the columns, and the last; null where the table is never closed. */
interface Frame {
  readonly dashes: Dashes;
  readonly line: number;
  readonly last: number | null;
}

function parse(state: StateBlock, startLine: number, endLine: number, silent: boolean, headed: boolean): boolean {
  if (!isDashes(state, startLine) || startLine + 2 >= endLine || state.isEmpty(startLine + 1)) return false;
  const frame = headed ? frameUnderHeader(state, startLine, endLine) : frameFrom(state, startLine, endLine);
  if (frame === null || frame.last === null) {
    // over columns it may yet be a simple table, or one without a header
    if (frame !== null && !silent && (dashesOf(state, startLine)?.starts.length === 1) === headed)
      reportUnclosed(state, startLine);
    return false;
  }
  if (silent) return true;
  const { dashes, line, last } = frame;
  const rows = rowsBetween(state, line + 1, last, dashes);
  if (headed) rows.unshift(cutRow(state, startLine + 1, line, dashes));
  // without a header, the first line of text decides
  const over = rows[0]?.texts.map((texts) => texts.slice(0, headed ? texts.length : 1)) ?? [];
  pushTable(state, startLine, last + 1, { columns: columnsBy(dashes, over), head: headed ? 1 : 0 }, rows);
  return true;
}

function reportUnclosed(state: StateBlock, line: number): void {
  environmentOf(state).report(
    'unclosed-table',
    [lineStart(state, line), state.skipSpacesBack(lineEnd(state, line), 0)],
    'These dashes begin a table that is never closed, so they are a slide break.',
    'End the table with a line of dashes and a blank line; or put a blank line under this one where it is a slide break.',
  );
}

/** A table whose header stands between two lines of dashes, the first of which reaches over all columns. */
function frameUnderHeader(state: StateBlock, startLine: number, endLine: number): Frame | null {
  let line = startLine + 1;
  while (line < endLine && !state.isEmpty(line) && !isDashes(state, line) && !endsTable(state, line)) line++;
  if (line === startLine + 1 || line >= endLine || !isDashes(state, line)) return null;
  const top = dashesOf(state, startLine);
  const dashes = dashesOf(state, line);
  if (top === null || dashes === null || top.end <= (dashes.starts.at(-1) ?? 0)) return null;
  return frameFrom(state, line, endLine);
}

function frameFrom(state: StateBlock, line: number, endLine: number): Frame | null {
  const dashes = dashesOf(state, line);
  if (dashes === null || !drawColumns(dashes) || line + 1 >= endLine || state.isEmpty(line + 1)) return null;
  const last = lastLine(state, line + 1, endLine);
  return last === line + 1 ? null : { dashes, line, last };
}

const HEADING = /^#{1,6}[ \t]+\S/;

/**
 * The first line of dashes before a blank line, null where the container ends before one, or a heading after a blank line
 * shows that the table was never closed. Looked for once, since each line may be where a table begins.
 */
function lastLine(state: StateBlock, from: number, endLine: number): number | null {
  const container = containerOf(state, endLine);
  const known = KNOWN.get(state);
  if (known?.container === container && known.from <= from && from <= known.end) return known.last;
  let end = from;
  let last: number | null = null;
  for (; end < endLine && last === null && !endsTable(state, end); end++) {
    if (isDashes(state, end) && (end + 1 >= endLine || state.isEmpty(end + 1) || endsTable(state, end + 1))) last = end;
    else if (state.isEmpty(end - 1) && indentOf(state, end) === 0 && HEADING.test(lineText(state, end))) break;
  }
  KNOWN.set(state, { container, from, end: last ?? end, last });
  return last;
}

const KNOWN = new WeakMap<
  StateBlock,
  { readonly container: string; readonly from: number; readonly end: number; readonly last: number | null }
>();

/** A row, and for each cell its lines as drawn. */
type DrawnRow = TextRow & { readonly texts: readonly (readonly string[])[] };

function rowsBetween(state: StateBlock, from: number, to: number, dashes: Dashes): DrawnRow[] {
  const rows: DrawnRow[] = [];
  for (let line = from; line < to; ) {
    let next = line;
    while (next < to && !state.isEmpty(next)) next++;
    if (next > line) rows.push(cutRow(state, line, next, dashes));
    line = next + 1;
  }
  return rows;
}

function cutRow(state: StateBlock, from: number, to: number, dashes: Dashes): DrawnRow {
  const cells: Stretch[][] = [];
  const texts: string[][] = [];
  for (let line = from; line < to; line++)
    for (const [column, { at, text }] of cutLine(state, line, dashes).entries()) {
      const [cell = [], drawn = []] = [cells[column], texts[column]];
      cell.push(at);
      // a line that ends before the column has nothing in it
      while (drawn.length < line - from) drawn.push('');
      drawn.push(text);
      cells[column] = cell;
      texts[column] = drawn;
    }
  return { line: from, cells, texts };
}

/** Pandoc's page is as wide as this. */
const PAGE = 72;

/** The distance from each column to the next is its width. */
function columnsBy({ starts, lengths, end }: Dashes, texts: readonly (readonly string[])[]): readonly Column[] {
  const drawn = starts.map((start, at) => (starts[at + 1] ?? end + 1) - start);
  const [last = 0, before = 0] = [drawn.at(-1), drawn.at(-2)];
  // the space after a column counts for all but the last
  if (drawn.length > 1 && last < before && before - last <= 2) drawn[drawn.length - 1] = before;
  const sum = drawn.reduce((all, one) => all + one, starts[0] ?? 0);
  const page = Math.max(PAGE, end + 1, sum);
  const shares = drawn.map((width) => width / page);
  const total = Math.max(
    1,
    shares.reduce((all, one) => all + one, 0),
  );
  return shares.map((share, at) => ({ align: alignmentOf(texts[at] ?? [], lengths[at] ?? 0), width: share / total }));
}
