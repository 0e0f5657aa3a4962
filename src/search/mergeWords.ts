/** The words of each lecture → those of the course, sorted, each with the lines that the files of words have of it. */
import type { Searchable } from '../model/searchable.ts';
import { type GrowingText, growingText } from './growingText.ts';
import { writeSlideList } from './writeSlideList.ts';

export interface CourseWord {
  readonly word: string;
  /** Slides that have it, and those that have it in their title; numbered through the course, rising. */
  readonly slides: readonly number[];
  readonly titles: readonly number[];
  /** The lists as they are written. */
  readonly written: string;
  /** Its places on each of its slides: steps, doubled, and one more for the last on its slide. */
  readonly places: string;
}

/** A word in one lecture: where its numbers stand in `Searchable.places`, and how many slides come before the lecture's. */
interface Share {
  readonly from: number;
  readonly base: number;
  readonly places: Searchable['places'];
}

/** `all`: how many slides the course has. Sorted by UTF-16 units, as the search compares. */
export function mergeWords(lectures: readonly Searchable[], all: number): readonly CourseWord[] {
  const text = growingText();
  return [...shareOut(lectures)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, shares]) => mergeWord(word, shares, all, text));
}

function shareOut(lectures: readonly Searchable[]): ReadonlyMap<string, Share[]> {
  const byWord = new Map<string, Share[]>();
  let base = 0;
  for (const { words, places, slides } of lectures) {
    let at = 0;
    for (const word of words === '' ? [] : words.split(' ')) {
      const share = { from: at, base, places };
      const shares = byWord.get(word);
      if (shares === undefined) byWord.set(word, [share]);
      else shares.push(share);
      let left = places[at++] ?? 0;
      for (; left > 0; left--) at += 2 + (places[at + 1] ?? 0);
    }
    base += slides;
  }
  return byWord;
}

function mergeWord(word: string, shares: readonly Share[], all: number, text: GrowingText): CourseWord {
  const slides: number[] = [];
  const titles: number[] = [];
  for (const { from, base, places } of shares) {
    let at = from + 1;
    for (let left = places[from] ?? 0; left > 0; left--) {
      const slide = places[at] ?? 0;
      slides.push(base + (slide >> 1));
      if ((slide & 1) === 1) titles.push(base + (slide >> 1));
      at = writePlaces(places, at + 1, text);
    }
  }
  const written = text.take();
  const lists = titles.length === 0 ? [slides] : [slides, titles];
  return { word, slides, titles, places: written, written: lists.map((list) => writeSlideList(list, all, text)).join(' ') };
}

/** Writes the places on one slide, whose count stands at `at`; gives where the next slide's numbers begin. */
function writePlaces(places: Searchable['places'], at: number, text: GrowingText): number {
  const end = at + 1 + (places[at] ?? 0);
  let before = 0;
  for (let next = at + 1; next < end; next++) {
    const place = places[next] ?? 0;
    text.number((place - before) * 2 + (next + 1 === end ? 1 : 0));
    before = place;
  }
  return end;
}
