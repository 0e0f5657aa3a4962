/** A page or picture → a file in a site that is not published yet. */
import { closeSync, fchmodSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A page, or a picture. */
export interface StagedFile {
  /** From the site's root. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Writes a file under `staging` (absolute), readable by all whatever the system's defaults. Its path must have been claimed. */
export function writeStaged(staging: string, { path: place, content }: StagedFile): void {
  const path = join(staging, place);
  const file = openNew(path);
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fchmodSync(file, 0o644);
  } finally {
    closeSync(file);
  }
}

/** Makes a folder and those above it, where they are missing. */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
}

function openNew(path: string): number {
  try {
    return openSync(path, 'wx', 0o644);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    makeFolder(dirname(path));
    return openSync(path, 'wx', 0o644);
  }
}
