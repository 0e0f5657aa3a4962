/** What follows a key in a citation → the place in the source that it names, and the rest: `, pp. 33-35, and on`. */

export interface Located {
  /** As CSL names it: `page`, `chapter`. */
  readonly label: string;
  readonly locator: string;
  /** What follows, from the mark that opens it. */
  readonly suffix: string;
}

/** The words of a place, in English as pandoc knows them, and in the languages whose words come with the program. */
const LABELS: Readonly<Record<string, string>> = {
  page: 'pages? pp? pág págs blz bladzijde bladzijden s seite seiten',
  chapter: 'chapters? chaps? ch kapitel kap hoofdstuk hfdst chapitre chap capítulo cap',
  section: 'sections? secs? § §§ abschnitt paragraaf',
  volume: 'volumes? vols? band bd tome',
  figure: 'figures? figs? abbildung abb figuur',
  paragraph: 'paragraphs? paras? ¶ ¶¶',
  column: 'columns? cols?',
  folio: 'folios? fols?',
  issue: 'issues? nos? nummer nr',
  line: 'lines? ll? regel',
  note: 'notes? nn? noot',
  opus: 'opus opera opp?',
  part: 'parts? pts? teil deel',
  book: 'books? bks? buch boek',
  verse: 'verses? vv? vers',
  'sub-verbo': 's\\.?v s\\.?vv',
  appendix: 'appendix app appendices',
  table: 'tables? tbl tabelle tabel',
};

const BY_WORD = new Map(
  Object.entries(LABELS).flatMap(([label, words]) =>
    words.split(' ').map((word) => [new RegExp(`^(?:${word})$`, 'iu'), label] as const),
  ),
);

/** A number, also with letters or in Roman ones. */
const NUMBER = String.raw`(?:[^\s,;&]*\p{N}[^\s,;&]*|[ivxlcdm]+\b\.?)`;
const PLACE = new RegExp(
  String.raw`^\s*,?\s*(?:(?<word>[\p{L}.]+|§§?|¶¶?)\s*)?(?<number>${NUMBER}(?:\s*(?:,|&|-|–)\s*${NUMBER})*)`,
  'iu',
);
const BRACED = /^\s*,?\s*\{([^{}]*)\}/u;

/** Null where it names no place. */
export function readLocator(written: string): Located | null {
  const braced = BRACED.exec(written);
  if (braced !== null) {
    const inside = readPlain(braced[1] ?? '');
    const suffix = written.slice(braced[0].length);
    return { label: inside?.label ?? 'page', locator: inside?.locator ?? (braced[1] ?? '').trim(), suffix };
  }
  return readPlain(written);
}

function readPlain(written: string): Located | null {
  const match = PLACE.exec(written.slice(0, 500));
  const { word, number = '' } = match?.groups ?? {};
  if (match === null) return null;
  const label = word === undefined ? 'page' : labelOf(word);
  // a Roman number without a word is a word of its own: `, civil`
  if (label === null || (word === undefined && !/\p{N}/u.test(number))) return null;
  const locator = number.replace(/[.:]$/, '');
  const end = match[0].length - (number.length - locator.length);
  return { label, locator: locator.replace(/--?/g, '–'), suffix: written.slice(end) };
}

function labelOf(word: string): string | null {
  const plain = word.replace(/\.$/, '');
  for (const [pattern, label] of BY_WORD) if (pattern.test(plain)) return label;
  return null;
}
