/** The drawn lines of a grid table → its cells, found by following their borders as pandoc's `gridtables` does. */

/** A cell: the lines and columns of its borders, and its place among rows and columns; all 0-based. */
export interface GridCell {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Grid {
  readonly cells: readonly GridCell[];
  /** The lines and columns of all borders, ascending. */
  readonly rowBorders: readonly number[];
  readonly columnBorders: readonly number[];
}

type Borders = Pick<GridCell, 'top' | 'left' | 'bottom' | 'right'>;

interface Tracing {
  /** The lines, borders drawn with `-`. */
  readonly lines: readonly string[];
  readonly lastColumn: number;
  readonly rowBorders: Set<number>;
  readonly columnBorders: Set<number>;
  /** How many characters may still be looked at: borders that never close must not cost more than the text is long. */
  left: number;
}

/** So often may each character be looked at. */
const LOOKS = 100;

/** Null where no cell is closed, or where following the borders takes too long. */
export function traceGrid(lines: readonly string[], width: number): Grid | null {
  const left = LOOKS * lines.reduce((sum, line) => sum + line.length, 0);
  const tracing: Tracing = {
    lines,
    lastColumn: width - 1,
    rowBorders: new Set([0]),
    columnBorders: new Set([0]),
    left,
  };
  const found = traceCells(tracing);
  if (found.length === 0 || tracing.left < 0) return null;
  const [rowBorders, columnBorders] = [tracing.rowBorders, tracing.columnBorders].map((borders) =>
    [...borders].sort((a, b) => a - b),
  );
  if (rowBorders === undefined || columnBorders === undefined) return null;
  // borders that cross without cells between them are no table that anyone drew
  if (rowBorders.length * columnBorders.length > left) return null;
  const [rowOf, columnOf] = [rowBorders, columnBorders].map((borders) => new Map(borders.map((border, at) => [border, at])));
  const cells = found.map((cell): GridCell => {
    const [row, column] = [rowOf?.get(cell.top) ?? 0, columnOf?.get(cell.left) ?? 0];
    return {
      ...cell,
      row,
      column,
      rows: (rowOf?.get(cell.bottom) ?? 0) - row,
      columns: (columnOf?.get(cell.right) ?? 0) - column,
    };
  });
  return { cells: cells.sort((a, b) => a.row - b.row || a.column - b.column), rowBorders, columnBorders };
}

/** From each corner a cell may begin, and where one ends are corners of others. */
function traceCells(tracing: Tracing): readonly Borders[] {
  const cells: Borders[] = [];
  const corners: (readonly [number, number])[] = [[0, 0]];
  const seen = new Set<number>();
  for (let corner = corners.pop(); corner !== undefined && tracing.left >= 0; corner = corners.pop()) {
    const [top, left] = corner;
    const key = top * (tracing.lastColumn + 1) + left;
    if (seen.has(key)) continue;
    seen.add(key);
    const cell = scanRight(tracing, top, left);
    if (cell === null) continue;
    cells.push(cell);
    corners.push([top, cell.right], [cell.bottom, left]);
  }
  return cells;
}

function at(tracing: Tracing, line: number, column: number): string | undefined {
  tracing.left--;
  return tracing.lines[line]?.[column];
}

/** Follows the upper border to a `+` from which a cell can be closed. */
function scanRight(tracing: Tracing, top: number, left: number): Borders | null {
  const passed: number[] = [];
  for (let column = left + 1; tracing.left >= 0; column++) {
    const character = at(tracing, top, column);
    if (character === '-') continue;
    if (character !== '+') break;
    passed.push(column);
    const bottom = scanDown(tracing, top, left, column);
    if (bottom === null) continue;
    for (const border of passed) tracing.columnBorders.add(border);
    return { top, left, bottom, right: column };
  }
  const length = tracing.lines[top]?.length ?? 0;
  return length <= tracing.lastColumn && passed.at(-1) === length - 1 ? scanRest(tracing, top, left) : null;
}

/** Follows the right border to a `+` from which the lower and left borders lead back; the lower border's line. */
function scanDown(tracing: Tracing, top: number, left: number, right: number): number | null {
  const passed: number[] = [];
  for (let line = top + 1; line < tracing.lines.length && tracing.left >= 0; line++) {
    const character = at(tracing, line, right);
    if (character === '+') {
      passed.push(line);
      if (closes(tracing, { top, left, bottom: line, right })) {
        for (const border of passed) tracing.rowBorders.add(border);
        return line;
      }
    } else if (character !== '|' && right !== tracing.lastColumn) return null;
  }
  return null;
}

/** Whether the lower and left borders of a cell are drawn; those of its neighbours that meet them are noted. */
function closes(tracing: Tracing, { top, left, bottom, right }: Borders): boolean {
  if (at(tracing, bottom, left) !== '+') return false;
  const [columns, rows]: [number[], number[]] = [[], []];
  for (let column = right - 1; column > left; column--) {
    const character = at(tracing, bottom, column);
    if (character === '+') columns.push(column);
    else if (character !== '-') return false;
  }
  for (let line = bottom - 1; line > top; line--) {
    const character = at(tracing, line, left);
    if (character === '+') rows.push(line);
    else if (character !== '|') return false;
  }
  for (const column of columns) tracing.columnBorders.add(column);
  for (const row of rows) tracing.rowBorders.add(row);
  return true;
}

/** The last cell of a row whose upper border is shorter than other lines: all up to the next line that is only border. */
function scanRest(tracing: Tracing, top: number, left: number): Borders | null {
  for (let line = top + 1; line < tracing.lines.length && tracing.left >= 0; line++) {
    const text = tracing.lines[line] ?? '';
    if (at(tracing, line, left) !== '+') continue;
    let column = left + 1;
    while (column < text.length && /[+-]/.test(at(tracing, line, column) ?? '')) column++;
    if (column < text.length) continue;
    tracing.rowBorders.add(line);
    tracing.columnBorders.add(tracing.lastColumn);
    return { top, left, bottom: line, right: tracing.lastColumn };
  }
  return null;
}
