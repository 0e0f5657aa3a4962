/** What the development server asks of a course: whole rounds of work, and what can be shown before one is done. */
import type { Problem, SavedSlide } from '../model/wire.ts';

/** What a server shows. */
export interface Site {
  /** Path in the site → content. */
  readonly pages: ReadonlyMap<string, string>;
  /** Path in the site → absolute path of a file on disk. */
  readonly assets: ReadonlyMap<string, string>;
}

/** A site after a round of work. */
export interface Rebuilt extends Site {
  /** The paths of the pages whose content is not what it was after the round before. */
  readonly changed: readonly string[];
  /** The course has errors: the site that was there before is better. */
  readonly failed: boolean;
  /** What is wrong, for the terminal; empty where nothing is. */
  readonly report: string;
  /** The same, for pages. */
  readonly problems: readonly Problem[];
  /** How many more problems there are. */
  readonly more: number;
  /** The one lecture that was saved, where its text is not what it was, and its first slide that is not; null: none, or several. */
  readonly saved: SavedSlide | null;
}

/** One lecture's pages, made from its newest text and from what the last round knew of the others. */
export interface EarlyLecture extends Site {
  /** The path of its source. */
  readonly source: string;
  readonly saved: SavedSlide | null;
}

/** A part of the work that is done at once, so that nobody waits for a whole round, which follows and has the last word. */
export interface Ahead {
  /** The pages of the course that can be made before any lecture is worked on; null where something is wrong. */
  readonly sketch: () => Site | null;
  /**
   * Of lectures that were saved, those whose text was not seen before. Null where more may change than their own pages and the
   * lists of the course, or something is wrong: only a round tells.
   */
  readonly save: (changed: readonly string[]) => readonly EarlyLecture[] | null;
  /** The lecture that has a page at this path; null where none has. */
  readonly lectureAt: (path: string) => EarlyLecture | null;
  /** The paths of the pages that `lectureAt` makes. */
  readonly paths: () => readonly string[];
}

/** A course that can be built again and again. */
export interface Builder {
  /** Absolute. */
  readonly root: string;
  /** `changed`: paths from the root, with `/`; null: everything, as if for the first time. */
  readonly rebuild: (changed: readonly string[] | null) => Promise<Rebuilt>;
  /** Null where only whole rounds are known. */
  readonly ahead: Ahead | null;
  readonly close: () => Promise<void>;
}

/** A site with pages of lectures that are newer. */
export function withEarly(site: Site, early: Iterable<EarlyLecture>): Site {
  const all = [...early];
  return {
    pages: new Map([...site.pages, ...all.flatMap(({ pages }) => [...pages])]),
    assets: new Map([...site.assets, ...all.flatMap(({ assets }) => [...assets])]),
  };
}

/** The paths of pages that are new in a site, not what they were, or gone. */
export function changedPages(before: Site, after: Site): readonly string[] {
  const changed = [...after.pages].filter(([path, content]) => before.pages.get(path) !== content).map(([path]) => path);
  return [...changed, ...[...before.pages.keys()].filter((path) => !after.pages.has(path))];
}

/** Whether a page that is open may show what stands at this path; the files of the search are loaded when they are used. */
export function isShown(path: string): boolean {
  return !path.startsWith('_lectern/search/') && !path.endsWith('.json');
}
