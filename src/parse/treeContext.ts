/** What building the tree of a text needs to know beside its tokens. */
import type { Footnote, Text } from '../model/blocks.ts';
import type { Token } from './tokens.ts';
import type { Broken } from '../model/rules.ts';
import type { Extensions } from '../model/extensions.ts';
import type { Span } from '../model/source.ts';
import type { Stretch } from './attributes.ts';
import type { Identifiers } from './identifiers.ts';

/** The same for all blocks and inlines of a text. */
export interface TreeContext {
  /** The span of a stretch of the readable text. */
  readonly place: (at: Stretch) => Span;
  readonly report: (rule: Broken, span: Span, message: string, hint: string | null) => void;
  readonly identifiers: Identifiers;
  /** The text is reveal.js's Markdown: as typed, without figures, and headings have no identifiers. */
  readonly reveal?: boolean;
  /** Pandoc's extensions with which the text is read; without it, pandoc's own. */
  readonly extensions?: Extensions;
  /** What becomes of a note that does not say itself. */
  readonly notes: 'public' | 'private';
  /** The footnote that a call with this label means, with the next number; text where it has none; null where nobody asks. */
  readonly footnote: (label: string, call: Span) => Footnote | Text | null;
  /** The next footnote's number. */
  readonly countFootnote: () => number;
  /** The identifier of the heading that a token opens; null where it has none. */
  readonly idOf: (heading: Token) => string | null;
  /** The identifier of the first heading with this text, as `headingLabel` gives it; null where there is none. */
  readonly headingId: (label: string) => string | null;
  /** The readable text, and the offset where each of its lines ends. */
  readonly text: string;
  readonly lineEnds: readonly number[];
}

/** A comment in the tree, until slides are made: it counts as content for pandoc's slide level, and never gets out. */
export const COMMENT = '!--';
