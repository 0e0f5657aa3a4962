/** `lectern.json`: the site's contents for programs. Version 1. */
import type { SlideKind } from './lecture.ts';
import type { LectureKind } from './settings.ts';

export interface ManifestSlide {
  readonly id: string | null;
  readonly number: number;
  readonly kind: SlideKind;
  readonly title: string;
  readonly line: number;
  readonly notes: boolean;
  readonly steps: number;
  readonly hash: string;
}

export interface ManifestLecture {
  readonly name: string;
  readonly source: string;
  readonly title: string;
  /** Null for a page and a file. */
  readonly deck: string | null;
  /** Null for a file. */
  readonly read: string | null;
  readonly file: string | null;
  readonly status: 'wip' | null;
  readonly release: string | null;
  readonly kind: LectureKind;
  readonly sections: readonly {
    readonly id: string | null;
    readonly title: string | null;
    readonly slides: readonly ManifestSlide[];
  }[];
}

/** A lecture that is not published yet: no content, no address. */
export interface ManifestAbsentLecture {
  readonly name: string;
  readonly title: string;
  readonly status: 'wip' | null;
  readonly release: string | null;
}

export interface Manifest {
  readonly version: 1;
  /** Whether private notes are in it (`build --private-notes`). */
  readonly private: boolean;
  readonly course: { readonly title: string; readonly lang: string };
  readonly lectures: readonly (ManifestLecture | ManifestAbsentLecture)[];
}
