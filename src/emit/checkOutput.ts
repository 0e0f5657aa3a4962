/** A folder that somebody wants the site in → why it must not be replaced, or null where it may. */
import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Manifest } from '../model/manifest.ts';

/** Where the author's own files stand: `root` absolute; `folder` the one that holds the lectures, `''` for the root. */
export interface CoursePlace {
  readonly root: string;
  readonly folder: string;
}

/**
 * An error of rule `unsafe-output` unless `out` (absolute) is missing, empty, or a site of ours, and apart from the
 * course's own files. Null where a build may replace it.
 */
export function checkOutput(out: string, course: CoursePlace): Diagnostic | null {
  const reason = misplaced(out, course) ?? occupied(out);
  if (reason === null) return null;
  const message = `The site cannot be written to “${shown(out, course.root)}”: ${reason}.`;
  return diagnose('unsafe-output', null, message, 'Give “--out” a new or empty folder, such as “dist”.');
}

/** Whether the text of a `lectern.json` was written by us, in a version that we know. */
export function isManifest(text: string): boolean {
  try {
    const value = JSON.parse(text) as Partial<Manifest> | null;
    const titled = typeof value?.course?.title === 'string' && typeof value.course.lang === 'string';
    return titled && value.version === 1 && typeof value.private === 'boolean' && Array.isArray(value.lectures);
  } catch {
    return false;
  }
}

function misplaced(out: string, course: CoursePlace): string | null {
  const [place, root] = [realPlace(out), realPlace(course.root)];
  if (dirname(place) === place) return 'it is the root of the disk';
  if (place === realPlace(homedir())) return 'it is the home folder';
  if (place === root) return 'it is the course itself';
  if (holds(place, root)) return 'the course is inside it';
  const own = [course.folder, 'slides', 'assets', 'public', '.git'].filter((name) => name !== '');
  const inside = own.find((name) => holds(realPlace(join(root, name)), place));
  return inside === undefined ? null : `“${inside}” holds files of the course`;
}

/** Why what is at `out` now must stay; null where it may go. */
function occupied(out: string): string | null {
  try {
    const facts = lstatSync(out, { throwIfNoEntry: false });
    if (facts === undefined) return null;
    if (facts.isSymbolicLink()) return 'it is a symbolic link';
    if (!facts.isDirectory()) return 'it is a file';
    const names = readdirSync(out);
    if (names.length === 0) return null;
    if (names.includes('.git')) return 'it is a Git repository';
    const ours = names.includes('lectern.json') && isManifest(readFileSync(join(out, 'lectern.json'), 'utf8'));
    return ours ? null : 'it holds files that Lectern did not write';
  } catch {
    return 'it cannot be read';
  }
}

/** The path with the symbolic links of what exists of it undone. */
function realPlace(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(resolve(path));
    return parent === path ? path : join(realPlace(parent), basename(path));
  }
}

function holds(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function shown(out: string, root: string): string {
  const inside = relative(root, out);
  return inside === '' || inside.startsWith('..') ? out : inside.split(sep).join('/');
}
