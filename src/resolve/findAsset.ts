/** A path that an author wrote → the file of the course that it names, and where that file goes in the site. */
import type { Files } from '../model/files.ts';
import type { Target } from '../model/target.ts';
import { folderOf, joinPath } from './paths.ts';
import type { Surroundings } from './place.ts';
import { type AddressParts, decodePath } from './splitAddress.ts';

/** The folder whose files are copied to the site's root as they are. */
const PUBLIC = 'public';

/** The file that a path names, from its own folder, the root, or `public/`; null where there is none. */
export function findAsset(parts: AddressParts, around: Surroundings): Target | null {
  for (const path of pathsOf(parts.path, around)) {
    if (path === '' || around.files.size(path) === null) continue;
    const absent = around.syllabus.entries.find((entry) => entry.absence !== null && [entry.source, entry.file].includes(path));
    if (absent !== undefined) return { to: 'absent', address: absent.address, title: absent.title };
    return { to: 'asset', file: path, output: outputOf(path, around.files), fragment: parts.query + parts.fragment };
  }
  return null;
}

/** The paths of the course that an address may mean, the likeliest first; those that leave the course are left out. */
export function pathsOf(written: string, around: Surroundings): readonly string[] {
  if (isAbsolute(written)) return [];
  const spellings = [decodePath(written), written.normalize('NFC')].filter((path) => !path.includes('\0') && !isAbsolute(path));
  const folders = [folderOf(around.from), '', PUBLIC];
  const paths = spellings.flatMap((path) => folders.flatMap((folder) => joinPath(folder, path) ?? []));
  return [...new Set(paths)];
}

/** Whether a path names a place on a disk or a host instead of one in the course. */
export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[a-z]:/i.test(path);
}

/**
 * Where a file goes in the site: `assets/` and its path in the course, from which a leading `assets/` or
 * `slides/assets/` falls away. It stays where another file would go to the same place, so that no two files ever do.
 */
export function outputOf(path: string, files: Pick<Files, 'size'>): string {
  if (path.startsWith(`${PUBLIC}/`)) return path.slice(PUBLIC.length + 1);
  const exists = (other: string) => files.size(other) !== null;
  for (const prefix of ['assets/', 'slides/assets/']) {
    if (!path.startsWith(prefix)) continue;
    const short = path.slice(prefix.length);
    const taken = exists(short) || (prefix !== 'assets/' && exists(`assets/${short}`));
    return `assets/${taken ? path : short}`;
  }
  return `assets/${path}`;
}
