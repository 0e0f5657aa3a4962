/** The dates of lectures → those that cannot both be meant, in one lecture or of two that follow each other. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { PartItem } from '../../model/settings.ts';
import type { Span } from '../../model/source.ts';
import type { LectureInput } from '../../model/syllabus.ts';
import type { CourseCheck, CourseRule } from '../courseCheck.ts';
import { shorten } from '../shorten.ts';
import { dayOfYear, lastDay, onlyDay } from '../writtenDays.ts';

/** Rule: `contradicting-dates`. */
export const checkDates: CourseRule = (check) => [
  ...check.lectures.flatMap((lecture) => [...checkLifetime(lecture, check.asOf)]),
  ...groupsOf(check).flatMap((group) => [
    ...checkOrder(group.flatMap(({ lecture }) => releaseOf(lecture))),
    ...checkOrder(group.flatMap(taughtOn)),
    ...checkOrder(group.flatMap(weekOf)),
  ]),
  ...groupsOf(check).flatMap((group) => group.flatMap(({ lecture, item }) => checkTwice(lecture, item) ?? [])),
];

/** Rule: `overdue`. */
export const checkOverdue: CourseRule = ({ lectures, asOf }) =>
  lectures.flatMap(({ settings }) => {
    const { status, eta, spans } = settings;
    const due = status === 'wip' && eta !== null ? lastDay(eta) : null;
    if (due === null || due >= asOf) return [];
    const hint = 'Remove “status” and “eta” if it is done, or write another day.';
    return [diagnose('overdue', spans.get('eta') ?? null, `This lecture was expected by ${eta}.`, hint)];
  });

/** What happens to one lecture, in an order that it cannot have. */
function* checkLifetime({ settings }: LectureInput, asOf: string): Iterable<Diagnostic> {
  const { release, reviewBy, draft, status, eta, spans } = settings;
  if (release === null) return;
  const related = relatedTo(spans.get('release'), `It is published on ${release}.`);
  const isDraft = draft ? spans.get('draft') : undefined;
  if (isDraft !== undefined && release <= asOf) {
    const message = `This lecture was to be published on ${release}, and is still a draft.`;
    yield diagnose('contradicting-dates', isDraft, message, 'Remove “draft”, or set “release” to another day.', related);
  }
  if (reviewBy !== null && reviewBy < release) {
    const message = `This lecture is to be reviewed by ${reviewBy}, before it is published.`;
    yield diagnose('contradicting-dates', spans.get('review-by') ?? null, message, 'Correct one of the two days.', related);
  }
  const due = status === 'wip' && eta !== null ? lastDay(eta) : null;
  if (due !== null && due > release) {
    const message = `This lecture is expected by ${eta}, after it is published.`;
    yield diagnose('contradicting-dates', spans.get('eta') ?? null, message, 'Correct one of the two days.', related);
  }
}

interface Member {
  readonly lecture: LectureInput;
  /** What `parts` say of it; null where they leave it out. */
  readonly item: PartItem | null;
}

/** Lectures that follow each other: those of each part, then those that `parts` leave out. Pages have no place in time. */
function groupsOf({ lectures, course }: CourseCheck): readonly (readonly Member[])[] {
  const { parts } = course.syllabus.settings;
  const byAddress = new Map(lectures.map((lecture) => [lecture.entry.address, lecture]));
  const groups = parts.map(({ items }) =>
    items.flatMap((item): readonly Member[] => {
      const lecture = item.kind === 'lecture' ? byAddress.get(item.target) : undefined;
      if (lecture !== undefined) byAddress.delete(item.target);
      return lecture === undefined ? [] : [{ lecture, item }];
    }),
  );
  const rest = [...byAddress.values()].map((lecture) => ({ lecture, item: null }));
  return [...groups, rest].map((group) => group.filter(({ lecture }) => lecture.entry.kind !== 'page'));
}

/** A day, or a week, on which a lecture stands in its order. */
interface Moment {
  readonly lecture: LectureInput;
  readonly what: 'published on' | 'dated' | 'in week';
  readonly written: string;
  /** Only moments of one scale are compared: ISO dates, days of an academic year, weeks. */
  readonly scale: 'day' | 'day of year' | 'week';
  readonly value: number;
  readonly span: Span;
}

function releaseOf(lecture: LectureInput): readonly Moment[] {
  const { release, spans } = lecture.settings;
  const span = spans.get('release');
  if (release === null || span === undefined) return [];
  return [{ lecture, what: 'published on', written: release, scale: 'day', value: Date.parse(release), span }];
}

function taughtOn({ lecture, item }: Member): readonly Moment[] {
  const { date } = lecture.settings;
  const written = item?.date ?? date?.text ?? null;
  const span = item?.date == null ? date?.span : item.dateSpan;
  if (written === null || span == null) return [];
  const day = onlyDay(written);
  const ofYear = dayOfYear(written);
  const common = { lecture, what: 'dated', written, span } as const;
  if (day !== null) return [{ ...common, scale: 'day', value: Date.parse(day) }];
  return ofYear === null ? [] : [{ ...common, scale: 'day of year', value: ofYear }];
}

function weekOf({ lecture, item }: Member): readonly Moment[] {
  const number = /^(?:\p{L}+\s+)?(\d{1,2})$/u.exec(item?.week?.trim() ?? '')?.[1];
  if (item === null || item.weekSpan === null || number === undefined) return [];
  return [{ lecture, what: 'in week', written: number, scale: 'week', value: Number(number), span: item.weekSpan }];
}

/** Each against the one before it. */
function checkOrder(moments: readonly Moment[]): readonly Diagnostic[] {
  return moments.flatMap((moment, at): readonly Diagnostic[] => {
    const before = moments[at - 1];
    if (before === undefined || before.scale !== moment.scale || moment.value >= before.value) return [];
    if (isNewYear(before, moment)) return [];
    const title = shorten(before.lecture.entry.title);
    const message = `This lecture is ${moment.what} ${moment.written}, and follows “${title}”, which is ${before.what} ${before.written}.`;
    const related = relatedTo(before.span, `“${title}” is ${before.what} ${before.written}.`);
    return [diagnose('contradicting-dates', moment.span, message, 'Correct one of the two, or their order.', related)];
  });
}

/** Weeks of the calendar begin again in January. */
function isNewYear(before: Moment, moment: Moment): boolean {
  return moment.scale === 'week' && before.value > 40 && moment.value < 20;
}

/** `parts` and the lecture itself name two days. */
function checkTwice({ settings }: LectureInput, item: PartItem | null): Diagnostic | null {
  const [inParts, own] = [item?.date ?? null, settings.date];
  if (own === null || inParts === null || item?.dateSpan == null) return null;
  const [first, second] = [onlyDay(inParts), onlyDay(own.text)];
  if (first === null || second === null || first === second) return null;
  const message = `This lecture is dated ${own.text}, and ${inParts} in “parts”.`;
  return diagnose(
    'contradicting-dates',
    own.span,
    message,
    'Correct one of the two.',
    relatedTo(item.dateSpan, `It is ${inParts} here.`),
  );
}

function relatedTo(span: Span | undefined, message: string): Diagnostic['related'] {
  return span === undefined ? [] : [{ message, span }];
}
