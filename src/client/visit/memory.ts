/** What was seen of something, as hashes by name: as it is now, and as it was when this visit began. */
import { keep, kept } from '../kept.ts';

export type Seen = Map<string, string>;

/** Null: never here before. */
export function seenSoFar(name: string): Seen | null {
  return read(kept(name));
}

/** A visit lasts as long as its window: what is new stays marked when a page is loaded again. */
export function seenBefore(name: string): Seen | null {
  const before = kept(name, 'sessionStorage') ?? kept(name);
  if (before !== null) keep(name, before, 'sessionStorage');
  return read(before);
}

export function remember(name: string, seen: Seen): void {
  keep(name, JSON.stringify([...seen]));
}

/** Changes what was seen as this visit began. */
export function rememberBefore(name: string, seen: Seen): void {
  keep(name, JSON.stringify([...seen]), 'sessionStorage');
}

/** Puts `words` at the beginning or end of an element, to say that something is new or not what it was; calls back once they are in view. */
export function mark(element: Element, words: string, where: 'prepend' | 'append', onSeen: () => void): void {
  const label = document.createElement('span');
  label.className = 'lectern-since';
  label.textContent = words;
  element[where](label);
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    onSeen();
  });
  observer.observe(label);
}

function read(text: string | null): Seen | null {
  try {
    return text === null ? null : new Map(JSON.parse(text) as [string, string][]);
  } catch {
    return null;
  }
}
