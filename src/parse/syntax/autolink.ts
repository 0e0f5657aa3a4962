/**
 * Attributes of an address that is its own link.
 *
 *     <https://example.org>{.wide}
 *                          ^^^^^^^
 */
import { scanAttributes } from '../attributes.ts';
import { isOn } from '../isOn.ts';
import { type MarkdownIt, type StateInline, setMeta } from '../tokens.ts';

export function autolink(markdown: MarkdownIt): void {
  markdown.inline.ruler.after('autolink', 'autolink_attributes', parseAttributes);
}

function parseAttributes(state: StateInline, silent: boolean): boolean {
  if (silent || state.src[state.pos] !== '{' || state.pending !== '' || !isOn(state, 'link_attributes')) return false;
  const [open, , close] = state.tokens.slice(-3);
  if (open?.type !== 'link_open' || close?.type !== 'link_close' || close.info !== 'auto') return false;
  const attributes = scanAttributes(state.src, state.pos);
  if (attributes === null) return false;
  setMeta(open, { attributes });
  state.pos = attributes.at[1];
  return true;
}
