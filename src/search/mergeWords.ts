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
  /** Its places on each of its slides, as they are written. */
  readonly places: string;
}

/** The same while lectures are read, one after another. */
interface Growing {
  readonly word: string;
  readonly slides: number[];
  readonly titles: number[];
  places: string;
}

/** `all`: how many slides the course has. Sorted by UTF-16 units, as the search compares. */
export function mergeWords(lectures: readonly Searchable[], all: number): readonly CourseWord[] {
  const words = new Map<string, Growing>();
  let before = 0;
  for (const lecture of lectures) {
    addLecture(lecture, before, words);
    before += lecture.slides;
  }
  const text = growingText();
  return [...words.values()]
    .sort((a, b) => (a.word < b.word ? -1 : 1))
    .map((word) => ({ ...word, written: writeLists(word, all, text) }));
}

/** `before`: how many slides stand before the lecture's. */
function addLecture({ words, on, places }: Searchable, before: number, all: Map<string, Growing>): void {
  const written = places.split(' ');
  let at = 0;
  for (const [nth, word] of (words === '' ? [] : words.split(' ')).entries()) {
    const one = all.get(word) ?? { word, slides: [], titles: [], places: '' };
    if (one.slides.length === 0) all.set(word, one);
    one.places += written[nth] ?? '';
    const end = at + 1 + (on[at] ?? 0);
    for (at++; at < end; at++) {
      const marked = on[at] ?? 0;
      one.slides.push(before + (marked >> 1));
      if ((marked & 1) === 1) one.titles.push(before + (marked >> 1));
    }
  }
}

function writeLists({ slides, titles }: Growing, all: number, text: GrowingText): string {
  const list = writeSlideList(slides, all, text);
  return titles.length === 0 ? list : `${list} ${writeSlideList(titles, all, text)}`;
}
