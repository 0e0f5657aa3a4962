/** What every check of the whole course may look at. */
import type { AssetFiles } from '../model/assetFile.ts';
import type { Course } from '../model/course.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { LectureInput } from '../model/syllabus.ts';
import type { Resolved, Targets } from '../model/target.ts';

export interface CourseCheck {
  readonly course: Course;
  /** With their settings, and the places of these. */
  readonly lectures: readonly LectureInput[];
  /** ISO date: the day that the course is looked at. */
  readonly asOf: string;
  /** The text of the course's `index.md`; null where there is none. */
  readonly introduction: { readonly targets: Targets } | null;
  /** What the course's front matter refers to, and the files of guest lectures. */
  readonly references: readonly Resolved[];
  /** What the course's style sheets refer to. */
  readonly styles: readonly Resolved[];
  /**
   * Whatever the course refers to that is a file of it, of another host, or not there: drafts, private notes and style sheets
   * included, in its order.
   */
  readonly uses: readonly Resolved[];
  /** The files in the folders where it keeps what it shows. */
  readonly assets: AssetFiles;
  /** Where lectures stand, from the course's root: `slides`, or `''`. */
  readonly folder: string;
}

/** One kind of trouble, looked for in the whole course. */
export type CourseRule = (check: CourseCheck) => readonly Diagnostic[];
