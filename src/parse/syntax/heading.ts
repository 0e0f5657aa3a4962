/**
 * Headings, with attributes at their end; the underlined kind has one line of text.
 *
 *     ## Drift {#drift .wide background-color="#eee"}
 *        ^^^^^ ^ its attributes
 */
import { type ScannedAttributes, scanAttributes, scanTrailingAttributes } from '../attributes.ts';
import { headingLabel } from '../headingLabel.ts';
import { isOn, mayStandBeside } from '../isOn.ts';
import { environmentOf, indentOf, lineEnd, lineStart, type MarkdownIt, type StateBlock, setMeta } from '../tokens.ts';
import { closesBlock, INTERRUPTS, INTERRUPTS_ITEM } from './paragraph.ts';

export function heading(markdown: MarkdownIt): void {
  markdown.block.ruler.at('heading', parseHeading, { alt: ['reference'] });
  markdown.block.ruler.at('lheading', parseUnderlinedHeading);
}

/** Headings that need no blank line before them (without `blank_before_header`). */
export function headingAnywhere(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'paragraph',
    'heading_anywhere',
    (state, line, end, silent) =>
      silent &&
      mayStandBeside(state, line) &&
      (parseHeading(state, line, end, true) || parseUnderlinedHeading(state, line, end, true)),
    { alt: [INTERRUPTS, INTERRUPTS_ITEM, 'blockquote'] },
  );
}

const MARK = /^(#{1,6})(?:[ \t]+|$)/;
/** Without `space_in_atx_header`; what numbers a list is none. */
const TIGHT_MARK = /^(#{1,6})(?![#.)])[ \t]*/;

function parseHeading(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  // pandoc's headings begin where the text around them does
  if (indentOf(state, startLine) > (isOn(state, 'commonmark') ? 3 : 0)) return false;
  const start = lineStart(state, startLine);
  if (state.src.charCodeAt(start) !== 35) return false;
  const pattern = isOn(state, 'space_in_atx_header') ? MARK : TIGHT_MARK;
  const match = pattern.exec(state.src.slice(start, lineEnd(state, startLine)));
  if (match === null) return false;
  if (silent) return true;
  const contentStart = start + match[0].length;
  const last = isOn(state, 'header_attributes') ? lastLine(state, startLine, endLine, contentStart) : startLine;
  pushHeading(state, [startLine, last], match[1]?.length ?? 1, contentStart, false);
  state.line = last + 1;
  return true;
}

/** The line with which attributes end that a heading's line leaves open; the heading's own where it leaves none. */
function lastLine(state: StateBlock, startLine: number, endLine: number, contentStart: number): number {
  const end = lineEnd(state, startLine);
  const brace = state.src.lastIndexOf('{', end - 1);
  if (brace < contentStart || state.src.slice(brace, end).includes('}')) return startLine;
  const scanned = scanAttributes(state.src, brace);
  if (scanned === null) return startLine;
  for (let line = startLine + 1; line < endLine && !state.isEmpty(line) && indentOf(state, line) >= 0; line++)
    if (scanned.at[1] <= lineEnd(state, line)) return state.skipSpaces(scanned.at[1]) >= lineEnd(state, line) ? line : startLine;
  return startLine;
}

function parseUnderlinedHeading(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const underline = startLine + 1;
  if (underline >= endLine || indentOf(state, startLine) > 3 || indentOf(state, underline) > 0) return false;
  const mark = state.src.charCodeAt(lineStart(state, underline));
  if (mark !== 61 && mark !== 45) return false;
  const line = state.src.slice(lineStart(state, underline), lineEnd(state, underline));
  if (!/^(=+|-+)[ \t]*$/.test(line) || closesBlock(state, startLine)) return false;
  if (silent) return true;
  pushHeading(state, [startLine, startLine], line.startsWith('=') ? 1 : 2, lineStart(state, startLine), true);
  state.line = underline + 1;
  return true;
}

function pushHeading(
  state: StateBlock,
  [line, last]: readonly [first: number, last: number],
  level: number,
  contentStart: number,
  underlined: boolean,
): void {
  const text = state.src.slice(contentStart, lineEnd(state, last));
  const scanned = isOn(state, 'header_attributes') ? scanTrailingAttributes(text) : null;
  const trailing = scanned !== null && isOfInline(text, scanned.scanned.at[0]) ? null : scanned;
  const content = (trailing === null ? text : text.slice(0, trailing.before)).trimEnd();
  const closed = underlined ? content : withoutClosing(content, contentStart, state);
  const open = state.push('heading_open', `h${level}`, 1);
  open.map = [line, last + 1];
  setMeta(open, {
    at: [lineStart(state, line), contentStart + text.trimEnd().length],
    attributes: trailing === null ? null : shift(trailing.scanned, contentStart),
    underlined,
  });
  const inline = state.push('inline', '', 0);
  inline.content = closed;
  inline.children = [];
  inline.map = open.map;
  setMeta(inline, { lines: [[0, contentStart]] });
  const named = isOn(state, 'auto_identifiers') || isOn(state, 'gfm_auto_identifiers') || trailing?.scanned.id != null;
  if (named && isOn(state, 'implicit_header_references')) environmentOf(state).headings.add(headingLabel(closed));
  state.push('heading_close', `h${level}`, -1);
}

/** Whether attributes that begin at `brace` are those of code, a link, an image or a span that ends right there. */
function isOfInline(text: string, brace: number): boolean {
  const before = text.slice(0, brace);
  switch (before.at(-1)) {
    case '`': {
      const ticks = /`+$/.exec(before)?.[0].length ?? 0;
      return (before.match(/`+/g) ?? []).filter((run) => run.length === ticks).length % 2 === 0;
    }
    case ')':
      return before.slice(0, openingOf(before, '(', ')')).endsWith(']');
    case ']':
      return openingOf(before, '[', ']') >= 0;
    case '>':
      return /<(?:[a-z][a-z0-9+.-]*:|[^\s<>@]+@)[^\s<>]*>$/i.test(before);
    default:
      return false;
  }
}

/** Where the mark stands that the last character of a text closes; -1 where none does. */
function openingOf(text: string, open: string, close: string): number {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at - 1] === '\\') continue;
    if (text[at] === close) depth++;
    else if (text[at] === open && --depth === 0) return at;
  }
  return -1;
}

/** A heading's text without the number signs that close it: to pandoc they need no space before them. */
function withoutClosing(content: string, start: number, state: StateBlock): string {
  const closed = content.replace(/(?<![\\#])#+$/, '');
  if (/\S$/.test(closed) && closed !== content)
    environmentOf(state).report(
      'closing-signs',
      [start + closed.length, start + content.length],
      `“${content.slice(closed.length)}” closes this heading, as pandoc reads it, and is not shown.`,
      'Write “\\#” where it belongs to the text.',
    );
  return closed.trimEnd();
}

/** Scanned attributes whose offsets start from somewhere else. */
export function shift(scanned: ScannedAttributes, by: number): ScannedAttributes {
  const moved = (at: readonly [number, number]): [number, number] => [at[0] + by, at[1] + by];
  return {
    id: scanned.id === null ? null : { text: scanned.id.text, at: moved(scanned.id.at) },
    classes: scanned.classes,
    pairs: scanned.pairs.map((pair) => ({ ...pair, at: moved(pair.at), valueAt: moved(pair.valueAt) })),
    at: moved(scanned.at),
  };
}
