/** Pages and assets → a folder on disk, whole or not at all: written beside, then put in the old site's place. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { diagnose, type Result } from '../model/diagnostic.ts';
import type { Page } from '../model/page.ts';
import { type CoursePlace, checkOutput } from './checkOutput.ts';
import { findOnDisk } from './findOnDisk.ts';
import { readWritten, type WrittenBytes } from './readWritten.ts';
import { besideOutput, finishSwap, removeSite, swapFolders, syncToDisk } from './swapFolders.ts';
import { checkPath, takePlaces } from './takePlaces.ts';
import { makeFolder, writeStaged } from './writeStaged.ts';

const MANIFEST = 'lectern.json';

/** A site while it is being written. Nothing of it is seen at `out` before `commit`. */
export interface Output {
  /** Where the site will be, absolute. */
  readonly out: string;
  /** Where it is written, absolute: what a worker gives to `writeStaged`. */
  readonly staging: string;
  /** Writes a page; `lectern.json` only with `commit`, as the mark that nothing is missing. Throws for a path given twice. */
  readonly write: (page: Page) => void;
  /** Takes a path for a page that a worker writes. Throws for a path given twice. */
  readonly claim: (path: string) => void;
  /** Copies a file of the course (`file` from `root`) to `path`. Throws where it is missing, or outside `root`. */
  readonly copy: (root: string, file: string, path: string) => void;
  /** Copies any file (absolute); `own`: it comes with Lectern, so that no author's words are in it. */
  readonly place: (source: string, path: string, own?: boolean) => void;
  /** Writes a picture that says nothing but what pages say in public. Throws for a path given twice. */
  readonly draw: (path: string, png: Uint8Array) => void;
  /** What stands in the way of a file at `path`, whatever its letter case: a path of the site, or null. */
  readonly obstacle: (path: string) => string | null;
  /** All that was written from the course, for `findLeaks`; large files in overlapping pieces. */
  readonly written: () => Iterable<WrittenBytes>;
  /** Puts the site in the old one's place. Throws where no manifest was written, or the disk refuses; the old one stays. */
  readonly commit: () => void;
  /** Removes what was written; the old site stays. */
  readonly abandon: () => void;
}

/**
 * A site to be written at `out` (absolute), or null and an error of rule `unsafe-output` where that folder must not be
 * replaced. First finishes what a killed build left there.
 */
export function openOutput(out: string, course: CoursePlace): Result<Output | null> {
  const refusal = checkOutput(out, course);
  if (refusal !== null) return { value: null, diagnostics: [refusal] };
  finishSwap(out);
  const staging = besideOutput(out, 'new');
  try {
    mkdirSync(staging, { recursive: true });
  } catch (error) {
    const message = `The folder “${dirname(out)}” cannot be written to (${(error as NodeJS.ErrnoException).code}).`;
    const hint = 'Choose another folder with “--out”, or allow writing there.';
    return {
      value: null,
      diagnostics: [diagnose('unsafe-output', null, message, hint)],
    };
  }
  return { value: startOutput(out, staging), diagnostics: [] };
}

function startOutput(out: string, staging: string): Output {
  const places = takePlaces();
  const scanned: string[] = [];
  const held: { manifest: string | null } = { manifest: null };
  const claim = (path: string): void => {
    places.take(path);
    scanned.push(path);
  };
  const place = (source: string, path: string, own = false): void => {
    if (own) places.take(path);
    else claim(path);
    copyInto(source, join(staging, path));
  };
  return {
    out,
    staging,
    claim,
    place,
    draw: (path, png) => {
      places.take(path);
      writeStaged(staging, { path, content: png });
    },
    obstacle: places.obstacle,
    write: (page) => {
      claim(page.path);
      if (page.path === MANIFEST) held.manifest = page.content;
      else writeStaged(staging, page);
    },
    copy: (root, file, path) => place(insideCourse(root, file), path),
    written: () =>
      readWritten(staging, scanned, {
        path: MANIFEST,
        content: held.manifest ?? '',
      }),
    commit: () => {
      if (held.manifest === null) throw new Error('A site without lectern.json cannot be committed.');
      for (const folder of places.folders()) chmodSync(join(staging, folder), 0o755);
      writeStaged(staging, { path: MANIFEST, content: held.manifest });
      syncToDisk(join(staging, MANIFEST));
      swapFolders(staging, out);
    },
    abandon: () => removeSite(staging),
  };
}

/** The file's absolute path; a path may be in another Unicode form on disk, and must not lead out of the course. */
function insideCourse(root: string, file: string): string {
  checkPath(file);
  const source = existsSync(join(root, file)) ? join(root, file) : findOnDisk(root, file);
  const [real, home] = [realpathSync(source), realpathSync(root)];
  if (!real.startsWith(home.endsWith(sep) ? home : home + sep)) throw new Error(`“${file}” leads out of the course.`);
  return real;
}

function copyInto(source: string, target: string): void {
  makeFolder(dirname(target));
  copyFileSync(source, target);
  chmodSync(target, 0o644);
}
