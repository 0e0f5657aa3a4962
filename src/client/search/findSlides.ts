/** What a slide must have → the slides that have all of it: first those that have it in their title, then in the course's order. */
import { type Index, readNumbers } from './openIndex.ts';
import type { Term } from './readQuery.ts';

/** How well a slide fits a term; 0: not at all. */
const BEGINS = 1;
const WHOLE = 2;
/** More, where the title has it. */
const IN_TITLE = 2;

/** Numbers from 0 through the course. */
export async function findSlides(terms: readonly Term[], index: Index): Promise<readonly number[]> {
  if (terms.length === 0) return [];
  const fits = await Promise.all(terms.map((term) => (term.words.length > 1 ? fitPhrase(term, index) : fitWord(term, index))));
  const byRank = new Map<number, number[]>();
  for (let slide = 0; slide < index.all; slide++) {
    const rank = rankOf(fits, slide);
    if (rank === 0) continue;
    const others = byRank.get(rank);
    if (others === undefined) byRank.set(rank, [slide]);
    else others.push(slide);
  }
  return [...byRank].sort(([a], [b]) => b - a).flatMap(([, slides]) => slides);
}

/** How many terms the title has counts most; 0 where a term is missing. */
function rankOf(fits: readonly Uint8Array[], slide: number): number {
  let sum = 0;
  let titled = 0;
  for (const fit of fits) {
    const one = fit[slide] ?? 0;
    if (one === 0) return 0;
    sum += one;
    if (one > WHOLE) titled++;
  }
  return titled * 1000 + sum;
}

async function fitWord({ words: [word = ''], prefix }: Term, index: Index): Promise<Uint8Array> {
  const fit = new Uint8Array(index.all);
  const [first, last] = index.shardsOf(word);
  const lines = await index.words(first);
  if (prefix && first !== last) mark(fit, lines.get(`${word}*`), BEGINS, index);
  else if (prefix) for (const [other, line] of lines) if (other.startsWith(word)) mark(fit, line, BEGINS, index);
  mark(fit, lines.get(word), WHOLE, index);
  return fit;
}

function mark(fit: Uint8Array, line: string | undefined, value: number, index: Index): void {
  if (line === undefined) return;
  const { slides, titles } = index.lists(line);
  for (const slide of slides) fit[slide] = Math.max(value, fit[slide] ?? 0);
  for (const slide of titles) fit[slide] = Math.max(value + IN_TITLE, fit[slide] ?? 0);
}

/** Words one behind the other, in one line of a slide. */
async function fitPhrase({ words, prefix }: Term, index: Index): Promise<Uint8Array> {
  const fit = new Uint8Array(index.all);
  const all = await Promise.all(words.map((word, at) => placesOf(word, prefix && at === words.length - 1, index)));
  const titled = fitTitles(all, index.all);
  const [first, ...rest] = all.map(({ bySlide }) => bySlide);
  for (const [slide, places] of first ?? []) {
    const others = rest.map((one) => one.get(slide));
    if (others.some((other) => other === undefined)) continue;
    const found = places.some((place) => others.every((other, at) => other?.includes(place + at + 1) === true));
    if (found) fit[slide] = titled[slide] === all.length ? WHOLE + IN_TITLE : WHOLE;
  }
  return fit;
}

interface Places {
  /** Where a word stands on each slide. */
  readonly bySlide: ReadonlyMap<number, readonly number[]>;
  /** Slides that have it in their title, some of them more than once. */
  readonly titles: readonly number[];
}

/** Of how many of the words each slide's title has. */
function fitTitles(words: readonly Places[], all: number): Uint8Array {
  const titled = new Uint8Array(all);
  for (const { titles } of words) for (const slide of new Set(titles)) titled[slide] = (titled[slide] ?? 0) + 1;
  return titled;
}

/** Of a word, or of all that begin so. */
async function placesOf(word: string, prefix: boolean, index: Index): Promise<Places> {
  const [first, last] = index.shardsOf(word);
  const shards = Array.from({ length: prefix ? last - first + 1 : 1 }, (_, at) => first + at);
  const bySlide = new Map<number, number[]>();
  const titles: number[] = [];
  for (const [lines, places] of await Promise.all(shards.map((at) => Promise.all([index.words(at), index.places(at)])))) {
    for (const [other, line] of places.has(word) && !prefix ? [[word, lines.get(word) ?? ''] as const] : lines) {
      const written = places.get(other);
      if (written === undefined || (other !== word && !(prefix && other.startsWith(word)))) continue;
      const lists = index.lists(line);
      for (const slide of lists.titles) titles.push(slide);
      readPlaces(lists.slides, written, bySlide);
    }
  }
  return { bySlide, titles };
}

/** Steps from place to place, doubled, and one more for the last on a slide. */
function readPlaces(slides: readonly number[], written: string, bySlide: Map<number, number[]>): void {
  let at = 0;
  let place = 0;
  let places: number[] = [];
  for (const step of readNumbers(written)) {
    place += step >> 1;
    places.push(place);
    if ((step & 1) === 0) continue;
    const slide = slides[at++] ?? 0;
    const before = bySlide.get(slide);
    if (before === undefined) bySlide.set(slide, places);
    else before.push(...places);
    place = 0;
    places = [];
  }
}
