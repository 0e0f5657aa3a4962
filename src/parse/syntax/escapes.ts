/**
 * Escapes: a backslash before any ASCII punctuation mark, before a space (a no-break space) and before a line end (a
 * line break).
 *
 *     1\. and\ so on\
 *      ^^    ^^      ^ break
 */
import type { MarkdownIt, StateInline } from '../tokens.ts';

export function escapes(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'escaped_space', parseEscapedSpace);
}

function parseEscapedSpace(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 92) return false;
  if (state.pos + 1 === state.src.length) return pushBreak(state, silent);
  if (state.src.charCodeAt(state.pos + 1) !== 32) return false;
  if (!silent) {
    const token = state.push('text_special', '', 0);
    token.content = '\u00a0';
    token.markup = '\\ ';
    token.info = 'escape';
  }
  state.pos += 2;
  return true;
}

/** A backslash that ends the paragraph is a break too, which keeps an image before it from being a figure. */
function pushBreak(state: StateInline, silent: boolean): boolean {
  if (!silent) state.push('hardbreak', 'br', 0);
  state.pos++;
  return true;
}
