/** Citations: what a lecture is told of its sources, and what one of them is. Plain read-only data. */
import type { Span } from './source.ts';

/** A file that front matter names, as written. */
export interface NamedFile {
  readonly address: string;
  readonly span: Span;
}

/** A source as CSL JSON has it, with its place in the file that it stands in. Texts may hold `<i>`, `<b>`, `<sup>`, `<sub>`. */
export interface Source {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly span: Span;
}

/** What front matter says of citations. */
export interface CitationSettings {
  /** They are formatted; else they stand as they are written. */
  readonly processed: boolean;
  readonly bibliography: readonly NamedFile[];
  /** Those that stand in the front matter itself. */
  readonly sources: readonly Source[];
  /** The style; null: Chicago, author and date. */
  readonly style: NamedFile | null;
  /** The keys of what is listed without being cited; `*` is every source. */
  readonly uncited: readonly { readonly key: string; readonly span: Span }[];
  /** Whether a citation leads to its entry; null: in the reading view. */
  readonly linked: boolean | null;
  /** Whether there is a list of references. */
  readonly listed: boolean;
  /** The title of the slide of references; null: the language's word for it. */
  readonly title: string | null;
}

/** The identifier of the list of references, as pandoc has it. */
export const REFERENCES_ID = 'refs';

/** What citations are formatted with. */
export interface Bibliography {
  /** The source with a key; null where there is none. */
  readonly find: (key: string) => Source | null;
  /** Every key that there is, in the order of the files. */
  readonly keys: readonly string[];
  /** Everything that is named could be read; else a key that is not found may stand in the rest. */
  readonly whole: boolean;
  /** The style, as CSL. */
  readonly style: string;
  /** The words of a language, as CSL; of the nearest language that there is. */
  readonly locale: (lang: string) => string;
}
