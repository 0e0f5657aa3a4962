/** What everyone can take in: the rules. */
import type { Rule } from '../rule.ts';
import { MOST_ITEMS, MOST_LEVELS, MOST_WORDS } from '../slideLoad.ts';

const LOOP = { 'slides/loop.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' } as const;

/** About what readers with other eyes, ears or patience than the author's would miss. */
export const READER_RULES = {
  'meaningless-alt': {
    severity: 'warning',
    summary: 'the alternative text of an image is the name of a file, or a word like “image”',
    reason: 'It is read out to those who cannot see the image, and tells them nothing.',
    wrong: '## One\n\n![loop_v2.svg](loop.svg)',
    right: '## One\n\n![Build, measure and learn form a loop](loop.svg)',
    beside: LOOP,
  },
  'repeated-alt': {
    severity: 'info',
    summary: 'the alternative text of an image says its caption again',
    reason: 'A screen reader reads both out, one after the other.',
    wrong: '## One\n\n![The loop](loop.svg){alt="The loop"}',
    right: '## One\n\n![The loop](loop.svg){alt="Build, measure and learn follow each other in a circle"}',
    beside: LOOP,
  },
  'vague-link': {
    severity: 'info',
    summary: 'the text of a link does not say where it leads: “here”, “click here”, “link”, or none',
    reason: 'Screen readers list the links of a page, and there it stands alone.',
    wrong: '## One\n\nThe paper is [here](https://example.org/paper.pdf).',
    right: '## One\n\nThis is said in [the paper](https://example.org/paper.pdf).',
  },
  'table-without-header': {
    severity: 'info',
    summary: 'a table of several rows and columns has no header',
    reason: 'Nothing says what stands in its columns, least of all to those who hear it cell by cell.',
    wrong: '## One\n\n|     |     |\n|-----|-----|\n| dev | 3   |\n| ops | 5   |',
    right: '## One\n\n| team | people |\n|------|--------|\n| dev  | 3      |\n| ops  | 5      |',
  },
  'skipped-level': {
    severity: 'info',
    summary: 'a heading inside a slide or page is more than one level below the one above it',
    reason: 'Screen readers lead from heading to heading by their levels, and one that is left out seems to be missing.',
    wrong: '## One\n\nText.\n\n#### Details\n\nMore.',
    right: '## One\n\nText.\n\n### Details\n\nMore.',
  },
  'many-words': {
    severity: 'info',
    summary: `a slide has more than ${MOST_WORDS} words outside of code, tables and notes`,
    reason: 'Who reads does not listen: the audience reads everything that is on a slide before it hears a word.',
    wrong: 'A slide with all that the lecturer says about it, in 140 words.',
    right: 'A slide with one sentence and a picture, and the rest in its notes.',
    file: null,
  },
  'many-items': {
    severity: 'info',
    summary: `a slide has more than ${MOST_ITEMS} items in lists`,
    reason: 'Nobody keeps so many in mind, and from the back row they are small.',
    wrong: `## Months\n\n${'- A month\n'.repeat(MOST_ITEMS + 1)}`,
    right: '## Seasons\n\n- Spring\n- Summer\n- Autumn\n- Winter',
  },
  'many-levels': {
    severity: 'info',
    summary: `a slide has lists more than ${MOST_LEVELS} levels deep`,
    reason: 'What is so deep is a structure, which a list does not show from a distance.',
    wrong: '## One\n\n- Course\n    - Lecture\n        - Section\n            - Slide',
    right: '## One\n\n- Course\n- Lecture\n- Section\n- Slide',
  },
} as const satisfies Readonly<Record<string, Rule>>;
