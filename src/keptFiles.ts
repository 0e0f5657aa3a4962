/** What one run found out for the next → files in the course's `.lectern/`, where it is safe to delete. */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDER = '.lectern';
/** Milliseconds; what another process is writing is younger. */
const ABANDONED = 60_000;

/** Absolute path of what is kept under a name (`check`, `links.json`) in the course at `root`. */
export function keptPath(root: string, name: string): string {
  return join(root, FOLDER, name);
}

/**
 * Keeps a file under a name (`share/a.png`), renamed into place, so that whoever reads meanwhile sees the old or the new. Where
 * nothing can be kept, nothing is: it will be found out again.
 */
export function keepFile(root: string, name: string, content: string | Uint8Array): void {
  const file = keptPath(root, name);
  const beside = `${file}.${process.pid}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    // It is nothing that a course wants in its repository.
    writeFileSync(keptPath(root, '.gitignore'), '*\n');
    writeFileSync(beside, content);
    renameSync(beside, file);
  } catch {
    // A disk that refuses, or a folder that is somebody else's.
  }
}

/** Takes away what is kept in a folder (`share`) under any name but these, but for what is being written. */
export function forgetOthers(root: string, folder: string, wanted: ReadonlySet<string>): void {
  const path = keptPath(root, folder);
  try {
    for (const name of readdirSync(path)) {
      const file = join(path, name);
      const stays = name.endsWith('.new') ? Date.now() - statSync(file).mtimeMs < ABANDONED : wanted.has(name);
      if (!stays) rmSync(file, { force: true });
    }
  } catch {
    // There is none, or another process is at it.
  }
}
