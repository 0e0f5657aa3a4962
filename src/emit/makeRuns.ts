/** A secret → the runs of letters that give it away. */
import type { Secret } from '../model/outline.ts';
import { foldLetters, JOINED, type Letters } from './foldLetters.ts';

/** A stretch of a secret's letters: `from` up to, but without, `to`. */
export interface Run {
  readonly secret: Secret;
  readonly letters: Letters;
  readonly from: number;
  readonly to: number;
  /** Its words must be found as words: it is too short to be told from a part of others. */
  readonly exact: boolean;
}

/** How many words in a row are no coincidence. */
const WORDS = 5;
/** Fewer letters than this are found everywhere. */
export const LEAST_LETTERS = 12;

/** From each word on, five words and at least 12 letters; one run of all words where there are fewer than five. */
export function makeRuns(secret: Secret): readonly Run[] {
  const letters = foldLetters(Buffer.from(secret.text), 'text');
  const words: number[] = [];
  for (let at = 0; at < letters.length; at++) if (letters.starts[at] !== JOINED) words.push(at);
  const exact = words.length < WORDS;
  const starts = exact ? words.slice(0, 1) : words;
  return starts.flatMap((from, word) => {
    const to = endOfRun(words, word, letters.length);
    return to === null ? [] : [{ secret, letters, from, to, exact }];
  });
}

/** The run as it is written in its secret, white space as one blank. */
export function wordsOf({ secret: { text }, from, to }: Run): string {
  const start = lengthWithLetters(text, from + 1) - 1;
  return text.slice(start, lengthWithLetters(text, to)).replace(/\s+/g, ' ').trim();
}

/** How much of a text's beginning it takes to have so many letters. */
function lengthWithLetters(text: string, letters: number): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (foldLetters(Buffer.from(text.slice(0, middle)), 'text').length < letters) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Null where the secret ends before the run is long enough. */
function endOfRun(words: readonly number[], word: number, length: number): number | null {
  const from = words[word] ?? length;
  if (words.length < WORDS) return length - from >= LEAST_LETTERS ? length : null;
  for (let next = word + WORDS; next <= words.length; next++) {
    const to = words[next] ?? length;
    if (to - from >= LEAST_LETTERS) return to;
  }
  return null;
}
