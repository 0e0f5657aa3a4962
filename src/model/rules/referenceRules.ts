/** Links, images and files: the rules. */
import type { Rule } from '../rule.ts';

/** About where references lead. */
export const REFERENCE_RULES = {
  'dead-link': {
    severity: 'warning',
    summary: 'a link leads to no lecture, slide or file',
    reason: 'Whoever follows the link sees that nothing is there.',
    wrong: '## One\n\nSee [drift](02-drfit.md).',
    right: '## One\n\nSee [drift](02-drift.md).',
    beside: { 'slides/02-drift.md': '## Drift\n\nText.' },
  },
  'absent-lecture': {
    severity: 'info',
    summary: 'a link to a draft or an unreleased lecture becomes text',
    reason: 'The link comes back by itself when the lecture is published.',
    wrong: '## One\n\nSee [drift](02-drift.md).',
    right: '## One\n\nSee the lecture on drift.',
    beside: { 'slides/02-drift.md': '---\ndraft: true\n---\n\n## Drift\n\nText.' },
  },
  'missing-image': {
    severity: 'warning',
    summary: 'there is no such image; the nearest name is suggested',
    reason: 'The audience sees an empty frame.',
    wrong: '## One\n\n![Drift](dirft.svg)',
    right: '## One\n\n![Drift](drift.svg)',
    beside: { 'slides/drift.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  },
  'missing-file': {
    severity: 'warning',
    also: ['error'],
    summary: 'there is no such file; the nearest name is suggested. An error for `file` in the front matter',
    reason: 'What was to be played or shown is not there.',
    wrong: '## One\n\n<video src="lab.mp4"></video>',
    right: '## One\n\n<video src="labs.mp4"></video>',
    beside: { 'slides/labs.mp4': 'film' },
  },
  'wrong-letter-case': {
    severity: 'warning',
    summary: 'the file is there with other capitals',
    reason: 'It works on Windows and macOS, where letter case does not count, and breaks on the web, where it does.',
    wrong: '## One\n\n![Drift](Drift.svg)',
    right: '## One\n\n![Drift](drift.svg)',
    beside: { 'slides/drift.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  },
  'outside-course': {
    severity: 'warning',
    summary: 'a path leads out of the course',
    reason: 'Files outside of the course are not published, and are not there on any other machine.',
    wrong: '## One\n\n![Drift](../../drift.svg)',
    right: '## One\n\n![Drift](drift.svg)',
    beside: { 'slides/drift.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  },
  'refused-address': {
    severity: 'warning',
    summary: 'an address of a kind that a page must not have',
    reason: 'It would run a program, or leads to a file of your own machine.',
    wrong: '## One\n\n[Home](file:///home/ann/drift.html)',
    right: '## One\n\n[Home](https://example.org/drift.html)',
  },
  'remote-image': {
    severity: 'warning',
    summary: 'an image comes from another host, which learns of the readers',
    reason:
      'The other host learns of every reader, the image may change or vanish, and there is none in a room without a network.',
    wrong: '## One\n\n![Drift](https://example.org/drift.svg)',
    right: '## One\n\n![Drift](drift.svg)',
    beside: { 'slides/drift.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  },
  'remote-media': {
    severity: 'warning',
    summary: 'a film or sound comes from another host, which learns of who plays it',
    reason: 'The other host learns of everyone who plays it, and there is none in a room without a network.',
    wrong: '## One\n\n<video src="https://example.org/lab.mp4"></video>',
    right: '## One\n\n<video src="lab.mp4"></video>',
    beside: { 'slides/lab.mp4': 'film' },
  },
  'remote-frame': {
    severity: 'warning',
    summary: 'a frame comes from another host, which learns of who opens it',
    reason: 'The other host learns of everyone who opens it, and there is nothing in a room without a network.',
    wrong: '## One\n\n<iframe src="https://example.org/"></iframe>',
    right: '## One\n\n[The page](https://example.org/)',
  },
  'remote-style': {
    severity: 'warning',
    summary: 'a style, or what it names, of another host is left out',
    reason: 'The other host would learn of every reader, and the deck would look different without a network.',
    wrong: '## One\n\n<link rel="stylesheet" href="https://example.org/a.css">\n\nText.',
    right: '## One\n\nText.',
  },
} as const satisfies Readonly<Record<string, Rule>>;
