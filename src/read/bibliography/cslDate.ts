/** A date as authors write it → a date as CSL JSON has it. */

export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly literal?: string;
  readonly circa?: boolean;
}

const DAY = /^(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/** `2020`, `2020-05-04`, `2020/2021`, `2020~`, or any text. */
export function cslDate(text: string): CslDate {
  const written = text.trim();
  const circa = /[~?]$/.test(written);
  const parts = written
    .replace(/[~?]$/, '')
    .split(/\/|\s*--?\s*(?=\d{4}$)/, 2)
    .filter((part) => part !== '' && part !== '..');
  const dates = parts.map(partsOf);
  if (parts.length === 0 || dates.some((date) => date === null)) return { literal: written };
  return { 'date-parts': dates.filter((date) => date !== null), ...(circa && { circa }) };
}

function partsOf(text: string): readonly number[] | null {
  const match = DAY.exec(text.trim());
  return match === null ? null : match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]));
}
