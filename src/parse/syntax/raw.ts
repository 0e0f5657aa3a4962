/**
 * Raw attributes: HTML as it is; raw text for other formats is on no slide.
 *
 *     `<b>x</b>`{=html}      ```{=html}
 *               ^^^^^^^         ^^^^^^^
 */
import {
  indentOf,
  lineEnd,
  lineStart,
  lineText,
  type MarkdownIt,
  metaOf,
  type StateBlock,
  type StateInline,
  setMeta,
} from '../tokens.ts';

export function raw(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'raw_block', parseRawBlock);
  markdown.inline.ruler.after('backticks', 'raw_inline', parseRawInline);
}

const FENCE = /^(`{3,}|~{3,})[ \t]*\{=([\w-]+)\}[ \t]*$/;
const ATTRIBUTE = /\{=([\w-]+)\}/y;

/** Formats that a page can show. */
const HTML = new Set(['html', 'html5', 'html4', 'revealjs', 'slidy']);

function parseRawBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (indentOf(state, startLine) > 3) return false;
  if (!/[`~]/.test(state.src[lineStart(state, startLine)] ?? '')) return false;
  const match = FENCE.exec(lineText(state, startLine));
  if (match === null) return false;
  const marker = match[1] ?? '';
  let closing = startLine + 1;
  while (closing < endLine && !isClosing(state, closing, marker)) closing++;
  if (closing >= endLine) return false;
  if (silent) return true;
  const content = state.getLines(startLine + 1, closing, state.sCount[startLine] ?? 0, false);
  state.line = startLine;
  if (HTML.has(match[2] ?? '')) {
    setMeta(state.push('html_raw', '', 0), { at: [lineStart(state, startLine), lineEnd(state, closing)], verbatim: content });
  }
  state.line = closing + 1;
  return true;
}

function isClosing(state: StateBlock, line: number, marker: string): boolean {
  const text = state.src.slice(lineStart(state, line), lineEnd(state, line)).trimEnd();
  return text.length >= marker.length && text === (marker[0] ?? '').repeat(text.length);
}

function parseRawInline(state: StateInline, silent: boolean): boolean {
  const last = state.tokens.at(-1);
  if (silent || state.pending !== '' || last?.type !== 'code_inline') return false;
  ATTRIBUTE.lastIndex = state.pos;
  const format = ATTRIBUTE.exec(state.src)?.[1];
  if (format === undefined) return false;
  last.type = HTML.has(format) ? 'html_raw' : 'nothing';
  setMeta(last, { at: [metaOf(last).at?.[0] ?? state.pos, ATTRIBUTE.lastIndex], verbatim: last.content });
  state.pos = ATTRIBUTE.lastIndex;
  return true;
}
