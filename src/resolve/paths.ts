/** Paths in the course: joined, taken apart, and written again as an author would. Always with `/`, never absolute. */

/** `path` as it stands in `folder` (`''`: the root), without `.` and `..`; null where it leaves the course. */
export function joinPath(folder: string, path: string): string | null {
  const names = folder === '' ? [] : folder.split('/');
  for (const name of path.split('/')) {
    if (name === '..') {
      if (names.pop() === undefined) return null;
    } else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}

/** The folder of a path, `''` for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last name of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * A path of the course as the author of `written` would write it in a file of `folder`: with `./` or `../` where
 * that is the custom, else from the folder, else from the root; with spaces escaped.
 */
export function writePath(path: string, folder: string, written: string): string {
  const inside = folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null;
  const shown = written.startsWith('../') ? relativeTo(folder, path) : (inside ?? path);
  const dotted = written.startsWith('./') && !shown.startsWith('../') ? `./${shown}` : shown;
  return dotted.replaceAll('%', '%25').replaceAll(' ', '%20');
}

function relativeTo(folder: string, path: string): string {
  const here = folder === '' ? [] : folder.split('/');
  const there = path.split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  return '../'.repeat(here.length - same) + there.slice(same).join('/');
}
