/** An entry of a BibTeX file → the source that it describes, as pandoc reads it. */
import type { Source } from '../../model/citation.ts';
import { bibtexNames } from './bibtexNames.ts';
import { type CslDate, cslDate } from './cslDate.ts';
import type { BibtexEntry } from './parseBibtex.ts';
import { texText } from './texText.ts';

const TYPES: Readonly<Record<string, string>> = {
  ...{
    article: 'article-journal',
    periodical: 'article-journal',
    review: 'review',
    book: 'book',
    mvbook: 'book',
    booklet: 'pamphlet',
  },
  ...{
    collection: 'book',
    mvcollection: 'book',
    reference: 'book',
    mvreference: 'book',
    proceedings: 'book',
    mvproceedings: 'book',
  },
  ...{ inbook: 'chapter', incollection: 'chapter', bookinbook: 'chapter', suppbook: 'chapter', suppcollection: 'chapter' },
  ...{ inreference: 'entry-encyclopedia', inproceedings: 'paper-conference', conference: 'paper-conference' },
  ...{ manual: 'book', thesis: 'thesis', phdthesis: 'thesis', mastersthesis: 'thesis', techreport: 'report', report: 'report' },
  ...{ online: 'webpage', www: 'webpage', electronic: 'webpage', patent: 'patent', unpublished: 'manuscript', misc: '' },
  ...{ dataset: 'dataset', software: 'software', video: 'motion_picture', movie: 'motion_picture', audio: 'song', music: 'song' },
  ...{ artwork: 'graphic', image: 'graphic', letter: 'personal_communication', standard: 'standard', legal: 'legislation' },
};

/** Fields whose text goes over as it is: ours → those of BibTeX, the first that is given. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'container-title': ['journaltitle', 'journal', 'booktitle', 'maintitle'],
  'collection-title': ['series'],
  volume: ['volume'],
  edition: ['edition'],
  publisher: ['publisher', 'institution', 'school', 'organization', 'howpublished'],
  'publisher-place': ['location', 'address'],
  'chapter-number': ['chapter'],
  'event-title': ['eventtitle'],
  'event-place': ['venue'],
  note: ['note', 'addendum'],
  status: ['pubstate'],
  version: ['version'],
  ISBN: ['isbn'],
  ISSN: ['issn'],
};

const NAMES = ['author', 'editor', 'translator', 'director'] as const;

/** Titles that English sets in capitals, and that CSL wants as a sentence. */
const ENGLISH_TITLES = new Set(['title', 'container-title', 'title-short']);

/** `english`: titles of sources that do not name their language are English. */
export function bibtexSource(entry: BibtexEntry, english: boolean): Source {
  const { key, fields, span } = entry;
  const lang = fields.get('langid') ?? fields.get('language') ?? '';
  const sentence = lang === '' ? english : /^(?:en|american|british|UKenglish|USenglish)/i.test(lang);
  const journal = fields.has('journal') || fields.has('journaltitle');
  const texts = textsOf(fields).map(([name, text]): readonly [string, string] => [
    name,
    sentence && ENGLISH_TITLES.has(name) && !(journal && name === 'container-title') ? asSentence(text) : text,
  ]);
  const names = NAMES.flatMap((name) => {
    const given = fields.get(name);
    return given === undefined || given.trim() === '' ? [] : [[name, bibtexNames(given)] as const];
  });
  const issued = issuedOf(fields);
  const accessed = fields.get('urldate');
  return {
    id: key,
    span,
    fields: {
      id: key,
      type: typeOf(entry),
      ...Object.fromEntries([...texts, ...names]),
      ...numbersOf(entry),
      ...addressesOf(fields),
      ...(genreOf(entry) && { genre: genreOf(entry) }),
      ...(issued && { issued }),
      ...(accessed && { accessed: cslDate(accessed) }),
    },
  };
}

