/**
 * Raw HTML inside a paragraph: tags, and comments, which are dropped.
 *
 *     one<br/>two <small>*three*</small> <!-- four -->
 *        ^^^^^    ^^^^^^^       ^^^^^^^^ ^ dropped
 */
import { isTagRead } from '../isOn.ts';
import { scanComment, scanTag } from '../tag.ts';
import { lastOf, type MarkdownIt, type StateInline, setMeta } from '../tokens.ts';

export function htmlInline(markdown: MarkdownIt): void {
  markdown.inline.ruler.at('html_inline', parseHtmlInline);
}

function parseHtmlInline(state: StateInline, silent: boolean): boolean {
  const start = state.pos;
  if (state.src.charCodeAt(start) !== 60) return false;
  const comment = scanComment(state.src, start, lastOf(state, '-->'));
  if (comment !== null && comment <= state.posMax) {
    if (!silent)
      setMeta(state.push('html_comment', '', 0), { at: [start, comment], verbatim: state.src.slice(start + 4, comment - 3) });
    state.pos = comment;
    return true;
  }
  const tag = scanTag(state.src, start);
  if (tag === null || tag.at[1] > state.posMax || !isTagRead(state, tag.name)) return false;
  if (!silent) setMeta(state.push('html_tag', '', 0), { at: tag.at, tag });
  if (tag.name === 'a') state.linkLevel = Math.max(0, state.linkLevel + (tag.form === 'close' ? -1 : 1));
  state.pos = tag.at[1];
  return true;
}
