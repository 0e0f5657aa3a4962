/** The files of a site's search → what its box would find, without a browser. */
import { excerpt } from '../../src/client/search/excerpt.ts';
import { findSlides } from '../../src/client/search/findSlides.ts';
import { openIndex } from '../../src/client/search/openIndex.ts';
import { readQuery } from '../../src/client/search/readQuery.ts';

/** A slide that was found. */
export interface Found {
  /** `lecture/number#id`. */
  readonly at: string;
  readonly title: string;
  /** The sentences that are shown, with hits in `[…]`. */
  readonly shown: string;
}

export interface Search {
  readonly find: (query: string) => Promise<readonly Found[]>;
  /** Names of the files that were asked for so far. */
  readonly asked: readonly string[];
}

/** `textOf` gives the file with a name (`table`, `w-…`), as it is on disk. */
export function searchFiles(textOf: (name: string) => string): Search {
  const asked: string[] = [];
  const load = async (name: string): Promise<unknown> => {
    asked.push(name);
    const told = new Map<string, unknown>();
    new Function('lecternSearch', textOf(name))((key: string, content: unknown) => told.set(key, content));
    return told.get(name);
  };
  const index = openIndex(load);
  const find = async (query: string): Promise<readonly Found[]> => {
    const terms = readQuery(query);
    const opened = await index;
    const slides = await findSlides(terms, opened);
    return Promise.all(
      slides.map(async (number) => {
        const { piece, slide } = await opened.slide(number);
        const shown = excerpt(slide, terms).map(({ text, hits }) =>
          hits.reduceRight((all, { start, end }) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`, text),
        );
        return {
          at: `${piece.read.replace(/^read\/|\.html$/g, '')}/${slide[0]}${slide[1] === null ? '' : `#${slide[1]}`}`,
          title: slide[2],
          shown: shown.join(' … '),
        };
      }),
    );
  };
  return { find, asked };
}
