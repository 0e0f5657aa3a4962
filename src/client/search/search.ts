/** The script of the search box: looks as the reader types, shows what is found, and marks it where it leads. */
import { fill, type SearchWords } from '../../model/wire.ts';
import { furniture } from '../config.ts';
import { findSlides } from './findSlides.ts';
import { loadFile } from './loadFile.ts';
import { clearMarks, markWords } from './markWords.ts';
import { type Index, openIndex } from './openIndex.ts';
import { readQuery } from './readQuery.ts';
import { hitOf, type Showing } from './showHits.ts';

/** Results that are shown at once, and more of them each time. */
const SHOWN = 8;

const box = furniture<HTMLDialogElement>('search-box');
const input = furniture<HTMLInputElement>('search-for');
const list = furniture('search-hits');
const says = furniture('search-says');
const more = furniture('search-more');
const words = JSON.parse(box?.dataset.words ?? '{}') as SearchWords;
const deck = document.querySelector('.reveal') !== null;
const state: { index: Promise<Index> | null; round: number; done: Promise<void>; rest: () => void } = {
  index: null,
  round: 0,
  done: Promise.resolve(),
  rest: () => {},
};

input?.addEventListener('input', searchNow);
more?.addEventListener('click', () => state.rest());
box?.addEventListener('keydown', walk);
box?.addEventListener('click', (event) => follow((event.target as Element).closest('a'), event));
document.addEventListener('lectern-moved', clearMarks);
if (box?.dataset.marks !== undefined) markWords(box.dataset.marks);
if (input?.value !== '') searchNow();

function searchNow(): void {
  state.done = search();
}

async function search(): Promise<void> {
  const round = ++state.round;
  try {
    await answer(round);
  } catch {
    if (round === state.round) await searchAnew(round);
  }
}

/** The course may have been published anew since this page was opened, or what the browser kept of it is too old. */
async function searchAnew(round: number): Promise<void> {
  state.index = openIndex((name) => loadFile(name, name === 'table'));
  try {
    await answer(round);
  } catch {
    state.index = null;
    if (round !== state.round) return;
    list?.replaceChildren();
    if (more !== null) more.hidden = true;
    tell(words.failed);
  }
}

async function answer(round: number): Promise<void> {
  const query = input?.value ?? '';
  const terms = readQuery(query);
  state.index ??= openIndex(loadFile);
  const index = await state.index;
  const found = await findSlides(terms, index);
  if (round === state.round) await show(found, { query, terms, deck, words }, index);
}

/** The old results stay until the new ones can be shown. */
async function show(found: readonly number[], showing: Showing, index: Index): Promise<void> {
  const round = state.round;
  const hits = await hitsFrom(0, found, showing, index);
  if (round !== state.round) return;
  list?.replaceChildren(...hits);
  const count = found.length === 1 ? words.foundOne : found.length === 0 ? words.none : words.found;
  tell(showing.terms.length === 0 ? '' : fill(count, { n: found.length, query: showing.query.trim() }));
  offerMore(SHOWN, found, showing, index);
}

function hitsFrom(from: number, found: readonly number[], showing: Showing, index: Index): Promise<readonly Node[]> {
  return Promise.all(found.slice(from, from + SHOWN).map(async (slide) => hitOf(await index.slide(slide), showing)));
}

function offerMore(from: number, found: readonly number[], showing: Showing, index: Index): void {
  if (more === null) return;
  more.hidden = found.length <= from;
  more.textContent = fill(words.more, { n: Math.min(SHOWN, found.length - from) });
  state.rest = () => {
    const round = state.round;
    const append = (hits: readonly Node[]): void => {
      if (round !== state.round) return;
      const focused = document.activeElement === more;
      list?.append(...hits);
      offerMore(from + SHOWN, found, showing, index);
      if (focused) list?.children[from]?.querySelector<HTMLElement>('a')?.focus();
    };
    hitsFrom(from, found, showing, index).then(append, () => searchAnew(++state.round));
  };
}

function tell(text: string): void {
  if (says !== null && says.textContent !== text) says.textContent = text;
}

/** Up and down walk through the results, from the box and back to it; Enter in the box takes the first. */
function walk(event: KeyboardEvent): void {
  const { key } = event;
  const links = [...(list?.querySelectorAll<HTMLAnchorElement>('.hit') ?? [])];
  const item = (document.activeElement as HTMLElement | null)?.closest('li');
  const at = links.findIndex((link) => link.closest('li') === item);
  // letters go on typing
  if (at >= 0 && /^(?:\S|Backspace)$/u.test(key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
    input?.focus();
    return;
  }
  if (key === 'Enter' && document.activeElement === input) void state.done.then(() => firstHit()?.click());
  else if (key === 'ArrowDown') (links[at + 1] ?? (more?.hidden === false ? more : null))?.focus();
  else if (key === 'ArrowUp' && document.activeElement === more) links.at(-1)?.focus();
  else if (key === 'ArrowUp') (at > 0 ? links[at - 1] : input)?.focus();
  else return;
  event.preventDefault();
}

/** Of what was typed last: who types fast and goes on at once means that. */
function firstHit(): HTMLAnchorElement | null {
  return list?.querySelector<HTMLAnchorElement>('.hit') ?? null;
}

/** What was found on this very page need not be loaded again. */
function follow(link: HTMLAnchorElement | null, event: MouseEvent): void {
  if (link === null || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const { pathname, hash, searchParams } = new URL(link.href);
  if (pathname !== location.pathname) return;
  event.preventDefault();
  box?.close();
  const mark = (): void => markWords(searchParams.get('mark') ?? '');
  if (hash === location.hash || decodeURIComponent(hash) === decodeURIComponent(location.hash)) {
    document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
    mark();
  } else {
    // a deck has heard of it first
    addEventListener('hashchange', mark, { once: true });
    location.hash = hash;
  }
}
