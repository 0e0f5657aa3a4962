/** Every key that a lecture's front matter takes: one table, from which checks, settings and the JSON Schema follow. */
import { z } from 'zod';
import { day, EXPRESSION, expression, key, language, number, pixels, text, texts, truth, word } from './kinds.ts';

/** reveal.js’s, by its names. */
export const TRANSITIONS = ['none', 'fade', 'slide', 'convex', 'concave', 'zoom'] as const;

const person = z.union([text, z.looseObject({ name: text })]);

/** The keys of a lecture by name, with the schema of each value. */
export const LECTURE_KEYS = {
  title: key(text, 'a text', 'The title on the cover, in lists and in the window’s title. Markdown.'),
  subtitle: key(text, 'a text', 'The line below the title. Markdown.'),
  author: key(z.union([person, z.array(person)]), 'a name, or a list of names', 'Who gives the lecture: one or many.'),
  date: key(text, 'a text', 'A date or any text: `2026-2027`.'),
  lang: key(language, 'a language such as en or nl-BE', 'The language of the lecture.'),
  description: key(text, 'a text', 'What the lecture is about, for lists and search engines.'),
  status: key(z.literal('wip'), '“wip”, or is left out', '`wip`: a lecture in the making.'),
  eta: key(word, 'a date or a text', 'When a lecture in the making is expected.'),
  release: key(day, 'a date such as 2026-09-21', 'The day from which the lecture is published.'),
  draft: key(truth, 'true or false', 'A draft is in nothing that is published.'),
  kind: key(z.enum(['lecture', 'page']), '“lecture” or “page”', 'A page is prose without a deck.'),
  duration: key(number, 'a number of minutes', 'How long the lecture takes, in minutes.'),
  tags: key(texts, 'a word, or a list of words', 'What the lecture is about, in words.'),
  'redirect-from': key(texts, 'an old address, or a list of them', 'Old addresses that lead on to this lecture.'),
  'review-by': key(day, 'a date such as 2026-09-21', 'The day by which the lecture wants another look.'),
  notes: key(z.enum(['public', 'private']), '“public” or “private”', 'What becomes of notes that do not say themselves.'),
  'slide-level': key(
    z.union([z.int().min(0).max(6), z.string().regex(/^[0-6]$/)]),
    'a whole number from 0 to 6',
    'The level of the headings that open a slide.',
  ),
  incremental: key(truth, 'true or false', 'Lists appear item by item.'),
  dialect: key(z.enum(['pandoc', 'reveal']), '“pandoc” or “reveal”', 'Which Markdown the lecture is in.'),
  from: key(
    z.string().regex(/^(?:markdown|commonmark|gfm)\w*(?:[+-]\w+)*$/),
    'pandoc’s “markdown”, with extensions',
    'Pandoc’s extensions: `markdown-smart+mark`.',
  ),
  separator: key(expression, EXPRESSION, 'Separates slides, in reveal.js’s Markdown.'),
  'separator-vertical': key(expression, EXPRESSION, 'Separates slides of a stack, in reveal.js’s Markdown.'),
  'separator-notes': key(expression, EXPRESSION, 'Begins the notes of a slide, in reveal.js’s Markdown.'),
  file: key(word, 'the path of a PDF, or an address', 'A guest lecture that is not Markdown.'),
  bibliography: key(texts, 'the path of a bibliography, or a list of them', 'Sources: BibTeX, CSL JSON or YAML.'),
  references: key(
    z.array(z.looseObject({ id: word })),
    'a list of sources, each with an id',
    'Sources that stand in the front matter, as CSL has them.',
  ),
  csl: key(word, 'the path of a style of CSL', 'How citations look; Chicago’s author and date without it.'),
  nocite: key(texts, 'keys such as @doe99, or @*', 'Sources that are listed without being cited.'),
  citeproc: key(truth, 'true or false', 'Whether citations are formatted; without it, where there are sources.'),
  'link-citations': key(truth, 'true or false', 'Citations lead to their entries; without it, in the reading view.'),
  'suppress-bibliography': key(truth, 'true or false', 'No list of references.'),
  'reference-section-title': key(text, 'a text', 'The title of the slide of references.'),
  css: key(texts, 'the path of a style sheet, or a list of them', 'Style sheets of this lecture.'),
  width: key(pixels, 'a number of pixels', 'The width of a slide.'),
  height: key(pixels, 'a number of pixels', 'The height of a slide.'),
  transition: key(z.enum(TRANSITIONS), `one of ${TRANSITIONS.join(', ')}`, 'How one slide gives way to the next.'),
  'title-slide-attributes': key(z.record(z.string(), text), 'a map of attributes', 'Attributes of the cover, as of a heading.'),
} as const satisfies Record<string, z.ZodType>;

/** Keys with which pandoc would build through a wrong value: a warning, and the default stands. */
export const LENIENT: ReadonlySet<string> = new Set([
  'lang',
  'width',
  'height',
  'transition',
  'incremental',
  'title-slide-attributes',
  'css',
]);

/** The front matter of a lecture, for `z.toJSONSchema(…, { io: 'input' })`. */
export const LECTURE_SCHEMA = z.looseObject(LECTURE_KEYS).partial();
