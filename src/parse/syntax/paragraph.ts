/**
 * Paragraphs, by pandoc's rule: headings, quotes, lists and tables do not interrupt one; only a blank line, a code
 * fence, the end of a fenced div, a block of raw HTML and, inside a list item, the next item do.
 *
 *     text that goes on
 *     - and this is no list
 *     ^ still the paragraph
 */
import { indentOf, lineEnd, lineStart, lineText, type MarkdownIt, type StateBlock, setMeta } from '../tokens.ts';
import { TOO_DEEP } from '../depth.ts';
import { isOn, isTagRead } from '../isOn.ts';
import { endsParagraph as isBlock, scanTag } from '../tag.ts';
import type { Stretch } from '../attributes.ts';

/** The chain of rules that may end a paragraph; a rule joins by naming it in its `alt`. */
export const INTERRUPTS = 'interrupts-paragraph';
/** The same inside a list item, where the next item may too. */
export const INTERRUPTS_ITEM = 'interrupts-item';

export function paragraph(markdown: MarkdownIt): void {
  markdown.block.ruler.at('paragraph', parseParagraph, { alt: [TOO_DEEP] });
}

function parseParagraph(state: StateBlock, startLine: number, endLine: number): boolean {
  const rules = state.md.block.ruler.getRules(state.parentType === 'list' ? INTERRUPTS_ITEM : INTERRUPTS);
  const outerType = state.parentType;
  state.parentType = 'paragraph';
  let next = startLine + 1;
  const code = endOfCode(state, startLine, endLine);
  while (next < endLine && !state.isEmpty(next) && !closesBlock(state, next - 1)) {
    const line = next;
    // a line that is indented as code, or lazily outdented from a quote, goes on with the paragraph
    if (
      line > code &&
      indentOf(state, line) <= 3 &&
      (state.sCount[line] ?? 0) >= 0 &&
      rules.some((rule) => rule(state, line, endLine, true))
    )
      break;
    next++;
  }
  state.parentType = outerType;
  state.line = next;
  const open = state.push('paragraph_open', 'p', 1);
  open.hidden = !isOn(state, 'commonmark') && next < endLine && !endsParagraph(state, next, outerType);
  const inline = pushInline(state, startLine, next, open.hidden && indentOf(state, next) < 0);
  setMeta(open, { at: [lineStart(state, startLine), inline.end] });
  open.map = [startLine, next];
  state.push('paragraph_close', 'p', -1);
  return true;
}

/**
 * Whether what stands on the line after a text lets it be a paragraph, as in pandoc. Before raw HTML it is only text, and so
 * it is in an item or an explanation before the next one; code and the end of a div make a paragraph there too.
 */
function endsParagraph(state: StateBlock, line: number, type: StateBlock['parentType']): boolean {
  const start = state.src.slice(lineStart(state, line), lineStart(state, line) + 6);
  if (state.isEmpty(line) || /^<\/div\b/i.test(start)) return true;
  return type === 'list' || (type as string) === 'definition' ? /^(?:```|~~~|:::)/.test(start) : !start.startsWith('<');
}

/** Whether a line ends with the end of a block of HTML: what stands under it is no part of the paragraph. */
export function closesBlock(state: StateBlock, line: number): boolean {
  const text = lineText(state, line).trimEnd();
  if (!text.endsWith('>')) return false;
  const tag = scanTag(text, text.lastIndexOf('</'));
  return tag !== null && tag.at[1] === text.length && isBlock(tag) && isTagRead(state, tag.name);
}

/** The line with which code ends that the paragraph begins with (a fence that is none); the first line where there is none. */
function endOfCode(state: StateBlock, startLine: number, endLine: number): number {
  const mark = /^`{3,}(?=[^`]+$)/.exec(lineText(state, startLine))?.[0];
  if (mark === undefined) return startLine;
  for (let line = startLine + 1; line < endLine && !state.isEmpty(line); line++)
    if (holdsTicks(lineText(state, line), mark.length)) return line;
  return startLine;
}

/** Whether so many backticks stand in a row, and no more. */
function holdsTicks(text: string, count: number): boolean {
  return text.includes('`') && (text.match(/`+/g) ?? []).some((ticks) => ticks.length === count);
}

/** Where a line's text ends: a space after a backslash belongs to it. */
function textEnd(state: StateBlock, line: number, start: number): number {
  const end = state.skipSpacesBack(lineEnd(state, line), start);
  const escaped = state.src[end] === ' ' && /(?<!\\)(?:\\\\)*\\$/.test(state.src.slice(start, end));
  return escaped ? end + 1 : end;
}

/**
 * Pushes the text of lines as inline content, each line without its indentation; returns the offset where it ends. Where the
 * next item `follows`, two spaces at its end are a break.
 */
export function pushInline(state: StateBlock, startLine: number, endLine: number, follows = false): { readonly end: number } {
  const lines: Stretch[] = [];
  let content = '';
  let end = lineStart(state, startLine);
  for (let line = startLine; line < endLine; line++) {
    const start = lineStart(state, line);
    lines.push([content.length, start]);
    const last = line + 1 === endLine;
    end = last ? textEnd(state, line, start) : lineEnd(state, line);
    const breaks = follows && last && state.src.slice(end, lineEnd(state, line)).startsWith('  ');
    content += state.src.slice(start, end) + (breaks ? '  ' : '') + (last && !breaks ? '' : '\n');
  }
  const inline = state.push('inline', '', 0);
  inline.content = content;
  inline.children = [];
  inline.map = [startLine, endLine];
  setMeta(inline, { lines });
  return { end };
}
