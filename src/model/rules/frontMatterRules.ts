/** Front matter: the rules. */
import type { Rule } from '../rule.ts';

/** About keys and their values. */
export const FRONT_MATTER_RULES = {
  'front-matter': { severity: 'error', also: ['warning'], summary: 'the YAML cannot be read as it is meant, or is never closed' },
  'front-matter-language': { severity: 'error', summary: 'front matter in JavaScript, JSON, TOML, … is not read' },
  'front-matter-slide': { severity: 'warning', summary: 'what reads as front matter was probably meant as a slide' },
  'duplicate-key': { severity: 'error', summary: 'a key is given twice' },
  'unknown-key': {
    severity: 'warning',
    also: ['info', 'error'],
    summary: 'a key is not known; an info where none is near, an error where it is near to one that keeps something back',
  },
  'misplaced-key': {
    severity: 'warning',
    also: ['error'],
    summary: 'a key of the course in a lecture, or the other way round; an error where it keeps something back',
  },
  'wrong-value': {
    severity: 'error',
    also: ['warning'],
    summary: 'a value is not what the key takes; a warning where pandoc would build through it',
  },
  'not-built': { severity: 'error', summary: 'a key or value that is not built yet' },
  'reveal-dialect': { severity: 'warning', summary: 'a separator is given for a lecture in pandoc’s Markdown' },
  'slow-separator': { severity: 'error', summary: 'a separator takes more than a second over a lecture' },
  'empty-separator': { severity: 'error', summary: 'a separator matches where there is nothing' },
  'several-notes': {
    severity: 'warning',
    summary: 'what begins notes is found more than once on a slide of reveal.js’s Markdown',
  },
  'idle-comment': { severity: 'warning', summary: 'a `.slide:` or `.element:` comment gives no attributes' },
  'other-format': { severity: 'info', summary: 'which extensions of a format in `from` are not built' },
  'key-without-effect': { severity: 'info', summary: 'keys of other programs that are accepted and do nothing' },
  'review-due': { severity: 'warning', summary: 'the date in `review-by` has passed' },
} as const satisfies Readonly<Record<string, Rule>>;
