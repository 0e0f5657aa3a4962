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
import { isOn } from '../isOn.ts';
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
  while (next < endLine && !state.isEmpty(next)) {
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
  const inline = pushInline(state, startLine, next);
  setMeta(open, { at: [lineStart(state, startLine), inline.end] });
  open.map = [startLine, next];
  // raw HTML on the next line makes it text that is no paragraph, as in pandoc
  if (
    !isOn(state, 'commonmark') &&
    next < endLine &&
    !state.isEmpty(next) &&
    /^<(?!\/div\b)/i.test(state.src.slice(lineStart(state, next), lineStart(state, next) + 6))
  )
    open.hidden = true;
  state.push('paragraph_close', 'p', -1);
  return true;
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

/** Pushes the text of lines as inline content, each line without its indentation; returns the offset where it ends. */
export function pushInline(state: StateBlock, startLine: number, endLine: number): { readonly end: number } {
  const lines: Stretch[] = [];
  let content = '';
  let end = lineStart(state, startLine);
  for (let line = startLine; line < endLine; line++) {
    const start = lineStart(state, line);
    lines.push([content.length, start]);
    const last = line + 1 === endLine;
    end = last ? textEnd(state, line, start) : lineEnd(state, line);
    content += state.src.slice(start, end) + (last ? '' : '\n');
  }
  const inline = state.push('inline', '', 0);
  inline.content = content;
  inline.children = [];
  inline.map = [startLine, endLine];
  setMeta(inline, { lines });
  return { end };
}
