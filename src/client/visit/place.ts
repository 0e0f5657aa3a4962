/** Where a reader stopped: kept as the names of passages, so that it holds when the text changes, and offered when one comes back. */
import { keep, kept } from '../kept.ts';

/** The line below the window's top edge, as a share of its height, at which a passage becomes the current one. */
const LINE = 0.3;

/** The passage where one stopped and those before it, nearest first, should it be gone; and its title. */
interface Place {
  readonly lecture: string;
  readonly ids: readonly string[];
  readonly title: string;
}

const LAST = 'last';

/** On a reading view: offers the place of before, and keeps the one of now. It never moves the page by itself. */
export function watchReading(main: HTMLElement): void {
  const { lecternLecture: lecture = '', lecternContinue = '' } = main.dataset;
  const name = `place:${lecture}`;
  const passages = [...main.querySelectorAll<HTMLElement>('article > section[id], .lectern-prose > :is(h2, h3)[id]')];
  const before = read(kept(name));
  const there = before?.ids.map((id) => document.getElementById(id)).find((element) => element !== null);
  if (there != null && location.hash === '' && scrollY < innerHeight) {
    main.querySelector('article')?.prepend(offer(`#${encodeURIComponent(there.id)}`, lecternContinue, titleOf(there, passages)));
  }
  const note = (): void => {
    const passed = passages.filter((passage) => passage.getBoundingClientRect().top <= innerHeight * LINE).reverse();
    const [current] = passed;
    if (current === undefined) return;
    const ends = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    const ids = passed.slice(0, 3).map(({ id }) => id);
    const place = ends ? null : JSON.stringify({ lecture, ids, title: titleOf(current, passages) } satisfies Place);
    keep(name, place);
    if (place !== null || read(kept(LAST))?.lecture === lecture) keep(LAST, place);
  };
  addEventListener('scrollend', note);
  // this script comes with the first move, which may have been the one that led there
  if (scrollY > 0) note();
}

/** On home: leads to the lecture that was read last, if the course still has it. */
export function offerLast(list: HTMLElement): void {
  const last = read(kept(LAST));
  const rows = [...list.querySelectorAll<HTMLElement>('[data-lectern-lecture]')];
  const link = rows.find((row) => row.dataset.lecternLecture === last?.lecture)?.querySelector('a');
  if (last === null || link == null) return;
  const words = (list.dataset.lecternContinueLecture ?? '').replace('{lecture}', () => link.textContent ?? '');
  const href = `${link.href}#${encodeURIComponent(last.ids[0] ?? '')}`;
  document.querySelector('.hero .wrap')?.append(offer(href, words, last.title));
}

function offer(href: string, words: string, title: string): HTMLElement {
  const box = document.createElement('p');
  box.className = 'lectern-visit';
  const link = document.createElement('a');
  link.href = href;
  link.textContent = words.replace('{title}', () => title);
  box.append(link);
  return box;
}

/** A passage without a heading goes on under the one before. */
function titleOf(passage: HTMLElement, all: readonly HTMLElement[]): string {
  const upTo = all.slice(0, all.indexOf(passage) + 1).reverse();
  const titles = upTo.map((one) => (/^H/.test(one.tagName) ? one : one.querySelector('.lectern-head :is(h2, h3)')));
  return (titles.find((title) => title !== null) ?? document.querySelector('h1'))?.textContent?.trim() ?? '';
}

function read(text: string | null): Place | null {
  try {
    return text === null ? null : (JSON.parse(text) as Place);
  } catch {
    return null;
  }
}