function textsOf(fields: BibtexEntry['fields']): readonly (readonly [string, string])[] {
  const plain = Object.entries(TEXTS).flatMap(([name, from]): (readonly [string, string])[] => {
    const texts = from.map((one) => fields.get(one));
    const given = texts.find((text) => text !== undefined && text.trim() !== '' && !text.includes('\\url{'));
    return given === undefined ? [] : [[name, texText(given)]];
  });
  const subtitle = fields.get('subtitle');
  const title = fields.get('title');
  const short = fields.get('shorttitle');
  return [
    ...plain,
    ...(title ? [['title', [title, subtitle].flatMap((part) => (part ? [texText(part)] : [])).join(': ')] as const] : []),
    ...(short ? [['title-short', texText(short)] as const] : []),
  ];
}

function typeOf({ type, fields }: BibtexEntry): string {
  if (type === 'article' && /^(?:newspaper|magazine)$/.test(fields.get('entrysubtype') ?? ''))
    return `article-${fields.get('entrysubtype')}`;
  const known = TYPES[type];
  if (known) return known;
  return fields.has('url') && !fields.has('publisher') ? 'webpage' : 'document';
}

/** `number` is an issue in a journal, a place in a series, else a number. */
function numbersOf({ type, fields }: BibtexEntry): Readonly<Record<string, string>> {
  const number = fields.get('issue') ?? fields.get('number');
  const pages = fields.get('pages');
  const name = /^(?:article|periodical|review)$/.test(type) ? 'issue' : fields.has('series') ? 'collection-number' : 'number';
  return { ...(number && { [name]: texText(number) }), ...(pages && { page: texText(pages.replace(/-+/g, '–')) }) };
}

function addressesOf(fields: BibtexEntry['fields']): Readonly<Record<string, string>> {
  const doi = fields.get('doi')?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  const archive = (fields.get('eprinttype') ?? fields.get('archiveprefix') ?? '').toLowerCase();
  const eprint = archive === 'arxiv' ? fields.get('eprint') : undefined;
  const written = fields.get('url') ?? /\\url\{([^}]*)\}/.exec(fields.get('howpublished') ?? '')?.[1];
  const url = written ?? (eprint && `https://arxiv.org/abs/${eprint}`);
  return { ...(doi && { DOI: unescaped(doi) }), ...(url && { URL: unescaped(url) }) };
}

function unescaped(address: string): string {
  return address
    .trim()
    .replace(/^\\url\{(.*)\}$/s, '$1')
    .replace(/\\([%#&_~{}])/g, '$1');
}

const GENRES: Readonly<Record<string, string>> = {
  ...{ phdthesis: 'PhD thesis', mastersthesis: 'Master’s thesis', mathesis: 'Master’s thesis', techreport: 'Technical report' },
};

function genreOf({ type, fields }: BibtexEntry): string {
  const given = fields.get('type');
  return given === undefined ? (GENRES[type] ?? '') : (GENRES[given.toLowerCase()] ?? texText(given));
}

function issuedOf(fields: BibtexEntry['fields']): CslDate | null {
  const date = fields.get('date');
  const year = fields.get('year');
  if (date) return cslDate(texText(date, false));
  if (!year) return null;
  const month = monthOf(fields.get('month') ?? '');
  const text = texText(year, false);
  return /^\d{1,4}$/.test(text) && month > 0 ? { 'date-parts': [[Number(text), month]] } : cslDate(text);
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** 1 to 12; 0 where it is none. */
function monthOf(text: string): number {
  const number = Number(text);
  return number >= 1 && number <= 12 ? number : MONTHS.indexOf(text.trim().slice(0, 3).toLowerCase()) + 1;
}

/** Small letters but for the first word, what follows a colon, names in capitals, and what braces protect. */
function asSentence(title: string): string {
  const pieces = title.split(/(<span class="nocase">.*?<\/span>|<[^>]*>)/);
  let first = true;
  return pieces
    .map((piece) => {
      if (piece.startsWith('<')) {
        if (piece.startsWith('<span')) first = false;
        return piece;
      }
      return piece.replace(/([.:?!]\s+)?([\p{L}\p{M}’'-]+)/gu, (whole, before: string | undefined, word: string) => {
        const opens = first || before !== undefined;
        first = false;
        return opens || !/^\p{Lu}(?:[\p{Ll}\p{M}’'-]|-\p{Lu})*$/u.test(word) ? whole : word.toLowerCase();
      });
    })
    .join('');
}
