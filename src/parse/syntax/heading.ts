/**
 * Headings, with attributes at their end; the underlined kind has one line of text.
 *
 *     ## Drift {#drift .wide background-color="#eee"}
 *        ^^^^^ ^ its attributes
 */
import { type ScannedAttributes, scanTrailingAttributes } from '../attributes.ts';
import { headingLabel } from '../headingLabel.ts';
import { isOn } from '../isOn.ts';
import { environmentOf, indentOf, lineEnd, lineStart, type MarkdownIt, type StateBlock, setMeta } from '../tokens.ts';
import { INTERRUPTS, INTERRUPTS_ITEM } from './paragraph.ts';

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
      indentOf(state, line) >= 0 &&
      (parseHeading(state, line, end, true) || parseUnderlinedHeading(state, line, end, true)),
    { alt: [INTERRUPTS, INTERRUPTS_ITEM] },
  );
}

const MARK = /^(#{1,6})(?:[ \t]+|$)/;
/** Without `space_in_atx_header`; what numbers a list is none. */
const TIGHT_MARK = /^(#{1,6})(?![#.)])[ \t]*/;

function parseHeading(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  // pandoc's headings begin where the text around them does
  if (indentOf(state, startLine) > 0) return false;
  const start = lineStart(state, startLine);
  if (state.src.charCodeAt(start) !== 35) return false;
  const pattern = isOn(state, 'space_in_atx_header') ? MARK : TIGHT_MARK;
  const match = pattern.exec(state.src.slice(start, lineEnd(state, startLine)));
  if (match === null) return false;
  if (silent) return true;
  pushHeading(state, startLine, match[1]?.length ?? 1, start + match[0].length, false);
  state.line = startLine + 1;
  return true;
}

function parseUnderlinedHeading(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const underline = startLine + 1;
  if (underline >= endLine || indentOf(state, startLine) > 3 || indentOf(state, underline) > 0) return false;
  const mark = state.src.charCodeAt(lineStart(state, underline));
  if (mark !== 61 && mark !== 45) return false;
  const line = state.src.slice(lineStart(state, underline), lineEnd(state, underline));
  if (!/^(=+|-+)[ \t]*$/.test(line)) return false;
  if (silent) return true;
  pushHeading(state, startLine, line.startsWith('=') ? 1 : 2, lineStart(state, startLine), true);
  state.line = underline + 1;
  return true;
}

function pushHeading(state: StateBlock, line: number, level: number, contentStart: number, underlined: boolean): void {
  const text = state.src.slice(contentStart, lineEnd(state, line));
  const trailing = isOn(state, 'header_attributes') ? scanTrailingAttributes(text) : null;
  const content = (trailing === null ? text : text.slice(0, trailing.before)).trimEnd();
  const closed = underlined ? content : withoutClosing(content, contentStart, state);
  const open = state.push('heading_open', `h${level}`, 1);
  open.map = [line, line + 1];
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
