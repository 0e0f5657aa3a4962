/** A page → a file in a site that is not published yet. */
import { closeSync, fchmodSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '../model/page.ts';

/** Writes a page under `staging` (absolute), readable by all whatever the system's defaults. Its path must have been claimed. */
export function writeStaged(staging: string, page: Page): void {
  const path = join(staging, page.path);
  const file = openNew(path);
  try {
    const bytes = Buffer.from(page.content, 'utf8');
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
