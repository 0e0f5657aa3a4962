/** The course's `public/` → the same files in the site, each at its own path. */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Diagnostic, diagnose, type Result } from '../model/diagnostic.ts';
import { byCodePoint } from '../model/order.ts';
import type { Span } from '../model/source.ts';
import type { Output } from './openOutput.ts';

/**
 * The files of `public/`, hidden ones left out: path in the site → absolute path on disk, sorted. Errors of rule `public-outside` for what
 * leads out of the course or is no file.
 */
export function listPublic(root: string): Result<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const home = realpathSync(root);
  const enter = (path: string): void => {
    const place = join(root, 'public', path);
    const facts = statSync(place, { throwIfNoEntry: false });
    const inside = facts !== undefined && `${realpathSync(place)}${sep}`.startsWith(home.endsWith(sep) ? home : home + sep);
    // A folder behind a link could lead back to one above it, without end.
    if (inside && facts.isDirectory() && (path === '' || !lstatSync(place).isSymbolicLink())) {
      for (const name of readdirSync(place).filter(isMeant).sort(byCodePoint)) enter(path === '' ? name : `${path}/${name}`);
    } else if (inside && facts.isFile() && path !== '') found.set(path.normalize('NFC'), place);
    else if (lstatSync(place, { throwIfNoEntry: false }) !== undefined) diagnostics.push(outside(path, inside));
  };
  enter('');
  return { value: found, diagnostics };
}

/** Names that begin with a dot are left by systems and editors, but for those that web servers know. */
function isMeant(name: string): boolean {
  return !name.startsWith('.') || name === '.well-known' || name === '.nojekyll';
}

/**
 * Copies `public/` as it is, after everything else was written. A file that would overwrite one of ours is an error of
 * rule `public-collision`, unless it holds the same bytes.
 */
export function copyPublic(output: Output, root: string): readonly Diagnostic[] {
  const { value: files, diagnostics } = listPublic(root);
  const collisions: Diagnostic[] = [];
  for (const [path, source] of files) {
    const obstacle = output.obstacle(path) ?? (path.toLowerCase().startsWith('_lectern/') ? '_lectern/' : null);
    if (obstacle === null) output.place(source, path);
    else if (obstacle !== path || !isSame(source, join(output.staging, path))) collisions.push(collision(path, obstacle));
  }
  return [...diagnostics, ...collisions];
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [statSync(one), statSync(other, { throwIfNoEntry: false })];
  return b?.isFile() === true && a.size === b.size && readFileSync(one).equals(readFileSync(other));
}

function collision(path: string, obstacle: string): Diagnostic {
  const message = `“public/${path}” would take the place of “${obstacle}”, which Lectern writes itself.`;
  return diagnose('public-collision', placeOf(path), message, 'Give the file another name, or remove it.');
}

function outside(path: string, inside: boolean): Diagnostic {
  const place = placeOf(path);
  const reason = inside ? 'is neither a file nor a folder of its own' : 'leads out of the course, or to nothing';
  return diagnose('public-outside', place, `“${place.path}” ${reason}.`, 'Put a copy there instead, or remove it.');
}

function placeOf(path: string): Span {
  return { path: path === '' ? 'public' : `public/${path}`, start: 0, end: 0 };
}
