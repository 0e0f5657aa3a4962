/**
 * Definition lists: a term on a line of its own, and its explanations.
 *
 *     Data drift
 *     :   the inputs change
 *     ^ or a tilde; a blank line before it makes paragraphs
 */
import { environmentOf, indentOf, lineStart, lineText, type MarkdownIt, type StateBlock } from '../tokens.ts';
import { CAPTION } from './caption.ts';
import { INTERRUPTS, INTERRUPTS_ITEM, pushInline } from './paragraph.ts';

export function definition(markdown: MarkdownIt): void {
  markdown.block.ruler.before('paragraph', 'definition', parseDefinitions);
  markdown.block.ruler.before('definition', 'next_detail', endsDetail, { alt: [INTERRUPTS, INTERRUPTS_ITEM] });
}

const MARK = /[:~][ \t]+(?=\S)/y;

function parseDefinitions(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (detailLine(state, startLine, endLine) === null || isCaption(state, startLine)) return false;
  if (silent) return true;
  const open = state.push('definition_list_open', 'dl', 1);
  let line: number | null = startLine;
  let next = startLine;
  while (line !== null) {
    next = parseItem(state, line, endLine);
    const term: number = state.skipEmptyLines(next);
    line = term < endLine && indentOf(state, term) >= 0 && detailLine(state, term, endLine) !== null ? term : null;
  }
  state.push('definition_list_close', 'dl', -1);
  open.map = [startLine, next];
  state.line = next;
  return true;
}

/** What stands right after a table and looks like its caption is no term. */
function isCaption(state: StateBlock, line: number): boolean {
  return state.tokens.at(-1)?.type === 'table_close' && CAPTION.test(lineText(state, line));
}

/** The line of the first explanation of the term on a line; null where it is no term. */
function detailLine(state: StateBlock, term: number, endLine: number): number | null {
  if (indentOf(state, term) > 3 || isMark(state, term)) return null;
  const blank = term + 1 < endLine && state.isEmpty(term + 1) ? 1 : 0;
  const line = term + 1 + blank;
  return line < endLine && isMark(state, line) ? line : null;
}

function isMark(state: StateBlock, line: number): boolean {
  if (state.isEmpty(line) || indentOf(state, line) < 0 || indentOf(state, line) > 2) return false;
  MARK.lastIndex = lineStart(state, line);
  return MARK.test(state.src);
}

/** Ends the text of an explanation where the next one begins; as a block of its own it never matches. */
function endsDetail(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  if (!silent || environmentOf(state).openDetails === 0 || indentOf(state, line) >= 0) return false;
  MARK.lastIndex = lineStart(state, line);
  return MARK.test(state.src);
}

/** Reads a term and all its explanations; the line after them. */
function parseItem(state: StateBlock, term: number, endLine: number): number {
  state.line = term;
  state.push('term_open', 'dt', 1);
  pushInline(state, term, term + 1);
  state.push('term_close', 'dt', -1);
  let line = detailLine(state, term, endLine);
  const loose = state.isEmpty(term + 1);
  while (line !== null) {
    parseDetail(state, line, endLine, loose);
    const next: number = state.skipEmptyLines(state.line);
    line = next < endLine && isMark(state, next) ? next : null;
  }
  return state.line;
}

function parseDetail(state: StateBlock, line: number, endLine: number, loose: boolean): void {
  MARK.lastIndex = lineStart(state, line);
  MARK.test(state.src);
  const outer = {
    tShift: state.tShift[line] ?? 0,
    sCount: state.sCount[line] ?? 0,
    type: state.parentType,
    tight: state.tight,
    blkIndent: state.blkIndent,
  };
  const opened = state.tokens.length;
  state.line = line;
  state.push('detail_open', 'dd', 1);
  state.tShift[line] = MARK.lastIndex - (state.bMarks[line] ?? 0);
  state.blkIndent = outer.sCount + 2;
  state.sCount[line] = state.blkIndent;
  state.parentType = 'definition';
  state.tight = true;
  environmentOf(state).openDetails++;
  state.md.block.tokenize(state, line, endLine);
  environmentOf(state).openDetails--;
  state.blkIndent = outer.blkIndent;
  state.tShift[line] = outer.tShift;
  state.sCount[line] = outer.sCount;
  Object.assign(state, { parentType: outer.type, tight: outer.tight });
  state.push('detail_close', 'dd', -1);
  if (loose) return;
  for (const token of state.tokens.slice(opened))
    if (token.level === state.level + 1 && token.type === 'paragraph_open') token.hidden = true;
}
