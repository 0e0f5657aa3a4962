/** A text of the front matter → the days that it names, as ISO dates: `2026-09-21`, “Monday 21 September 2026”. */

export interface WrittenDay {
  /** As it is written, the day of the week included, and where in the text. */
  readonly text: string;
  readonly index: number;
  /** ISO; null where the calendar has no such day. */
  readonly iso: string | null;
  /** The day of the week that the text gives it, 0 for Sunday; null where it gives none. */
  readonly weekday: number | null;
}

// English, Dutch, German, French; short forms of those that the first two have
const MONTHS = [
  'january januari januar janvier jan',
  'february februari februar février feb',
  'march maart märz mars mar mrt',
  'april avril apr',
  'may mei mai',
  'june juni juin jun',
  'july juli juillet jul',
  'august augustus août aug',
  'september septembre sept sep',
  'october oktober octobre oct okt',
  'november novembre nov',
  'december dezember décembre dec',
].map((names) => names.split(' '));
const WEEKDAYS = [
  'sunday zondag sonntag dimanche sun zo',
  'monday maandag montag lundi mon ma',
  'tuesday dinsdag dienstag mardi tues tue di',
  'wednesday woensdag mittwoch mercredi wed wo',
  'thursday donderdag donnerstag jeudi thurs thu do',
  'friday vrijdag freitag vendredi fri vr',
  'saturday zaterdag samstag samedi sat za',
].map((names) => names.split(' '));

const LANGUAGES = 4;
const ENGLISH = 0;
const DUTCH = 1;

const MONTH = `(?<month>${MONTHS.flat().toSorted(longestFirst).join('|')})(?!\\p{L})\\.?`;
const WEEKDAY = `(?:(?<!\\p{L})(?<weekday>${WEEKDAYS.flat().toSorted(longestFirst).join('|')})(?!\\p{L})\\.?,?\\s+(?:the\\s+)?)?`;
const DAY = '(?<![\\d.])(?<day>\\d{1,2})';
const YEAR = '(?<year>\\d{4})(?!\\d)';

const FORMS = [
  `${WEEKDAY}(?<![\\d-])(?<year>\\d{4})-(?<number>\\d{2})-(?<day>\\d{2})(?![\\d-])`,
  `${WEEKDAY}${DAY}(?:st|nd|rd|th|\\.|er)?\\s+(?:of\\s+)?${MONTH},?\\s+${YEAR}`,
  `${WEEKDAY}${MONTH}\\s+${DAY}(?:st|nd|rd|th)?,?\\s+${YEAR}`,
].map((form) => new RegExp(form, 'giu'));

/** All days with their year, in the order of the text. */
export function writtenDays(text: string): readonly WrittenDay[] {
  // most texts name none, and 1,000 lectures have as many
  if (!/\d{4}-\d\d-\d\d|\d{4}.*\p{L}{3}|\p{L}{3}.*\d{4}/u.test(text)) return [];
  const found = FORMS.flatMap((form) => [...text.matchAll(form)].map((match) => dayOf(match)));
  return found.sort((a, b) => a.index - b.index);
}

/** The only day that a text names; null where it names none, several, or one that is not in the calendar. */
export function onlyDay(text: string): string | null {
  const [day, ...others] = writtenDays(text);
  return others.length === 0 ? (day?.iso ?? null) : null;
}

/** The last day of what a text names, as ISO: of `2026-10` and “October 2026” the 31st, though it may not be there; else null. */
export function lastDay(text: string): string | null {
  const days = writtenDays(text).flatMap(({ iso }) => iso ?? []);
  if (days.length > 0) return days.toSorted().at(-1) ?? null;
  const plain = /^\s*(\d{4})-(0[1-9]|1[0-2])\s*$/.exec(text);
  if (plain) return `${plain[1]}-${plain[2]}-31`;
  const { month = '', year = '' } = new RegExp(`(?<!\\p{L})${MONTH}\\s+${YEAR}`, 'iu').exec(text)?.groups ?? {};
  return month === '' ? null : `${year}-${twoDigits(indexIn(MONTHS, month) + 1)}-31`;
}

/** A day and a month without a year, for comparison within an academic year, which begins with August; else null. */
export function dayOfYear(text: string): number | null {
  const patterns = [`${DAY}(?:st|nd|rd|th|\\.|er)?\\s+(?:of\\s+)?${MONTH}`, `(?<!\\p{L})${MONTH}\\s+${DAY}`];
  if (/\d{4}/.test(text) || !/\d/.test(text)) return null;
  const { month = '', day = '' } = patterns.map((one) => new RegExp(one, 'iu').exec(text)?.groups).find(Boolean) ?? {};
  return month === '' ? null : ((indexIn(MONTHS, month) + 5) % 12) * 31 + Number(day);
}

/** The day of the week of an ISO date, 0 for Sunday. */
export function weekdayOf(iso: string): number {
  return new Date(`${iso}T00:00:00Z`).getUTCDay();
}

/** The day of the week, written out, in the language in which the author wrote another. */
export function weekdayLike(weekday: number, written: string): string {
  const word = written.toLowerCase();
  const names = WEEKDAYS[indexIn(WEEKDAYS, word)] ?? [];
  const at = names.indexOf(word);
  // of the short forms the last is Dutch
  const language = at < LANGUAGES ? at : at === names.length - 1 ? DUTCH : ENGLISH;
  const name = WEEKDAYS[weekday]?.[language] ?? '';
  return /^\p{Lu}/u.test(written) ? name.replace(/^./u, (letter) => letter.toUpperCase()) : name;
}

function dayOf({ 0: text, index, groups = {} }: RegExpExecArray): WrittenDay {
  const { year, month, number, day = '', weekday } = groups;
  const iso = `${year}-${number ?? twoDigits(indexIn(MONTHS, month ?? '') + 1)}-${twoDigits(Number(day))}`;
  return { text, index, iso: isDay(iso) ? iso : null, weekday: weekday === undefined ? null : indexIn(WEEKDAYS, weekday) };
}

function isDay(iso: string): boolean {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

function indexIn(lists: readonly (readonly string[])[], word: string): number {
  return lists.findIndex((names) => names.includes(word.toLowerCase()));
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length;
}
