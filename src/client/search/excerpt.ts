/** A slide's text and what is looked for → the sentences in which it stands. */
import type { SearchSlide } from '../../model/wire.ts';
import { findHits, type Hit } from './findHits.ts';
import type { Term } from './readQuery.ts';

/** UTF-16 units that are shown of a sentence. */
const LONGEST = 170;
const SENTENCE_END = /[.!?…]["'”’)\]]*\s+|[。！？]|\n/g;

export interface Passage {
  readonly text: string;
  readonly hits: readonly Hit[];
  /** As in `SearchSlide`. */
  readonly mark: string;
}

/** At most two sentences: the one that has most of what is looked for, and one that has what is missing. Without any, the first. */
export function excerpt([, , title, lines, marks]: SearchSlide, terms: readonly Term[]): readonly Passage[] {
  const all = lines.flatMap((line, at) =>
    sentences(line).map((text): Passage => ({ text, hits: findHits(text, terms), mark: marks[at] ?? '-' })),
  );
  const have = (passages: readonly Passage[]): number =>
    new Set(passages.flatMap(({ hits }) => hits.map(({ term }) => term))).size;
  const best = all.reduce<Passage | null>(
    (found, one) => (have([one]) > (found === null ? 0 : have([found])) ? one : found),
    null,
  );
  if (best === null) return all.slice(0, 1).map(shorten);
  const titled = { text: title, hits: findHits(title, terms), mark: '-' };
  const missing = all.find((one) => have([titled, best, one]) > have([titled, best]));
  const chosen = missing === undefined ? [best] : all.filter((one) => one === best || one === missing);
  return chosen.map(shorten);
}

function sentences(line: string): readonly string[] {
  const ends = [...line.matchAll(SENTENCE_END)].map(({ index, 0: end }) => index + end.length);
  const starts = [0, ...ends];
  return starts.map((start, at) => line.slice(start, ends[at]).trim()).filter((text) => text !== '');
}

/** Around its first hit, cut between words. */
function shorten({ text, hits, mark }: Passage): Passage {
  if (text.length <= LONGEST) return { text, hits, mark };
  const middle = hits[0]?.start ?? 0;
  const from = Math.max(0, Math.min(middle - Math.floor(LONGEST / 3), text.length - LONGEST));
  const start = from === 0 ? 0 : Math.min(middle, text.indexOf(' ', from) + 1 || from);
  const cut = text.lastIndexOf(' ', start + LONGEST);
  const end = start + LONGEST >= text.length ? text.length : cut > middle ? Math.max(cut, hits[0]?.end ?? 0) : start + LONGEST;
  const before = start === 0 ? '' : '… ';
  return {
    text: before + text.slice(start, end) + (end === text.length ? '' : ' …'),
    hits: hits
      .filter((hit) => hit.start >= start && hit.end <= end)
      .map(({ term, ...hit }) => ({ term, start: hit.start - start + before.length, end: hit.end - start + before.length })),
    mark,
  };
}
