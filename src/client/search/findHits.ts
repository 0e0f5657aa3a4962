/** A text and what is looked for → where it stands in it. */
import { placedWordsOf } from '../../model/wire.ts';
import type { Term } from './readQuery.ts';

export interface Hit {
  readonly start: number;
  readonly end: number;
  /** Which of the terms. */
  readonly term: number;
}

/** In the order of the text; none inside another. */
export function findHits(text: string, terms: readonly Term[]): readonly Hit[] {
  const words = placedWordsOf(text);
  const hits: Hit[] = [];
  let end = 0;
  for (const [at, { start }] of words.entries()) {
    if (start < end) continue;
    const fits = ({ words: wanted, prefix }: Term): boolean =>
      wanted.every((one, next) => {
        const other = words[at + next]?.word;
        return prefix && next === wanted.length - 1 ? other?.startsWith(one) === true : other === one;
      });
    // the longest, where several begin here
    const [term] = [...terms.keys()]
      .filter((one) => fits(terms[one] as Term))
      .sort((a, b) => (terms[b]?.words.length ?? 0) - (terms[a]?.words.length ?? 0));
    const last = words[at + (terms[term ?? 0]?.words.length ?? 1) - 1];
    if (term === undefined || last === undefined) continue;
    end = last.end;
    hits.push({ start, end, term });
  }
  return hits;
}
