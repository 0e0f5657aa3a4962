/** The front matter of a lecture and of the course, validated, with its defaults filled in. */
import type { Attributes } from './attributes.ts';
import type { CitationSettings } from './citation.ts';
import type { Extensions } from './extensions.ts';
import type { RuleSeverities } from './rule.ts';
import type { Span } from './source.ts';

/** A text of the front matter that may hold Markdown, and where its characters stand. */
export interface MarkdownText {
  readonly text: string;
  /** The value as written, quotes included. */
  readonly span: Span;
  /** The offset of the first character of `text` where it is written out plainly, so that inner positions are true; else null. */
  readonly offset: number | null;
}

/** `lecture` and `page` come from Markdown, `file` is a guest lecture: a PDF or an address. */
export type LectureKind = 'lecture' | 'page' | 'file';

/** A regular expression of the author's, and where it stands; null: on the command line, or it is a tool's default. */
export interface Separator {
  readonly pattern: string;
  readonly span: Span | null;
}

/** Where reveal.js's Markdown is split; null: nowhere. */
export interface Separators {
  readonly slide: Separator;
  readonly vertical: Separator | null;
  readonly notes: Separator | null;
  /** Emoji can be written by name (`:tada:`). */
  readonly emoji?: true;
}

export interface LectureSettings {
  readonly title: MarkdownText | null;
  readonly subtitle: MarkdownText | null;
  readonly authors: readonly MarkdownText[];
  readonly date: MarkdownText | null;
  /** BCP 47. */
  readonly lang: string;
  readonly description: string | null;
  readonly status: 'wip' | null;
  /** Free text or a date: when a lecture in the making is expected. */
  readonly eta: string | null;
  /** ISO date from which the lecture may be published; null: at once. */
  readonly release: string | null;
  readonly draft: boolean;
  readonly kind: LectureKind;
  /** Minutes. */
  readonly duration: number | null;
  readonly tags: readonly string[];
  /** Old addresses (`old-name` or `old-name.html`) that lead on to this lecture. */
  readonly redirectFrom: readonly string[];
  /** ISO date. */
  readonly reviewBy: string | null;
  /** What becomes of a note that does not say itself. */
  readonly notes: 'public' | 'private';
  /** 0 to 6; null: pandoc's automatic level. */
  readonly slideLevel: number | null;
  /** Lists appear item by item. */
  readonly incremental: boolean;
  /** Pandoc's extensions with which the text is read; without it, those that pandoc has on by itself. */
  readonly extensions?: Extensions;
  /** The text is reveal.js's Markdown, split so; else it is pandoc's. */
  readonly reveal?: Separators | null;
  /** A PDF's path in the course, or an address; only where `kind` is `file`. */
  readonly file: string | null;
  /** Style sheets of the lecture, as written. */
  readonly css: readonly { readonly address: string; readonly span: Span }[];
  /** Its sources, and how they are cited; without it, `@key` is text. */
  readonly citations?: CitationSettings;
  /** Slide size in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly transition: 'none' | 'fade' | 'slide' | 'convex' | 'concave' | 'zoom';
  /** Attributes of the cover's section. */
  readonly titleSlideAttributes: Attributes;
  /** Where each given key's value stands, by key as documented (`slide-level`); inherited ones lead to `defaults:`. */
  readonly spans: ReadonlyMap<string, Span>;
}

export interface PartItem {
  /** `lecture`: a lecture, page or file of the course by its address. `link`: anywhere else. */
  readonly kind: 'lecture' | 'link';
  /** The address of the lecture, or the link's URL. */
  readonly target: string;
  /** Overrides the lecture's own; required for a link. */
  readonly title: string | null;
  readonly week: string | null;
  readonly date: string | null;
  readonly extra: readonly { readonly title: string; readonly url: string; readonly span: Span }[];
  readonly span: Span;
  /** Where week and date stand; null where they are not given. */
  readonly weekSpan: Span | null;
  readonly dateSpan: Span | null;
}

export interface Part {
  /** Null: a group without a heading. */
  readonly title: string | null;
  readonly items: readonly PartItem[];
}

export interface Logo {
  readonly image: string;
  readonly link: string | null;
  readonly alt: string;
  readonly span: Span;
}

export interface CourseSettings {
  /** The course's root: every path in the model is relative to it. */
  readonly title: string;
  readonly subtitle: string | null;
  readonly authors: readonly string[];
  readonly date: string | null;
  /** Where it stands; null where it is not given. */
  readonly dateSpan: Span | null;
  readonly lang: string;
  readonly description: string | null;
  /** Absolute, with a slash at its end; null where unknown. */
  readonly url: string | null;
  readonly repository: string | null;
  readonly license: string | null;
  /** Any CSS colour. */
  readonly accent: string | null;
  /** Where it stands; null where it is not given. */
  readonly accentSpan: Span | null;
  readonly scheme: 'light' | 'dark' | 'auto';
  readonly logos: readonly Logo[];
  readonly css: readonly { readonly address: string; readonly span: Span }[];
  /** `ask`: images of other hosts wait for a click too. */
  readonly remote: 'allow' | 'ask';
  readonly parts: readonly Part[];
  /** What the course makes of some rules, by their names. */
  readonly rules: RuleSeverities;
  /** The file that holds all this, and its text below the front matter; null where there is none. */
  readonly index: string | null;
}
