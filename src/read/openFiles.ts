/** The course's folder → what stages may ask of it, each thing looked up once. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, posix, sep } from 'node:path';
import type { Files } from '../model/files.ts';
import { byCodePoint } from '../model/order.ts';

/** Something in a folder, inside the course. */
interface Found {
  /** As the disk has it; its name elsewhere is in NFC. */
  readonly name: string;
  readonly folder: boolean;
}

/** Figures are shown by many lectures, and read once; what is larger than this (in bytes) is read each time. */
const WORTH_KEEPING = 128 * 1024;

/** `root` is absolute. Made afresh for each round of a build: whatever was asked once keeps its answer. */
export function openFiles(root: string): Files {
  const folders = new Map<string, ReadonlyMap<string, Found>>();
  const sizes = new Map<string, number | null>();
  const folder = (path: string): ReadonlyMap<string, Found> => remember(folders, path, () => list(root, path));
  const actual = (path: string): string | null => findActual(path, folder);
  const hashes = new Map<string, string>();
  const size = (path: string): number | null => remember(sizes, path, () => sizeOf(root, actual(path)));
  const kept = new Map<string, Uint8Array>();
  const read = (found: string): Uint8Array => readFileSync(join(root, found));
  const bytes = (path: string): Uint8Array => {
    const found = actual(path);
    if (found === null || size(path) === null) throw new Error(`There is no file “${path}” in the course.`);
    return (size(path) ?? 0) > WORTH_KEEPING ? read(found) : remember(kept, found, () => read(found));
  };
  return {
    size,
    names: (path) => {
      const found = actual(path);
      return found === null ? [] : namesIn(folder(found));
    },
    bytes,
    hash: (path) => remember(hashes, path, () => createHash('sha256').update(bytes(path)).digest('hex')),
    leadsOut: (path) => actual(path) === null && leadsOut(root, path),
  };
}

/** The path as the disk has it of a file or folder of the course, in exact letter case; null where there is none. */
export function actualPath(root: string, path: string): string | null {
  return findActual(path, (folder) => list(root, folder));
}

function findActual(path: string, folder: (path: string) => ReadonlyMap<string, Found>): string | null {
  const names = segments(path);
  if (names === null) return null;
  let actual = '';
  for (const name of names) {
    const found = folder(actual).get(name);
    if (!found) return null;
    actual = actual === '' ? found.name : `${actual}/${found.name}`;
  }
  return actual;
}

/** The names on the way to a path, in NFC; null where it climbs out of the course. */
function segments(path: string): readonly string[] | null {
  const names: string[] = [];
  for (const name of path.normalize('NFC').split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return null;
  }
  return names;
}

/** What stands in a folder, by name in NFC; links that lead out of the course, or nowhere, are left out. */
function list(root: string, folder: string): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const entry of entriesOf(join(root, folder))) {
    const isFolder = entry.isSymbolicLink() ? linkedFolder(root, join(root, folder, entry.name)) : entry.isDirectory();
    if (isFolder === null || (!isFolder && !entry.isFile() && !entry.isSymbolicLink())) continue;
    const name = entry.name.normalize('NFC');
    if (!found.has(name) || name === entry.name) found.set(name, { name: entry.name, folder: isFolder });
  }
  return found;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Whether a symbolic link leads to a folder of the course; null where it leads out of it, or nowhere. */
function linkedFolder(root: string, link: string): boolean | null {
  try {
    return isInside(realpathSync(root), realpathSync(link)) ? statSync(link).isDirectory() : null;
  } catch {
    return null;
  }
}

function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

function sizeOf(root: string, actual: string | null): number | null {
  if (actual === null) return null;
  try {
    const facts = statSync(join(root, actual));
    return facts.isFile() ? facts.size : null;
  } catch {
    return null;
  }
}

function namesIn(folder: ReadonlyMap<string, Found>): readonly string[] {
  return [...folder].map(([name, found]) => (found.folder ? `${name}/` : name)).sort(byCodePoint);
}

function leadsOut(root: string, path: string): boolean {
  try {
    return !isInside(realpathSync(root), realpathSync(join(root, posix.normalize(path))));
  } catch {
    return false;
  }
}

function remember<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
