import { expect, test } from 'vitest';
import { z } from 'zod';
import { COURSE_KEYS } from '../src/read/keys/courseKeys.ts';
import { frontMatterSchema, type JsonSchema } from '../src/read/keys/frontMatterSchema.ts';
import { LECTURE_KEYS } from '../src/read/keys/lectureKeys.ts';
import { NOT_BUILT, SAME_AS } from '../src/read/keys/otherKeys.ts';
import { readFrontMatter } from '../src/read/readFrontMatter.ts';
import { plainValue } from '../src/read/value.ts';
import { loadCases } from './support/loadCases.ts';

const SCHEMAS = { lecture: frontMatterSchema('lecture'), course: frontMatterSchema('course') };
const VALIDATORS = { lecture: validator(SCHEMAS.lecture), course: validator(SCHEMAS.course) };

/** What a schema cannot know, and `check` says: which expressions, extensions, comments and addresses are meant. */
const BEYOND = /regular expression|“from”|is empty, since YAML takes|is no address that a page may lead to/;

function validator(schema: JsonSchema): z.ZodType {
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
}

/** The keys as a validator sees them; null where they cannot be read. */
function keysOf(input: string): unknown {
  const { value, diagnostics } = readFrontMatter({ path: 'a.md', text: `---\n${input}---\n` });
  if (value === null || diagnostics.length > 0) return null;
  return Object.fromEntries(value.entries.map(({ key, value: given }) => [key, plainValue(given)]));
}

for (const kind of ['lecture', 'course'] as const)
  for (const { title, input, expected } of loadCases(`read/${kind}-keys.txt`)) {
    const keys = keysOf(input);
    const refusals = expected.split('\n').filter((line) => /^(?:error|warning) (?:wrong-value|not-built)\b/.test(line));
    const misplaced = expected.split('\n').filter((line) => /^error misplaced-key/.test(line));
    if (keys === null || refusals.some((line) => BEYOND.test(line))) continue;
    test(`the schema of a ${kind} refuses what check refuses: ${title}`, () => {
      const wrong = refusals.length > 0 || (kind === 'course' && misplaced.length > 0);
      expect(VALIDATORS[kind].safeParse(keys).success).toBe(!wrong);
    });
  }

test('every key is in it, under each of its names, with a description', () => {
  for (const [kind, own] of [
    ['lecture', LECTURE_KEYS],
    ['course', COURSE_KEYS],
  ] as const) {
    const properties = SCHEMAS[kind]['properties'] as Readonly<Record<string, JsonSchema>>;
    const names = [...Object.keys(own), ...[...SAME_AS].flatMap(([name, key]) => (Object.hasOwn(own, key) ? [name] : []))];
    expect(names.filter((name) => properties[name] === undefined)).toEqual([]);
    for (const name of names)
      expect([name, properties[name]?.['description']]).toEqual([name, expect.stringMatching(/^[A-Z`].+\. Takes .+\.$/s)]);
    for (const name of NOT_BUILT) expect(properties[name]).toEqual({ description: `“${name}” is not built yet.`, not: {} });
  }
});

test('every type in it is one of JSON’s, or a list of these', () => {
  const types = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];
  const wrong: unknown[] = [];
  const walk = (node: unknown, isName: boolean): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'type' && !isName && ![value].flat().every((type) => types.includes(type as string))) wrong.push(value);
      if (key === 'type' && !isName && Array.isArray(value) && value.some(Array.isArray)) wrong.push(value);
      walk(value, !isName && (key === 'properties' || key === 'definitions'));
    }
  };
  for (const schema of Object.values(SCHEMAS)) walk(schema, false);
  expect(wrong).toEqual([]);
});

test('it says of a key what it is for, and what it takes', () => {
  const { duration, release } = SCHEMAS.lecture['properties'] as Readonly<Record<string, JsonSchema>>;
  expect(duration?.['description']).toBe('How long the lecture takes, in minutes. Takes a number of minutes.');
  expect(release).toMatchObject({ type: ['string', 'null'], format: 'date' });
});

test('a wrong key under defaults, or severity under rules, is refused, and no key has to have a value', () => {
  const course = (input: string): boolean => VALIDATORS.course.safeParse(keysOf(input)).success;
  expect(course('defaults:\n  duration: 45\nrules:\n  todo: info\n  bare-address: off\n')).toBe(true);
  expect(course('defaults:\n  duration: an hour\n')).toBe(false);
  expect(course('rules:\n  todo: loud\n')).toBe(false);
  expect(course('title:\ndefaults:\nrules:\nparts:\n')).toBe(true);
  expect(course('draft: true\n')).toBe(false);
});
