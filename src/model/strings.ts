/** Every word of the interface, in one table for each language: English here, Dutch beside it. `{…}` marks a place for a value. */
import { DUTCH } from './dutch.ts';
import { type DeckWords, type DevWords, fill, type SearchWords, type SpeakerWords } from './wire.ts';

export interface Strings {
  /** BCP 47, of these words. */
  readonly lang: string;
  /** The language of the page that they stand on, where there are no words in it. */
  readonly on?: string;
  readonly months: readonly string[];
  /** With `{day}`, `{month}`, `{year}`. */
  readonly date: string;
  readonly deck: DeckWords;
  readonly dev: DevWords;
  readonly speaker: SpeakerWords;
  readonly search: SearchWords;
  readonly word: Readonly<Record<Word, string>>;
}

const ENGLISH = {
  references: 'References',
  'all-lectures': 'All lectures',
  answer: 'Answer',
  'answer-hint': 'Show',
  'answers-forget': 'Forget my answers',
  'asks-host': 'This comes from {host}, which will learn that you look at it.',
  authors: '{list} and {last}',
  back: 'Back',
  'check-answer': 'Check',
  'choice-right': '{letter} is right.',
  'choice-wrong': '{letter} is wrong.',
  choices: 'Choices',
  'choose-first': 'Choose an answer first.',
  clock: 'Time of day',
  close: 'Close',
  code: 'Code',
  changed: 'Changed {date}',
  changes: '{n} passages are new or changed',
  'changes-one': 'One passage is new or changed',
  'changed-since': 'Changed since your visit',
  contents: 'Contents',
  'contents-of': 'Every lecture of {course} and its sections.',
  formula: 'Formula',
  continue: 'Continue at “{title}”',
  'continue-lecture': 'Continue “{lecture}” at “{title}”',
  copied: 'Link copied',
  copy: 'Copy',
  'code-copied': 'Code copied',
  'course-home': 'Course home',
  deck: 'Deck',
  'deck-closed': 'The deck is not open.',
  'deck-open': 'Open it again',
  elapsed: 'Elapsed time',
  expected: 'Expected {eta}',
  'expected-soon': 'In the making',
  'go-to': 'Go to a slide',
  'go-to-hint': 'Go to number or title',
  'go-to-label': 'Slide number or title',
  go: 'Go',
  guest: 'Guest',
  freeze: 'Freeze',
  'is-black': 'The audience sees a black screen.',
  'show-slides': 'Show the slides',
  thaw: 'Go on together',
  return: 'Back to where you were',
  'key-return': 'Back to where you were before a jump',
  'key-notes': 'Notes below the slide',
  'key-freeze': 'Freeze the audience’s window',
  'key-larger': 'Larger notes',
  'key-smaller': 'Smaller notes',
  'key-down': 'Scroll the notes down',
  'key-up': 'Scroll the notes up',
  'key-pointer': 'Pointer on the slide',
  'key-pen': 'Pen on the slide',
  'key-undo': 'Take back the last line',
  'key-clear': 'Clear the slide of lines',
  'key-rest': 'Put pointer or pen away',
  help: 'Keys',
  'image-from': 'Image from {host}',
  'in-this-lecture': 'In this lecture',
  'in-this-page': 'On this page',
  'key-back': 'Back',
  'key-black': 'Black screen',
  'key-edit': 'Open the mistake in the editor',
  'key-end': 'Last slide',
  'key-full': 'Full screen',
  'key-go': 'Go to a slide',
  'key-help': 'These keys',
  'key-home': 'First slide',
  'key-mistakes': 'Show or hide mistakes',
  'key-letters': 'Letters as keys',
  'key-next': 'Next step',
  'key-overview': 'Overview',
  'key-scheme': 'Light or dark',
  'key-search': 'Search the course',
  'key-speaker': 'Speaker view',
  'key-timer': 'Start or pause the timer',
  'knew-it': 'Did you know it?',
  'knew-no': 'Not yet',
  'knew-yes': 'Yes',
  'last-change': 'Last change {date}',
  lecture: 'Lecture {n}',
  'lecture-count': '{n} lectures',
  'lecture-count-one': '{n} lecture',
  lectures: 'Lectures',
  'link-to': 'Link to {title}',
  suggest: 'Suggest a change to {title}',
  'code-in': 'Code: {language}',
  minutes: '{n} minutes',
  'minutes-one': '{n} minute',
  'minutes-short': '{n} min',
  moved: 'This page has moved',
  'moved-to': 'Go to {title}',
  'narrow-offer': 'This lecture is also a page that fits your screen.',
  new: 'New since your visit',
  next: 'Next',
  'next-lecture': 'Next',
  'not-here': 'This page is not in the course',
  'not-here-hint': 'The address may be from an earlier term. Lectures keep their names; these are here today.',
  notes: 'Notes',
  now: 'Now',
  'open-file': 'Open the PDF',
  'open-link': 'Open the link',
  'open-on-host': 'Open it at {host}',
  'open-full': 'open at full size',
  'no-lectures': 'No lecture is out yet.',
  'open-slide': 'Open slide {n}: {title}',
  'opens-on': 'Opens on {date}',
  'other-pages': 'More',
  overview: 'Overview',
  page: 'Page',
  pause: 'Pause the timer',
  practice: 'Practice',
  'practice-again': 'Went wrong last time',
  'practice-kept': 'Your answers are kept on this device only.',
  present: 'Present',
  print: 'Print',
  'print-slides': 'Print the slides',
  'previous-lecture': 'Previous',
  'question-count': '{n} questions',
  'question-count-one': '{n} question',
  read: 'Read',
  'read-page': 'Read the page',
  'read-slide': 'Read this slide',
  said: 'In the notes',
  'scheme-dark': 'Dark page',
  'scheme-light': 'Light page',
  reset: 'Start again from zero',
  right: 'Right',
  scheme: 'Light or dark',
  search: 'Search',
  'search-course': 'Search the course',
  'search-hint': 'Words, or a phrase in quotes',
  'show-frame': 'Show it here',
  'show-image': 'Show the image',
  'show-media': 'Play it here',
  'skip-controls': 'Skip to the controls',
  'skip-lectures': 'Skip to the lectures',
  'skip-text': 'Skip to the text',
  slide: 'Slide {n}',
  'slide-count': '{n} slides',
  'slide-count-one': '{n} slide',
  slides: 'Slides',
  'speaker-needs-script': 'The speaker view needs scripts, which are switched off in this browser.',
  'speaker-view': 'Speaker view',
  'space-bar': 'Space',
  start: 'Start the timer',
  'stay-with-slides': 'Stay with the slides',
  table: 'Table',
  text: 'Text and figures: {license}',
  'text-larger': 'Larger notes',
  'text-smaller': 'Smaller notes',
  upcoming: 'Next',
  'verdict-right': 'That is right.',
  'verdict-some': 'Right so far, but not all of them.',
  'verdict-wrong': 'Not right yet.',
  week: 'Week {n}',
  'whole-course': 'The course as one page',
  wrong: 'Wrong',
} as const;

