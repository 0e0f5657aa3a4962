/** Opens the box of the search. All that it does there is a script of its own, which is loaded when it is first wanted. */
import { furniture } from './config.ts';
import { keep, kept } from './kept.ts';
import type { SearchWords } from '../model/wire.ts';

/** Kept where the reader switched single letters off. */
const LETTERS_OFF = 'letters-off';

/** In the address of what was found: the words that were looked for. */
const MARK = 'mark';

/** The words that the address asks to be marked, which it then has no more; null where there are none. */
export function takeMarks(): string | null {
  const query = new URLSearchParams(location.search);
  const words = query.get(MARK);
  if (words === null) return null;
  query.delete(MARK);
  const rest = String(query) === '' ? '' : `?${query}`;
  history.replaceState(history.state, '', location.pathname + rest + location.hash);
  return words;
}

/** Gives the function that opens the box. `marks`: words to mark at once. */
export function makeSearch(marks: string | null): () => void {
  const box = furniture<HTMLDialogElement>('search-box');
  const open = (): void => {
    load(box);
    if (box?.open === false) box.showModal();
    furniture<HTMLInputElement>('search-for')?.select();
  };
  furniture('search')?.addEventListener('click', open);
  box?.addEventListener('click', ({ target }) => {
    if (target === box || (target as Element).closest('[data-lectern-close]') !== null) box.close();
  });
  if (marks !== null && box !== null) {
    box.dataset.marks = marks;
    load(box);
  }
  return open;
}

/** The search of a page that has no other keys. */
export function watchSearch(): void {
  const open = makeSearch(takeMarks());
  const letters = furniture<HTMLInputElement>('letters');
  if (letters !== null) letters.checked = kept(LETTERS_OFF) === null;
  letters?.addEventListener('change', () => keep(LETTERS_OFF, letters.checked ? null : '1'));
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, altKey, metaKey, target } = event;
    if (key !== '/' || ctrlKey || altKey || metaKey || letters?.checked === false) return;
    if (document.querySelector('dialog[open]') !== null || isTyping(target as Element)) return;
    event.preventDefault();
    open();
  });
}

function load(box: HTMLElement | null): void {
  const { script, words = '' } = box?.dataset ?? {};
  const says = furniture('search-says');
  if (box === null || says === null || script === undefined || box.dataset.loaded !== undefined) return;
  box.dataset.loaded = '';
  says.textContent = '';
  // without a network, or where the site has another by now: the next time that the box is opened it is tried again
  const onerror = (): void => {
    delete box.dataset.loaded;
    says.textContent = (JSON.parse(words) as SearchWords).failed;
  };
  document.head.append(Object.assign(document.createElement('script'), { src: script, onerror }));
}

function isTyping(at: Element): boolean {
  return at.closest('input, textarea, select, [contenteditable]') !== null;
}
