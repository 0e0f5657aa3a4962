/**
 * Simple tables: a line of dashes, a run for each column, under the header or over the rows; each row is one line.
 *
 *       Right Left
 *     ------- ------
 *     ^ the text over it stands at its right end, so the column is aligned right
 *          12 drift
 *     ------- ------
 *     ^ ends the table, before a blank line; needed where there is no header
 */
import { alignmentOf, containerOf, cutLine, type Dashes, dashesOf, drawColumns, endsTable, isDashes } from '../dashes.ts';
import { indentOf, lineText, type MarkdownIt, type StateBlock } from '../tokens.ts';
import { pushTable } from '../tableTokens.ts';

export function simpleTable(markdown: MarkdownIt): void {
  markdown.block.ruler.before('code', 'simple_table', parseSimpleTable);
}

/** What these begin is never the header of a table: lists, headings, code, divs, quotes. */
const OTHER_BLOCK = /^(?:[-*+](?:[ \t]|$)|#{1,6}(?:[ \t]|$)|`{3}|~{3}|:{3}|>|<!--)/;

function parseSimpleTable(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const headless = isDashes(state, startLine);
  const line = headless ? startLine : startLine + 1;
  if (line + 1 >= endLine || !isDashes(state, line) || state.isEmpty(line + 1)) return false;
  if (!headless && indentOf(state, startLine) <= 3 && OTHER_BLOCK.test(lineText(state, startLine))) return false;
  const dashes = dashesOf(state, line);
  if (dashes === null || !drawColumns(dashes) || (!headless && dashes.starts.length === 1)) return false;
  const end = endOfLines(state, line + 1, endLine);
  const closed = end > line + 1 && isDashes(state, end - 1);
  const rowsEnd = closed ? end - 1 : end;
  if (rowsEnd === line + 1 || (headless && !closed)) return false;
  if (silent) return true;
  const rows: number[] = headless ? [] : [startLine];
  for (let row = line + 1; row < rowsEnd; row++) rows.push(row);
  const cut = rows.map((row) => ({ line: row, cells: cutLine(state, row, dashes) }));
  const columns = columnsBy(dashes, cut[0]?.cells.map(({ text }) => text) ?? []);
  pushTable(
    state,
    startLine,
    end,
    { columns, head: headless ? 0 : 1 },
    cut.map((row) => ({ line: row.line, cells: row.cells.map(({ at }) => [at]) })),
  );
  return true;
}

function columnsBy({ lengths }: Dashes, first: readonly string[]) {
  return lengths.map((length, column) => ({ align: alignmentOf([first[column] ?? ''], length), width: null }));
}

/** The line after those that no blank line separates. Looked for once, since each of them may be where a table begins. */
function endOfLines(state: StateBlock, from: number, endLine: number): number {
  const container = containerOf(state, endLine);
  const known = KNOWN.get(state);
  if (known?.container === container && known.from <= from && from < known.end) return known.end;
  let end = from;
  while (end < endLine && !state.isEmpty(end) && !endsTable(state, end)) end++;
  KNOWN.set(state, { container, from, end });
  return end;
}

const KNOWN = new WeakMap<StateBlock, { readonly container: string; readonly from: number; readonly end: number }>();
