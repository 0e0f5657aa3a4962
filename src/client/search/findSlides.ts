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
  const titled = countTitles(all, index.all);
  const [first, ...rest] = all.map(({ keys }) => keys);
  const starts = rest.reduce((before, others, at) => others.flatMap((keys) => meet(before, keys, at + 1)), first?.[0] ?? []);
  for (const key of starts) {
    const slide = Math.floor(key / SLIDE);
    fit[slide] = titled[slide] === all.length ? WHOLE + IN_TITLE : WHOLE;
  }
  return fit;
}

/** Where a word stands is one number, which rises through the course: its slide's times this, and its place there. */
const SLIDE = 2 ** 24;

interface Places {
  /** Of the word; of each that begins so. */
  readonly keys: readonly (readonly number[])[];
  /** Slides that have it in their title, some of them more than once. */
  readonly titles: readonly number[];
}

/** Of how many of the words each slide's title has. */
function countTitles(words: readonly Places[], all: number): Uint8Array {
  const titled = new Uint8Array(all);
  for (const { titles } of words) for (const slide of new Set(titles)) titled[slide] = (titled[slide] ?? 0) + 1;
  return titled;
}

/** Those of `starts` behind which, `behind` places on, there is one of `keys`. Both rise. */
function meet(starts: readonly number[], keys: readonly number[], behind: number): readonly number[] {
  const met: number[] = [];
  let at = 0;
  for (const start of starts) {
    while (at < keys.length && (keys[at] ?? 0) < start + behind) at++;
    if (keys[at] === start + behind) met.push(start);
  }
  return met;
}

/** Of a word, or of all that begin so. */
async function placesOf(word: string, prefix: boolean, index: Index): Promise<Places> {
  const [first, last] = index.shardsOf(word);
  const shards = Array.from({ length: prefix ? last - first + 1 : 1 }, (_, at) => first + at);
  const keys: (readonly number[])[] = [];
  const titles: number[] = [];
  for (const [lines, places] of await Promise.all(shards.map((at) => Promise.all([index.words(at), index.places(at)])))) {
    for (const other of prefix ? [...places.keys()].filter((one) => one.startsWith(word)) : [word]) {
      const lists = index.lists(lines.get(other) ?? '');
      for (const slide of lists.titles) titles.push(slide);
      keys.push(readPlaces(lists.slides, places.get(other) ?? ''));
    }
  }
  return { keys, titles };
}

/** Steps from place to place, doubled, and one more for the last on a slide. */
function readPlaces(slides: readonly number[], written: string): readonly number[] {
  let at = 0;
  let key = (slides[0] ?? 0) * SLIDE;
  return readNumbers(written).map((step) => {
    const place = key + (step >> 1);
    key = (step & 1) === 1 ? (slides[++at] ?? 0) * SLIDE : place;
    return place;
  });
}
