/** The files of the search → what can be asked of them; each is loaded once, when it is first needed. */
import { SEARCH_BITS, SEARCH_DIGITS, type SearchPiece, type SearchSlide, type SearchTable } from '../../model/wire.ts';

/** Gives what a file of the search tells; rejects where there is none. */
export type Load = (name: string) => Promise<unknown>;

/** Numbers of slides, rising. */
export interface SlideLists {
  readonly slides: readonly number[];
  /** Of these, those that have it in their title. */
  readonly titles: readonly number[];
}

export interface Index {
  /** How many slides the course has. */
  readonly all: number;
  /** Files of words that may have words with this beginning: the first, and the last. */
  readonly shardsOf: (beginning: string) => readonly [first: number, last: number];
  /** Word → its lists as they are written. */
  readonly words: (shard: number) => Promise<ReadonlyMap<string, string>>;
  /** Word → its places as they are written. */
  readonly places: (shard: number) => Promise<ReadonlyMap<string, string>>;
  readonly lists: (written: string) => SlideLists;
  readonly slide: (number: number) => Promise<{ readonly piece: SearchPiece; readonly slide: SearchSlide }>;
}

/** By the digit's code. */
const VALUES = new Uint8Array(128);
for (let value = 0; value < SEARCH_DIGITS.length; value++) VALUES[SEARCH_DIGITS.charCodeAt(value)] = value;

export async function openIndex(load: Load): Promise<Index> {
  const { version, cuts: written, lectures } = (await load('table')) as SearchTable;
  const cuts = written === '' ? [] : written.split(' ');
  const shardOf = (word: string): number => cuts.filter((cut) => cut <= word).length;
  const pieces = lectures.flatMap(([name, ...counts]) => counts.map((count, at) => ({ name: `${name}-${at}`, count })));
  const all = pieces.reduce((sum, { count }) => sum + count, 0);
  const lines = onceEach(async (name) => readLines((await load(name)) as string));
  const texts = onceEach(async (name) => (await load(name)) as SearchPiece);
  return {
    all,
    shardsOf: (beginning) => [shardOf(beginning), shardOf(`${beginning}\uffff`)],
    words: (shard) => lines(`w-${version}-${shard}`),
    places: (shard) => lines(`p-${version}-${shard}`),
    lists: (line) => readLists(line, all),
    slide: async (number) => {
      let first = 0;
      for (const { name, count } of pieces) {
        if (number < first + count) {
          const piece = await texts(name);
          const slide = piece.slides[number - first];
          if (slide !== undefined) return { piece, slide };
        }
        first += count;
      }
      throw new Error(`There is no slide ${number}.`);
    },
  };
}

/** The same function, which asks for each name once. */
function onceEach<Content>(ask: (name: string) => Promise<Content>): (name: string) => Promise<Content> {
  const asked = new Map<string, Promise<Content>>();
  return (name) => {
    const content = asked.get(name) ?? ask(name);
    asked.set(name, content);
    return content;
  };
}

function readLines(content: string): ReadonlyMap<string, string> {
  return new Map(
    content.split('\n').map((line) => {
      const space = line.indexOf(' ');
      return [line.slice(0, space), line.slice(space + 1)];
    }),
  );
}

function readLists(line: string, all: number): SlideLists {
  const [slides = [], titles = []] = line.split(' ').map((list) => readSlideList(list, all));
  return { slides, titles };
}

function readSlideList(list: string, all: number): readonly number[] {
  if (!list.startsWith(SEARCH_BITS)) {
    let before = -1;
    return readNumbers(list).map((step) => {
      before += step + 1;
      return before;
    });
  }
  const slides: number[] = [];
  for (let slide = 0; slide < all; slide++) {
    const bits = VALUES[list.charCodeAt(SEARCH_BITS.length + Math.floor(slide / 6))] ?? 0;
    if (((bits >> (slide % 6)) & 1) === 1) slides.push(slide);
  }
  return slides;
}

/** Numbers that stand one after another, 5 bits in a digit, the lowest first. */
export function readNumbers(text: string): readonly number[] {
  const numbers: number[] = [];
  let number = 0;
  let weight = 1;
  for (let at = 0; at < text.length; at++) {
    const value = VALUES[text.charCodeAt(at)] ?? 0;
    number += (value % 32) * weight;
    weight *= 32;
    if (value >= 32) continue;
    numbers.push(number);
    number = 0;
    weight = 1;
  }
  return numbers;
}
