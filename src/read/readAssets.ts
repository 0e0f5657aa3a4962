/** The folders in which a course keeps what it shows → their files, apart by whether something names them. */
import { type AssetFile, type AssetFiles, fileNamesIn, isImage, isMedia, SMALL_IMAGE } from '../model/assetFile.ts';
import type { Files } from '../model/files.ts';
import { imageSize } from './imageSize.ts';
import { listFiles } from './listFiles.ts';
import { readSource } from './readSource.ts';

export interface AssetQuestion {
  /** Absolute. */
  readonly root: string;
  /** Where lectures stand, from the root: `slides`, or `''`. */
  readonly folder: string;
  readonly files: Files;
  /** Paths of the course's lectures. */
  readonly sources: readonly string[];
  /** Paths of all files that something of the course leads to, drafts and private notes included. */
  readonly used: ReadonlySet<string>;
  /** Names of files that texts mention without showing them, in comments or code: what is only put aside is not without use. */
  readonly mentioned: ReadonlySet<string>;
}

/** Names that begin with `_` or `.` are left alone, and so is what a text beside the lectures (a README, a Makefile) names. */
export function readAssets(question: AssetQuestion): AssetFiles {
  const { files, used } = question;
  const shown = [...used].filter((path) => isImage(path) || isMedia(path));
  const unused = candidates(question).filter((path) => !used.has(path));
  const named = unused.length === 0 ? NONE : namesInTexts(question);
  return {
    used: shown.flatMap((path) => describe(path, files) ?? []),
    unused: unused.filter((path) => !named.has(nameOf(path))).flatMap((path) => sized(path, files) ?? []),
  };
}

const NONE: ReadonlySet<string> = new Set();

/** Whatever is in `assets/`, and what lies beside lectures or beside files that they show. */
function candidates({ root, folder, files, sources, used }: AssetQuestion): readonly string[] {
  const within = folder === '' ? '' : `${folder}/`;
  const deep = [...new Set(['assets', `${within}assets`])];
  const beside = new Set([...sources, ...used].map(folderOf));
  const paths = [
    ...deep.flatMap((path) => listFiles(root, path, isHidden, files)),
    ...[...beside].flatMap((path) => filesIn(path, files)),
  ];
  const showable = paths.filter((path) => (isImage(path) || isMedia(path)) && !isHidden(path) && !path.startsWith('public/'));
  return [...new Set(showable)];
}

function filesIn(folder: string, files: Files): readonly string[] {
  const names = files.names(folder).filter((name) => !name.endsWith('/'));
  return folder === '' ? names : names.map((name) => `${folder}/${name}`);
}

function isHidden(path: string): boolean {
  return /(?:^|\/)[._][^/]*\/?$/.test(path);
}

/** Texts in the course's own folders that are no lectures: what they may name, and how large they may be. */
const TEXT = /(?:^|\/)(?:[^/]+\.(?:md|markdown|html?|css|ya?ml|json|toml|tex|bib|sh|m?js|py|r|qmd|rmd)|makefile|justfile)$/i;
const LONGEST_TEXT = 200_000;

function namesInTexts({ root, folder, files, sources, mentioned }: AssetQuestion): ReadonlySet<string> {
  const lectures = new Set(sources);
  const paths = [...new Set(['', folder, 'assets'])].flatMap((path) => filesIn(path, files));
  const texts = paths.filter((path) => TEXT.test(path) && !lectures.has(path) && (files.size(path) ?? 0) <= LONGEST_TEXT);
  return new Set([...mentioned, ...texts.flatMap((path) => fileNamesIn(readSource(root, path).text))]);
}

function sized(path: string, files: Files): AssetFile | null {
  const bytes = files.size(path);
  return bytes === null ? null : { path, bytes, pixels: null };
}

/** Only what may be too large is looked into. */
function describe(path: string, files: Files): AssetFile | null {
  const file = sized(path, files);
  if (file === null || file.bytes < SMALL_IMAGE || !isImage(path)) return file;
  return { ...file, pixels: imageSize(files.bytes(path)) };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
