import { describe, expect, test } from 'vitest';
import type { BuildOptions } from '../src/model/client.ts';
import { makeShards } from '../src/search/makeShards.ts';
import { placedWordsOf, wordsOf } from '../src/model/wire.ts';
import { renderSite } from './support/renderSite.ts';
import { type Search, searchFiles } from './support/searchFiles.ts';

const COURSE = {
  'slides/index.md':
    '---\ntitle: Course of everything\n---\n\nWords of the home page.\n\n## Exams\n\nIn a hall.\n\n::: {.notes .private}\nCrib sheets.\n:::\n',
  'slides/05-guest.md': '---\ntitle: What banks do\nsubtitle: By Ann Otherbanker\nfile: assets/banks.pdf\n---\n',
  'slides/assets/banks.pdf': '%PDF-1.4\n',
  'slides/01-drift.md': `---
title: Drift
subtitle: When models age
author: Zoë Quincy
---

# Why models drift

## Costs of waiting

- Crème brûlée is *not* a metric
- Straße, œuvre, İstanbul

::: notes
Said aloud: **machine** learning ages. Nothing else is said here.
:::

::: {.notes .private}
Xylophone rehearsals stay private.
:::

<!-- zweihander -->

## Code

\`\`\`python
def get_user(name):
    return users[name]
\`\`\`

Learning C++ and C#, not c alone. Machine: learning.

## Table and figure

| Role | Task |
|------|------|
| data engineer | builds |

![A caption about pipelines](a.svg)

::: read
Only for readers: marginalia.
:::

::: slide-only
Only on the slide: spotlight.
:::

## {visibility=hidden}

Hidden hippopotamus.

---

日本語の文章 without a heading, and a footnote.[^1]

[^1]: The footnote says periwinkle.
`,
  'slides/02-other.md': '---\ntitle: Other\n---\n\n## Learning\n\nMachines that learn of drift: a formula $\\\\sigma_x$.\n',
  'slides/03-draft.md': '---\ntitle: Draft\ndraft: true\n---\n\n## Quagmire\n\nquagmire words\n',
  'slides/04-later.md': '---\ntitle: Later\nrelease: 2999-01-01\n---\n\n## Zeppelin\n\nzeppelin words\n',
  'slides/guide.md':
    '---\ntitle: Guide\n---\n\nBefore any heading.\n\n## First part\n\nText of the page on drift.\n\n::: notes\nA note of a page.\n:::\n',
};

/** The search of a course. */
async function searchOf(files: Readonly<Record<string, string>>, options: Partial<BuildOptions> = {}): Promise<Search> {
  const site = await renderSite(files, options);
  return searchFiles((name) => site.get(`_lectern/search/${name}.js`) ?? '');
}

async function find(query: string): Promise<readonly string[]> {
  return (await (await searchOf(COURSE)).find(query)).map(({ at }) => at);
}

async function shown(query: string): Promise<readonly string[]> {
  return (await (await searchOf(COURSE)).find(query)).map(({ shown }) => shown);
}

describe('words', () => {
  test('are folded, however a text writes them', () => {
    expect(wordsOf('Crème BRÛLÉE, Straße œuvre İstanbul Iğdır ΣΊΣΥΦΟΣ')).toEqual(
      'creme brulee strasse oeuvre istanbul igdir σισυφοσ'.split(' '),
    );
    expect(wordsOf('cre\u0300me e\u0301')).toEqual(wordsOf('crème é'));
    expect(wordsOf('soft\u00adhyphen')).toEqual(['softhyphen']);
  });

  test('end at signs, but for those that name languages', () => {
    expect(wordsOf("node.js don't get_user C++ C# i++; a#b 3.14")).toEqual(
      'node js don t get user c++ c# i++ a b 3 14'.split(' '),
    );
    expect(wordsOf('é C++ C# a#b')).toEqual(['e', 'c++', 'c#', 'a', 'b']);
  });

  test('are single letters in scripts without spaces', () => {
    expect(wordsOf('日本 text')).toEqual(['日', '本', 'text']);
  });

  test('know where they stand', () => {
    expect(placedWordsOf('Où l’été')).toEqual([
      { word: 'ou', start: 0, end: 2 },
      { word: 'l', start: 3, end: 4 },
      { word: 'ete', start: 5, end: 8 },
    ]);
  });
});

