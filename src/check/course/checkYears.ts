/** The academic years in dates → those that are over. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Span } from '../../model/source.ts';
import type { CourseRule } from '../courseCheck.ts';

/** Two years with a dash or slash between them, the second in four digits or two: `2025–2026`, `2025/26`. */
const YEARS = /(?<![\d-])(?<first>20\d{2})(?<dash>\s*[-–—/]\s*)(?<second>20\d{2}|\d{2})(?![\d-])/u;

/** Month and day on which the last year is over everywhere: its resits have been, and the next one has begun. */
const OVER = '10-01';
/** Month in which the next academic year is prepared. */
const NEXT = 8;

/** Rule: `past-year`, in the dates of the course and of its lectures. */
export const checkYears: CourseRule = ({ lectures, course, asOf }) => {
  const { date, dateSpan } = course.syllabus.settings;
  const own = date === null || dateSpan === null ? [] : checkText(date, dateSpan, null, asOf);
  return [
    ...own,
    ...lectures.flatMap(({ settings }) => {
      return settings.date === null ? [] : checkText(settings.date.text, settings.date.span, settings.date.offset, asOf);
    }),
  ];
};

function checkText(text: string, span: Span, offset: number | null, asOf: string): readonly Diagnostic[] {
  const match = YEARS.exec(text);
  const { first = '', second = '', dash = '' } = match?.groups ?? {};
  const last = Number(first) + 1;
  if (match === null || Number(second) % 100 !== last % 100 || asOf < `${last}-${OVER}`) return [];
  const plain = offset ?? (span.end - span.start === text.length ? span.start : null);
  const start = plain === null ? span.start : plain + match.index;
  const place = plain === null ? span : { path: span.path, start, end: start + match[0].length };
  const now = Number(asOf.slice(0, 4)) - (Number(asOf.slice(5, 7)) < NEXT ? 1 : 0);
  const next = `${now}${dash}${String(now + 1).slice(-second.length)}`;
  return [diagnose('past-year', place, `The academic year ${match[0]} is over.`, `Write “${next}”, or leave the date out.`)];
}
