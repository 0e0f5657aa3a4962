/** The call of a footnote → its number, which leads to the text at the slide's foot. */
import type { Footnote } from '../model/blocks.ts';

export function writeFootnoteCall({ number }: Footnote): string {
  return `<a class="footnote-ref" href="#lectern-fn${number}" id="lectern-fnref${number}" role="doc-noteref"><sup>${number}</sup></a>`;
}
