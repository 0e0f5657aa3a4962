/** The mark of an element in a page that was measured → where it stands in the source. */
import type { Span } from '../model/source.ts';

/** `at` is `120-164`; null stands for the beginning of the file. */
export function spanOfMark(path: string, at: string | null): Span {
  const [start = 0, end = start] = (at ?? '').split('-').map(Number);
  return { path, start, end };
}
