/** The cell of a grid table → its tokens: its lines are read as blocks where they stand, between their borders. */
import type { DrawnLine } from './columns.ts';
import { environmentOf, lineEnd, lineStart, metaOf, type StateBlock, setMeta } from './tokens.ts';
import type { GridCell } from './traceGrid.ts';

/** `drawn`: the lines of the table, which begins at `startLine`. */
export function pushGridCell(state: StateBlock, startLine: number, cell: GridCell, drawn: readonly DrawnLine[]): void {
  const [from, to] = [startLine + cell.top + 1, startLine + cell.bottom];
  const open = state.push('td_open', 'td', 1);
  setMeta(open, { cell: { column: cell.column, columns: cell.columns, rows: cell.rows } });
  const restore = narrow(state, from, to, cell, drawn.slice(cell.top + 1, cell.bottom));
  const first = state.skipEmptyLines(from);
  if (first < to) {
    let last = to - 1;
    while (state.isEmpty(last)) last--;
    setMeta(open, { at: [lineStart(state, first), lineEnd(state, last)] });
    const pushed = state.tokens.length;
    state.md.block.tokenize(state, from, to);
    placeTokens(state, pushed);
  } else setMeta(open, { at: emptyPlace(drawn, cell) });
  restore();
  state.push('td_close', 'td', -1);
}

function emptyPlace(drawn: readonly DrawnLine[], { top, left, right }: GridCell): readonly [number, number] {
  const line = drawn[Math.min(top + 1, drawn.length - 1)];
  return [line?.offsetAt(Math.min(left + 1, right)) ?? 0, line?.offsetAt(right) ?? 0];
}

/** Makes the state see no more of these lines than what stands in the cell; what undoes it. */
function narrow(state: StateBlock, from: number, to: number, { left, right }: GridCell, lines: readonly DrawnLine[]): () => void {
  const environment = environmentOf(state);
  const marks = [state.bMarks, state.eMarks, state.tShift, state.sCount, state.bsCount];
  const kept = marks.map((mark) => mark.slice(from, to));
  const { line, lineMax, blkIndent, listIndent, parentType, tight } = state;
  const { openDivisions, openDetails, openCells } = environment;
  const texts = lines.map(({ text }) => text.slice(left + 1, right).trimEnd());
  const margin = texts.every((text) => text === '' || text.startsWith(' ')) ? 1 : 0;
  for (const [at, { offsetAt }] of lines.entries()) {
    const text = texts[at] ?? '';
    const indent = Math.max(0, text.length - text.trimStart().length - margin);
    const start = offsetAt(left + 1 + (text === '' ? 0 : margin));
    state.bMarks[from + at] = start;
    state.eMarks[from + at] = text === '' ? start : offsetAt(left + 1 + text.length);
    state.tShift[from + at] = text === '' ? 0 : offsetAt(left + 1 + margin + indent) - start;
    state.sCount[from + at] = indent;
    state.bsCount[from + at] = 0;
  }
  Object.assign(state, { lineMax: to, blkIndent: 0, listIndent: -1, parentType: 'root', tight: true });
  Object.assign(environment, { openDivisions: 0, openDetails: 0, openCells: openCells + 1 });
  return () => {
    for (const [index, mark] of marks.entries()) for (const [at, value] of (kept[index] ?? []).entries()) mark[from + at] = value;
    Object.assign(state, { line, lineMax, blkIndent, listIndent, parentType, tight });
    Object.assign(environment, { openDivisions, openDetails, openCells });
  };
}

/** Tokens that only know their lines are given their place, while lines are those of the cell. */
function placeTokens(state: StateBlock, from: number): void {
  for (let at = from; at < state.tokens.length; at++) {
    const token = state.tokens[at];
    if (token === undefined || token.map === null || token.type === 'inline') continue;
    const [start, end] = metaOf(token).at ?? [0, 0];
    if (end > start) continue;
    const first = lineStart(state, token.map[0]);
    const to = lineEnd(state, Math.max(token.map[0], token.map[1] - 1));
    setMeta(token, { at: [first, Math.max(first, to)] });
  }
}
