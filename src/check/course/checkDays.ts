/** The days that front matter names → those that are not in the calendar, or not on the day of the week that they are given. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Span } from '../../model/source.ts';
import type { CourseCheck, CourseRule } from '../courseCheck.ts';
import { type WrittenDay, weekdayLike, weekdayOf, writtenDays } from '../writtenDays.ts';

/** A text with days in it; `offset` is where its first character stands, null where that cannot be said. */
interface DatedText {
  readonly text: string;
  readonly span: Span;
  readonly offset: number | null;
}

/** Rule: `wrong-day`. */
export const checkDays: CourseRule = (check) =>
  datedTexts(check).flatMap((dated) => writtenDays(dated.text).flatMap((day) => checkDay(day, dated) ?? []));

/** What lectures and `parts` say in free text; days that keys take are checked when they are read. */
function datedTexts({ lectures, course }: CourseCheck): readonly DatedText[] {
  const { date, dateSpan, parts } = course.syllabus.settings;
  const ofLectures = lectures.flatMap(({ settings }): readonly DatedText[] => {
    const eta = settings.spans.get('eta');
    return [
      ...(settings.date === null ? [] : [settings.date]),
      ...(settings.eta === null || eta === undefined ? [] : [whole(settings.eta, eta)]),
    ];
  });
  const ofParts = parts.flatMap(({ items }) =>
    items.flatMap((item) => (item.date === null || item.dateSpan === null ? [] : [whole(item.date, item.dateSpan)])),
  );
  return [...(date === null || dateSpan === null ? [] : [whole(date, dateSpan)]), ...ofLectures, ...ofParts];
}

function whole(text: string, span: Span): DatedText {
  return { text, span, offset: span.end - span.start === text.length ? span.start : null };
}

function checkDay({ text, index, iso, weekday }: WrittenDay, dated: DatedText): Diagnostic | null {
  const span = placeOf(dated, index, text.length);
  if (iso === null) return diagnose('wrong-day', span, `There is no “${text}” in the calendar.`, 'Correct the day.');
  if (weekday === null || weekday === weekdayOf(iso)) return null;
  const written = /^\p{L}+/u.exec(text)?.[0] ?? '';
  const message = `“${text}” is a “${weekdayLike(weekdayOf(iso), written)}”.`;
  return diagnose('wrong-day', span, message, 'Correct the day of the week, or the date.');
}

function placeOf({ span, offset }: DatedText, index: number, length: number): Span {
  return offset === null ? span : { path: span.path, start: offset + index, end: offset + index + length };
}
