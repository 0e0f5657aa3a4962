import { describe, expect, test } from 'vitest';
import { dayOf, STRINGS, type Strings, stringsFor } from '../src/model/strings.ts';

/** Every word of a table by its path: `speaker.noNotes`. */
function wordsOf(strings: Strings): ReadonlyMap<string, string> {
  const walk = (value: unknown, path: string): readonly (readonly [string, string])[] =>
    typeof value === 'string'
      ? [[path, value]]
      : Object.entries(value as object).flatMap(([name, inner]) => walk(inner, path === '' ? name : `${path}.${name}`));
  return new Map(walk(strings, ''));
}

function placesOf(word: string): readonly string[] {
  return [...word.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
}

const ENGLISH = wordsOf(STRINGS.en);

describe.each(Object.entries(STRINGS))('the words in %s', (name, strings) => {
  const words = wordsOf(strings);

  test('are those that English has, and none is empty', () => {
    expect([...words.keys()].sort()).toEqual([...ENGLISH.keys()].sort());
    expect([...words].filter(([, word]) => word.trim() === '' || word.trim() !== word)).toEqual([]);
  });

  test('have the places for values that the English ones have', () => {
    const other = [...words].filter(([path, word]) => String(placesOf(word)) !== String(placesOf(ENGLISH.get(path) ?? '')));
    expect(other).toEqual([]);
  });

  test('name twelve months, and the language that they are in', () => {
    expect(strings.lang).toBe(name);
    expect(new Set(strings.months).size).toBe(12);
  });
});

describe('the words for a language', () => {
  test.each([
    ['nl', 'nl'],
    ['nl-BE', 'nl'],
    ['NL-nl', 'nl'],
    ['nl_BE', 'nl'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['nld', 'en'],
    ['constructor', 'en'],
    ['', 'en'],
  ])('for “%s” are in %s', (lang, expected) => {
    expect(stringsFor(lang).lang).toBe(expected);
  });

  test('are Dutch in Dutch', () => {
    const { word, deck } = stringsFor('nl-BE');
    expect([word['lecture-count-one'], word['lecture-count'], word['slide-count'], deck.titled]).toEqual([
      '{n} les',
      '{n} lessen',
      '{n} dia’s',
      '{n} van {total}: {title}',
    ]);
  });
});

test('a date is written as its language does, and other text stays as it is', () => {
  expect(dayOf(STRINGS.en, '2026-03-09')).toBe('9 March 2026');
  expect(dayOf(STRINGS.nl, '2026-03-09T10:00:00+01:00')).toBe('9 maart 2026');
  expect(dayOf(STRINGS.nl, 'begin maart')).toBe('begin maart');
});
