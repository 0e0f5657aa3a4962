/** Every key that the course's front matter takes: one table, from which checks, settings and the JSON Schema follow. */
import { z } from 'zod';
import { colour, key, text, texts, web, word } from './kinds.ts';
import { LECTURE_KEYS, LECTURE_SCHEMA } from './lectureKeys.ts';

const logo = z.union([word, z.looseObject({ image: word, link: word.optional(), alt: text.optional() })]);
const link = z.looseObject({
  title: word,
  url: word,
  week: text.optional(),
  date: text.optional(),
});
const named = z.looseObject({
  name: word,
  title: text.optional(),
  week: text.optional(),
  date: text.optional(),
  extra: z.array(link).optional(),
});
const item = z.union([word, named, link]);
const group = z.looseObject({ title: text.optional(), items: z.array(item) });

/** The keys that only a course has: `index.md` is the course where it has one of them. */
export const OWN_COURSE_KEYS = {
  url: key(web, 'an address such as https://example.org/course/', 'Where the site will stand.'),
  repository: key(web, 'an address such as https://github.com/owner/name', 'Where the course’s source stands.'),
  license: key(word, 'the name of a licence', 'Under which licence the course is.'),
  accent: key(colour, 'a CSS colour such as "#2563eb"', 'The colour of links and marks.'),
  scheme: key(z.enum(['light', 'dark', 'auto']), '“light”, “dark” or “auto”', 'Light or dark decks.'),
  logo: key(
    z.union([logo, z.array(logo)]),
    'an image, a map of image, link and alt, or a list of these',
    'Logos on covers and home.',
  ),
  remote: key(z.enum(['allow', 'ask']), '“allow” or “ask”', 'Whether images of other hosts wait for a click.'),
  rules: key(
    z.record(z.string(), z.union([z.enum(['warning', 'info', 'off']), z.literal(false)])),
    'a map from rules to “warning”, “info” or “off”',
    'How severe findings are, by rule. Errors stay errors.',
  ),
  parts: key(
    z.array(z.union([group, item])),
    'a list of names, links, and groups with a title and items',
    'The order of the course.',
  ),
  defaults: key(LECTURE_SCHEMA.or(z.looseObject({})), 'a map of a lecture’s keys', 'Any key of a lecture, for all lectures.'),
} as const satisfies Record<string, z.ZodType>;

/** All keys of the course by name, with the schema of each value. */
export const COURSE_KEYS = {
  title: LECTURE_KEYS.title,
  subtitle: LECTURE_KEYS.subtitle,
  author: LECTURE_KEYS.author,
  date: LECTURE_KEYS.date,
  lang: LECTURE_KEYS.lang,
  description: LECTURE_KEYS.description,
  css: key(texts, 'the path of a style sheet, or a list of them', 'Style sheets of every lecture.'),
  ...OWN_COURSE_KEYS,
} as const satisfies Record<string, z.ZodType>;

/** The front matter of a course, for `z.toJSONSchema(…, { io: 'input' })`. */
export const COURSE_SCHEMA = z.looseObject(COURSE_KEYS).partial();