describe('a search', () => {
  test('finds slides that have it in their title first, whole words before beginnings, then in the order of the course', async () => {
    expect(await find('drift')).toEqual([
      'drift/1#title-slide',
      'drift/2#why-models-drift',
      'other/2#learning',
      'guide/1#first-part',
    ]);
    expect(await find('learn')).toEqual(['other/2#learning', 'drift/3#costs-of-waiting', 'drift/4#code']);
  });

  test.each([
    ['the beginning of a word', 'pipel', ['drift/5#table-and-figure']],
    ['capitals and accents', 'CREME brûl', ['drift/3#costs-of-waiting']],
    ['letters that stand for two', 'strasse OEUVRE', ['drift/3#costs-of-waiting']],
    ['all words on one slide', 'creme metric', ['drift/3#costs-of-waiting']],
    ['words on two slides', 'creme engineer', []],
    ['code', 'get_user', ['drift/4#code']],
    ['a name with signs', 'c++', ['drift/4#code']],
    ['a cover’s lines', 'zoe quincy', ['drift/1#title-slide']],
    ['a table', 'data engineer', ['drift/5#table-and-figure']],
    ['a caption', 'caption', ['drift/5#table-and-figure']],
    ['public notes', 'aloud', ['drift/3#costs-of-waiting']],
    ['text for readers', 'marginalia', ['drift/5#table-and-figure']],
    ['text for the deck', 'spotlight', ['drift/5#table-and-figure']],
    ['a slide without a heading', 'periwinkle', ['drift/7']],
    ['letters of a script without spaces', '本語', ['drift/7']],
    ['a formula', 'sigma', ['other/2#learning']],
    ['a page, by its passages', 'heading any', ['guide/1']],
    ['notes of a page, which are its text', 'note page', ['guide/1#first-part']],
    ['the home page', 'home words', ['index/1']],
    ['the home page, by its headings', 'exam hall', ['index/1#exams']],
    ['the course’s own title, which is on every page', 'everything', []],
    ['a guest lecture’s title', 'banks', ['assets/banks.pdf/1']],
    ['a guest lecture’s speaker', 'otherbank', ['assets/banks.pdf/1']],
    ['a phrase', '"machine learning"', ['drift/3#costs-of-waiting', 'drift/4#code']],
    ['a phrase between other quotes', '„machine learning“', ['drift/3#costs-of-waiting', 'drift/4#code']],
    ['a phrase that is being typed', '"machine learn', ['drift/3#costs-of-waiting', 'drift/4#code']],
    ['a phrase in another order', '"learning machine"', []],
    ['a phrase that would go on in the next line', '"metric strasse"', []],
    ['one whole word in quotes', '"machine"', ['drift/3#costs-of-waiting', 'drift/4#code']],
    ['nothing', ' - ', []],
    ['a hidden slide', 'hippopotamus', []],
    ['a private note', 'xylophone', []],
    ['a private note of the home page', 'crib', []],
    ['a comment', 'zweihander', []],
    ['a draft', 'quagmire', []],
    ['a lecture that is not released', 'zeppelin', []],
  ])('for %s: %s', async (_, query, expected) => {
    expect(await find(query)).toEqual(expected);
  });

  test('shows what was found in its sentence, and what is missing there from another', async () => {
    expect(await shown('aloud')).toEqual(['Said [aloud]: machine learning ages.']);
    expect(await shown('machine metric')).toEqual(['Crème brûlée is not a [metric] … Said aloud: [machine] learning ages.']);
    expect(await shown('get_user')).toEqual(['def [get_user](name):']);
  });
});

