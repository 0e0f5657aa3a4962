/** Links, images and files: the rules. */
import type { Rule } from '../rule.ts';

/** About where references lead. */
export const REFERENCE_RULES = {
  'dead-link': { severity: 'warning', summary: 'a link leads to no lecture, slide or file' },
  'absent-lecture': { severity: 'info', summary: 'a link to a draft or an unreleased lecture becomes text' },
  'missing-image': { severity: 'warning', summary: 'there is no such image; the nearest name is suggested' },
  'missing-file': {
    severity: 'warning',
    also: ['error'],
    summary: 'there is no such file; the nearest name is suggested. An error for `file` in the front matter',
  },
  'wrong-letter-case': { severity: 'warning', summary: 'the file is there with other capitals' },
  'outside-course': { severity: 'warning', summary: 'a path leads out of the course' },
  'refused-address': { severity: 'warning', summary: 'an address of a kind that a page must not have' },
  'remote-image': { severity: 'warning', summary: 'an image comes from another host, which learns of the readers' },
  'remote-media': { severity: 'warning', summary: 'a film or sound comes from another host, which learns of who plays it' },
  'remote-frame': { severity: 'warning', summary: 'a frame comes from another host, which learns of who opens it' },
  'remote-style': { severity: 'warning', summary: 'a style, or what it names, of another host is left out' },
} as const satisfies Readonly<Record<string, Rule>>;
