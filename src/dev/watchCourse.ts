/** A course on disk, and what its author does to it → the paths that changed, a few milliseconds later, all at once. */
import { realpathSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { gather } from './gather.ts';
import { noticeChanges } from './noticeChanges.ts';

export interface WatchOptions {
  /** The course's root, absolute. */
  readonly root: string;
  /** What to watch under it, absolute; null: all of it. */
  readonly only: readonly string[] | null;
  /** Folders that are written, not read: the output; absolute. */
  readonly except: readonly string[];
  /** The first of these paths, before it is known whether more follow, as soon as the file seems whole. */
  readonly onTouch: (paths: readonly string[]) => void;
  /** Paths from the root, with `/` between folders, in NFC, sorted: files and folders that came, changed or went. */
  readonly onChange: (paths: readonly string[]) => void;
  readonly onError: (error: Error) => void;
}

export interface Watch {
  /** Resolves when nothing that is saved from now on is missed; what was saved since the call is told by then. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

/** An editor saves in several steps, and a checkout touches many files. In milliseconds. */
const QUIET = 15;
/** A file that nobody wrote to for so long is shown, though more may come. In milliseconds. */
const STILL = 2;
const LONGEST = 250;
/** By then a new folder is watched; what was put into it before is looked for once more. In milliseconds. */
const SETTLED = 300;

/** Watches until closed. What begins with a dot, and `node_modules`, are no part of a course. */
export function watchCourse({ root, only, except, onTouch, onChange, onError }: WatchOptions): Watch {
  // Links are not followed, but the course itself may be one.
  const home = realpathSync(root);
  const inHome = (paths: readonly string[]): string[] => paths.map((path) => join(home, relative(root, path)));
  const [watched, left] = [inHome(only ?? [root]), new Set(inHome(except))];
  const isIgnored = (path: string): boolean => left.has(path) || isPrivate(relative(home, path));
  const isOutside = (path: string): boolean => !watched.some((one) => path === one || path.startsWith(join(one, sep)));
  const named = (paths: readonly string[]): readonly string[] => paths.map((path) => inCourse(home, path)).sort();
  const touches = gather(STILL, QUIET, (paths) => onTouch(named(paths)));
  const changes = gather(QUIET, LONGEST, (paths) => onChange(named(paths)));
  const noticer = noticeChanges((path) => isIgnored(path) || isOutside(path));
  const timers = new Set<NodeJS.Timeout>();

  for (const path of watched) noticer.look(path);
  const watcher = watch(watched, { ignored: isIgnored, followSymlinks: false, ignoreInitial: true, atomic: false });
  const look = (path: string): void => {
    const paths = noticer.look(path);
    touches.add(paths);
    changes.add(paths);
  };
  watcher.on('all', (event, path) => {
    look(path);
    if (event === 'addDir') timers.add(setTimeout(look, SETTLED, path));
  });
  // What the system says, before chokidar leaves out what it takes for a repetition: now and then that is a save.
  watcher.on('raw', (_, name, details) => look(pathOf(name, details)));
  watcher.on('error', (error) => onError(error as Error));
  const ready = new Promise<void>((done) => {
    watcher.once('ready', () => {
      for (const path of watched) look(path);
      done();
    });
  });
  const close = async (): Promise<void> => {
    for (const timer of timers) clearTimeout(timer);
    touches.drop();
    changes.drop();
    await watcher.close();
  };
  return { ready, close };
}

/** The system names a file by its folder's watch, or by its own. */
function pathOf(name: unknown, details: unknown): string {
  const { watchedPath } = details as { readonly watchedPath: string };
  return typeof name !== 'string' || name === basename(watchedPath) ? watchedPath : join(watchedPath, name);
}

function isPrivate(path: string): boolean {
  return path.split(sep).some((name) => name === 'node_modules' || (name.startsWith('.') && name !== '..'));
}

function inCourse(home: string, path: string): string {
  return relative(home, path).split(sep).join('/').normalize('NFC');
}
