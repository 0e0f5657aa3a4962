/** The files of a course's folder → which of them are lectures, and which are left alone. */
import { addressOf, numberOf } from '../model/address.ts';
import type { Files } from '../model/files.ts';
import { byCodePoint } from '../model/order.ts';
import { listFiles } from './listFiles.ts';

/** A file that is a lecture, a page or a guest lecture, by its name alone. */
export interface Candidate {
  /** From the course's root. */
  readonly path: string;
  readonly address: string;
  /** As written in its name, or in its folder's for an `index.md`; null where there is none. */
  readonly number: string | null;
  readonly pdf: boolean;
}

export interface Candidates {
  /** By folder, number and address. */
  readonly found: readonly Candidate[];
  /** `index.md` at the top, which may be the course; it is not among `found`. */
  readonly index: string | null;
  /** Markdown files that are no lectures. */
  readonly leftAlone: readonly string[];
}

const MARKDOWN = /\.(md|markdown)$/i;
const NUMBERED_PDF = /(^|\/)\d{2,3}-[^/]+\.pdf$/i;
const ABOUT_THE_FOLDER = /(^|\/)((readme|contributing|changelog)(\.[a-z]{2,3})?|licen[cs]e(-[^/]*)?)\.(md|markdown)$/i;
const HIDDEN = /(^|\/)([._][^/]*|node_modules)\/?$/;

/** `folder` holds the lectures (`''` is the root); `out` is the path of the output folder in the course, or null. */
export function findLectures(root: string, folder: string, out: string | null, files: Files): Candidates {
  const top = folder === '' ? '' : `${folder}/`;
  const skip = (path: string): boolean =>
    HIDDEN.test(path) ||
    (path.endsWith('/') && (path === `${out}/` || [`${top}public/`, `${top}assets/`].includes(path) || isOutput(path, files)));
  const paths = listFiles(root, folder, skip, files);
  const markdown = paths.filter((path) => MARKDOWN.test(path) && path !== `${top}index.md`);
  const lectures = markdown.filter((path) => !ABOUT_THE_FOLDER.test(path));
  const beside = new Set(paths.filter((path) => MARKDOWN.test(path)).map(folderOf));
  const pdfs = paths.filter((path) => NUMBERED_PDF.test(path) && beside.has(folderOf(path)));
  const found = [...lectures.map((path) => candidate(path, top)), ...pdfs.map((path) => candidate(path, top))];
  return {
    found: found.sort(byPlace),
    index: paths.includes(`${top}index.md`) ? `${top}index.md` : null,
    leftAlone: markdown.filter((path) => ABOUT_THE_FOLDER.test(path)),
  };
}

/** A lecture by its file's path; `index.md` is named after its folder. `top` is the folder of lectures, with a `/` at its end. */
export function candidate(path: string, top: string): Candidate {
  const below = path.slice(top.length);
  const named = /(^|\/)index\.(md|markdown)$/i.test(below) && below.includes('/') ? `${folderOf(below)}.md` : below;
  return { path, address: addressOf(named), number: numberOf(named), pdf: /\.pdf$/i.test(path) };
}

/**
 * Whether a lecture is a page by its name alone: it has no number, though Markdown in its folder, above or below it has one.
 * Folders that have nothing to do with each other do not decide for one another.
 */
export function isPage({ path, number }: Candidate, among: readonly Candidate[]): boolean {
  if (number !== null) return false;
  const folder = `${folderOf(path)}/`;
  const near = (other: string): boolean =>
    folder === '/' || other === '/' || folder.startsWith(other) || other.startsWith(folder);
  return among.some((other) => other.number !== null && !other.pdf && near(`${folderOf(other.path)}/`));
}

/** By folder, then by number (those without one last), then by address: all by code point. */
export function byPlace(a: Candidate, b: Candidate): number {
  const folders = byCodePoint(folderOf(a.address), folderOf(b.address));
  if (folders !== 0) return folders;
  if (a.number !== b.number) return a.number === null ? 1 : b.number === null ? -1 : byCodePoint(a.number, b.number);
  return byCodePoint(a.address, b.address) || Number(a.pdf) - Number(b.pdf) || byCodePoint(a.path, b.path);
}

/** A site that was built holds our manifest. */
function isOutput(path: string, files: Files): boolean {
  return files.size(`${path}lectern.json`) !== null;
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
