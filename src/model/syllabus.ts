/** What is known of every lecture before any is rendered: name, title, state and order. */
import type { CourseSettings, LectureKind, LectureSettings } from './settings.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Span } from './source.ts';

/** Why a lecture is in nothing that is published. */
export type Absence = 'draft' | 'unreleased';

export interface SyllabusEntry {
  /** `lifecycle`, or `part/lifecycle` in a subfolder: its pages are `lifecycle.html` and `read/lifecycle.html`. */
  readonly address: string;
  /** The file's path in the course. */
  readonly source: string;
  /** As it stands in the file's name (`01`); null where there is none. */
  readonly number: string | null;
  /** Plain text, for lists; a number that opens it (`1. Introduction`) falls away where the file's name has one. */
  readonly title: string;
  readonly subtitle: string | null;
  readonly kind: LectureKind;
  /** Null: it is published. */
  readonly absence: Absence | null;
  readonly status: 'wip' | null;
  readonly eta: string | null;
  readonly release: string | null;
  /** For a guest lecture: the PDF's path in the course, or its address. */
  readonly file: string | null;
}

/** The course as read: what a lecture is rendered with, and in which order. */
export interface Syllabus {
  readonly settings: CourseSettings;
  /** In the course's order: `parts` first, then what they leave out by number; absent lectures among them. */
  readonly entries: readonly SyllabusEntry[];
  /** Where the course stands in its repository, with a slash at the end; empty at the top. */
  readonly prefix?: string;
}

/** A syllabus entry with all that its lecture's work needs; stays with the process that reads. */
export interface LectureInput {
  readonly entry: SyllabusEntry;
  readonly settings: LectureSettings;
  /** The span of the front matter in the source; null where there is none. */
  readonly block: Span | null;
  /** The spans of further keys in the middle of the text. */
  readonly late?: readonly Span[];
  /** Found while reading: front matter and its keys. */
  readonly diagnostics: readonly Diagnostic[];
  /** ISO date-time of the last commit that touched the file; null where unknown. */
  readonly changed: string | null;
  /** Its old addresses that lead on to it; no two pages of the course have the same. */
  readonly redirects: readonly Redirect[];
}

/** Paths of pages, from the site's root. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** The published neighbours of a lecture in the course's order. */
export function neighbours(
  syllabus: Syllabus,
  address: string,
): { readonly previous: SyllabusEntry | null; readonly next: SyllabusEntry | null } {
  const { shown, places } = SHOWN.get(syllabus) ?? listShown(syllabus);
  const at = places.get(address);
  return at === undefined ? { previous: null, next: null } : { previous: shown[at - 1] ?? null, next: shown[at + 1] ?? null };
}

interface Shown {
  readonly shown: readonly SyllabusEntry[];
  /** Address → place among them. */
  readonly places: ReadonlyMap<string, number>;
}

/** Every lecture of a course asks for its neighbours. */
const SHOWN = new WeakMap<Syllabus, Shown>();

function listShown(syllabus: Syllabus): Shown {
  const shown = syllabus.entries.filter((entry) => entry.absence === null && entry.kind !== 'file');
  const listed = { shown, places: new Map(shown.map(({ address }, at) => [address, at])) };
  SHOWN.set(syllabus, listed);
  return listed;
}
