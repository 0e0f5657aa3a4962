/** A course on disk → its site, by the program as a user runs it. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { lectern, PROGRAM } from './program.ts';

/** Builds `course` (a folder, or one file) into the folder `out`, and gives that back. Throws with what the program said. */
export function buildSite(course: string, out: string): string {
  if (!existsSync(PROGRAM)) throw new Error('The program is not compiled: run “npm run prepare” first.');
  const { status, stderr } = lectern(['build', course, '--out', out], dirname(out));
  if (status !== 0) throw new Error(`The course was not built (${status}):\n${stderr}`);
  return out;
}
