/**
 * Line blocks: each line stays one.
 *
 *     | The first line
 *     |   the second, indented
 *     ^ a space after it, or nothing; a line that begins with a space goes on with the one before
 */
import type { Stretch } from '../attributes.ts';
import { indentOf, lineEnd, lineStart, type MarkdownIt, type StateBlock, setMeta } from '../tokens.ts';

export function lineBlock(markdown: MarkdownIt): void {
  markdown.block.ruler.before('paragraph', 'line_block', parseLineBlock);
}

function parseLineBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (indentOf(state, startLine) !== 0 || !opensLine(state, startLine)) return false;
  if (silent) return true;
  const open = state.push('line_block_open', 'div', 1);
  let line = startLine;
  while (line < endLine && opensLine(state, line)) {
    let next = line + 1;
    while (next < endLine && !state.isEmpty(next) && indentOf(state, next) > 0) next++;
    pushLine(state, line, next);
    line = next;
  }
  state.push('line_block_close', 'div', -1);
  open.map = [startLine, line];
  state.line = line;
  return true;
}

function opensLine(state: StateBlock, line: number): boolean {
  if (indentOf(state, line) !== 0 || state.src.charCodeAt(lineStart(state, line)) !== 124) return false;
  return /^\|(?: |$)/.test(state.src.slice(lineStart(state, line), lineEnd(state, line)));
}

function pushLine(state: StateBlock, startLine: number, endLine: number): void {
  const lines: Stretch[] = [];
  let content = '';
  for (let line = startLine; line < endLine; line++) {
    const start = line === startLine ? lineStart(state, line) + 2 : lineStart(state, line);
    const text = state.src.slice(Math.min(start, lineEnd(state, line)), lineEnd(state, line)).trimEnd();
    if (line > startLine) content += ' ';
    lines.push([content.length, start]);
    // spaces at the start are kept: no-break ones are, on a page
    content += line === startLine ? text.replace(/^ +/, (spaces) => '\u00a0'.repeat(spaces.length)) : text;
  }
  const inline = state.push('inline', '', 0);
  inline.content = content;
  inline.children = [];
  inline.map = [startLine, endLine];
  setMeta(inline, { lines });
}
