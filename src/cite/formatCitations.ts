/** Citations and the sources that they name → how each is shown, and the entries of the list of references. */
import type { Citation, CitationItem, Inline } from '../model/blocks.ts';
import type { Bibliography, Source } from '../model/citation.ts';
import type { Span } from '../model/source.ts';
import { type CiteprocCitation, type CiteprocEngine, type CiteprocItem, type CiteprocSystem, createEngine } from './citeproc.ts';
import { linkItems } from './linkItems.ts';
import { readFormatted } from './readFormatted.ts';
import { readLocator } from './readLocator.ts';
import { richText } from './richText.ts';

export interface Entry {
  readonly key: string;
  readonly children: readonly Inline[];
}

export interface Formatted {
  readonly texts: ReadonlyMap<Citation, readonly Inline[]>;
  readonly entries: readonly Entry[];
  /** All lines of an entry but the first are indented. */
  readonly hanging: boolean;
  /** The style, or a source, cannot be used: citations are as they are written, and nothing is listed. */
  readonly failed: boolean;
}

export interface FormatInput {
  readonly citations: readonly Citation[];
  /** Keys that are listed without being cited. */
  readonly uncited: readonly string[];
  readonly bibliography: Bibliography;
  readonly lang: string;
  readonly linked: boolean;
  /** Where the list of references stands. */
  readonly listPlace: Span;
}

/** Never throws: what the formatter cannot take is told by `failed`. */
export function formatCitations(input: FormatInput): Formatted {
  try {
    return format(input);
  } catch {
    return { ...NOTHING, failed: true };
  }
}

const NOTHING: Formatted = { texts: new Map(), entries: [], hanging: false, failed: false };

function format(input: FormatInput): Formatted {
  const { citations, bibliography, listPlace } = input;
  const sources = new Map<string, Source>();
  const isKnown = (key: string): boolean => {
    const source = sources.get(key) ?? bibliography.find(key);
    if (source !== null) sources.set(key, source);
    return source !== null;
  };
  const known = citations.map((citation) => citation.items.filter(({ key }) => isKnown(key)));
  const uncited = input.uncited.filter(isKnown);
  const texts = new Map(citations.map((citation) => [citation, unknownAlone(citation)]));
  if (sources.size === 0) return { ...NOTHING, texts };
  const engine = createEngine(systemFor(sources, input), bibliography.style, input.lang);
  const asked = known.flatMap((items, at) => (items.length === 0 ? [] : [clusterOf(items, at)]));
  const shown = engine.rebuildProcessorState(asked, 'html', uncited);
  const list = engine.makeBibliography();
  // a style may have no list, and then there is nothing to lead to
  const linked = input.linked && list !== false;
  for (const [index, [id, , html]] of shown.entries()) {
    const citation = citations[Number(id)];
    const cluster = asked[index];
    if (citation === undefined || cluster === undefined) continue;
    const finished = finish(html, cluster, engine, linked);
    texts.set(citation, withUnknown(readFormatted(finished, citation.span, citation.span), citation, isKnown));
  }
  return list === false ? { ...NOTHING, texts } : { texts, ...listed(list, listPlace, sources) };
}

function listed(
  [{ entry_ids: ids, hangingindent }, html]: Exclude<ReturnType<CiteprocEngine['makeBibliography']>, false>,
  place: Span,
  sources: ReadonlyMap<string, Source>,
): Pick<Formatted, 'entries' | 'hanging' | 'failed'> {
  const entries = html.map((text, at): Entry => {
    const key = ids[at]?.[0] ?? '';
    return { key, children: readFormatted(text, place, sources.get(key)?.span ?? place) };
  });
  return { entries, failed: false, hanging: hangingindent !== undefined && hangingindent !== 0 && hangingindent !== false };
}

function systemFor(sources: ReadonlyMap<string, Source>, { bibliography }: FormatInput): CiteprocSystem {
  return {
    retrieveLocale: bibliography.locale,
    retrieveItem: (id: string) => ({ ...sources.get(id)?.fields, id }),
  };
}

