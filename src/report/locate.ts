/** Spans → places as editors count them, each file's lines found once. */
import { isImage, isMedia } from '../model/assetFile.ts';
import { lineStarts, type Position, positionAt, type Span } from '../model/source.ts';

/** Where a span stands, for people: lines and columns 1-based, columns in UTF-16 units, the end exclusive. */
export interface Place {
  /** With the caller's prefix before it. */
  readonly path: string;
  /** Null where the file's text is not known. */
  readonly start: Position | null;
  readonly end: Position | null;
  /** The file's lines without their ends, without a byte order mark; empty where the text is not known. */
  readonly lines: readonly string[];
}

/** Gives the text of a file of the course, or null where it cannot be read. */
export type ReadText = (path: string) => string | null;

interface Lines {
  readonly starts: readonly number[];
  readonly lines: readonly string[];
  /** 1 where the text opens with a byte order mark, which no editor counts. */
  readonly mark: 0 | 1;
}

/** A function from spans to places that reads each file once; `prefix` goes before every path as it is. */
export function createLocator(readText: ReadText, prefix: string): (span: Span) => Place {
  const known = new Map<string, Lines | null>();
  return (span) => {
    const file = known.has(span.path)
      ? known.get(span.path)
      : linesOf(isImage(span.path) || isMedia(span.path) ? null : readText(span.path));
    known.set(span.path, file ?? null);
    const path = prefix + span.path;
    if (file == null) return { path, start: null, end: null, lines: [] };
    const at = (offset: number) => positionAt(file.starts, Math.max(0, offset - file.mark));
    return {
      path,
      start: at(span.start),
      end: at(Math.max(span.start, span.end)),
      lines: file.lines,
    };
  };
}

function linesOf(text: string | null): Lines | null {
  if (text === null) return null;
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const counted = text.slice(mark);
  const starts = lineStarts(counted);
  const lines = starts.map((start, at) => counted.slice(start, starts[at + 1]).replace(/[\r\n]+$/, ''));
  return { starts, lines, mark };
}
