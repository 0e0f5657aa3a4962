/** Work that needs a folder of its own → the same, with the folder gone afterwards, however it ends. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whenEnded } from './browser/whenEnded.ts';

const PREFIX = 'lectern-work-';

/**
 * Gives `work` the absolute path of an empty folder. A signal that ends this process takes the folder away first; what a process
 * left that was killed goes when the next one comes here.
 */
export async function withTemporaryFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  removeStale();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const undo = whenEnded(() => remove(folder));
  try {
    return await work(folder);
  } finally {
    undo();
    remove(folder);
  }
}

function removeStale(): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(PREFIX))) {
    const owner = Number(/^\d+/.exec(name.slice(PREFIX.length))?.[0]);
    if (Number.isInteger(owner) && owner > 0 && !runs(owner)) remove(join(tmpdir(), name));
  }
}

function runs(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch {
    // Another user's, or still being written: the next one takes it away.
  }
}