/** A citation as the style has it, with authors where it has none, and with links to its entries. */
function finish(
  html: string,
  { citationID, citationItems, properties }: CiteprocCitation,
  engine: CiteprocEngine,
  linked: boolean,
): string {
  const named = html.replace(NO_AUTHOR, () => authorsOf(citationItems[0]?.id ?? '', engine));
  if (!linked) return named;
  const keys = engine.registry.citationreg.citationById[citationID]?.sortedItems.map(([item]) => item.id) ?? [];
  const inText = properties.mode === 'composite';
  return linkItems(named, { keys, inText, delimiter: engine.citation.opt.layout_delimiter ?? '' });
}

/** What stands for the author where the style has none in its citations, as with numbers. */
const NO_AUTHOR = /^\[NO_PRINTED_FORM\]/;

function authorsOf(id: string, engine: CiteprocEngine): string {
  const { author, editor, title } = engine.sys.retrieveItem(id);
  const people = (author ?? editor ?? []) as readonly { readonly family?: string; readonly literal?: string }[];
  const names = people.map(({ family, literal }) => family ?? literal ?? '');
  if (names.length === 0) return `<i>${String(title ?? id)}</i>`;
  if (names.length > 2) return `${names[0]} ${engine.getTerm('et-al')}`;
  return names.join(` ${engine.getTerm('and')} `);
}

function clusterOf(items: readonly CitationItem[], at: number): CiteprocCitation {
  const composite = items[0]?.mode === 'in-text';
  return {
    citationID: String(at),
    citationItems: items.map(itemOf),
    properties: { noteIndex: 0, ...(composite && { mode: 'composite' }) },
  };
}

function itemOf({ key, mode, prefix, suffix }: CitationItem): CiteprocItem {
  const located = readLocator(suffix);
  const rest = richText(located?.suffix ?? suffix).trimEnd();
  return {
    id: key,
    ...(located && { locator: located.locator, label: located.label }),
    ...(prefix !== '' && { prefix: `${richText(prefix)} ` }),
    ...(rest.trim() !== '' && { suffix: rest }),
    ...(mode === 'suppress-author' && { 'suppress-author': true }),
  };
}

/** As pandoc has it: the key in bold, with a question mark. */
function unknown({ key, span }: CitationItem): Inline {
  return { kind: 'strong', children: [{ kind: 'text', text: `${key}?`, span }], span };
}

/** A citation of which nothing is known. */
function unknownAlone({ items, span }: Citation): readonly Inline[] {
  const text = (words: string): Inline => ({ kind: 'text', text: words, span });
  const [first, ...rest] = items;
  if (first?.mode === 'in-text')
    return rest.length === 0 ? [unknown(first)] : [unknown(first), text(' '), ...inBrackets(rest, text)];
  return inBrackets(items, text);
}

function inBrackets(items: readonly CitationItem[], text: (words: string) => Inline): readonly Inline[] {
  const parts = items.flatMap((item, at) => [
    ...(at === 0 ? [] : [text('; ')]),
    ...(item.prefix === '' ? [] : [text(`${item.prefix} `)]),
    unknown(item),
    ...(item.suffix === '' ? [] : [text(item.suffix)]),
  ]);
  return [text('('), ...parts, text(')')];
}

/** What is known, with what is not in it: before the bracket that closes it, or behind it. */
function withUnknown(
  formatted: readonly Inline[],
  { items, span }: Citation,
  isKnown: (key: string) => boolean,
): readonly Inline[] {
  const missing = items.filter(({ key }) => !isKnown(key));
  if (missing.length === 0) return formatted;
  const text = (words: string): Inline => ({ kind: 'text', text: words, span });
  const added = missing.flatMap((item) => [text('; '), unknown(item)]);
  const last = formatted.at(-1);
  if (last?.kind !== 'text' || !/[)\]]$/.test(last.text)) return [...formatted, ...added];
  return [...formatted.slice(0, -1), text(last.text.slice(0, -1)), ...added, text(last.text.slice(-1))];
}
