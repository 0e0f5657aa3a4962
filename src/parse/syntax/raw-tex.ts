/**
 * TeX that is no formula: on no slide, as in pandoc, and told.
 *
 *     a \textbf{word} and \newpage
 *       ^^^^^^^^^^^^^^
 *     \begin{center} … \end{center}
 */
import { endOfEnvironment } from '../endOfEnvironment.ts';
import { isOn } from '../isOn.ts';
import {
  DEEPEST,
  environmentOf,
  indentOf,
  lastOf,
  lineEnd,
  lineOf,
  lineStart,
  type MarkdownIt,
  type StateBlock,
  type StateInline,
  setMeta,
} from '../tokens.ts';
import { isFormula, isMacro } from './math.ts';

export function rawTex(markdown: MarkdownIt): void {
  markdown.inline.ruler.after('math_environment', 'raw_tex', parseInlineTex);
  markdown.block.ruler.before('paragraph', 'raw_tex', parseTexBlock);
}

/** What is said of it, and what to do. */
export const DROPPED_TEX = {
  message: (written: string): string => `“${written}” is TeX that is no formula, so it is left out, as by pandoc.`,
  hint: 'Write it in Markdown, or as a formula between dollars; or “\\\\” for a backslash.',
};

const COMMAND = /\\[a-zA-Z]+\*?/y;

function parseInlineTex(state: StateInline, silent: boolean): boolean {
  const start = state.pos;
  if (state.src.charCodeAt(start) !== 92 || !isLetter(state.src.charCodeAt(start + 1))) return false;
  const end = endOfEnvironment(state, start, state.posMax) ?? endOfCommand(state, start);
  if (end === null) return false;
  if (!silent && isMacro(state.src, start)) environmentOf(state).macros.push(state.src.slice(start, end));
  else if (!silent) {
    const token = setMeta(state.push('raw_tex', '', 0), { at: [start, end] });
    token.content = state.src.slice(start, end).trimEnd();
  }
  state.pos = end;
  return true;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** The offset after a command and what it takes in brackets and braces; without these, after the spaces that follow it. */
function endOfCommand(state: StateInline, start: number): number | null {
  const { src, posMax } = state;
  COMMAND.lastIndex = start;
  const name = COMMAND.exec(src)?.[0];
  if (name === undefined || start + name.length > posMax) return null;
  let end = start + name.length;
  for (let next: number | null = end; next !== null; next = endOfGroup(state, end)) end = next;
  if (end === start + name.length) while (end < posMax && src[end] === ' ') end++;
  return end;
}

/** The offset after the group in brackets or braces that begins at `from`; null where there is none. */
function endOfGroup(state: StateInline, from: number): number | null {
  const { src, posMax } = state;
  const [open, close] = src[from] === '[' ? '[]' : '{}';
  if (src[from] !== open || close === undefined || lastOf(state, close) < from) return null;
  let depth = 0;
  for (let at = from; at < posMax; at++) {
    if (src[at] === '\\') at++;
    else if (src[at] === open && ++depth > DEEPEST) return null;
    else if (src[at] === close && --depth === 0) return at + 1;
  }
  return null;
}

/** Commands that pandoc takes for blocks where a line holds nothing else. */
const BLOCK =
  /\\(?:newpage|(?:clear|cleardouble)page|(?:page|line)break|[vh](?:space|skip|fill)|(?:big|med|small)skip|centering|ragged(?:right|left)|tableofcontents|maketitle|tiny|scriptsize|footnotesize|small|normalsize|[lL]arge|LARGE|[hH]uge)(?:\*?\{[^{}\n]*\})?[ \t]*(?=\n|$)/y;

function parseTexBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = lineStart(state, startLine);
  if (state.src.charCodeAt(start) !== 92 || indentOf(state, startLine) > 3 || !isOn(state, 'raw_tex')) return false;
  const end = endOfTexBlock(state, start, lineEnd(state, endLine - 1));
  if (end === null) return false;
  if (silent) return true;
  const [written = ''] = state.src.slice(start, end).split('\n', 1);
  environmentOf(state).report('dropped-tex', [start, start + written.length], DROPPED_TEX.message(written), DROPPED_TEX.hint);
  setMeta(state.push('raw_tex', '', 0), { at: [start, end] });
  state.line = lineOf(state, startLine, endLine, end) + 1;
  return true;
}

/** The offset of the end of the line with which an environment or a command ends; null where more stands on that line. */
function endOfTexBlock(state: StateBlock, start: number, limit: number): number | null {
  BLOCK.lastIndex = start;
  if (BLOCK.test(state.src)) return BLOCK.lastIndex;
  const end = isFormula(state.src, start) ? null : endOfEnvironment(state, start, limit);
  if (end === null) return null;
  const after = /[ \t]*(?=\n|$)/y;
  after.lastIndex = end;
  return after.test(state.src) ? after.lastIndex : null;
}
