/** The call of a footnote → its number, which leads to the text at the slide's foot; from elsewhere, to that in the reading view. */
import type { Footnote } from '../model/blocks.ts';
import { escapeHtml } from './escape.ts';
import { relativePath } from './relativePath.ts';
import type { Writing } from './writing.ts';

export function writeFootnoteCall({ number }: Footnote, { gathered, page, address }: Writing): string {
  const there = gathered ? escapeHtml(relativePath(page, `read/${address}.html`)) : '';
  const id = gathered ? '' : ` id="lectern-fnref${number}"`;
  return `<a class="footnote-ref" href="${there}#lectern-fn${number}"${id} role="doc-noteref"><sup>${number}</sup></a>`;
}
