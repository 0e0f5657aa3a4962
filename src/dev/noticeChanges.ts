/** Hints that something may have happened at a path → the paths where it did, found by looking at the disk. */
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Watchers miss events and repeat them; what stands on disk decides. Paths are absolute. */
export interface Noticer {
  /** Looks at a path, and at all inside where it is a folder; gives those that are not as they were, and a file just saved. */
  readonly look: (path: string) => readonly string[];
}

/** The folder's mark: what is inside has its own. */
const FOLDER = 'folder';
/** Disks tell time in steps: a file saved twice within one looks the same. In milliseconds. */
const STEP = 12;

/** `isIgnored` paths are never looked at. At first nothing is known: what is looked at for the first time is new. */
export function noticeChanges(isIgnored: (path: string) => boolean): Noticer {
  const known = new Map<string, string>();
  const compare = (path: string): string[] => {
    if (isIgnored(path)) return [];
    const [before, now] = [known.get(path) ?? null, stampOf(path)];
    const changed = before === now ? [] : [path];
    if (now === null) known.delete(path);
    else known.set(path, now);
    if (now === FOLDER) return [...changed, ...namesIn(path).flatMap((name) => compare(join(path, name)))];
    return before === FOLDER ? [...changed, ...forget(join(path, '/'))] : changed;
  };
  const forget = (start: string): string[] => {
    const gone = [...known.keys()].filter((path) => path.startsWith(start));
    for (const path of gone) known.delete(path);
    return gone;
  };
  const look = (path: string): readonly string[] => {
    const changed = compare(path);
    return changed.length === 0 && isJustSaved(known.get(path)) ? [path] : changed;
  };
  return { look };
}

/** Null where nothing is. */
function stampOf(path: string): string | null {
  try {
    const facts = lstatSync(path);
    return facts.isDirectory() ? FOLDER : `${facts.ino} ${facts.size} ${facts.mtimeMs}`;
  } catch {
    return null;
  }
}

function isJustSaved(stamp: string | undefined): boolean {
  return stamp !== undefined && stamp !== FOLDER && Date.now() - Number(stamp.split(' ')[2]) < STEP;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
