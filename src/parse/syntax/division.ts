/**
 * Fenced divs: a fence of three or more colons with attributes or one class opens, a bare one closes the innermost.
 *
 *     ::: {.column width="50%"}
 *     ^^^ in the first column of its container, and never inside a paragraph
 *     ::: notes
 *     :::
 */
import { type ScannedAttributes, scanAttributes } from '../attributes.ts';
import { reportDepth, TOO_DEEP } from '../depth.ts';
import {
  DEEPEST,
  environmentOf,
  indentOf,
  lineEnd,
  lineStart,
  lineText,
  type MarkdownIt,
  type StateBlock,
  setMeta,
} from '../tokens.ts';
import { shift } from './heading.ts';
import { INTERRUPTS, INTERRUPTS_ITEM } from './paragraph.ts';

export function division(markdown: MarkdownIt): void {
  markdown.block.ruler.before('code', 'division', parseDivision);
  markdown.block.ruler.after('division', 'division_end', endsDivision, { alt: [INTERRUPTS, INTERRUPTS_ITEM, 'blockquote'] });
}

const OPENER = /^:{3,}[ \t]*(?:(\{[\s\S]*\})|([^\s:]\S*?))[ \t]*:*[ \t]*$/;
const CLOSER = /^:{3,}[ \t]*$/;

/** Whether the text of a line would open a fenced div, were it where one may stand. */
export function looksLikeOpener(line: string): boolean {
  return openerOf(line) !== null;
}

/** What opens a div: attributes, or else one word, which braces that hold no attributes are too. */
function openerOf(line: string): { readonly attributes: ScannedAttributes | null; readonly word: string } | null {
  const match = OPENER.exec(line);
  if (match === null) return null;
  const [, braces, word = braces ?? ''] = match;
  const scanned = braces === undefined ? null : scanAttributes(braces, 0);
  if (scanned?.at[1] === word.length) return { attributes: scanned, word };
  return /\s/.test(word) ? null : { attributes: null, word };
}

function parseDivision(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (indentOf(state, startLine) !== 0) return false;
  if (state.src.charCodeAt(lineStart(state, startLine)) !== 58) return false;
  const text = lineText(state, startLine);
  const opener = openerOf(text);
  if (opener === null) return false;
  if (silent) return true;
  const start = lineStart(state, startLine);
  const { attributes: scanned, word } = opener;
  const open = state.push('division_open', 'div', 1);
  const outerType = state.parentType;
  state.parentType = 'division';
  const closing = parseContent(state, startLine + 1, endLine);
  state.parentType = outerType;
  state.push('division_close', 'div', -1);
  state.line = closing.found ? closing.line + 1 : closing.line;
  open.map = [startLine, state.line];
  setMeta(open, {
    at: [start, closing.found ? lineEnd(state, closing.line) : lineEnd(state, Math.max(startLine, state.line - 1))],
    attributes:
      scanned === null
        ? { id: null, classes: [word], pairs: [], at: [start, start + text.trimEnd().length] }
        : shift(scanned, start + text.indexOf('{')),
  });
  if (word.startsWith('{') && scanned === null) {
    environmentOf(state).report(
      'malformed-div',
      [start, start + text.trimEnd().length],
      `“${word}” is no list of attributes, so it is the one class of this div.`,
      'Write one word (“::: notes”), or everything in braces (“::: {.notes .private}”).',
    );
  }
  if (!closing.found) {
    environmentOf(state).report(
      'unclosed-div',
      [start, start + text.trimEnd().length],
      `“${text.trim()}” is never closed, so everything after it is inside.`,
      'Put a line with “:::” where it ends.',
    );
  }
  return true;
}

/** Reads blocks until the fence that closes this div, or the end of the container. */
function parseContent(state: StateBlock, startLine: number, endLine: number): { readonly line: number; readonly found: boolean } {
  const environment = environmentOf(state);
  const deep = state.level >= DEEPEST;
  const rules = state.md.block.ruler.getRules(deep ? TOO_DEEP : '');
  if (deep) reportDepth(state, startLine, endLine);
  const outerTight = state.tight;
  environment.openDivisions++;
  let line = state.skipEmptyLines(startLine);
  while (line < endLine && indentOf(state, line) >= 0 && !isCloser(state, line)) {
    const from = line;
    state.line = from;
    for (const rule of rules) if (rule(state, from, endLine, false)) break;
    line = state.skipEmptyLines(state.line);
  }
  environment.openDivisions--;
  state.tight = outerTight;
  return { line: Math.min(line, endLine), found: line < endLine && isCloser(state, line) };
}

function isCloser(state: StateBlock, line: number): boolean {
  return indentOf(state, line) === 0 && isBareFence(state, line);
}

function isBareFence(state: StateBlock, line: number): boolean {
  return state.src.charCodeAt(lineStart(state, line)) === 58 && CLOSER.test(lineText(state, line));
}

/** Ends a paragraph where a fence closes the div around it; as a block of its own it never matches. */
function endsDivision(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  return silent && environmentOf(state).openDivisions > 0 && indentOf(state, line) <= 0 && isBareFence(state, line);
}
