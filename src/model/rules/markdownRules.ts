/** Markdown: the rules. */
import type { Rule } from '../rule.ts';

/** About what text is read otherwise than it looks. */
export const MARKDOWN_RULES = {
  'notes-shown': { severity: 'warning', summary: 'a notes fence is not read as one, and the audience would see the note' },
  'unclosed-div': { severity: 'warning', summary: 'a `:::` is never closed' },
  'malformed-div': { severity: 'warning', summary: 'a `:::` opens nothing, since what follows it cannot be read' },
  'stray-fence': { severity: 'warning', summary: 'a `:::` closes nothing, or is not read as a fence where it stands' },
  'line-numbers': { severity: 'warning', summary: 'the lines of code that are asked for cannot be made out' },
  'missing-line': { severity: 'warning', summary: 'a line that is asked for is not in the code' },
  'unclosed-table': { severity: 'warning', summary: 'a table of dashes, or a grid, begins and is never closed' },
  'crooked-table': {
    severity: 'warning',
    summary: 'what stands in a table is not under its columns, so cells run together or words are cut',
  },
  'unclosed-code': { severity: 'warning', summary: 'a code fence is never closed' },
  'malformed-code': { severity: 'warning', summary: 'a code fence opens nothing, since what follows it cannot be read' },
  formula: { severity: 'warning', summary: 'a formula cannot be typeset, and is shown as its TeX' },
  'dropped-tex': { severity: 'warning', summary: 'TeX that is no formula is left out' },
  'closing-signs': { severity: 'warning', summary: 'number signs right after a heading’s text close it, and are not shown' },
  'late-metadata': {
    severity: 'warning',
    also: ['info', 'error'],
    summary:
      'keys stand in the middle of the text; a warning where they were probably meant as a slide, or come too late; an error in the `index.md` of the course where one of them would keep something back',
  },
  'unclosed-tag': { severity: 'warning', summary: 'a raw tag is never closed' },
  'stray-end-tag': { severity: 'warning', summary: 'a raw end tag closes nothing' },
  'numeric-identifier': { severity: 'warning', summary: 'an identifier would be read as the number of a slide' },
  'duplicate-identifier': { severity: 'warning', summary: 'an explicit identifier is taken' },
  'ambiguous-heading': { severity: 'warning', summary: 'a link names a heading by its text, which several have' },
  'too-deep': { severity: 'warning', summary: 'something stands in a hundred others, so its marks are shown as text' },
  'nested-footnote': {
    severity: 'warning',
    summary: 'a footnote is called in the text of another, so the call is shown as text',
  },
  'invisible-character': {
    severity: 'warning',
    summary: 'a no-break or zero-width character stands where Markdown needs a plain space',
  },
  'missing-blank-line': {
    severity: 'warning',
    summary: 'a line inside a paragraph looks like the start of a list, quote, table, heading or slide',
  },
  'underlined-text': {
    severity: 'warning',
    summary: '`---` right under text makes a heading of it, where a slide break was probably meant',
  },
  'stray-attributes': { severity: 'warning', summary: 'braces with a class or identifier are not read as attributes' },
  'missing-footnote': { severity: 'warning', summary: 'the text of a footnote is nowhere' },
  'unused-footnote': { severity: 'warning', summary: 'nothing calls a footnote' },
  'mistaken-pause': { severity: 'warning', summary: 'a paragraph of dots is no pause' },
  'backslash-formula': { severity: 'warning', summary: 'a formula between `\\(` and `\\)`, or `\\[` and `\\]`, is text' },
  'bare-address': { severity: 'info', summary: 'an address in the text is no link' },
  'lost-caption': { severity: 'info', summary: 'an image shares its paragraph, so its description is no caption' },
  'merge-conflict': { severity: 'warning', summary: 'Git’s marks of a conflict are left' },
} as const satisfies Readonly<Record<string, Rule>>;
