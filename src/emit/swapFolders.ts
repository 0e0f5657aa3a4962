/** Puts a finished site in the place of the old one by renaming, and finishes what a killed command left half done. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, lstatSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** `new`: a site being written. `old`: the one that it takes the place of, until it is removed. */
type Role = 'new' | 'old';

interface Leftover {
  readonly path: string;
  readonly role: Role;
  /** The process that made it is still running. */
  readonly living: boolean;
  /** It has its manifest, which is written last and removed first: nothing is missing from it. */
  readonly complete: boolean;
}

/** With a process's number, tells it from a later one that was given the same number. */
const STARTED = Math.round(performance.timeOrigin).toString(36);
/** How long another process may take between its two renames, in milliseconds. */
const PATIENCE = 1000;
/** How often builds that finish at once may get in each other's way. */
const ATTEMPTS = 100;

/** A name of our own beside `out`, in the same folder, so that one rename moves it there. */
export function besideOutput(out: string, role: Role): string {
  const owner = `${process.pid}-${STARTED}-${randomBytes(4).toString('hex')}`;
  return join(dirname(out), `.${basename(out)}.lectern-${role}-${owner}`);
}

/** `staging` becomes `out`; what was there is removed. Where that fails, the old site is put back and the error thrown. */
export function swapFolders(staging: string, out: string): void {
  for (let attempt = 1; ; attempt++) {
    const old = besideOutput(out, 'old');
    const moved = renamed(out, old);
    try {
      renameSync(staging, out);
      syncToDisk(dirname(out));
      if (moved) removeSite(old);
      return;
    } catch (error) {
      // Another build put its own site there between our two renames: ours is the later one, so it goes on top.
      const overtaken = hasCode(error, 'ENOTEMPTY', 'EEXIST');
      if (moved && !overtaken) renameSync(old, out);
      else if (moved) removeSite(old);
      if (!overtaken || attempt === ATTEMPTS) throw error;
    }
  }
}

/**
 * Ends what a killed command began: where `out` is missing, the complete new site takes its place, else the old one;
 * what else it left is removed. Folders of a process that is still running are left alone.
 */
export function finishSwap(out: string): void {
  if (leftovers(out).length === 0) return;
  const until = Date.now() + PATIENCE;
  while (isMissing(out) && leftovers(out).some((left) => left.living && left.complete) && Date.now() < until) pause();
  if (isMissing(out)) {
    const complete = leftovers(out).filter((left) => left.complete);
    const site = complete.find((left) => left.role === 'new') ?? complete[0];
    if (site !== undefined) renamed(site.path, out);
  }
  for (const left of leftovers(out)) if (!left.living) removeSite(left.path);
}

/** Removes a site so that it is never taken for complete while half of it is gone. */
export function removeSite(folder: string): void {
  rmSync(join(folder, 'lectern.json'), { force: true });
  rmSync(folder, { recursive: true, force: true });
}

/** Has a file or a folder's names reach the disk, where the system can. */
export function syncToDisk(path: string): void {
  try {
    const file = openSync(path, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // Windows opens no folders, and some file systems sync nothing: the site is complete all the same.
  }
}

function leftovers(out: string): readonly Leftover[] {
  const start = `.${basename(out)}.lectern-`;
  return namesIn(dirname(out)).flatMap((name) => {
    const match = name.startsWith(start) ? /^(new|old)-(\d+)-([0-9a-z]+)-[0-9a-f]{8}$/.exec(name.slice(start.length)) : null;
    if (match === null) return [];
    const path = join(dirname(out), name);
    const complete = !isMissing(join(path, 'lectern.json'));
    return [
      {
        path,
        role: match[1] as Role,
        living: isLiving(Number(match[2]), match[3] ?? ''),
        complete,
      },
    ];
  });
}

function isLiving(pid: number, started: string): boolean {
  if (pid === process.pid) return started === STARTED;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** Whether there was something to rename, and where to. */
function renamed(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTEMPTY', 'EEXIST')) return false;
    throw error;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isMissing(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) === undefined;
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? '');
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
}
