/** What our rules leave on markdown-it's tokens, and what they ask of its states. */
import type { MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it';
import type { Broken } from '../model/rules.ts';
import type { ScannedAttributes, Stretch } from './attributes.ts';
import type { ScannedTag } from './tag.ts';
import type { Mark } from './syntax/emphasis.ts';
import type { ScannedItem } from './syntax/citation.ts';
import type { Definition } from './syntax/reference.ts';

/** Offsets are into the readable text for blocks, into the token's content for inlines. */
export interface TokenMeta {
  at?: Stretch;
  /** For inline content: pairs of (offset in content, offset in the readable text), one a line, ascending. */
  lines?: readonly Stretch[];
  attributes?: ScannedAttributes | null;
  tag?: ScannedTag;
  /** Of a link or an image: the address as written, and where it stands; null for `[text][label]`. */
  address?: { readonly text: string; readonly at: Stretch | null };
  title?: string | null;
  /** Of a link or an image: its attributes are those of its definition, with offsets of the readable text. */
  defined?: boolean;
  /** What stands between the tags of a verbatim element. */
  verbatim?: string;
  columns?: readonly Column[];
  /** Of a table: how many of its first rows are its head (one, where nothing is said), and how many of its last its foot. */
  head?: number;
  foot?: number;
  /** Of a cell of a grid table. */
  cell?: { readonly column: number; readonly columns: number; readonly rows: number };
  /** Of a heading: written with an underline. */
  underlined?: boolean;
  automatic?: boolean;
  /** Of a formula. */
  display?: boolean;
  /** Of a footnote's call and of its text. */
  label?: string;
  /** Of a citation. */
  cited?: readonly ScannedItem[];
  /** Of a numbered list. */
  style?: '1' | 'a' | 'A' | 'i' | 'I' | null;
  /** The list is one of numbered examples. */
  example?: boolean;
  language?: string | null;
  /** Of a strikeout: between one tilde each. */
  oneMark?: boolean;
  /** Of a text that may be a mark of emphasis. */
  mark?: Mark;
  /** Of a text: marks that stand too deep to count. */
  tooDeep?: boolean;
}

/** A column of a table: `width` is its share of the width that there is, null where the content decides. */
export interface Column {
  readonly align: 'left' | 'center' | 'right' | null;
  readonly width: number | null;
}

/** What travels with one parse. */
export interface Environment {
  /** Adds a diagnostic at offsets of the readable text. */
  readonly report: (rule: Broken, at: Stretch, message: string, hint: string | null) => void;
  /** Whether the keys that begin at an offset of the readable text were taken. */
  isTaken: (offset: number) => boolean;
  /** How many fenced divs are open around the block that is being read. */
  openDivisions: number;
  /** TeX macros, as defined between paragraphs. */
  readonly macros: string[];
  /** The labels of footnotes whose text stands somewhere. */
  readonly footnotes: Set<string>;
  /** How many explanations of definition lists are open around the block that is being read. */
  openDetails: number;
  /** How many cells of grid tables are open around it: their lines end before a border and not at a line break. */
  openCells: number;
  /** There are sources to cite. */
  citing: boolean;
  /** The text of a footnote is being read. */
  inFootnote: boolean;
  /** Definitions of links that have attributes, by their normalized labels. */
  readonly definitions: Map<string, Definition>;
  /** The numbers of examples that have a label, and how many examples there are. */
  readonly examples: Map<string, number>;
  exampleCount: number;
  /** Headings by their text as written, lower case, without marks: what `[Heading]` can mean. */
  readonly headings: Set<string>;
}

/** How many blocks, or inlines, may stand in each other. */
export const DEEPEST = 100;

/** What our rules noted on a token; empty where they noted nothing. */
export function metaOf(token: Token): TokenMeta {
  return (token.meta ?? {}) as TokenMeta;
}

/** Notes more on a token, and gives it back; `meta` becomes its own. */
export function setMeta(token: Token, meta: TokenMeta): Token {
  if (token.meta === null) token.meta = meta as Record<string, unknown>;
  else Object.assign(token.meta, meta);
  return token;
}

/** What is shared by all rules while one text is read. */
export function environmentOf(state: { readonly env: unknown }): Environment {
  return state.env as Environment;
}

/** Where the text of a line begins, inside the containers that are open. */
export function lineStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** The offset of the end of a line (0-based), before its line break. */
export function lineEnd(state: StateBlock, line: number): number {
  return state.eMarks[line] ?? 0;
}

/** The line (0-based) that holds `offset`, looked for from `startLine` on and before `endLine`. */
export function lineOf(state: StateBlock, startLine: number, endLine: number, offset: number): number {
  let line = startLine;
  while (line < endLine - 1 && lineEnd(state, line) < offset) line++;
  return line;
}

/** A line (0-based) without its indentation and line break. */
export function lineText(state: StateBlock, line: number): string {
  return state.src.slice(lineStart(state, line), lineEnd(state, line));
}

/**
 * The last offset where `mark`, in any letter case, can stand in a text that is being read; -1 where it does not.
 * Looked for once a text, for rules that would look for an end from each of many beginnings.
 */
export function lastOf(state: StateBlock | StateInline, mark: string): number {
  const known = LAST.get(state) ?? new Map<string, number>();
  LAST.set(state, known);
  const last = known.get(mark) ?? lastIndexOf(state.src, mark);
  known.set(mark, last);
  return last;
}

function lastIndexOf(text: string, mark: string): number {
  return /[a-z]/.test(mark) ? text.toLowerCase().lastIndexOf(mark) : text.lastIndexOf(mark);
}

const LAST = new WeakMap<StateBlock | StateInline, Map<string, number>>();

/** Reads what stands between two offsets, in a stretch that a rule has found the end of; where the text goes on is the rule's. */
export function tokenizeInside(state: StateInline, from: number, to: number): void {
  const { posMax } = state;
  state.pos = from;
  state.posMax = to;
  state.md.inline.tokenize(state);
  state.pos = to;
  state.posMax = posMax;
}

/** How far a line is indented beyond the container that is open, in columns. */
export function indentOf(state: StateBlock, line: number): number {
  return (state.sCount[line] ?? 0) - state.blkIndent;
}

export type { MarkdownIt, StateBlock, StateInline, Token };
