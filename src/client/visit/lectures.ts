/** Home: marks the lectures that are new, or not what they were, since the reader's last visit. Seeing the mark is enough. */
import { mark, remember, seenBefore, seenSoFar } from './memory.ts';

/** What was seen of all lectures; the empty name says that home was visited at all. */
export const LECTURES = 'seen';

export function markLectures(list: HTMLElement): void {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-lectern-hash]')];
  const before = seenBefore(LECTURES);
  const seen = seenSoFar(LECTURES) ?? new Map<string, string>();
  const see = (row: HTMLElement): void => {
    seen.set(nameOf(row), row.dataset.lecternHash ?? '');
    remember(LECTURES, seen);
  };
  if (before?.has('') !== true) {
    seen.set('', '');
    for (const row of rows) see(row);
    return;
  }
  const { lecternNew = '', lecternChangedSince = '' } = list.dataset;
  for (const row of rows) {
    const heading = row.querySelector('h2, h3');
    if (heading === null || before.get(nameOf(row)) === row.dataset.lecternHash) continue;
    mark(heading, before.has(nameOf(row)) ? lecternChangedSince : lecternNew, 'append', () => see(row));
  }
}

function nameOf(row: HTMLElement): string {
  return row.dataset.lecternLecture ?? '';
}
