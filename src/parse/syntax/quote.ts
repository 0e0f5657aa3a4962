/**
 * Quotes that need no blank line before them (without `blank_before_blockquote`).
 *
 *     text
 *     > and a quote
 *     ^ ends the paragraph
 */
import { mayStandBeside } from '../isOn.ts';
import { lineStart, type MarkdownIt } from '../tokens.ts';
import { INTERRUPTS, INTERRUPTS_ITEM } from './paragraph.ts';

/** A rule that only ends paragraphs; the quote itself is markdown-it’s. */
export function quoteAnywhere(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'paragraph',
    'quote_anywhere',
    (state, line, _end, silent) => silent && mayStandBeside(state, line) && state.src[lineStart(state, line)] === '>',
    { alt: [INTERRUPTS, INTERRUPTS_ITEM] },
  );
}
