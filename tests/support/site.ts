/** A map from paths to texts → a course on disk that can be built, read, edited and built again. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { diagnoseInWords } from './diagnoseInWords.ts';
import { BUILD } from './program.ts';
import type { BuildOptions } from '../../src/model/client.ts';
import type { Manifest, ManifestLecture, ManifestSlide } from '../../src/model/manifest.ts';
import { publishCourse } from '../../src/publishCourse.ts';
import { writeFolder } from './writeFolder.ts';

/** Options of one build: those of the command line, and which file of the course alone is built. */
export interface SiteOptions extends Partial<BuildOptions> {
  readonly strict?: boolean;
  /** A path in the course: only that file. */
  readonly only?: string;
}

export interface Built {
  /** Whether a site was put in place. */
  readonly written: boolean;
  /** `warning missing-image slides/01-a.md:4:3 There is no …` for each diagnostic, a line each. */
  readonly found: string;
  readonly account: readonly string[];
}

export interface Site {
  /** The course's folder, absolute. */
  readonly root: string;
  /** The site's folder, absolute. */
  readonly out: string;
  readonly build: (options?: SiteOptions) => Promise<Built>;
  /** The text of a file of the site; throws where there is none. */
  readonly file: (path: string) => string;
  readonly has: (path: string) => boolean;
  /** The paths of all files of the site but those that come with Lectern, sorted. */
  readonly paths: () => readonly string[];
  /** The SHA-256 of each file of the site by its path. */
  readonly hashes: () => Readonly<Record<string, string>>;
  readonly manifest: () => Manifest;
  /** A published lecture of the manifest; throws where there is none of that name. */
  readonly lecture: (name: string) => ManifestLecture;
  /** All slides of a published lecture. */
  readonly slides: (name: string) => readonly ManifestSlide[];
  /** Writes files of the course; null removes one. */
  readonly edit: (files: Readonly<Record<string, string | Uint8Array | null>>) => void;
}

/** The day on which tests build, unless they say otherwise. */
export const TODAY = '2026-11-20';

/** A course of these files in a folder that is gone when the test is over. */
export function site(files: Readonly<Record<string, string>>, name = 'my-course'): Site {
  const root = writeFolder(files, name);
  const out = join(root, 'dist');
  const file = (path: string): string => readFileSync(join(out, path), 'utf8');
  const manifest = (): Manifest => JSON.parse(file('lectern.json')) as Manifest;
  const lecture = (wanted: string): ManifestLecture => {
    const found = manifest().lectures.find((one) => one.name === wanted);
    if (found === undefined || !('sections' in found)) throw new Error(`“${wanted}” is not in the manifest.`);
    return found;
  };
  return {
    root,
    out,
    file,
    manifest,
    lecture,
    build: (options = {}) => build(root, out, options),
    has: (path) => existsSync(join(out, path)),
    paths: () => filesBelow(out).filter((path) => !path.startsWith('_lectern/')),
    hashes: () => hashesBelow(out),
    slides: (wanted) => lecture(wanted).sections.flatMap(({ slides }) => slides),
    edit: (changes) => {
      for (const [path, content] of Object.entries(changes)) change(join(root, path), content);
    },
  };
}

/** The SHA-256 of each file below a folder by its path. */
export function hashesBelow(folder: string): Readonly<Record<string, string>> {
  const hash = (path: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
  return Object.fromEntries(filesBelow(folder).map((path) => [path, hash(path)]));
}

/** The paths of all files below a folder, sorted. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.split(sep).join('/'))
    .sort();
}

async function build(root: string, out: string, { strict = false, only, ...options }: SiteOptions): Promise<Built> {
  const course = {
    argument: only === undefined ? root : join(root, only),
    out,
    client: join(BUILD, 'client'),
    onProgress: () => {},
    build: {
      asOf: TODAY,
      drafts: false,
      privateNotes: false,
      slideLevel: null,
      url: null,
      dev: false,
      version: '0.0.0',
      ...options,
    },
  };
  const { work, diagnostics, written } = await publishCourse(course, out, strict);
  return { written, found: diagnoseInWords(diagnostics, root), account: work?.input.account ?? [] };
}

function change(path: string, content: string | Uint8Array | null): void {
  if (content === null) rmSync(path);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}