/** The name of a word in the table. */
export type Word = keyof typeof ENGLISH;

/** By primary language subtag, in lower case. */
export const STRINGS = {
  en: {
    lang: 'en',
    months: 'January February March April May June July August September October November December'.split(' '),
    date: '{day} {month} {year}',
    deck: {
      place: '{n} / {total}',
      slide: 'slide',
      titled: '{n} of {total}: {title}',
      untitled: '{n} of {total}',
      noSlide: 'There is no slide “{n}”.',
      popupBlocked: 'The browser did not open the speaker view. Open it here:',
      notes: 'Notes',
      noNotes: 'No notes for this slide.',
    },
    dev: {
      error: 'Error',
      warning: 'Warning',
      count: '{n} of {total}',
      errors: '{n} errors',
      errorsOne: 'One error',
      warnings: '{n} warnings',
      warningsOne: 'One warning',
      previous: 'Previous',
      next: 'Next',
      edit: 'Open in the editor',
      hide: 'Hide',
      held: 'The last good pages are underneath. This goes when the mistake is gone.',
      noAnswer: 'The development server does not answer.',
    },
    speaker: {
      place: '{n} of {total}',
      step: 'step {n} of {total}',
      noNotes: 'No notes for this slide.',
      untitled: 'Slide {n}',
      end: 'The end',
      start: 'Start the timer',
      pause: 'Pause the timer',
      noDeck: 'Open the speaker view from a deck, with the key S.',
      missing: 'There is no deck “{name}” in this course.',
      title: 'Speaker view: {title}',
      picture: 'Slide {n}: {title}',
      noSlide: 'There is no slide “{n}”.',
      duration: 'of {n} min',
      left: '{n} left',
      over: '{n} over',
      onTime: 'on time',
      behind: '{n} min behind',
      ahead: '{n} min ahead',
      frozen: 'Frozen: the audience goes on seeing slide {n}.',
    },
    search: {
      found: '{n} results',
      foundOne: '{n} result',
      none: 'No result for “{query}”. Try fewer words, or only their beginning.',
      more: 'Show {n} more',
      failed: 'The search could not be loaded. Load this page again.',
      slide: 'Slide {n}',
      open: 'Open slide {n}: {title}',
      read: 'Read {title}',
    },
    word: ENGLISH,
  },
  nl: DUTCH,
} satisfies Readonly<Record<string, Strings>>;

/** The words for a language; English where the table has none of it. */
export function stringsFor(lang: string): Strings {
  const [primary] = lang.toLowerCase().split(/[-_]/);
  return Object.entries(STRINGS).find(([name]) => name === primary)?.[1] ?? { ...STRINGS.en, on: lang };
}

/** Names as a sentence lists them. */
export function joinNames(strings: Strings, names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined || names.length === 1) return last ?? '';
  return fill(strings.word.authors, { list: names.slice(0, -1).join(', '), last });
}

/** A date as people write it, from the day that an ISO date or date-time names; other text as it is. */
export function dayOf(strings: Strings, date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) return date;
  const name = strings.months[Number(month) - 1] ?? month;
  return strings.date
    .replace('{day}', String(Number(day)))
    .replace('{month}', name)
    .replace('{year}', year);
}
