/** What others may know of a lecture once its work is done. Public content only. */
import type { SlideKind } from './lecture.ts';
import type { Searchable } from './searchable.ts';
import type { Span } from './source.ts';
import type { AssetUse, LinkOut } from './target.ts';

export interface OutlineSlide {
  readonly id: string | null;
  readonly number: number;
  readonly kind: SlideKind;
  /** Plain text; empty for a slide without a heading. */
  readonly title: string;
  /** 1-based, in the source. */
  readonly line: number;
  /** Whether public notes exist. */
  readonly notes: boolean;
  readonly steps: number;
  /** 12 hex digits of SHA-256 over public content and the bytes of assets; without theme, notes or position. */
  readonly hash: string;
}

export interface OutlineSection {
  readonly id: string | null;
  readonly title: string | null;
  readonly slides: readonly OutlineSlide[];
}

/** A question that readers are asked, as the page of all questions has it. */
export interface OutlineQuestion {
  /** Its slide; `id` is null where that has none, and its title empty. */
  readonly slide: { readonly number: number; readonly id: string | null; readonly title: string };
  /** The identifier in the reading view that leads to it. */
  readonly anchor: string;
  readonly html: string;
}

/** The questions of a lecture, in its order. */
export interface OutlineQuestions {
  readonly list: readonly OutlineQuestion[];
  /** The language that they are in. */
  readonly lang: string;
  /** The origins that they ask for something, for the page's policy. */
  readonly origins: { readonly image: readonly string[]; readonly media: readonly string[]; readonly frame: readonly string[] };
}

export interface Outline {
  readonly address: string;
  readonly sections: readonly OutlineSection[];
  /** As a slide's hash, of all of them. */
  readonly hash: string;
  readonly anchors: readonly string[];
  readonly linksOut: readonly LinkOut[];
  readonly assets: readonly AssetUse[];
  /** Hosts that the author's own images, media and frames name, sorted. */
  readonly hosts: readonly string[];
  /** Spoken words of the public notes. */
  readonly spokenWords: number;
  /** Passages that must be in nothing that is published: private notes, comments, with where they stand. */
  readonly secrets: readonly Secret[];
  /** Null where it asks none, or its pages are not asked for. */
  readonly questions: OutlineQuestions | null;
  /** All public text of the lecture: a secret that also stands here is none. */
  readonly publicText: string;
  /** Null where nothing is published. */
  readonly searchable: Searchable | null;
}

/** Text that must not get out. */
export interface Secret {
  readonly text: string;
  readonly what: 'private note' | 'comment' | 'draft' | 'unreleased lecture';
  readonly span: Span;
}
