/**
 * Footnotes: the call, the text that stands elsewhere, and the note that is written where it is called.
 *
 *     a fact[^1] and another^[with its note here]
 *           ^^^^ call        ^^^^^^^^^^^^^^^^^^^^
 *     [^1]: the text; what goes on with it is indented by four
 */
import {
  environmentOf,
  indentOf,
  lastOf,
  lineEnd,
  lineStart,
  type MarkdownIt,
  type StateBlock,
  type StateInline,
  setMeta,
  tokenizeInside,
} from '../tokens.ts';
import { INTERRUPTS, INTERRUPTS_ITEM } from './paragraph.ts';

export function footnote(markdown: MarkdownIt): void {
  markdown.block.ruler.before('reference', 'footnote_text', parseText, { alt: [INTERRUPTS, INTERRUPTS_ITEM, 'reference'] });
  markdown.inline.ruler.before('link', 'footnote_call', parseCall);
  markdown.inline.ruler.before('link', 'footnote_inline', parseInlineNote);
}

// no label holds the beginning of another: each of many would be read to the end of all
const TEXT = /\[\^((?:(?!\[\^)[^\s\]])+)\]:[ \t]*/y;
const CALL = /\[\^((?:(?!\[\^)[^\s\]])+)\]/y;

function parseText(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const environment = environmentOf(state);
  if (indentOf(state, startLine) > 3 || state.src.charCodeAt(lineStart(state, startLine)) !== 91) return false;
  TEXT.lastIndex = lineStart(state, startLine);
  const label = TEXT.exec(state.src)?.[1];
  if (label === undefined) return false;
  // only the text of another footnote ends where this one begins
  if (silent) return environment.inFootnote;
  const start = lineStart(state, startLine);
  const outer = {
    tShift: state.tShift[startLine] ?? 0,
    sCount: state.sCount[startLine] ?? 0,
    type: state.parentType,
    inFootnote: environment.inFootnote,
  };
  setMeta(state.push('footnote_text_open', 'aside', 1), { label, at: [start, lineEnd(state, startLine)] });
  state.tShift[startLine] = TEXT.lastIndex - (state.bMarks[startLine] ?? 0);
  state.blkIndent += 4;
  state.sCount[startLine] = state.blkIndent;
  state.parentType = 'footnote';
  environment.inFootnote = true;
  state.md.block.tokenize(state, startLine, endLine);
  environment.inFootnote = outer.inFootnote;
  state.parentType = outer.type;
  state.blkIndent -= 4;
  state.tShift[startLine] = outer.tShift;
  state.sCount[startLine] = outer.sCount;
  state.push('footnote_text_close', 'aside', -1);
  environment.footnotes.add(label);
  return true;
}

function parseCall(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 91 || state.src.charCodeAt(state.pos + 1) !== 94) return false;
  CALL.lastIndex = state.pos;
  const match = CALL.exec(state.src);
  if (match === null || CALL.lastIndex > state.posMax || !environmentOf(state).footnotes.has(match[1] ?? '')) return false;
  if (!silent) setMeta(state.push('footnote_call', '', 0), { at: [state.pos, CALL.lastIndex], label: match[1] ?? '' });
  state.pos = CALL.lastIndex;
  return true;
}

function parseInlineNote(state: StateInline, silent: boolean): boolean {
  const start = state.pos;
  if (state.src.charCodeAt(start) !== 94 || state.src.charCodeAt(start + 1) !== 91) return false;
  if (lastOf(state, ']') < start) return false;
  const end = state.md.helpers.parseLinkLabel(state, start + 1, false);
  if (end < 0) return false;
  if (!silent) {
    setMeta(state.push('footnote_open', '', 1), { at: [start, end + 1] });
    tokenizeInside(state, start + 2, end);
    state.push('footnote_close', '', -1);
  }
  state.pos = end + 1;
  return true;
}
