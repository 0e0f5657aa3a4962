/** A file of sources, in BibTeX, CSL JSON or YAML → its sources by key, and what of it cannot be read. */
import { LineCounter, parseDocument, type Node, isMap, isSeq } from 'yaml';
import type { Source } from '../../model/citation.ts';
import type { Span } from '../../model/source.ts';
import { bibtexSource } from './bibtexSource.ts';
import { cslSource } from './cslSource.ts';
import { type Broken, parseBibtex } from './parseBibtex.ts';

export interface Sources {
  readonly keys: readonly string[];
  /** Null where there is none. `english`: titles that do not name their language are English. */
  readonly find: (key: string, english: boolean) => Source | null;
  readonly broken: readonly Broken[];
}

/** Null for a format that is none of these. */
export function parseSources(path: string, text: string): Sources | null {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  if (/^(?:bib|bibtex|biblatex)$/.test(ending)) return fromBibtex(path, text);
  if (/^(?:json|csljson)$/.test(ending)) return fromJson(path, text);
  return /^ya?ml$/.test(ending) ? fromYaml(path, text) : null;
}

/** Made when it is asked for: a library may hold thousands, and a lecture cites ten. */
function fromBibtex(path: string, text: string): Sources {
  const { entries, broken } = parseBibtex(path, text);
  const byKey = new Map<string, (typeof entries)[number]>();
  // of two with one key, the last counts, as in pandoc
  for (const entry of entries) byKey.set(entry.key, entry);
  const find = (key: string, english: boolean): Source | null => {
    const entry = byKey.get(key);
    const parent = byKey.get(entry?.fields.get('crossref') ?? '');
    if (entry === undefined) return null;
    return bibtexSource(parent === undefined ? entry : withParent(entry, parent), english);
  };
  return { keys: [...byKey.keys()], find, broken };
}

/** `crossref`: what an entry does not say, the one that it is a part of says; whose title is the book's. */
function withParent(entry: ReturnType<typeof parseBibtex>['entries'][number], parent: typeof entry): typeof entry {
  const inherited = [...parent.fields].map(([name, text]): [string, string] => [name === 'title' ? 'booktitle' : name, text]);
  return { ...entry, fields: new Map([...inherited, ...entry.fields]) };
}

function fromJson(path: string, text: string): Sources {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const items = Array.isArray(value) ? value : ((value as { readonly items?: unknown } | null)?.items ?? [value]);
    const span = { path, start: 0, end: 0 };
    return fromSources(
      (Array.isArray(items) ? items : []).flatMap((item) => cslSource(item, span, false) ?? []),
      [],
    );
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const at = Number(/position (\d+)/.exec(said)?.[1] ?? 0);
    return fromSources([], [{ message: 'This is not JSON.', span: { path, start: at, end: Math.min(text.length, at + 1) } }]);
  }
}

function fromYaml(path: string, text: string): Sources {
  // a block of front matter and nothing else is as good as a file of YAML
  const yaml = text.replace(/^(?:\.\.\.|---)[ \t]*$/gm, (line, at: number) => (at === 0 ? line : ' '.repeat(line.length)));
  const document = parseDocument(yaml, { lineCounter: new LineCounter(), prettyErrors: false });
  const broken = document.errors.map(
    ({ message, pos: [start, end] }): Broken => ({
      message: `This cannot be read as YAML: ${message.replace(/\s+/g, ' ').replace(/[.:]$/, '')}.`,
      span: { path, start, end },
    }),
  );
  if (broken.length > 0) return fromSources([], broken.slice(0, 1));
  const list = isMap(document.contents) ? document.get('references', true) : document.contents;
  const items = isSeq(list) ? list.items : [];
  const sources = items.flatMap((item) => {
    const [start = 0, end = 0] = (item as Node).range ?? [];
    return cslSource((item as Node).toJS(document), { path, start, end }, true) ?? [];
  });
  return fromSources(sources, []);
}

/** Those that are known already. */
export function fromSources(sources: readonly Source[], broken: readonly Broken[]): Sources {
  const byKey = new Map(sources.map((source) => [source.id, source]));
  return { keys: [...byKey.keys()], find: (key) => byKey.get(key) ?? null, broken };
}

/** A place that a message can point at: the first line of it. */
export function firstLineOf(text: string, { path, start, end }: Span): Span {
  const line = text.slice(start, Math.max(start + 1, end)).split(/[\r\n]/, 1)[0] ?? '';
  return { path, start, end: start + line.trimEnd().length };
}
