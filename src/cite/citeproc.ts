/** The formatter of citations, citeproc-js: loaded where a lecture cites, and not before. */
import { createRequire } from 'node:module';

export interface CiteprocItem {
  readonly id: string;
  readonly locator?: string;
  readonly label?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly 'suppress-author'?: boolean;
}

export interface CiteprocCitation {
  readonly citationID: string;
  readonly citationItems: readonly CiteprocItem[];
  readonly properties: { readonly noteIndex: number; readonly mode?: 'composite' };
}

export interface CiteprocSystem {
  readonly retrieveLocale: (lang: string) => string;
  readonly retrieveItem: (id: string) => Readonly<Record<string, unknown>>;
}

export interface CiteprocEngine {
  readonly opt: { readonly development_extensions: Record<string, boolean> };
  readonly citation: { readonly opt: { readonly layout_delimiter?: string } };
  readonly sys: CiteprocSystem;
  readonly getTerm: (name: string) => string;
  /** What is known of a citation once it is formatted: its items in the order in which they are shown. */
  readonly registry: {
    readonly citationreg: {
      readonly citationById: Readonly<
        Record<string, { readonly sortedItems: readonly (readonly [{ readonly id: string }, unknown])[] }>
      >;
    };
  };
  /** Of each citation: its identifier, a number, and how it looks. */
  readonly rebuildProcessorState: (
    citations: readonly CiteprocCitation[],
    mode: 'html',
    uncited: readonly string[],
  ) => readonly (readonly [string, number, string])[];
  readonly makeBibliography: () =>
    | readonly [{ readonly entry_ids: readonly (readonly string[])[]; readonly hangingindent?: unknown }, readonly string[]]
    | false;
}

interface Citeproc {
  readonly Engine: new (system: CiteprocSystem, style: string, lang: string, force: boolean) => CiteprocEngine;
}

/** An engine for a style, in a language; throws for a style that is none. */
export function createEngine(system: CiteprocSystem, style: string, lang: string): CiteprocEngine {
  const { Engine } = createRequire(import.meta.url)('citeproc') as Citeproc;
  const engine = new Engine(system, style, lang, true);
  engine.opt.development_extensions['wrap_url_and_doi'] = true;
  return engine;
}
