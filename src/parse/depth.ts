/** Keeps nesting within bounds: marks that stand deeper than in any lecture are shown as text, with a warning, and nothing is lost. */
import { DEEPEST, environmentOf, indentOf, lineEnd, lineStart, type MarkdownIt, type StateBlock } from './tokens.ts';

/** The chain of rules that read what is nested too deep: a rule joins by naming it in its `alt`. */
export const TOO_DEEP = 'too-deep';

/** What is wrong, in words. */
export const TOO_DEEP_MESSAGE = 'This is nested too deep, so its marks are shown as text.';
/** What to do about it. */
export const TOO_DEEP_HINT = 'Take it out of some of what it stands in.';

/** Makes every container hand what is too deep in it to the rules of that chain. */
export function depth(markdown: MarkdownIt): void {
  const { block } = markdown;
  const tokenize = block.tokenize.bind(block);
  block.tokenize = (state, startLine, endLine) => {
    if (state.level < DEEPEST) tokenize(state, startLine, endLine);
    else readAsText(state, startLine, endLine);
  };
}

function readAsText(state: StateBlock, startLine: number, endLine: number): void {
  reportDepth(state, startLine, endLine);
  let line = state.skipEmptyLines(startLine);
  while (line < endLine && indentOf(state, line) >= 0) {
    for (const rule of state.md.block.ruler.getRules(TOO_DEEP)) if (rule(state, line, endLine, false)) break;
    line = state.skipEmptyLines(state.line);
  }
  state.line = line;
}

/** Says of the first line with text that it is nested too deep. */
export function reportDepth(state: StateBlock, startLine: number, endLine: number): void {
  const line = state.skipEmptyLines(startLine);
  if (line >= endLine) return;
  environmentOf(state).report('too-deep', [lineStart(state, line), lineEnd(state, line)], TOO_DEEP_MESSAGE, TOO_DEEP_HINT);
}
