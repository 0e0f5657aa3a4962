/**
 * Formulas, and TeX that stands by itself.
 *
 *     $x^2$ costs $5 and $6, $$\sum_i x_i$$
 *     ^ no space just inside; no digit after the closing mark
 *     \begin{align}a &= b\end{align}
 *     \newcommand{\R}{\mathbb{R}}
 *     ^ a macro: on no slide, and known to the formulas of the lecture
 */
import { endOfEnvironment } from '../endOfEnvironment.ts';
import {
  DEEPEST,
  environmentOf,
  indentOf,
  lineEnd,
  lineOf,
  lineStart,
  type MarkdownIt,
  type StateBlock,
  type StateInline,
  setMeta,
} from '../tokens.ts';

export function math(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'math', parseMath);
  markdown.inline.ruler.before('escape', 'math_environment', parseEnvironment);
  markdown.block.ruler.before('paragraph', 'tex', parseTexBlock);
}

function parseMath(state: StateInline, silent: boolean): boolean {
  const start = state.pos;
  if (state.src.charCodeAt(start) !== 36) return false;
  const end = endOfFormula(state.src, start, state.posMax);
  if (end === null) return false;
  const marks = state.src[start + 1] === '$' ? 2 : 1;
  if (!silent) pushMath(state, [start, end], state.src.slice(start + marks, end - marks), marks === 2);
  state.pos = end;
  return true;
}

/** The offset after the formula that the dollar at `start` begins; null where it begins none that ends before `limit`. */
export function endOfFormula(text: string, start: number, limit: number): number | null {
  const display = text[start + 1] === '$';
  const marks = display ? 2 : 1;
  if (!display && /\s/.test(text[start + 1] ?? ' ')) return null;
  const end = closingDollar(text, start + marks, limit, display);
  return end === null ? null : end + marks;
}

/** The offset of the closing mark; null where there is none. */
function closingDollar(text: string, from: number, limit: number, display: boolean): number | null {
  for (let at = from; at < limit; at++) {
    const character = text[at];
    if (character === '\\') at = display ? at + 1 : endOfText(text, at, limit);
    else if (character === '$' && display && text[at + 1] === '$') return at > from ? at : null;
    else if (character === '$' && !display) {
      const closes = at > from && !/\s/.test(text[at - 1] ?? '') && !/\d/.test(text[at + 1] ?? '');
      return closes ? at : null;
    }
  }
  return null;
}

/** The last offset of what a backslash begins: `\\text{…}` may hold dollars. */
function endOfText(text: string, at: number, limit: number): number {
  if (!text.startsWith('\\text{', at)) return at + 1;
  let depth = 0;
  for (let end = at + 5; end < Math.min(limit, at + LONGEST_MACRO); end++) {
    if (text[end] === '\\') end++;
    else if (text[end] === '{' && ++depth > DEEPEST) break;
    else if (text[end] === '}' && --depth === 0) return end;
  }
  return at + 1;
}

const ENVIRONMENT = /\\begin\{([a-zA-Z]+\*?)\}/y;

function parseEnvironment(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('\\begin{', state.pos) || !isFormula(state.src, state.pos)) return false;
  const end = endOfEnvironment(state, state.pos, state.posMax);
  if (end === null) return false;
  if (!silent) pushMath(state, [state.pos, end], state.src.slice(state.pos, end), true);
  state.pos = end;
  return true;
}

/** Environments that are formulas by themselves. */
const FORMULAS = new Set(
  (
    'align alignat aligned alignedat array Bmatrix bmatrix cases CD displaymath eqnarray equation flalign gather gathered math matrix ' +
    'multline pmatrix smallmatrix split subarray Vmatrix vmatrix xalignat'
  ).split(' '),
);

/** Whether the environment that begins at `start` is a formula. */
export function isFormula(text: string, start: number): boolean {
  ENVIRONMENT.lastIndex = start;
  return FORMULAS.has(ENVIRONMENT.exec(text)?.[1]?.replace('*', '') ?? '');
}

function pushMath(state: StateInline, at: readonly [number, number], tex: string, display: boolean): void {
  const token = state.push('math', 'math', 0);
  token.content = tex;
  setMeta(token, { at, display });
}

/** Whether a macro's definition begins at an offset. */
export function isMacro(text: string, start: number): boolean {
  MACRO.lastIndex = start;
  return MACRO.test(text);
}

const MACRO = /\\(?:re)?newcommand\b|\\providecommand\b|\\DeclareMathOperator\b|\\def\b|\\newenvironment\b/y;

/** A macro's definition between paragraphs. */
function parseTexBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = lineStart(state, startLine);
  if (state.src.charCodeAt(start) !== 92 || indentOf(state, startLine) > 3) return false;
  if (!isMacro(state.src, start)) return false;
  const end = endOfBraces(state.src, start, lineEnd(state, endLine - 1));
  if (end === null) return false;
  if (silent) return true;
  environmentOf(state).macros.push(state.src.slice(start, end));
  state.line = lineOf(state, startLine, endLine, end) + 1;
  setMeta(state.push('tex_macro', '', 0), { at: [start, end], verbatim: state.src.slice(start, end) });
  return true;
}

/** Braces that are not closed within so many characters never are. */
const LONGEST_MACRO = 10_000;

/** The offset after the last group of balanced braces on the line where one ends; null where they are not balanced. */
function endOfBraces(text: string, start: number, limit: number): number | null {
  let depth = 0;
  let end: number | null = null;
  for (let at = start; at < Math.min(limit, start + LONGEST_MACRO); at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) end = at + 1;
    else if (character === '\n' && depth === 0) break;
  }
  return depth === 0 ? end : null;
}
