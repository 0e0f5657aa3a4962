/** The course and its files: the rules. */
import type { Rule } from '../rule.ts';

/** About the course, its files and its output. */
export const COURSE_RULES = {
  'no-lectures': { severity: 'error', summary: 'there is no lecture, or no such folder' },
  'same-address': { severity: 'error', summary: 'two lectures would stand at one address' },
  'reserved-address': { severity: 'error', summary: 'a lecture would stand at an address of the site’s own' },
  'unreadable-file': { severity: 'error', summary: 'a file cannot be read' },
  encoding: { severity: 'warning', summary: 'bytes are not UTF-8' },
  history: { severity: 'warning', summary: 'Git’s history is cut short or not readable, so lectures have no dates of change' },
  'unknown-part': { severity: 'warning', summary: 'a name in `parts` leads nowhere' },
  'repeated-part': { severity: 'warning', summary: 'a name stands in `parts` twice' },
  'duplicate-redirect': { severity: 'warning', summary: 'an old address leads somewhere else already' },
  'accent-adjusted': {
    severity: 'info',
    summary: 'the accent could not be read everywhere as it is, and which shades stand in its place',
  },
  'unknown-accent': { severity: 'warning', summary: 'no colour can be made out in `accent`' },
  browser: { severity: 'info', summary: 'the browser that draws pictures for links failed' },
  'unsafe-output': { severity: 'error', summary: 'the output folder must not be replaced' },
  'public-collision': { severity: 'error', summary: 'a file in `public/` would overwrite a page' },
  'public-outside': { severity: 'error', summary: 'a file in `public/` leads out of the course' },
  'private-text': {
    severity: 'error',
    summary: 'words of a private note, comment, draft or unreleased lecture would be published',
  },
} as const satisfies Readonly<Record<string, Rule>>;
