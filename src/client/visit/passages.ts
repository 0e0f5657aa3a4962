/** A reading view: marks the passages that are new, or not what they were, since the reader's last visit. Seeing them is enough. */
import { LECTURES } from './lectures.ts';
import { mark, remember, rememberBefore, type Seen, seenBefore, seenSoFar } from './memory.ts';

interface Passage {
  readonly element: HTMLElement;
  readonly hash: string;
}

export function markPassages(main: HTMLElement): void {
  const { lecternLecture = '', lecternHash = '', lecternNew = '', lecternChangedSince = '' } = main.dataset;
  const name = `read:${lecternLecture}`;
  const passages = passagesOf(main);
  const before = seenBefore(name);
  const known = seenSoFar(name);
  const hashes = new Set(before?.values());
  const marked = before === null ? [] : passages.filter(({ hash }) => !hashes.has(hash));
  const seen: Seen = new Map();
  for (const { element, hash } of passages) {
    const old = marked.some((one) => one.element === element) ? known?.get(element.id) : hash;
    if (old !== undefined) seen.set(element.id, old);
  }
  remember(name, seen);
  rememberLecture(lecternLecture, lecternHash);
  for (const { element, hash } of marked) {
    mark(element, before?.has(element.id) === true ? lecternChangedSince : lecternNew, 'prepend', () => {
      remember(name, seen.set(element.id, hash));
    });
  }
  announce(main, marked);
}

/** A page without slides is one passage, headed by its title. */
function passagesOf(main: HTMLElement): readonly Passage[] {
  const { lecternHashes = '', lecternHash = '' } = main.dataset;
  const hashes = lecternHashes === '' ? [] : lecternHashes.split(' ');
  const sections = [...main.querySelectorAll<HTMLElement>('article > section[id]')];
  const header = main.querySelector<HTMLElement>('article > header');
  if (hashes.length === 0 && header !== null) return [{ element: header, hash: lecternHash }];
  if (hashes.length !== sections.length) return [];
  return sections.map((element, at) => ({ element, hash: hashes[at] ?? '' }));
}

/** Home need not mark a lecture that was opened, also in this visit. */
function rememberLecture(lecture: string, hash: string): void {
  const before = seenBefore(LECTURES);
  if (before !== null) rememberBefore(LECTURES, before.set(lecture, hash));
  remember(LECTURES, (seenSoFar(LECTURES) ?? new Map()).set(lecture, hash));
}

/** Says how many there are, and leads to the first. */
function announce(main: HTMLElement, marked: readonly Passage[]): void {
  const [first] = marked;
  if (first === undefined || first.element.id === '') return;
  const { lecternChanges = '', lecternChangesOne = '' } = main.dataset;
  const status = document.createElement('p');
  status.className = 'lectern-changes';
  status.setAttribute('role', 'status');
  main.querySelector('article')?.prepend(status);
  const link = document.createElement('a');
  link.href = `#${encodeURIComponent(first.element.id)}`;
  link.textContent = marked.length === 1 ? lecternChangesOne : lecternChanges.replace('{n}', String(marked.length));
  // A region speaks what comes into it, not what it comes with.
  requestAnimationFrame(() => status.append(link));
}
