/** A map from paths to texts → the course that `read` makes of it, with its diagnostics in words. */
import { join } from 'node:path';
import { type CourseInput, type ReadOptions, readCourse } from '../../src/read/readCourse.ts';
import { describeDiagnostics } from './describeDiagnostics.ts';
import { writeFolder } from './writeFolder.ts';

/** Options of a plain build on 2026-11-20. */
export const OPTIONS: ReadOptions = { argument: '', out: null, asOf: '2026-11-20', drafts: false, slideLevel: null, url: null };

/** The course, and all diagnostics: the course's first, then each lecture's in order. `argument` is a path in the folder. */
export function readFolder(
  files: Readonly<Record<string, string>>,
  options: Partial<ReadOptions> = {},
): CourseInput & { readonly found: string; readonly addresses: string } {
  const root = writeFolder(files);
  const { value, diagnostics } = readCourse({ ...OPTIONS, ...options, argument: join(root, options.argument ?? '') });
  const found = [...diagnostics, ...value.lectures.flatMap((lecture) => lecture.diagnostics)];
  const addresses = value.lectures.map(({ entry }) => entry.address).join(' ');
  return { ...value, found: describeDiagnostics(found, files), addresses };
}
