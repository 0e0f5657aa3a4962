/** Slides: the rules. */
import type { Rule } from '../rule.ts';

/** About what slides show. */
export const SLIDE_RULES = {
  'flipped-slide-level': { severity: 'warning', summary: 'a stray block changes which headings open slides' },
  'heading-without-slide': { severity: 'warning', summary: 'a heading is too deep to open a slide, right under a section' },
  'outside-div': { severity: 'warning', summary: 'something follows the div of a slide, where pandoc shows it on no slide' },
  'empty-slide': { severity: 'warning', summary: 'a slide shows nothing' },
  'notes-heading': { severity: 'info', summary: 'a heading in notes, which pandoc would show' },
  'question-without-answer': { severity: 'info', summary: 'a `::: question` is only a box' },
  'answer-outside-question': {
    severity: 'warning',
    also: ['info'],
    summary: 'a `::: answer` stands outside of a question; an info where the lecture asks none',
  },
  'several-answers': { severity: 'warning', summary: 'a question has more than one answer, each of which is revealed by itself' },
  'nested-question': { severity: 'warning', summary: 'a question stands in another question' },
  'question-in-notes': { severity: 'warning', summary: 'a question stands in notes, where nobody is asked' },
  'no-right-choice': { severity: 'warning', summary: 'none of the choices of a question is marked as right' },
  'all-choices-right': { severity: 'warning', summary: 'all choices of a question are marked as right' },
  'unmarked-choice': { severity: 'warning', summary: 'a choice has no box' },
  'several-choices': { severity: 'warning', summary: 'a question has a second list of choices' },
  todo: { severity: 'warning', summary: '`TODO`, `FIXME` or `XXX` where everyone sees it' },
  'missing-alt': { severity: 'warning', summary: 'an image has no alternative text' },
  'dropped-html': { severity: 'warning', summary: 'raw HTML is left out of the page' },
  'dropped-script': { severity: 'warning', summary: 'a script is left out of the page' },
  'event-handler': { severity: 'warning', summary: 'an `on…` attribute is left out of the page' },
} as const satisfies Readonly<Record<string, Rule>>;
