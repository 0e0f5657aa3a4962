/** The whole course once each lecture's work is done: what home, contents, manifest and course checks are made from. */
import type { Outline } from './outline.ts';
import type { Syllabus, SyllabusEntry } from './syllabus.ts';

export interface CourseLecture {
  readonly entry: SyllabusEntry;
  /** Minutes, as the author gave it or as the notes take at 130 words a minute; null where nothing tells. */
  readonly minutes: number | null;
  /** ISO date-time of the last change in git; null where unknown. */
  readonly changed: string | null;
  /** Null for a file, and for a lecture that is not published. */
  readonly outline: Outline | null;
}

export interface Course {
  readonly syllabus: Syllabus;
  /** In the course's order; absent ones among them. */
  readonly lectures: readonly CourseLecture[];
}
