/**
 * Escapes: a backslash before any ASCII punctuation mark, before a space (a no-break space) and before a line end (a
 * line break).
 *
 *     1\. and\ so on\
 *      ^^    ^^      ^ break
 */
import { isOn } from '../isOn.ts';
import type { MarkdownIt, StateInline } from '../tokens.ts';

export function escapes(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'escaped_space', parseEscapedSpace);
}

function parseEscapedSpace(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 92) return false;
  const next = state.src[state.pos + 1] ?? '\n';
  if (!isEscapable(state, next)) return pushBackslash(state, silent);
  if (state.pos + 1 === state.src.length) return pushBreak(state, silent);
  if (next !== ' ') return false;
  if (!silent) {
    const token = state.push('text_special', '', 0);
    token.content = '\u00a0';
    token.markup = '\\ ';
    token.info = 'escape';
  }
  state.pos += 2;
  return true;
}

/** What may be escaped without `all_symbols_escapable`. */
const FEW = '\\`*_{}[]()>#+-.!';

function isEscapable(state: StateInline, next: string): boolean {
  if (next === '\n') return isOn(state, 'escaped_line_breaks');
  return isOn(state, 'all_symbols_escapable') || FEW.includes(next);
}

function pushBackslash(state: StateInline, silent: boolean): boolean {
  if (!silent) state.pending += '\\';
  state.pos++;
  return true;
}

/** A backslash that ends the paragraph is a break too, which keeps an image before it from being a figure. */
function pushBreak(state: StateInline, silent: boolean): boolean {
  if (!silent) state.push('hardbreak', 'br', 0);
  state.pos++;
  return true;
}