test('a phrase is found wherever it stands, of any length, and also where its last word is but a beginning', async () => {
  const words = ['data', 'drift', 'dat', 'model', 'date'];
  const texts = Array.from({ length: 60 }, (_, at) => Array.from({ length: 12 }, (_, word) => words[(at * 7 + word * word) % 5]));
  const lines = texts.map((text) => ` ${text.join(' ')} `);
  const slides = lines.map((line, at) => `## Slide ${at}\n\n${line}\n`).join('\n');
  const search = await searchOf({ 'slides/index.md': '---\ntitle: Course\n---\n', 'slides/01-talk.md': slides });
  const queries = [0, 7, 33].flatMap((at) =>
    [2, 3, 5].flatMap((length) => {
      const phrase = texts[at]?.slice(1, 1 + length).join(' ') ?? '';
      return [`"${phrase}"`, `"${phrase.slice(0, -1)}`];
    }),
  );
  for (const query of [...queries, '"drift dat"', '"model d']) {
    const phrase = ` ${query.replaceAll('"', '')}${query.endsWith('"') ? ' ' : ''}`;
    const expected = lines.flatMap((line, at) => (line.includes(phrase) ? [`Slide ${at}`] : []));
    const found = (await search.find(query)).map(({ title }) => title);
    expect(found, query).toEqual(expected);
    expect(found.length, query).toBeGreaterThan(0);
  }
});

test('words of what is private are in no file of the search', async () => {
  const all = [...(await renderSite(COURSE))]
    .filter(([path]) => path.startsWith('_lectern/search/'))
    .map(([, text]) => text.toLowerCase());
  expect(all.length).toBeGreaterThan(4);
  for (const word of ['xylophone', 'rehearsals', 'zweihander', 'quagmire', 'zeppelin', 'hippopotamus'])
    expect(all.filter((text) => text.includes(word))).toEqual([]);
});

test('where private notes are wanted, they are found', async () => {
  const search = await searchOf(COURSE, { privateNotes: true });
  expect((await search.find('xylophone')).map(({ at }) => at)).toEqual(['drift/3#costs-of-waiting']);
});

test('a course without a word can be searched', async () => {
  const files = new Map(makeShards([]).map(({ path, content }) => [path, content]));
  const search = searchFiles((name) => files.get(`_lectern/search/${name}.js`) ?? '');
  expect(await search.find('anything')).toEqual([]);
});

describe('the files of a course with many words', () => {
  const numbers = Array.from({ length: 900 }, (_, at) => at);
  const slides = numbers.map(
    (at) => `## Slide ${at}\n\nword${at} wo${at} ${at % 2 === 0 ? 'even' : 'odd'} ${'filler '.repeat(at % 3)}\n`,
  );
  const many = {
    'slides/index.md': '---\ntitle: Many\n---\n',
    ...Object.fromEntries(
      [0, 1, 2].map((at) => [`slides/0${at}-part-${at}.md`, slides.slice(at * 300, at * 300 + 300).join('\n')]),
    ),
  };

  test('are small, and one of words is enough for any beginning', { timeout: 60_000 }, async () => {
    const files = await renderSite(many);
    const names = [...files.keys()].filter((path) => path.startsWith('_lectern/search/w-'));
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) expect(files.get(name)?.length ?? 0).toBeLessThan(20_000);
    for (const [query, count] of [
      ['w', 900],
      ['wo', 900],
      ['word', 900],
      ['word8', 111],
      ['word899', 1],
      ['even', 450],
      ['fil', 600],
    ] as const) {
      const search = searchFiles((name) => files.get(`_lectern/search/${name}.js`) ?? '');
      expect((await search.find(query)).length, query).toBe(count);
      expect(search.asked.filter((name) => name.startsWith('w-')).length, query).toBe(1);
      expect(search.asked.filter((name) => name.startsWith('p-'))).toEqual([]);
    }
  });
});
