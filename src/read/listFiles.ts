/** A folder of the course → the files below it, however deep. */
import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Files } from '../model/files.ts';
import { byCodePoint } from '../model/order.ts';
import { openFiles } from './openFiles.ts';

/**
 * Paths in the course of all files below `folder` (`''` is the root), sorted. `skip` is asked of each path, a folder's
 * with a `/` at its end. Links that lead out of the course, or round in a circle, are left out.
 */
export function listFiles(
  root: string,
  folder: string,
  skip: (path: string) => boolean,
  files: Files = openFiles(root),
): readonly string[] {
  const paths: string[] = [];
  collect(folder, new Set());
  return paths.sort(byCodePoint);

  function collect(at: string, above: ReadonlySet<string>): void {
    const real = realFolder(root, at);
    if (real === null || above.has(real)) return;
    for (const name of files.names(at)) {
      const path = at === '' ? name : `${at}/${name}`;
      if (skip(path)) continue;
      if (path.endsWith('/')) collect(path.slice(0, -1), new Set([...above, real]));
      else if (files.size(path) !== null) paths.push(path);
    }
  }
}

function realFolder(root: string, path: string): string | null {
  try {
    return realpathSync(join(root, path)) + sep;
  } catch {
    return null;
  }
}
