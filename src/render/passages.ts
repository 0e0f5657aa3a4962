/** A section's slides → passages: consecutive slides that go on under one title. */
import { type Slide, titleOf } from '../model/lecture.ts';
import { plainText } from '../model/walk.ts';

export interface Passage {
  /** Plain text, without its count where several slides share it; empty where they have none. */
  readonly title: string;
  /** At least one. */
  readonly slides: readonly Slide[];
}

/** What a title says beyond its words: that it goes on, or the how manieth slide of its kind it is. */
interface Mark {
  readonly kind: 'none' | 'again' | 'of' | 'series';
  /** 1-based; 0 where nothing is counted. */
  readonly number: number;
}

export interface CountedTitle {
  readonly words: string;
  readonly mark: Mark;
}

const AGAIN =
  /^(?:continued|continuing|continuation|cont[’']?d?\.?|ctd\.?|vervolg|suite|suivi|fortsetzung|forts\.?|continuaci[óo]n|continua[çc][ãa]o|continua|segue|seguito|fortsättning|fortsat|fortsettelse|jatkuu|продолжение|ciąg dalszy|c\.?d\.?)$/iu;
const OF = /^(?:(?:part|deel|teil|partie|parte|slide|page)\s+)?(\d{1,2})(?:\s*(?:\/|of|van|von|sur|de|di)\s*\d{1,2})$/iu;
const SERIES = /^(?:(?:part|deel|teil|partie|parte)\s+)?(?:(\d{1,2})|([ivx]{1,6}))$/iu;
/** The end of a title: in brackets, behind a dash, or a word or count that stands alone. */
const ENDS: readonly RegExp[] = [
  /^(.*\S)\s*[([]([^()[\]]+)[)\]]$/u,
  /^(.*\S)\s*[-–—:,]\s+([^-–—:,]+)$/u,
  /^(.*\S)\s+(cont[’']?d\.?|continued|\d{1,2}\s*\/\s*\d{1,2})$/iu,
  /^(.*[^\s.…])\s*(\.{3}|…)$/u,
];

/** A title's words and what it counts: `Costs (2/3)` is the second of “Costs”. */
export function countedTitle(title: string): CountedTitle {
  const text = title.trim().replace(/\s+/g, ' ');
  for (const [at, end] of ENDS.entries()) {
    const [, words, rest] = end.exec(text) ?? [];
    const mark = words === undefined || rest === undefined ? null : markOf(rest.trim(), at === 0);
    if (words !== undefined && mark !== null) return { words, mark };
  }
  return { words: text, mark: { kind: 'none', number: 0 } };
}

function markOf(text: string, bracketed: boolean): Mark | null {
  if (text === '...' || text === '…' || AGAIN.test(text)) return { kind: 'again', number: 0 };
  const of = OF.exec(text)?.[1];
  if (of !== undefined) return { kind: 'of', number: Number(of) };
  const [, digits, roman] = (bracketed ? SERIES.exec(text) : null) ?? [];
  const number = digits === undefined ? romanNumber(roman ?? '') : Number(digits);
  return number > 0 ? { kind: 'series', number } : null;
}

/** 1 to 39; 0 for what is no such numeral. */
function romanNumber(text: string): number {
  const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
  const [, tens = '', rest = ''] = /^(x{0,3})(.*)$/.exec(text.toLowerCase()) ?? [];
  const one = ones.indexOf(rest);
  return one < 0 ? 0 : tens.length * 10 + one;
}

/** Whether a slide titled `next` goes on with the passage whose last slide is titled `last`. */
export function goesOn(last: string, next: string): boolean {
  return continues(countedTitle(last), countedTitle(next));
}

function continues(before: CountedTitle, after: CountedTitle): boolean {
  if (after.words === '' || before.words.toLowerCase() !== after.words.toLowerCase()) return false;
  const { kind, number } = after.mark;
  if (kind === 'again') return true;
  if (kind === 'none') return before.mark.kind === 'none' || before.mark.kind === 'again';
  if (before.mark.kind === kind) return number === before.mark.number + 1;
  return before.mark.kind === 'none' || before.mark.kind === 'again' ? number === 2 || (kind === 'of' && number > 1) : false;
}

/** Slides without a title, and covers, are passages of their own. */
export function passagesOf(slides: readonly Slide[]): readonly Passage[] {
  const passages: { title: string; slides: Slide[] }[] = [];
  let before: CountedTitle | null = null;
  for (const slide of slides) {
    const title = titleText(slide);
    const after = countedTitle(title);
    const last = passages.at(-1);
    if (last !== undefined && before !== null && slide.kind === 'slide' && continues(before, after)) last.slides.push(slide);
    else passages.push({ title, slides: [slide] });
    before = after;
  }
  return passages.map((passage) =>
    passage.slides.length === 1 ? passage : { ...passage, title: countedTitle(passage.title).words },
  );
}

/** A slide's title as lists have it, as plain text; empty for a cover. */
export function titleText(slide: Slide): string {
  return slide.kind === 'cover' ? '' : plainText(titleOf(slide)).trim();
}

/** Where a slide stands in the reading view. */
export function anchorOf(slide: Slide): string {
  return slide.id ?? `slide-${slide.number}`;
}
