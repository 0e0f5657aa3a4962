/** The whole course → what is wrong between its lectures, and with what its own front matter refers to. */
import type { Reference } from '../model/attributes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Resolved, Target } from '../model/target.ts';
import { checkAccent } from './course/checkAccent.ts';
import { checkLargeFiles, checkUnusedFiles } from './course/checkAssets.ts';
import { checkDates, checkOverdue } from './course/checkDates.ts';
import { checkDays } from './course/checkDays.ts';
import { checkLinksOut } from './course/checkLinksOut.ts';
import { checkRedirects } from './course/checkRedirects.ts';
import { checkRepeatedValues } from './course/checkRepeatedValues.ts';
import { checkReviews } from './course/checkReviews.ts';
import { checkYears } from './course/checkYears.ts';
import type { CourseCheck, CourseRule } from './courseCheck.ts';
import { checkReferences } from './reference/checkReferences.ts';

/** One line for each kind of trouble. */
const RULES: readonly CourseRule[] = [
  ({ references, course }) => checkReferences(pairs(references), course.syllabus),
  ({ styles, course }) => checkReferences(pairs(styles), course.syllabus),
  checkLinksOut,
  checkRedirects,
  checkReviews,
  checkDates,
  checkOverdue,
  checkDays,
  checkYears,
  checkRepeatedValues,
  checkAccent,
  checkUnusedFiles,
  checkLargeFiles,
];

/** Everything that the rules find, in the order of the rules. */
export function checkCourse(check: CourseCheck): readonly Diagnostic[] {
  return RULES.flatMap((rule) => rule(check));
}

function pairs(references: readonly Resolved[]): readonly (readonly [Reference, Target])[] {
  return references.map(({ reference, target }) => [reference, target] as const);
}
