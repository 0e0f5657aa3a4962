/** The words on the command line → where the course stands, and which files of it are lectures. */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, relative, sep } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Files } from '../model/files.ts';
import type { SourceFile } from '../model/source.ts';
import { byPlace, type Candidate, candidate, findLectures } from './findLectures.ts';
import { OWN_COURSE_KEYS } from './keys/courseKeys.ts';
import { openFiles } from './openFiles.ts';
import { readFrontMatter } from './readFrontMatter.ts';
import { readText } from './readText.ts';
import type { Entry } from './value.ts';

/** What stands where, before any setting is known. */
export interface Layout {
  /** Absolute. */
  readonly root: string;
  /** Where lectures stand: `slides`, or `''` for the root itself. */
  readonly folder: string;
  readonly files: Files;
  readonly candidates: readonly Candidate[];
  /** Markdown that is no lecture: README and the like. */
  readonly leftAlone: readonly string[];
  /** `index.md`, where it is the course. */
  readonly index: { readonly source: SourceFile; readonly entries: readonly Entry[] } | null;
  /** The course is one file. */
  readonly single: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** `argument` and `out` are absolute paths; without candidates where there is no such folder or file. */
export function readLayout(argument: string, out: string | null): Layout {
  if (!isFolder(argument)) return singleFile(argument);
  const files = openFiles(argument);
  const output = out === null ? null : relative(argument, out).split(sep).join('/').normalize('NFC');
  const slides = findLectures(argument, 'slides', output, files);
  const folder = slides.found.length > 0 || slides.index !== null ? 'slides' : '';
  const { found, index, leftAlone } = folder === '' ? findLectures(argument, '', output, files) : slides;
  const common = { root: argument, folder, files, leftAlone, single: false };
  if (index === null) return { ...common, candidates: found, index: null, diagnostics: [] };
  const source = readText(argument, index);
  const front = source.value && readFrontMatter(source.value);
  const entries = front?.value?.entries ?? [];
  const ofCourse = entries.some((entry) => Object.hasOwn(OWN_COURSE_KEYS, entry.key) || entry.key === 'rules');
  if (source.value && (folder === 'slides' || basename(argument) === 'slides' || ofCourse)) {
    const diagnostics = [...source.diagnostics, ...(front?.diagnostics ?? [])];
    return { ...common, candidates: found, index: { source: source.value, entries }, diagnostics };
  }
  return { ...common, candidates: [...found, namedAfter(argument, index)].sort(byPlace), index: null, diagnostics: [] };
}

function singleFile(path: string): Layout {
  const root = dirname(path);
  const name = basename(path).normalize('NFC');
  const one = /^index\.(md|markdown)$/i.test(name) ? namedAfter(root, name) : candidate(name, '');
  return {
    root,
    folder: '',
    files: openFiles(root),
    candidates: existsSync(path) ? [one] : [],
    leftAlone: [],
    index: null,
    single: true,
    diagnostics: [],
  };
}

/** An `index.md` at the top that is a lecture: its name is the folder's. */
function namedAfter(root: string, index: string): Candidate {
  return { ...candidate(`${basename(root)}.md`, ''), path: index };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
