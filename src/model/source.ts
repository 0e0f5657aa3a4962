/** The author's own text, and places in it. */

/** One text file of a course, exactly as it stands on disk (never cut, never normalised). */
export interface SourceFile {
  /** From the course's root, with `/` between folders, in NFC: `slides/01-lifecycle.md`. */
  readonly path: string;
  readonly text: string;
}

/** A stretch of a source file: UTF-16 offsets into the untouched text, `end` is the first offset after it. */
export interface Span {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** A place as editors count: both 1-based, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where each line of `text` starts (0-based offsets); lines end at `\n`, `\r\n` or a lone `\r`. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** The line and column of an offset, found by bisection in `starts` (from `lineStarts`). */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
