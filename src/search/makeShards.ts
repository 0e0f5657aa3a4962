/** What search knows of each lecture → the files of the course's words, and the table that says which word is in which. */
import { hash } from 'node:crypto';
import type { Page } from '../model/page.ts';
import type { Searchable } from '../model/searchable.ts';
import type { SearchTable } from '../model/wire.ts';
import { growingText } from './growingText.ts';
import { type CourseWord, mergeWords } from './mergeWords.ts';
import { writeFile } from './writeFile.ts';
import { writeSlideList } from './writeSlideList.ts';

/** Letters in a file of words: what the first letters of a query ask for, beside the table. */
const SHARD = 10_000;

/** Lectures in the course's order; only those that are published. */
export function makeShards(lectures: readonly Searchable[]): readonly Page[] {
  const all = lectures.reduce((sum, { slides }) => sum + slides, 0);
  const shards = cut(mergeWords(lectures, all));
  const cuts = shards.slice(1).map((shard, at) => separator(shards[at]?.at(-1)?.word ?? '', shard[0]?.word ?? ''));
  const beginnings = writeBeginnings(shards, cuts, all);
  const lists = shards.map((shard, at) => [...shard.map(wordLine), ...(beginnings[at] ?? [])].join('\n'));
  const places = shards.map((shard) => shard.map(({ word, places: written }) => `${word} ${written}`).join('\n'));
  const version = hash('sha256', JSON.stringify([all, lists, places])).slice(0, 10);
  const table: SearchTable = { version, cuts: cuts.join(' '), lectures: lectures.map(({ pieces }) => pieces) };
  return [
    // A page is written before this is known, and cannot name it by its content.
    writeFile('table', JSON.stringify(table)),
    ...lists.map((content, at) => writeFile(`w-${version}-${at}`, JSON.stringify(content))),
    ...places.map((content, at) => writeFile(`p-${version}-${at}`, JSON.stringify(content))),
  ];
}

/** Words stay whole; a course without any has one file all the same. */
function cut(words: readonly CourseWord[]): readonly (readonly CourseWord[])[] {
  const shards: CourseWord[][] = [[]];
  let room = SHARD;
  for (const word of words) {
    const length = word.word.length + word.written.length + 2;
    if (length > room && shards.at(-1)?.length !== 0) {
      shards.push([]);
      room = SHARD;
    }
    shards.at(-1)?.push(word);
    room -= length;
  }
  return shards;
}

/** The shortest beginning of `after` that comes behind `before`. */
function separator(before: string, after: string): string {
  let text = '';
  for (const letter of after) {
    text += letter;
    if (text > before) break;
  }
  return text;
}

function wordLine({ word, written }: CourseWord): string {
  return `${word} ${written}`;
}

/**
 * Words with one beginning may be in several files. Whoever types that beginning and no more is given all of their slides by the
 * file in which they begin: a line of its own there for each.
 */
function writeBeginnings(
  shards: readonly (readonly CourseWord[])[],
  cuts: readonly string[],
  all: number,
): readonly (readonly string[])[] {
  const lines: string[][] = shards.map(() => []);
  const beginnings = new Set(cuts.flatMap((separator) => [...separator].map((_, at, letters) => letters.slice(0, at).join(''))));
  const text = growingText();
  for (const beginning of [...beginnings].filter((one) => one !== '').sort()) {
    const from = cuts.filter((one) => one <= beginning).length;
    const found = collect(shards.slice(from), beginning, all);
    const lists = found.titles.length === 0 ? [found.slides] : [found.slides, found.titles];
    lines[from]?.push(`${beginning}* ${lists.map((list) => writeSlideList(list, all, text)).join(' ')}`);
  }
  return lines;
}

/** Slides that have any word that begins so, and those that have one in their title. */
function collect(
  shards: readonly (readonly CourseWord[])[],
  beginning: string,
  all: number,
): { readonly slides: readonly number[]; readonly titles: readonly number[] } {
  const marks = new Uint8Array(all);
  for (const shard of shards) {
    for (const { word, slides, titles } of shard) {
      if (!word.startsWith(beginning)) continue;
      for (const slide of slides) marks[slide] = Math.max(1, marks[slide] ?? 0);
      for (const slide of titles) marks[slide] = 2;
    }
    if ((shard[0]?.word ?? '') > `${beginning}\uffff`) break;
  }
  const slides: number[] = [];
  const titles: number[] = [];
  for (const [slide, mark] of marks.entries()) {
    if (mark > 0) slides.push(slide);
    if (mark === 2) titles.push(slide);
  }
  return { slides, titles };
}
