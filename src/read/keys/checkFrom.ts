/** `from`: with which of pandoc's extensions a lecture is written → an error where it is one that is not built yet. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Entry } from '../value.ts';

/** What is on in pandoc's Markdown by itself: to name it changes nothing. */
const ON: ReadonlySet<string> = new Set(
  [
    'all_symbols_escapable auto_identifiers backtick_code_blocks blank_before_blockquote blank_before_header bracketed_spans',
    'citations definition_lists escaped_line_breaks example_lists fancy_lists fenced_code_attributes fenced_code_blocks',
    'fenced_divs footnotes grid_tables header_attributes implicit_figures implicit_header_references inline_code_attributes',
    'inline_notes intraword_underscores latex_macros line_blocks link_attributes markdown_in_html_blocks multiline_tables',
    'native_divs native_spans pandoc_title_block pipe_tables raw_attribute raw_html raw_tex shortcut_reference_links',
    'simple_tables smart space_in_atx_header startnum strikeout subscript superscript table_attributes table_captions task_lists',
    'tex_math_dollars yaml_metadata_block',
  ].flatMap((line) => line.split(' ')),
);

/** pandoc's `markdown+extension-extension`: refused, at the extension, where it would change something. */
export function checkFrom({ value }: Entry): readonly Diagnostic[] {
  if (value.kind !== 'scalar')
    return [diagnose('error', 'wrong-value', value.span, `“from” is pandoc’s “markdown”, and this is a ${value.kind}.`)];
  if (value.value === null) return [];
  const [format = '', ...extensions] = value.text.split(/(?=[+-])/);
  const refused =
    format === 'markdown' ? extensions.filter((name) => !(name.startsWith('+') && ON.has(name.slice(1)))) : [format];
  return refused.map((name) => {
    const at = value.text.indexOf(name);
    const start = value.span.end - value.span.start === value.text.length ? value.span.start + at : value.span.start;
    const end = start === value.span.start + at ? start + name.length : value.span.end;
    const hint = 'Remove it: lectures are read as pandoc’s “markdown”.';
    return diagnose('error', 'not-built', { ...value.span, start, end }, `“${name}” in “from” is not built yet.`, hint);
  });
}
