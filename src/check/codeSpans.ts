/** A lecture → the stretches of its source that are code or comments, where marks mean nothing. */
import type { Lecture } from '../model/lecture.ts';
import type { Span } from '../model/source.ts';
import { nodesOfKind } from './visitNodes.ts';

/** Answers whether an offset of the lecture's source lies in code, in raw text of HTML, or in a comment. */
export function codeSpans(lecture: Lecture): (offset: number) => boolean {
  const nodes = nodesOfKind(lecture, 'code', 'inline-code', 'html-verbatim');
  return isWithin([...lecture.comments, ...nodes].map(({ span }) => span));
}

/** Answers whether an offset lies in one of some spans, which may lie in each other. */
export function isWithin(spans: readonly Pick<Span, 'start' | 'end'>[]): (offset: number) => boolean {
  const sorted = spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { start, end } of sorted) {
    const last = ends.length - 1;
    if (last >= 0 && start <= (ends[last] ?? 0)) ends[last] = Math.max(ends[last] ?? 0, end);
    else {
      starts.push(start);
      ends.push(end);
    }
  }
  return (offset) => {
    const at = countUpTo(starts, offset) - 1;
    return at >= 0 && offset < (ends[at] ?? 0);
  };
}

/** How many of the ascending numbers are at most the limit. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
