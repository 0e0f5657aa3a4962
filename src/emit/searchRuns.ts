/**
 * Runs of letters → a search that finds each of them in any text, all in one pass: a rolling hash of 12 letters
 * (Rabin and Karp, 1987), a bit for each hash that begins a run, and the letters themselves where the bit is set.
 */
import { EITHER, JOINED, type Letters } from './foldLetters.ts';
import { LEAST_LETTERS, type Run } from './makeRuns.ts';

/** Calls `onFound` for every run that stands in `text`, as often as it does. */
export type Search<R extends Run> = (text: Letters, onFound: (run: R) => unknown) => void;

const BASE = 0x01000193;
/** What the letter that leaves the window adds to the hash. */
const LEAVING = Array.from({ length: LEAST_LETTERS }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** Prepares the search; no run may have fewer than 12 letters. */
export function searchRuns<R extends Run>(runs: readonly R[]): Search<R> {
  const byHash = new Map<number, R[]>();
  const shift = 32 - Math.min(24, Math.max(8, Math.ceil(Math.log2(runs.length + 1)) + 4));
  const bits = new Uint8Array(2 ** (32 - shift));
  for (const run of runs) {
    const hash = hashAt(run.letters, run.from);
    const same = byHash.get(hash);
    if (same === undefined) byHash.set(hash, [run]);
    else same.push(run);
    bits[slot(hash, shift)] = 1;
  }
  return ({ codes, starts, length }, onFound) => {
    let hash = 0;
    for (let at = 0; at < length; at++) {
      hash = (Math.imul(hash, BASE) + (codes[at] ?? 0)) | 0;
      const from = at - LEAST_LETTERS + 1;
      if (from > 0) hash = (hash - Math.imul(codes[from - 1] ?? 0, LEAVING)) | 0;
      if (from < 0 || bits[slot(hash, shift)] === 0) continue;
      for (const run of byHash.get(hash) ?? []) if (standsAt(run, { codes, starts, length }, from)) onFound(run);
    }
  };
}

function hashAt(letters: Letters, from: number): number {
  let hash = 0;
  for (let at = from; at < from + LEAST_LETTERS; at++) hash = (Math.imul(hash, BASE) + (letters.codes[at] ?? 0)) | 0;
  return hash;
}

/** The highest bits are the best mixed. */
function slot(hash: number, shift: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> shift;
}

function standsAt(run: Run, text: Letters, at: number): boolean {
  const size = run.to - run.from;
  if (at + size > text.length) return false;
  for (let place = 0; place < size; place++) {
    if (run.letters.codes[run.from + place] !== text.codes[at + place]) return false;
    if (run.exact && !isSameStart(run.letters.starts[run.from + place], text.starts[at + place])) return false;
  }
  return !run.exact || at + size === text.length || text.starts[at + size] !== JOINED;
}

function isSameStart(one: number | undefined, other: number | undefined): boolean {
  return one === other || one === EITHER || other === EITHER;
}
