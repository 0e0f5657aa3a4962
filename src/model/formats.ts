/** Other Markdowns that pandoc reads, each as pandoc's own with other extensions; as of pandoc 3.10. */

/** How a format differs from `markdown`. */
export interface Format {
  /** What is switched, as `from` has it. */
  readonly switches: string;
  /** It is read as CommonMark where that and pandoc's own Markdown differ: emphasis, HTML. */
  readonly commonmark: boolean;
  /** Extensions of the format that are not built. */
  readonly missing: string;
}

/** By the names that pandoc has for them. */
export const FORMATS: ReadonlyMap<string, Format> = new Map([
  [
    'commonmark',
    {
      commonmark: true,
      switches:
        '-yaml_metadata_block+lists_without_preceding_blankline-auto_identifiers-blank_before_blockquote-blank_before_header-bracketed_spans-citations-definition_lists-example_lists-fancy_lists-fenced_code_attributes-fenced_divs-footnotes-header_attributes-implicit_figures-implicit_header_references-inline_code_attributes-inline_notes-latex_macros-line_blocks-link_attributes-native_divs-native_spans-pipe_tables-raw_attribute-raw_tex-smart-strikeout-subscript-superscript-table_captions-task_lists-tex_math_dollars-grid_tables-multiline_tables-simple_tables-table_attributes',
      missing: '',
    },
  ],
  [
    'commonmark_x',
    {
      commonmark: true,
      switches:
        '+emoji+gfm_auto_identifiers+lists_without_preceding_blankline-citations-blank_before_blockquote-blank_before_header-implicit_figures-inline_notes-latex_macros-line_blocks-raw_tex-grid_tables-multiline_tables-simple_tables-table_attributes',
      missing: 'alerts attributes',
    },
  ],
  [
    'gfm',
    {
      commonmark: true,
      switches:
        '+emoji+autolink_bare_uris+gfm_auto_identifiers+lists_without_preceding_blankline-auto_identifiers-blank_before_blockquote-blank_before_header-bracketed_spans-citations-definition_lists-example_lists-fancy_lists-fenced_code_attributes-fenced_divs-header_attributes-implicit_figures-implicit_header_references-inline_code_attributes-inline_notes-latex_macros-line_blocks-link_attributes-native_divs-native_spans-raw_attribute-raw_tex-smart-subscript-superscript-table_captions-grid_tables-multiline_tables-simple_tables-table_attributes',
      missing: 'alerts',
    },
  ],
  [
    'markdown_github',
    {
      commonmark: false,
      switches:
        '+emoji-markdown_in_html_blocks-yaml_metadata_block+autolink_bare_uris+gfm_auto_identifiers+lists_without_preceding_blankline-blank_before_blockquote-blank_before_header-bracketed_spans-citations-definition_lists-escaped_line_breaks-example_lists-fancy_lists-fenced_code_attributes-fenced_divs-header_attributes-implicit_figures-implicit_header_references-inline_code_attributes-inline_notes-latex_macros-line_blocks-link_attributes-native_divs-native_spans-raw_attribute-raw_tex-smart-startnum-subscript-superscript-table_captions-tex_math_dollars-grid_tables-multiline_tables-simple_tables-table_attributes',
      missing: 'alerts',
    },
  ],
  [
    'markdown_mmd',
    {
      commonmark: false,
      switches:
        '-markdown_in_html_blocks-yaml_metadata_block+tex_math_double_backslash-blank_before_blockquote-blank_before_header-bracketed_spans-citations-escaped_line_breaks-example_lists-fancy_lists-fenced_code_attributes-fenced_divs-header_attributes-inline_code_attributes-inline_notes-latex_macros-line_blocks-link_attributes-native_divs-native_spans-raw_tex-smart-space_in_atx_header-startnum-strikeout-table_captions-task_lists-grid_tables-multiline_tables-simple_tables-table_attributes',
      missing:
        'markdown_attribute mmd_header_identifiers mmd_link_attributes mmd_title_block short_subsuperscripts spaced_reference_links',
    },
  ],
  [
    'markdown_phpextra',
    {
      commonmark: false,
      switches:
        '-markdown_in_html_blocks-yaml_metadata_block-all_symbols_escapable-auto_identifiers-blank_before_blockquote-blank_before_header-bracketed_spans-citations-escaped_line_breaks-example_lists-fancy_lists-fenced_code_attributes-fenced_divs-implicit_figures-implicit_header_references-inline_code_attributes-inline_notes-latex_macros-line_blocks-native_divs-native_spans-raw_attribute-raw_tex-smart-space_in_atx_header-startnum-strikeout-subscript-superscript-table_captions-task_lists-tex_math_dollars-grid_tables-multiline_tables-simple_tables-table_attributes',
      missing: 'abbreviations markdown_attribute spaced_reference_links',
    },
  ],
  [
    'markdown_strict',
    {
      commonmark: false,
      switches:
        '-intraword_underscores-markdown_in_html_blocks-yaml_metadata_block-all_symbols_escapable-auto_identifiers-blank_before_blockquote-blank_before_header-bracketed_spans-citations-definition_lists-escaped_line_breaks-example_lists-fancy_lists-fenced_code_attributes-fenced_divs-footnotes-header_attributes-implicit_figures-implicit_header_references-inline_code_attributes-inline_notes-latex_macros-line_blocks-link_attributes-native_divs-native_spans-pipe_tables-raw_attribute-raw_tex-smart-space_in_atx_header-startnum-strikeout-subscript-superscript-table_captions-task_lists-tex_math_dollars-grid_tables-multiline_tables-simple_tables-table_attributes',
      missing: 'spaced_reference_links',
    },
  ],
]);
