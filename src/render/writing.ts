/** What every writer of HTML needs to know about the page that it writes on. */
import type { Answer, Block, Code, HtmlTag } from '../model/blocks.ts';
import type { Choices } from '../model/question.ts';
import type { Strings } from '../model/strings.ts';
import type { Syllabus } from '../model/syllabus.ts';
import type { Target, Targets } from '../model/target.ts';
import type { Formulas } from '../model/typeset.ts';

/** `deck` and `read` are a lecture's two pages, `home` is the course's own text. */
export type View = 'deck' | 'read' | 'home';

/** The origins (`https://example.org`) that a page asks for something; filled while it is written, named in its policy. */
export interface Origins {
  readonly image: Set<string>;
  readonly media: Set<string>;
  readonly frame: Set<string>;
}

/** Writes blocks: handed on to writers of what holds blocks, which cannot import it. */
export type WriteBlocks = (blocks: readonly Block[], writing: Writing) => string;

/** What the choices and answers of a question need to know of it. */
export interface Asked {
  readonly choices: Choices | null;
  /** The answer that says which choices are right, and why. */
  readonly answer: Answer | null;
  /** Unique on the page: it names what is asked, and the group of choices. */
  readonly name: string;
  /** Whether what is asked stands before the choices, and has that name. */
  readonly named: boolean;
  /** Whether it can be answered on the page, and right told from wrong. */
  readonly judged: boolean;
}

export interface Writing {
  readonly view: View;
  /** The page's path from the site's root. */
  readonly page: string;
  readonly targets: Targets;
  readonly syllabus: Syllabus;
  readonly strings: Strings;
  /** The lecture's address; null on the course's own pages. */
  readonly address: string | null;
  readonly origins: Origins;
  /** Where addresses in the author's CSS lead, by `styleKey`. */
  readonly styles: ReadonlyMap<string, Target>;
  /** Code that was highlighted for the lecture's other page. */
  readonly highlighted: Map<Code, string>;
  readonly formulas: Formulas;
  /** Raw `<video>` and `<audio>` tags that would play from another host, and wait for a click. */
  readonly waiting: ReadonlyMap<HtmlTag, string>;
  /** The bytes of a file of the course; null where there is none, or they are not asked for. */
  readonly bytesOf: (file: string) => Uint8Array | null;
  /** How much of the slide's width the text has, from 0 to 1. */
  readonly share: number;
  /** How many figures are part of the page so far. */
  readonly figures: { count: number };
  /** How many questions are on the page so far. */
  readonly questions: { count: number };
  /** The question that is being written. */
  readonly asked?: Asked;
  /** The page holds parts of several lectures: identifiers of theirs are left out. */
  readonly gathered?: true;
  /** Where notes are written: beside their slide's content, apart from it (by whoever asks for them), or as text among text. */
  readonly notes: 'aside' | 'apart' | 'in-place';
  /** Nothing comes step by step here: in notes and footnotes. */
  readonly still?: boolean;
  /** Elements say where they stand in their source. */
  readonly marked?: boolean;
  /** The level at which a heading inside a slide's body is written. */
  readonly headingLevel: (level: number) => number;
}

/** No origin yet. */
export function noOrigins(): Origins {
  return { image: new Set(), media: new Set(), frame: new Set() };
}

/** A word of the interface, in the page's language. */
export function word(writing: { readonly strings: Strings }, name: keyof Strings['word']): string {
  return writing.strings.word[name];
}
