/** Where a reference stands, and the course around it: what every look-up needs. */
import type { Files } from '../model/files.ts';
import type { Syllabus } from '../model/syllabus.ts';

/** Where a reference stands. */
export interface Place {
  /** The path of the file that it stands in. */
  readonly from: string;
  /** Where lectures stand, from the course's root: `slides`, or `''`. */
  readonly folder: string;
  /** The address of the lecture that it stands in; null for the course's own front matter and introduction. */
  readonly lecture: string | null;
}

/** A place with the course around it. */
export interface Surroundings extends Place {
  readonly syllabus: Syllabus;
  readonly files: Files;
}
