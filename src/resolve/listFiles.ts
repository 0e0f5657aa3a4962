/** The course's folders → the paths of its files, for the search of a name that was probably meant. */
import type { Files } from '../model/files.ts';

/** So many folders are looked into at most: a course beside something huge must not slow its own check down. */
const MOST_FOLDERS = 500;

/** Files of the course, those nearest to its root first; without hidden and private ones, packages, and built sites. */
export function listFiles(files: Files): readonly string[] {
  const found: string[] = [];
  const folders = [''];
  for (let at = 0; at < folders.length && at < MOST_FOLDERS; at++) {
    const folder = folders[at] ?? '';
    const names = files.names(folder);
    if (names.includes('lectern.json')) continue;
    for (const name of names) {
      if (/^[._]/.test(name) || name === 'node_modules/') continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      if (name.endsWith('/')) folders.push(path.slice(0, -1));
      else found.push(path);
    }
  }
  return found;
}
