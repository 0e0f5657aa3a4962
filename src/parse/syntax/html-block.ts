/**
 * Raw HTML between paragraphs: comments, tags with Markdown around them, and elements whose text is never Markdown.
 *
 *     <center>**x**</center>
 *     ^^^^^^^^ a block of its own; what follows on the line is Markdown again
 */
import {
  environmentOf,
  indentOf,
  lastOf,
  lineEnd,
  lineOf,
  lineStart,
  type MarkdownIt,
  type StateBlock,
  setMeta,
} from '../tokens.ts';
import { isTagRead } from '../isOn.ts';
import { endsParagraph, isBlockTag, isVerbatim, scanComment, scanTag } from '../tag.ts';
import { INTERRUPTS, INTERRUPTS_ITEM } from './paragraph.ts';

export function htmlBlock(markdown: MarkdownIt): void {
  markdown.block.ruler.at('html_block', parseHtmlBlock, { alt: [INTERRUPTS, INTERRUPTS_ITEM, 'reference', 'blockquote'] });
}

function parseHtmlBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = lineStart(state, startLine);
  if (state.src.charCodeAt(start) !== 60 || indentOf(state, startLine) > 3) return false;
  const inCell = environmentOf(state).openCells > 0;
  // what goes on behind a line of a cell is the next cell
  const limit = lineEnd(state, inCell ? startLine : endLine - 1);
  const pushed = state.tokens.length;
  let end = scanPiece(state, start, limit, silent);
  if (end === null) return false;
  if (inCell && !endsInside(state, startLine, endLine, end)) {
    state.tokens.length = pushed;
    return false;
  }
  if (silent) return true;
  // one after the other and not each in the one before, since a line may have any number of them
  for (let next: number | null = end; next !== null; ) {
    end = next;
    const rest = state.skipSpaces(end);
    next = state.src[rest] === '<' && !inCell ? scanPiece(state, rest, limit, false) : null;
  }
  // pandoc takes the indentation off what is nested in raw HTML, but not in a div
  goOnAfter(state, startLine, endLine, end, !/^<\/?div\b/i.test(state.src.slice(start, start + 5)));
  return true;
}

/** Whether an offset is on one of these lines, and not beside them. */
function endsInside(state: StateBlock, startLine: number, endLine: number, offset: number): boolean {
  for (let line = startLine; line < endLine; line++) if (offset <= lineEnd(state, line)) return offset >= lineStart(state, line);
  return false;
}

/** Reads one comment, tag or verbatim element at `start`, and pushes its token unless `silent`; the offset after it, or null. */
function scanPiece(state: StateBlock, start: number, limit: number, silent: boolean): number | null {
  const comment = scanComment(state.src, start, lastOf(state, '-->'));
  if (comment !== null) {
    // one without a blank line goes on with the paragraph that it stands in
    if (silent) return /\n[ \t]*\n/.test(state.src.slice(start, comment)) ? comment : null;
    setMeta(state.push('html_comment', '', 0), { at: [start, comment], verbatim: state.src.slice(start + 4, comment - 3) });
    return comment;
  }
  const tag = scanTag(state.src, start);
  const isThere = silent ? endsParagraph : isBlockTag;
  if (tag === null || tag.at[1] > limit || !isThere(tag) || !isTagRead(state, tag.name)) return null;
  if (tag.form === 'open' && isVerbatim(tag.name) && lastOf(state, `</${tag.name}`) > start) {
    const close = new RegExp(`</${tag.name}\\s*>`, 'gi');
    close.lastIndex = tag.at[1];
    const match = close.exec(state.src);
    if (match !== null && close.lastIndex <= limit) {
      if (!silent)
        setMeta(state.push('html_verbatim', '', 0), {
          at: [start, close.lastIndex],
          tag,
          verbatim: state.src.slice(tag.at[1], match.index),
        });
      return close.lastIndex;
    }
  }
  if (!silent) setMeta(state.push('html_tag', '', 0), { at: tag.at, tag });
  return tag.at[1];
}

/** What stands on the same line after a piece of HTML is the start of the next block. */
export function goOnAfter(state: StateBlock, startLine: number, endLine: number, offset: number, unindent: boolean): void {
  const line = lineOf(state, startLine, endLine, offset);
  const rest = state.skipSpaces(offset);
  if (rest >= lineEnd(state, line)) {
    state.line = line + 1;
    if (unindent && state.line < endLine && !state.isEmpty(state.line) && indentOf(state, state.line) > 3)
      state.sCount[state.line] = state.blkIndent;
    return;
  }
  const outer = { tShift: state.tShift[line] ?? 0, sCount: state.sCount[line] ?? 0 };
  state.tShift[line] = rest - (state.bMarks[line] ?? 0);
  state.sCount[line] = state.blkIndent;
  state.line = line;
  for (const rule of state.md.block.ruler.getRules('')) if (rule(state, line, endLine, false)) break;
  state.tShift[line] = outer.tShift;
  state.sCount[line] = outer.sCount;
}
