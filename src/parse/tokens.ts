/** What our rules leave on markdown-it's tokens, and how its states are taught to know where they are. */
import createMarkdownIt, { type MarkdownIt, type StateBlock, type StateInline, type Token } from 'markdown-it';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ScannedAttributes, Stretch } from './attributes.ts';
import { newToken } from './newToken.ts';
import type { ScannedTag } from './tag.ts';

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
  /** What stands between the tags of a verbatim element. */
  verbatim?: string;
  columns?: readonly { readonly align: 'left' | 'center' | 'right' | null; readonly width: number | null }[];
  /** Of a heading: written with an underline. */
  underlined?: boolean;
  automatic?: boolean;
  /** Of a formula. */
  display?: boolean;
  /** Of a footnote's call and of its text. */
  label?: string;
  /** Of a numbered list. */
  style?: '1' | 'a' | 'A' | 'i' | 'I' | null;
  /** The list is one of numbered examples. */
  example?: boolean;
  language?: string | null;
  /** Of a strikeout: between one tilde each. */
  oneMark?: boolean;
  /** Of a text: marks that stand too deep to count. */
  tooDeep?: boolean;
}

/** What travels with one parse. */
export interface Environment {
  /** Adds a diagnostic at offsets of the readable text. */
  readonly report: (severity: Diagnostic['severity'], rule: string, at: Stretch, message: string, hint: string | null) => void;
  /** How many fenced divs are open around the block that is being read. */
  openDivisions: number;
  /** TeX macros, as defined between paragraphs. */
  readonly macros: string[];
  /** The labels of footnotes whose text stands somewhere. */
  readonly footnotes: Set<string>;
  /** How many explanations of definition lists are open around the block that is being read. */
  openDetails: number;
  /** The text of a footnote is being read. */
  inFootnote: boolean;
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

/** Notes more on a token, and gives it back. */
export function setMeta(token: Token, meta: TokenMeta): Token {
  if (token.meta === null) token.meta = { ...meta };
  else Object.assign(token.meta, meta);
  return token;
}

/** What is shared by all rules while one text is read. */
export function environmentOf(state: { readonly env: unknown }): Environment {
  return state.env as Environment;
}

/** A new markdown-it whose block tokens know their first offset, and whose inline tokens theirs in their content. */
export function createPositionedMarkdown(): MarkdownIt {
  const markdown = createMarkdownIt({ html: true, typographer: true, quotes: '“”‘’', maxNesting: DEEPEST });
  markdown.block.State = class extends createMarkdownIt.StateBlock {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      if (nesting < 0) this.level--;
      const token = newToken(type, tag, nesting, this.level, true);
      if (nesting > 0) this.level++;
      this.tokens.push(token);
      if (nesting < 0) return token;
      const start = lineStart(this, this.line);
      return setMeta(token, { at: [start, start] });
    }
  };
  markdown.inline.State = class extends createMarkdownIt.StateInline {
    override pushPending(): Token {
      const start = this.src.lastIndexOf(this.pending, this.pos - this.pending.length);
      const token = newToken('text', '', 0, this.pendingLevel, false);
      token.content = this.pending;
      this.tokens.push(token);
      this.pending = '';
      return setMeta(token, { at: [start, start + token.content.length] });
    }
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      if (this.pending !== '') this.pushPending();
      const last = this.tokens.at(-1);
      const lastEnd = last?.type === 'text' ? (metaOf(last).at?.[1] ?? -1) : -1;
      const token = nesting === 0 ? this.pushLeaf(type, tag) : super.push(type, tag, nesting);
      // a run of `**` pushes a token for each star before it moves on
      const start = type === 'text' && lastEnd > this.pos ? lastEnd : this.pos;
      return setMeta(token, { at: [start, type === 'text' ? start + 1 : start] });
    }
    private pushLeaf(type: string, tag: string): Token {
      const token = newToken(type, tag, 0, this.level, false);
      this.pendingLevel = this.level;
      this.tokens.push(token);
      this.tokens_meta.push(undefined);
      return token;
    }
  };
  markdown.inline.ruler2.at('fragments_join', joinTexts);
  return markdown;
}

/**
 * Joins neighbouring texts, as markdown-it does, and keeps their first offset; drops those that delimiters left empty.
 * Marks of emphasis that stand too deep become text.
 */
function joinTexts(state: StateInline): void {
  let level = 0;
  const joined: Token[] = [];
  for (const token of state.tokens) {
    const { nesting } = token;
    if (nesting < 0) level--;
    token.level = level;
    if (level >= DEEPEST && nesting !== 0 && token.markup !== '') makeText(token);
    if (nesting > 0) level++;
    const last = joined.at(-1);
    if (token.type !== 'text') joined.push(token);
    else if (last?.type === 'text') {
      last.content += token.content;
      if (metaOf(token).tooDeep) setMeta(last, { tooDeep: true });
    } else if (token.content !== '') joined.push(token);
  }
  state.tokens.length = 0;
  for (const token of joined) state.tokens.push(token);
}

/** Marks of emphasis as they were typed. */
function makeText(token: Token): void {
  token.content = token.markup;
  Object.assign(token, { type: 'text', tag: '', nesting: 0 });
  setMeta(token, { tooDeep: true });
}

/** Where the text of a line begins, inside the containers that are open. */
export function lineStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** The offset of the end of a line (0-based), before its line break. */
export function lineEnd(state: StateBlock, line: number): number {
  return state.eMarks[line] ?? 0;
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
  const last = known.get(mark) ?? state.src.toLowerCase().lastIndexOf(mark);
  known.set(mark, last);
  return last;
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
