/** A link's path → the lecture that it names by its source file, its page, or the page that pandoc made of it. */
import type { Reference } from '../model/attributes.ts';
import type { SyllabusEntry } from '../model/syllabus.ts';
import type { Target } from '../model/target.ts';
import { findAsset, outputOf, pathsOf } from './findAsset.ts';
import { folderOf, joinPath } from './paths.ts';
import type { Surroundings } from './place.ts';
import { type AddressParts, decodePath, splitAddress } from './splitAddress.ts';
import { slideIdOf } from './slideIdOf.ts';

/** The lecture, or the home page, that a link leads to; null where it names neither. */
export function findLecture(reference: Reference, parts: AddressParts, around: Surroundings): Target | null {
  if (reference.role !== 'link' && reference.role !== 'frame') return null;
  const paths = pathsOf(parts.path, around);
  const entry =
    around.syllabus.entries.find((entry) => paths.includes(entry.source)) ??
    around.syllabus.entries.find((entry) => pagePaths(parts.path, around).some((page) => isPageOf(page, entry, around.folder)));
  if (entry !== undefined) return targetOf(entry, parts, around);
  return paths.some((path) => isHome(path, around)) ? { to: 'home' } : null;
}

/** The name of an entry's file without folder, number left on and extension gone: what pandoc's page is called. */
export function stemOf(entry: Pick<SyllabusEntry, 'source'>, folder: string): string {
  const inside = folder !== '' && entry.source.startsWith(`${folder}/`) ? entry.source.slice(folder.length + 1) : entry.source;
  return inside.replace(/\.[^./]+$/, '');
}

function targetOf(entry: SyllabusEntry, parts: AddressParts, around: Surroundings): Target {
  if (entry.absence !== null) return { to: 'absent', address: entry.address, title: entry.title };
  if (entry.kind !== 'file') return { to: 'lecture', address: entry.address, id: slideIdOf(parts.fragment) };
  return fileTarget(entry, entry.file ?? '', parts, around);
}

/** A guest lecture has no page of its own: its PDF, named by its path or as a front matter has it, or its address. */
function fileTarget(entry: SyllabusEntry, file: string, parts: AddressParts, around: Surroundings): Target {
  const written = splitAddress(file);
  if (written.remote) return { to: 'remote', url: file, host: new URL(file, 'https://lectern.invalid').host };
  if (around.files.size(file) !== null) {
    return { to: 'asset', file, output: outputOf(file, around.files), fragment: parts.fragment };
  }
  const asset = findAsset({ ...written, fragment: parts.fragment }, { ...around, from: entry.source });
  return asset ?? { to: 'nowhere', why: 'missing', nearest: null };
}

/** The pages that a path may mean, from the site's root: the author thinks of the deck, the reading view or the file. */
function pagePaths(written: string, around: Surroundings): readonly string[] {
  const path = decodePath(written);
  if (!/\.html?$/i.test(path)) return [];
  const own = folderOf(around.lecture ?? '');
  const fromFile = pathsOf(written, around).map((path) => insideFolder(path, around.folder));
  const fromPages = [joinPath(own, path), joinPath(`read/${own}`, path)].flatMap((path) => path ?? []);
  return [...fromPages, ...fromFile];
}

function isPageOf(page: string, entry: SyllabusEntry, folder: string): boolean {
  const stem = page.replace(/\.html?$/, '').replace(/^read\//, '');
  return stem === entry.address || stem === stemOf(entry, folder);
}

function isHome(path: string, { folder, syllabus }: Surroundings): boolean {
  if (path === syllabus.settings.index) return true;
  return ['', 'index.html', 'read/index.html'].includes(insideFolder(path, folder)) || path === folder;
}

function insideFolder(path: string, folder: string): string {
  return folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}
