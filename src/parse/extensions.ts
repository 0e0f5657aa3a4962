/** With which of pandoc's extensions a text is read → what rules ask, and which rules there are. */
import type { Extension, Extensions } from '../model/extensions.ts';
import { bareUri } from './syntax/bare-uri.ts';
import { doubleBackslashMath, singleBackslashMath } from './syntax/backslash-math.ts';
import { emoji } from './syntax/emoji.ts';
import { headingAnywhere } from './syntax/heading.ts';
import { htmlByLines, htmlElements } from './syntax/html-verbatim.ts';
import { listAnywhere } from './syntax/list.ts';
import { mark } from './syntax/mark.ts';
import { quoteAnywhere } from './syntax/quote.ts';
import type { MarkdownIt } from './tokens.ts';

/** Constructs that are there with an extension. */
const WITH: readonly (readonly [Extension, (markdown: MarkdownIt) => void])[] = [
  ['tex_math_double_backslash', doubleBackslashMath],
  ['tex_math_single_backslash', singleBackslashMath],
  ['mark', mark],
  ['autolink_bare_uris', bareUri],
  ['lists_without_preceding_blankline', listAnywhere],
  ['emoji', emoji],
  ['commonmark', htmlByLines],
];

/** Constructs that are there without one. */
const WITHOUT: readonly (readonly [Extension, (markdown: MarkdownIt) => void])[] = [
  ['blank_before_header', headingAnywhere],
  ['blank_before_blockquote', quoteAnywhere],
  ['smart', (markdown) => void markdown.core.ruler.disable('smartquotes')],
  ['tex_math_dollars', (markdown) => void markdown.inline.ruler.disable('math')],
  ['raw_tex', withoutRawTex],
  ['subscript', (markdown) => void markdown.inline.ruler.disable('subscript')],
  ['superscript', (markdown) => void markdown.inline.ruler.disable('superscript')],
  ['inline_notes', (markdown) => void markdown.inline.ruler.disable('footnote_inline')],
  ['inline_code_attributes', (markdown) => void markdown.inline.ruler.disable('code_attributes')],
  ['pipe_tables', (markdown) => void markdown.block.ruler.disable('table')],
  ['simple_tables', (markdown) => void markdown.block.ruler.disable('simple_table')],
  ['multiline_tables', (markdown) => void markdown.block.ruler.disable(['multiline_table', 'multiline_table_headless'])],
  ['grid_tables', (markdown) => void markdown.block.ruler.disable('grid_table')],
  ['line_blocks', (markdown) => void markdown.block.ruler.disable('line_block')],
  ['fenced_divs', (markdown) => void markdown.block.ruler.disable(['division', 'division_end'])],
  ['definition_lists', (markdown) => void markdown.block.ruler.disable(['definition', 'next_detail'])],
  ['strikeout', withoutStrikeout],
  ['footnotes', withoutFootnotes],
  ['raw_attribute', withoutRawAttributes],
  ['markdown_in_html_blocks', htmlElements],
];

/** Adds the constructs that extensions bring, and switches off those that are there by an extension that is off. */
export function switchConstructs(markdown: MarkdownIt, extensions: Extensions): void {
  for (const [name, construct] of WITH) if (extensions.has(name)) construct(markdown);
  for (const [name, construct] of WITHOUT) if (!extensions.has(name)) construct(markdown);
}

function withoutStrikeout(markdown: MarkdownIt): void {
  markdown.inline.ruler.disable('strikethrough');
  markdown.inline.ruler2.disable('strikethrough');
}

function withoutFootnotes(markdown: MarkdownIt): void {
  markdown.block.ruler.disable('footnote_text');
  markdown.inline.ruler.disable('footnote_call');
}

function withoutRawTex(markdown: MarkdownIt): void {
  markdown.inline.ruler.disable(['math_environment', 'raw_tex']);
  // a macro's definition is TeX as well
  markdown.block.ruler.disable(['raw_tex', 'tex']);
}

function withoutRawAttributes(markdown: MarkdownIt): void {
  markdown.block.ruler.disable('raw_block');
  markdown.inline.ruler.disable('raw_inline');
}
