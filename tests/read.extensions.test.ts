import { expect, test } from 'vitest';
import { ALWAYS_OFF, ALWAYS_ON, SWITCHED_OFF, SWITCHED_ON } from '../src/model/extensions.ts';
import { FORMATS } from '../src/model/formats.ts';
import { readFolder } from './support/readFolder.ts';

/** The extensions of pandoc 3.10's Markdowns, as `--list-extensions` has them. */
const PANDOC =
  `abbreviations alerts all_symbols_escapable angle_brackets_escapable ascii_identifiers attributes auto_identifiers autolink_bare_uris backtick_code_blocks blank_before_blockquote blank_before_header bracketed_spans citations definition_lists east_asian_line_breaks emoji escaped_line_breaks example_lists fancy_lists fenced_code_attributes fenced_code_blocks fenced_divs footnotes four_space_rule gfm_auto_identifiers grid_tables gutenberg hard_line_breaks header_attributes ignore_line_breaks implicit_figures implicit_header_references inline_code_attributes inline_notes intraword_underscores latex_macros line_blocks link_attributes lists_without_preceding_blankline literate_haskell mark markdown_attribute markdown_in_html_blocks mmd_header_identifiers mmd_link_attributes mmd_title_block multiline_tables native_divs native_spans old_dashes pandoc_title_block pipe_tables raw_attribute raw_html raw_tex rebase_relative_paths short_subsuperscripts shortcut_reference_links simple_tables smart sourcepos space_in_atx_header spaced_reference_links startnum strikeout subscript superscript table_attributes table_captions task_lists tex_math_dollars tex_math_double_backslash tex_math_gfm tex_math_single_backslash wikilinks_title_after_pipe wikilinks_title_before_pipe yaml_metadata_block`.split(
    /\s+/,
  );

function said(from: string): string {
  return readFolder({ 'slides/01-a.md': `---\nfrom: ${from}\n---\ntext\n` }).found;
}

test('every extension that pandoc knows is switched, without effect, or refused', () => {
  const known = [...SWITCHED_OFF, ...SWITCHED_ON, ...ALWAYS_ON, ...ALWAYS_OFF];
  expect(PANDOC.filter((name) => !known.some((other) => other === name))).toEqual([]);
  expect(new Set(known).size).toBe(known.length);
});

test('what cannot be switched is refused where it would change something, and by its name', () => {
  for (const name of ALWAYS_ON) {
    expect(said(`markdown+${name}`)).toBe('');
    expect(said(`markdown-${name}`)).toContain(`error not-built [-${name}] “-${name}” in “from” is not built yet.`);
  }
  for (const name of ALWAYS_OFF) {
    expect(said(`markdown-${name}`)).toBe('');
    expect(said(`markdown+${name}`)).toContain(`error not-built [+${name}] “+${name}” in “from” is not built yet.`);
  }
  for (const name of [...SWITCHED_OFF, ...SWITCHED_ON]) expect(said(`markdown+${name}-${name}`)).toBe('');
});

test('every format switches extensions that there are, and its own go over them', () => {
  for (const [format, { switches, missing }] of FORMATS) {
    const parts = switches.match(/[+-]\w+/g) ?? [];
    expect(parts.filter((part) => ![...SWITCHED_OFF, ...SWITCHED_ON].some((name) => name === part.slice(1)))).toEqual([]);
    expect(said(format)).toContain('info other-format');
    for (const name of missing.split(' ')) expect(said(format)).toContain(name);
  }
  const [input] = readFolder({ 'slides/01-a.md': '---\nfrom: gfm+smart-strikeout\n---\ntext\n' }).lectures;
  const { extensions } = input?.settings ?? {};
  expect(
    ['smart', 'strikeout', 'pipe_tables', 'fenced_divs', 'autolink_bare_uris'].filter((name) => extensions?.has(name as 'smart')),
  ).toEqual(['smart', 'pipe_tables', 'autolink_bare_uris']);
});
