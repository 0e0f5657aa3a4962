/**
 * Paragraphs, by CommonMark's rule: headings, quotes, lists, tables and HTML end one.
 *
 *     text
 *     - and this is a list
 */
import { indentOf, lineStart, type MarkdownIt, type StateBlock, setMeta } from '../tokens.ts';
import { TOO_DEEP } from '../depth.ts';
import { pushInline } from '../syntax/paragraph.ts';

export function paragraph(markdown: MarkdownIt): void {
  markdown.block.ruler.at('paragraph', parseParagraph, { alt: [TOO_DEEP] });
}

function parseParagraph(state: StateBlock, startLine: number, endLine: number): boolean {
  const next = endOfParagraph(state, startLine, endLine);
  state.line = next;
  const open = state.push('paragraph_open', 'p', 1);
  const inline = pushInline(state, startLine, next);
  setMeta(open, { at: [lineStart(state, startLine), inline.end] });
  open.map = [startLine, next];
  state.push('paragraph_close', 'p', -1);
  return true;
}

/** The first line that is not the paragraph's; `ends` may end it earlier. */
export function endOfParagraph(
  state: StateBlock,
  startLine: number,
  endLine: number,
  ends: (line: number) => boolean = () => false,
): number {
  const rules = state.md.block.ruler.getRules('paragraph');
  const outerType = state.parentType;
  state.parentType = 'paragraph';
  let next = startLine + 1;
  while (next < endLine && !state.isEmpty(next)) {
    const line = next;
    // a line that is indented as code, or lazily outdented from a quote, goes on with the paragraph
    const indent = indentOf(state, line);
    // reveal.js's parser takes HTML outside of an item for a part of it, CommonMark does not
    const lazyHtml = indent < 0 && state.src[lineStart(state, line)] === '<';
    const mayEnd = indent <= 3 && (state.sCount[line] ?? 0) >= 0 && !lazyHtml;
    if (mayEnd && (ends(line) || rules.some((rule) => rule(state, line, endLine, true)))) break;
    next++;
  }
  state.parentType = outerType;
  return next;
}
