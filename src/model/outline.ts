/** What others may know of a lecture once its work is done. Public content only. */
import type { SlideKind } from './lecture.ts';
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

export interface Outline {
  readonly address: string;
  readonly sections: readonly OutlineSection[];
  readonly anchors: readonly string[];
  readonly linksOut: readonly LinkOut[];
  readonly assets: readonly AssetUse[];
  /** Hosts that the author's own images, media and frames name, sorted. */
  readonly hosts: readonly string[];
  /** Spoken words of the public notes. */
  readonly spokenWords: number;
  /** Passages that must be in nothing that is published: private notes, comments, with where they stand. */
  readonly secrets: readonly Secret[];
  /** All public text of the lecture: a secret that also stands here is none. */
  readonly publicText: string;
}

/** Text that must not get out. */
export interface Secret {
  readonly text: string;
  readonly what: 'private note' | 'comment' | 'draft' | 'unreleased lecture';
  readonly span: Span;
}
