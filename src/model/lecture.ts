/** One lecture, parsed: sections of slides. It never leaves the worker that made it; others see its `Outline`. */
import type { Attributes } from './attributes.ts';
import type { Block, Heading, Inline, Notes } from './blocks.ts';
import type { LectureSettings } from './settings.ts';
import type { Span } from './source.ts';

/** `cover`: made from the front matter. `title`: a section's own slide. */
export type SlideKind = 'cover' | 'title' | 'slide';

export interface Slide {
  /** Unique in the lecture; null for a slide without a heading. */
  readonly id: string | null;
  /** 1-based, through the whole lecture, cover included: the one number that it has everywhere. */
  readonly number: number;
  readonly kind: SlideKind;
  /** The level of its heading (of the slide level where it has none; 0 for the cover). */
  readonly level: number;
  /** Of the slide itself: pandoc gives a heading's attributes to both the heading and its slide. */
  readonly attributes: Attributes;
  /** Null where the slide has none. Not part of `body`. */
  readonly heading: Heading | null;
  /** What lists call it where its heading is not the first thing on it. */
  readonly title?: readonly Inline[];
  /** Everything under the heading, notes in their place. */
  readonly body: readonly Block[];
  /** The notes among `body`, however deep, in order. */
  readonly notes: readonly Notes[];
  /** How many stops the slide makes: 1, and one more for each step that is revealed. */
  readonly steps: number;
  /** From its heading (or its rule) to the end of its text. */
  readonly span: Span;
}

/** A section's slides stand in one stack on the deck. */
export interface Section {
  /** The identifier of its title slide; null for slides before the first section, and in decks without sections. */
  readonly id: string | null;
  readonly title: readonly Inline[] | null;
  /** Its slides are a stack though none is its title slide. */
  readonly stacked?: boolean;
  /** With its title slide first, where it has one. */
  readonly slides: readonly Slide[];
}

/** What the front matter puts on the cover; each may hold Markdown. Null title: no cover. */
export interface Cover {
  readonly title: readonly Inline[];
  readonly subtitle: readonly Inline[] | null;
  readonly authors: readonly (readonly Inline[])[];
  readonly date: readonly Inline[] | null;
}

export interface SlideLevel {
  /** 0 to 6: headings of this level open a slide, those above it a section, those below it stay inside. 0: only rules split. */
  readonly value: number;
  /** Found by pandoc's rule, not set by the author. */
  readonly automatic: boolean;
  /** The heading with the content under it that decided the automatic level; null where nothing did. */
  readonly decidedBy: { readonly heading: Heading; readonly content: Block } | null;
}

export interface Lecture {
  /** Its source file's path in the course. */
  readonly source: string;
  readonly address: string;
  readonly settings: LectureSettings;
  /** As lists show it: Markdown of the front matter's title, else of the first heading, else the file's name. */
  readonly title: readonly Inline[];
  readonly slideLevel: SlideLevel;
  /** The cover's slide, where there is one, is the first slide of `sections[0]`. A page has one section with one slide. */
  readonly cover: Cover | null;
  readonly sections: readonly Section[];
  /** Every identifier in it, slides' among them, that a link can lead to. */
  readonly anchors: ReadonlySet<string>;
  /** TeX macros that its formulas may use, as it defines them. */
  readonly macros: string;
  /** The HTML comments, which never get out. */
  readonly comments: readonly { readonly text: string; readonly span: Span }[];
}

/** The heading with which a slide's text begins though it opens no slide: pandoc leaves it inside. Null where there is none. */
export function openingHeading({ kind, heading, body }: Slide): Heading | null {
  const [first] = body;
  return kind === 'slide' && heading === null && first?.kind === 'heading' ? first : null;
}

/** What lists call a slide: its heading, else the one that stands on it; empty for covers and slides without any. */
export function titleOf(slide: Slide): readonly Inline[] {
  return slide.heading?.children ?? slide.title ?? openingHeading(slide)?.children ?? [];
}

/** All slides of a lecture, in the order of their numbers. */
export function slidesOf(lecture: Lecture): readonly Slide[] {
  const all: Slide[] = [];
  for (const { slides } of lecture.sections) for (const slide of slides) all.push(slide);
  return all;
}
