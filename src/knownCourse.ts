/** What a lecture's work needs of the others, as the last round knew it. */
import type { CourseOptions } from './pipeline.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { LectureInput, Syllabus } from './model/syllabus.ts';
import { readChanges } from './read/readChanges.ts';
import { type CourseInput, readCourse } from './read/readCourse.ts';
import { makeSyllabus } from './syllabus.ts';

export interface KnownCourse {
  /** Absolute. */
  readonly root: string;
  /** Where lectures stand, from the root. */
  readonly folder: string;
  readonly syllabus: Syllabus;
  readonly lectures: readonly LectureInput[];
}

/** A course as read, before any lecture is worked on. */
export interface CourseRead extends KnownCourse {
  readonly read: CourseInput;
  readonly publicTexts: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the settings, titles and dates of a course. */
export function readKnownCourse({ build, argument, out }: Pick<CourseOptions, 'build' | 'argument' | 'out'>): CourseRead {
  const { value: read, diagnostics: found } = readCourse({ ...build, argument, out });
  const sources = read.lectures.map(({ entry }) => entry.source);
  const { value: changes, diagnostics: history } = readChanges(read.root, sources);
  const { root, folder } = read;
  return { root, folder, read, ...makeSyllabus(read, changes), diagnostics: [...found, ...history] };
}
