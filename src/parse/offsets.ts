/** Turns a source into the text that markdown-it reads, and its offsets back into offsets of the untouched source. */
import type { SourceFile, Span } from '../model/source.ts';

export interface ReadableText {
  /** Line ends as `\n`; the front matter as spaces, newline for newline, and a byte order mark as a line of its own. */
  readonly text: string;
  /** The offset in the untouched source of an offset in `text`. */
  readonly original: (offset: number) => number;
}

/** The source as markdown-it may read it, with `blank` (the front matter) left out without moving anything. */
export function readableText(source: SourceFile, blank: Span | null): ReadableText {
  const blanked =
    blank === null
      ? source.text
      : source.text.slice(0, blank.start) + spaces(source.text.slice(blank.start, blank.end)) + source.text.slice(blank.end);
  const text = blanked.replace(/^\uFEFF/, '\n').replaceAll('\0', '\uFFFD');
  if (!text.includes('\r')) return { text, original: (offset) => offset };
  const pairs = [...text.matchAll(/\r\n/g)].map((match, before) => match.index - before);
  return { text: text.replace(/\r\n?/g, '\n'), original: (offset) => offset + countBelow(pairs, offset) };
}

/** The offset where each line of a readable text ends. */
export function lineEndsOf(text: string): readonly number[] {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
  ends.push(text.length);
  return ends;
}

function spaces(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** How many of the ascending numbers are below the limit. */
function countBelow(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
