/** What everyone can take in: the rules. */
import type { Rule } from '../rule.ts';
import { MOST_ITEMS, MOST_LEVELS, MOST_WORDS } from '../slideLoad.ts';

/** About what readers with other eyes, ears or patience than the author's would miss. */
export const READER_RULES = {
  'meaningless-alt': {
    severity: 'warning',
    summary: 'the alternative text of an image is the name of a file, or a word like “image”',
  },
  'repeated-alt': { severity: 'info', summary: 'the alternative text of an image says its caption again' },
  'vague-link': {
    severity: 'info',
    summary: 'the text of a link does not say where it leads: “here”, “click here”, “link”, or none',
  },
  'table-without-header': { severity: 'info', summary: 'a table of several rows and columns has no header' },
  'skipped-level': {
    severity: 'info',
    summary: 'a heading inside a slide or page is more than one level below the one above it',
  },
  'many-words': {
    severity: 'info',
    summary: `a slide has more than ${MOST_WORDS} words outside of code, tables and notes`,
  },
  'many-items': { severity: 'info', summary: `a slide has more than ${MOST_ITEMS} items in lists` },
  'many-levels': { severity: 'info', summary: `a slide has lists more than ${MOST_LEVELS} levels deep` },
} as const satisfies Readonly<Record<string, Rule>>;
