/** What front matter says of citations → the sources and the style that they are formatted with, read from the course. */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { Bibliography, CitationSettings, NamedFile } from '../../model/citation.ts';
import { type Diagnostic, diagnose, type Result } from '../../model/diagnostic.ts';
import type { Files } from '../../model/files.ts';
import { nearest } from '../../model/nearest.ts';
import type { Resolved } from '../../model/target.ts';
import { firstLineOf, fromSources, parseSources, type Sources } from './parseSources.ts';

/** A bibliography, and the files of the course that it was read from. */
export interface ReadBibliography {
  readonly bibliography: Bibliography;
  readonly uses: readonly Resolved[];
}

/** `lang` is the lecture's: titles without a language of their own are in English where it is. */
export function readBibliography(settings: CitationSettings, lang: string, files: Files): Result<ReadBibliography> {
  const diagnostics: Diagnostic[] = [];
  const uses: Resolved[] = [];
  const read = (named: NamedFile, what: Wanted): { readonly path: string; readonly bytes: Uint8Array } | null => {
    const found = findFile(named, what, files);
    if (typeof found !== 'string') {
      diagnostics.push(found);
      return null;
    }
    const reference = { role: 'link', address: named.address, span: named.span } as const;
    uses.push({ reference, target: { to: 'asset', file: found, output: found, fragment: '' } });
    return { path: found, bytes: files.bytes(found) };
  };
  const lists: Sources[] = [fromSources(settings.sources, [])];
  for (const named of settings.bibliography) {
    const file = read(named, 'bibliography');
    if (file === null) continue;
    const { path, bytes } = file;
    const sources = sourcesIn(path, bytes);
    if (sources === null) diagnostics.push(unknownFormat(named));
    else {
      lists.push(sources);
      diagnostics.push(...troubleIn(sources, path, bytes, named));
    }
  }
  const whole = diagnostics.length === 0;
  const own = settings.style === null ? null : read(settings.style, 'style');
  const style = own === null ? null : textOf(own.bytes);
  if (style !== null && settings.style !== null && !isStyle(style)) diagnostics.push(noStyle(settings.style));
  const english = /^en\b/i.test(lang);
  const bibliography: Bibliography = {
    find: (key) => firstFound(lists, key, english),
    keys: [...new Set(lists.flatMap(({ keys }) => keys))],
    whole,
    style: style !== null && isStyle(style) ? style : ownFile('chicago-author-date.csl'),
    locale: readLocale,
  };
  return { value: { bibliography, uses }, diagnostics };
}

function firstFound(lists: readonly Sources[], key: string, english: boolean): ReturnType<Bibliography['find']> {
  for (const list of lists) {
    const source = list.find(key, english);
    if (source !== null) return source;
  }
  return null;
}

/** By the bytes, which are the same for all lectures of a round: a library is read once. */
const PARSED = new WeakMap<Uint8Array, Sources>();

function sourcesIn(path: string, bytes: Uint8Array): Sources | null {
  const known = PARSED.get(bytes);
  if (known !== undefined) return known;
  const sources = parseSources(path, textOf(bytes));
  if (sources !== null) PARSED.set(bytes, sources);
  return sources;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

type Wanted = 'bibliography' | 'style';

const BIBLIOGRAPHY_HINT = 'Name a file of the course, from the folder of the lecture or of the course.';

/** Its path in the course, from the folder of the file that names it, or from the course's; else what is wrong. */
function findFile({ address, span }: NamedFile, what: Wanted, files: Files): string | Diagnostic {
  const key = what === 'style' ? 'csl' : 'bibliography';
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(address)) {
    const hint = 'Download it into the course, and give its path: nothing is asked of other hosts.';
    return diagnose('missing-bibliography', span, `“${address}” in “${key}” is on another host, and is not read.`, hint);
  }
  const folder = posix.dirname(span.path);
  const names = what === 'style' && !/\.csl$/i.test(address) ? [address, `${address}.csl`] : [address];
  const paths = names.flatMap((name) => [posix.join(folder, name), posix.join('.', name)].map((path) => path.normalize('NFC')));
  const path = paths.find((one) => files.size(one) !== null);
  if (path !== undefined) return path;
  if (paths.some((one) => files.leadsOut(one)))
    return diagnose('missing-bibliography', span, `“${address}” lies outside of the course.`, 'Copy it into the course.');
  const ending = what === 'style' ? /\.csl$/i : /\.(?:bib|bibtex|biblatex|json|csljson|ya?ml)$/i;
  const candidates = [folder === '.' ? '' : folder, ''].flatMap((one) => files.names(one)).filter((name) => ending.test(name));
  const near = nearest(posix.basename(address), [...new Set(candidates)]);
  const hint = near === null ? BIBLIOGRAPHY_HINT : `Write “${near}” if that is meant.`;
  return diagnose('missing-bibliography', span, `There is no file “${address}”, which “${key}” names.`, hint);
}

function unknownFormat({ address, span }: NamedFile): Diagnostic {
  const hint = 'Give a file of BibTeX (.bib), CSL JSON (.json) or YAML (.yaml).';
  return diagnose('broken-bibliography', span, `“${address}” is no bibliography that can be read.`, hint);
}

function noStyle({ address, span }: NamedFile): Diagnostic {
  const hint = 'Give a style such as those of citationstyles.org, an independent one.';
  return diagnose('broken-bibliography', span, `“${address}” is no style of CSL.`, hint);
}

/** What begins as a style, and says itself how citations look. */
function isStyle(text: string): boolean {
  return /<style\b/.test(text) && /<citation\b/.test(text) && text.includes('</style>');
}

/** At the place in the file, with the key that names the file. */
function troubleIn({ broken }: Sources, path: string, bytes: Uint8Array, named: NamedFile): readonly Diagnostic[] {
  const hint = `Mend it in “${path}”; what stands there is not known.`;
  return broken.map(({ message, span }) =>
    diagnose('broken-bibliography', firstLineOf(textOf(bytes), span), message, hint, [
      { message: 'It is named here.', span: named.span },
    ]),
  );
}

/** The languages whose words there are, by their first part. */
const LOCALES: Readonly<Record<string, string>> = { en: 'en-US', nl: 'nl-NL', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' };

function readLocale(lang: string): string {
  const [language = ''] = lang.toLowerCase().split('-');
  return ownFile(`locales-${LOCALES[language] ?? 'en-US'}.xml`);
}

/** A file that comes with the program. */
function ownFile(name: string): string {
  return readFileSync(new URL(`../../citation/${name}`, import.meta.url), 'utf8');
}
