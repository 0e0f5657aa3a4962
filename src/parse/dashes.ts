/** Lines of dashes → the columns of a simple or multiline table, and lines of text → what stands under them. */
import type { Stretch } from './attributes.ts';
import { drawnLine } from './columns.ts';
import { type Column, environmentOf, indentOf, lineEnd, lineStart, lineText, type StateBlock } from './tokens.ts';

/** A line of dashes. Columns are 0-based, inside the container. */
export interface Dashes {
  /** Where each run of dashes begins, and how many there are. */
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
  /** The column after the last. */
  readonly end: number;
}

const DASHES = /^-[- \t]*$/;

/** The dashes of a line that has nothing else; null where it has, or is indented as code. */
export function dashesOf(state: StateBlock, line: number): Dashes | null {
  if (!isDashes(state, line)) return null;
  const { text } = drawnLine(state, line);
  const runs = [...text.matchAll(/-+/g)];
  const lengths = runs.map(([run]) => run.length);
  return { starts: runs.map(({ index }) => index), lengths, end: (runs.at(-1)?.index ?? 0) + (lengths.at(-1) ?? 0) };
}

/** Whether a line has dashes and nothing else. */
export function isDashes(state: StateBlock, line: number): boolean {
  const indent = indentOf(state, line);
  return indent >= 0 && indent <= 3 && state.src[lineStart(state, line)] === '-' && DASHES.test(lineText(state, line));
}

/**
 * Whether dashes draw columns. One run in the first column is a slide break, or underlines a heading, and never a table
 * of one column, as it would be for pandoc; and so are dashes one by one.
 */
export function drawColumns({ starts, lengths }: Dashes): boolean {
  return lengths.some((length) => length > 1) && (starts.length > 1 || (starts[0] ?? 0) > 0);
}

/** Whether a table ends before a line: with its container. */
export function endsTable(state: StateBlock, line: number): boolean {
  if (state.isEmpty(line)) return false;
  if (indentOf(state, line) < 0) return true;
  return environmentOf(state).openDivisions > 0 && indentOf(state, line) === 0 && /^:{3,}[ \t]*$/.test(lineText(state, line));
}

/** Tells the container that is open, up to a line, from others: for what is looked for once in each. */
export function containerOf(state: StateBlock, endLine: number): string {
  return `${state.level} ${state.blkIndent} ${endLine} ${state.bMarks[endLine - 1]}`;
}

/** How text stands over or under a run of dashes says how its column is aligned; by the shortest of these lines. */
export function alignmentOf(lines: readonly string[], length: number): Column['align'] {
  const texts = lines.map((line) => line.trimEnd()).filter((line) => line !== '');
  const shortest = texts.reduce((short, text) => (text.length < short.length ? text : short), texts[0] ?? '');
  const [before, after] = [shortest.startsWith(' '), shortest !== '' && shortest.length < length];
  if (before) return after ? 'center' : 'right';
  return after ? 'left' : null;
}

/** Where the text under each run of dashes stands on a line, and the text as drawn; up to the last column that has some. */
export function cutLine(
  state: StateBlock,
  line: number,
  { starts }: Dashes,
): readonly { readonly at: Stretch; readonly text: string }[] {
  const drawn = drawnLine(state, line);
  const { text, offsetAt } = drawn;
  const pieces: { at: Stretch; text: string }[] = [];
  const used = text.trimEnd().length;
  for (let column = 0; column < starts.length && (column === 0 || (starts[column] ?? 0) < used); column++) {
    // what stands before the first run is lost to pandoc
    const from = column === 0 ? 0 : (starts[column] ?? 0);
    const raw = text.slice(from, Math.min(used, starts[column + 1] ?? used));
    const start = from + (raw.length - raw.trimStart().length);
    const at: Stretch = [offsetAt(start), Math.max(offsetAt(start), offsetAt(from + raw.trimEnd().length))];
    pieces.push({ at, text: column === 0 ? raw.slice(starts[0] ?? 0) : raw });
  }
  const cut = starts.find((start, at) => at > 0 && /^\S\S$/.test(text.slice(start - 1, start + 1)));
  if (cut !== undefined) reportCut(state, line, offsetAt(cut));
  return pieces;
}

const LONGEST_WORD = 40;

/** A word that stands across two columns is cut in two. */
function reportCut(state: StateBlock, line: number, offset: number): void {
  const before = /\S*$/.exec(state.src.slice(Math.max(lineStart(state, line), offset - LONGEST_WORD), offset))?.[0] ?? '';
  const after = /^\S*/.exec(state.src.slice(offset, Math.min(lineEnd(state, line), offset + LONGEST_WORD)))?.[0] ?? '';
  environmentOf(state).report(
    'crooked-table',
    [offset - before.length, offset + after.length],
    `“${before}${after}” stands across two columns of its table, so it is cut in two.`,
    'Begin the text of each column under its dashes, or draw the dashes longer.',
  );
}
