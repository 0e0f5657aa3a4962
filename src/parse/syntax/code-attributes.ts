/**
 * Attributes right after inline code.
 *
 *     `kubectl get`{.bash}
 *                  ^^^^^^^
 */
import { scanAttributes } from '../attributes.ts';
import { metaOf, type MarkdownIt, type StateInline, setMeta } from '../tokens.ts';

export function codeAttributes(markdown: MarkdownIt): void {
  markdown.inline.ruler.after('backticks', 'code_attributes', parseCodeAttributes);
}

function parseCodeAttributes(state: StateInline, silent: boolean): boolean {
  const last = state.tokens.at(-1);
  if (silent || state.src.charCodeAt(state.pos) !== 123 || state.pending !== '' || last?.type !== 'code_inline') return false;
  const attributes = scanAttributes(state.src, state.pos);
  if (attributes === null) return false;
  setMeta(last, { attributes, at: [metaOf(last).at?.[0] ?? state.pos, attributes.at[1]] });
  state.pos = attributes.at[1];
  return true;
}
