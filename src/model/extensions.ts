/** Pandoc's extensions, by what can be done about each. The names are pandoc's. */

/** On in pandoc's Markdown, and can be switched off. */
export const SWITCHED_OFF = [
  'all_symbols_escapable',
  'auto_identifiers',
  'blank_before_blockquote',
  'blank_before_header',
  'bracketed_spans',
  'citations',
  'definition_lists',
  'escaped_line_breaks',
  'example_lists',
  'fancy_lists',
  'fenced_code_attributes',
  'fenced_divs',
  'footnotes',
  'grid_tables',
  'header_attributes',
  'implicit_figures',
  'implicit_header_references',
  'inline_code_attributes',
  'inline_notes',
  'intraword_underscores',
  'latex_macros',
  'line_blocks',
  'link_attributes',
  'markdown_in_html_blocks',
  'multiline_tables',
  'native_divs',
  'native_spans',
  'pipe_tables',
  'raw_attribute',
  'raw_html',
  'raw_tex',
  'simple_tables',
  'smart',
  'space_in_atx_header',
  'startnum',
  'strikeout',
  'subscript',
  'superscript',
  'table_attributes',
  'table_captions',
  'task_lists',
  'tex_math_dollars',
  'yaml_metadata_block',
] as const;

/** Off in pandoc's Markdown, and can be switched on. */
export const SWITCHED_ON = [
  'ascii_identifiers',
  'autolink_bare_uris',
  'emoji',
  'four_space_rule',
  'gfm_auto_identifiers',
  'hard_line_breaks',
  'ignore_line_breaks',
  'lists_without_preceding_blankline',
  'mark',
  'tex_math_double_backslash',
  'tex_math_single_backslash',
] as const;

/** On in pandoc's Markdown: to name one changes nothing, and none can be switched off. */
export const ALWAYS_ON: ReadonlySet<string> = new Set(
  ['backtick_code_blocks fenced_code_blocks pandoc_title_block shortcut_reference_links'].flatMap((line) => line.split(' ')),
);

/** Off in pandoc's Markdown: to switch one off changes nothing, and none can be switched on. */
export const ALWAYS_OFF: ReadonlySet<string> = new Set(
  [
    'abbreviations alerts angle_brackets_escapable attributes compact_definition_lists east_asian_line_breaks gutenberg tex_math_gfm',
    'literate_haskell markdown_attribute mmd_header_identifiers mmd_link_attributes mmd_title_block old_dashes',
    'rebase_relative_paths short_subsuperscripts sourcepos spaced_reference_links wikilinks_title_after_pipe',
    'wikilinks_title_before_pipe',
  ].flatMap((line) => line.split(' ')),
);

/** One that changes how a text is read. `commonmark` is none of pandoc's: that the format is, whatever its extensions. */
export type Extension = (typeof SWITCHED_OFF)[number] | (typeof SWITCHED_ON)[number] | 'commonmark';
/** With which of them a text is read. */
export type Extensions = ReadonlySet<Extension>;

/** What is on in pandoc's Markdown by itself. */
export const PANDOC: Extensions = new Set(SWITCHED_OFF);

/** Whether an extension can be switched either way. */
export function isSwitchable(name: string): name is Extension {
  return PANDOC.has(name as Extension) || SWITCHED_ON.some((other) => other === name);
}
