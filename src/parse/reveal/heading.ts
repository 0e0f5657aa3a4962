/**
 * Headings, by CommonMark's rule; the underlined kind may have several lines of text.
 *
 *     ## Drift ##
 *        ^^^^^
 */
import { indentOf, lineEnd, lineStart, lineText, type MarkdownIt, type StateBlock, setMeta } from '../tokens.ts';
import { pushInline } from '../syntax/paragraph.ts';
import { endOfParagraph } from './paragraph.ts';

export function heading(markdown: MarkdownIt): void {
  markdown.block.ruler.at('heading', parseHeading, { alt: ['paragraph', 'reference', 'blockquote'] });
  markdown.block.ruler.at('lheading', parseUnderlinedHeading);
}

function parseHeading(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if (indentOf(state, startLine) > 3) return false;
  const text = lineText(state, startLine);
  const marks = /^(#{1,6})(?:[ \t]+|$)/.exec(text);
  if (marks === null) return false;
  if (silent) return true;
  const content = text
    .slice(marks[0].length)
    .trimEnd()
    .replace(/(^|[ \t])#+$/, '')
    .trimEnd();
  const start = lineStart(state, startLine);
  state.line = startLine + 1;
  const open = state.push('heading_open', `h${marks[1]?.length ?? 1}`, 1);
  open.map = [startLine, state.line];
  setMeta(open, { at: [start, start + text.trimEnd().length] });
  const inline = state.push('inline', '', 0);
  inline.content = content;
  inline.children = [];
  inline.map = open.map;
  setMeta(inline, { lines: [[0, start + marks[0].length]] });
  state.push('heading_close', open.tag, -1);
  return true;
}

function parseUnderlinedHeading(state: StateBlock, startLine: number, endLine: number): boolean {
  if (indentOf(state, startLine) > 3) return false;
  const underline = endOfParagraph(state, startLine, endLine, (line) => isUnderline(state, line));
  if (underline >= endLine || state.isEmpty(underline) || !isUnderline(state, underline)) return false;
  state.line = underline + 1;
  const open = state.push('heading_open', lineText(state, underline).startsWith('=') ? 'h1' : 'h2', 1);
  open.map = [startLine, state.line];
  setMeta(open, { at: [lineStart(state, startLine), lineEnd(state, underline)], underlined: true });
  pushInline(state, startLine, underline);
  state.push('heading_close', open.tag, -1);
  return true;
}

function isUnderline(state: StateBlock, line: number): boolean {
  const indent = indentOf(state, line);
  return indent >= 0 && indent <= 3 && /^(?:=+|-+)[ \t]*$/.test(lineText(state, line));
}
