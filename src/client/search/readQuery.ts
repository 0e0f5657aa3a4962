/** What a reader types → what a slide must have. */
import { wordsOf } from '../../model/wire.ts';

/** Words that follow one another; one of them most often. */
export interface Term {
  readonly words: readonly string[];
  /** Whether the last word may go on. */
  readonly prefix: boolean;
}

/** Each pair of quotes, and each piece between spaces: `node.js` is two words that follow one another. */
const PIECES = /"([^"]*)("?)|[“„«]([^“”»]*)([“”»]?)|[^\s"“„«]+/g;

export function readQuery(query: string): readonly Term[] {
  return [...query.matchAll(PIECES)].flatMap((found): readonly Term[] => {
    const quoted = found[1] ?? found[3];
    const words = wordsOf(quoted ?? found[0]);
    // a quote that is still open may stop in the middle of a word
    const open = quoted === undefined || ((found[2] ?? found[4]) === '' && !/\s$/.test(quoted));
    return words.length === 0 ? [] : [{ words, prefix: open }];
  });
}
