/** The minutes of slides and sections → those that are no number, and those that do not go into the whole. */
import { type Attributes, attributeOf, type Pair } from '../../model/attributes.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { type Lecture, type Section, type Slide, slidesOf } from '../../model/lecture.ts';
import { plainText } from '../../model/walk.ts';
import type { LectureRule } from '../lectureCheck.ts';

/** Rule: `slide-minutes`. */
export const checkMinutes: LectureRule = ({ lecture }) => {
  const wrong = slidesOf(lecture).flatMap(({ attributes }) => checkNumber(attributes));
  return [...wrong, ...lecture.sections.flatMap(checkSection), ...checkAll(lecture)];
};

function checkNumber(attributes: Attributes): readonly Diagnostic[] {
  const pair = pairOf(attributes);
  if (pair === null || minutesOf(attributes) !== null) return [];
  const hint = 'Write a number, without a unit: minutes=10.';
  return [diagnose('slide-minutes', pair.span, `“${pair.value}” is not a number of minutes.`, hint)];
}

function checkSection(section: Section): readonly Diagnostic[] {
  const [title, ...others] = section.slides;
  const minutes = title?.kind === 'title' ? minutesOf(title.attributes) : null;
  const pair = title === undefined ? null : pairOf(title.attributes);
  const sum = sumOf(others);
  if (minutes === null || pair === null || sum <= minutes) return [];
  const message = `The slides of “${plainText(section.title ?? [])}” take ${sum} minutes, and the section has ${minutes}.`;
  return [diagnose('slide-minutes', pair.span, message, 'Give the section more, or its slides less.')];
}

function checkAll({ settings: { duration }, sections }: Lecture): readonly Diagnostic[] {
  if (duration === null) return [];
  const sum = sections.reduce((all, { slides }) => all + minutesOfSection(slides), 0);
  const last = sections.flatMap(({ slides }) => slides.flatMap(({ attributes }) => pairOf(attributes) ?? [])).at(-1);
  if (sum <= duration || last === undefined) return [];
  const message = `Sections and slides take ${sum} minutes, and “duration” is ${duration}.`;
  return [diagnose('slide-minutes', last.span, message, 'Give some of them less, or the lecture more.')];
}

/** A section's own slide says how long all of it takes. */
function minutesOfSection(slides: readonly Slide[]): number {
  const [title] = slides;
  const own = title?.kind === 'title' && slides.length > 1 ? minutesOf(title.attributes) : null;
  return own === null ? sumOf(slides) : Math.max(own, sumOf(slides.slice(1)));
}

function sumOf(slides: readonly Slide[]): number {
  return slides.reduce((sum, { attributes }) => sum + (minutesOf(attributes) ?? 0), 0);
}

function minutesOf(attributes: Attributes): number | null {
  const minutes = Number(attributeOf(attributes, 'minutes')?.trim() || Number.NaN);
  return minutes > 0 && minutes < Number.POSITIVE_INFINITY ? minutes : null;
}

function pairOf({ pairs }: Attributes): Pair | null {
  return pairs.find(({ key }) => key === 'minutes' || key === 'data-minutes') ?? null;
}
