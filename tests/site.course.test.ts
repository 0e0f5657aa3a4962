import { describe, expect, test } from 'vitest';
import { site } from './support/site.ts';

const names = (course: ReturnType<typeof site>): readonly string[] => course.manifest().lectures.map(({ name }) => name);

describe('addresses', () => {
  test('follow from the file’s name alone: the number falls away, and the rest is made safe', async () => {
    const course = site({
      'slides/01-Life Cycle.md': '# A\n\nx\n',
      'slides/002-Été & co.md': '# B\n\nx\n',
      'slides/03-deep/01-down.md': '# C\n\nx\n',
    });
    expect(await course.build()).toMatchObject({ written: true, found: '' });
    expect(names(course).toSorted()).toEqual(['03-deep/down', 'life-cycle', 'été-co']);
    expect(course.has('life-cycle.html')).toBe(true);
    expect(course.has('read/03-deep/down.html')).toBe(true);
  });

  test('keep a number that is no order: one digit, four digits', async () => {
    const course = site({ '3-tier.md': '# A\n\nx\n', '2024-06-24-talk.md': '# B\n\nx\n' });
    await course.build();
    expect(names(course)).toEqual(['2024-06-24-talk', '3-tier']);
  });

  test('taken twice are an error at the second, and nothing is written', async () => {
    const course = site({ 'slides/01-a.md': '# A\n\nx\n', 'slides/02-a.md': '# B\n\nx\n' });
    expect(await course.build()).toEqual({
      written: false,
      found: 'error same-address slides/02-a.md:1:1 “slides/02-a.md” and “slides/01-a.md” would both stand at “a”.',
      account: ['1 lecture: slides/01-a.md', 'no index.md: the title is “My course”, after the folder'],
    });
    expect(course.has('index.html')).toBe(false);
  });

  test('of the site’s own pages are no lecture’s', async () => {
    const course = site({ 'slides/01-speaker.md': '# A\n\nx\n' });
    expect((await course.build()).found).toBe(
      'error reserved-address slides/01-speaker.md:1:1 “slides/01-speaker.md” would stand at “speaker”, and “speaker” is the site’s own.',
    );
  });

  test('that pandoc or an earlier year gave lead on', async () => {
    const course = site({ 'slides/01-a.md': '---\ntitle: A\nredirect-from: [old-a, older.html]\n---\n\n# X\n\nx\n' });
    await course.build();
    for (const old of ['01-a.html', 'old-a.html', 'older.html']) expect(course.file(old)).toContain('url=a.html');
  });
});

describe('kinds', () => {
  test('a page has no deck, and a place among the lectures', async () => {
    const course = site({
      'slides/01-a.md': '# A\n\nSee the [lab](lab.md#rules).\n',
      'slides/02-b.md': '---\ntitle: B\nkind: page\n---\n\n# Prose\n\nText.\n',
      'slides/lab.md': '# Lab\n\n## Rules\n\nBe kind.\n',
    });
    expect((await course.build()).found).toBe('');
    expect(course.manifest().lectures).toMatchObject([
      { name: 'a', kind: 'lecture', deck: 'a.html' },
      { name: 'b', kind: 'page', deck: null, read: 'read/b.html' },
      { name: 'lab', kind: 'page', deck: null, read: 'read/lab.html' },
    ]);
    expect(course.has('lab.html')).toBe(false);
    expect(course.file('a.html')).toContain('href="read/lab.html#rules"');
    expect(course.file('index.html')).toContain('href="read/lab.html"');
  });

  test('a PDF with a number is a guest lecture by itself', async () => {
    const course = site({
      'slides/01-a.md': '# A\n\nx\n',
      'slides/02-guest-of-honour.pdf': '%PDF-1.4 x',
      'slides/handout.pdf': '%PDF-1.4 y',
    });
    expect((await course.build()).found).toBe('');
    expect(names(course)).toEqual(['a', 'guest-of-honour']);
    expect(course.file('index.html')).toContain('href="assets/slides/02-guest-of-honour.pdf"');
    expect(course.file('assets/slides/02-guest-of-honour.pdf')).toBe('%PDF-1.4 x');
    expect(course.has('assets/slides/handout.pdf')).toBe(false);
  });

  test('a guest lecture may be anywhere on the web', async () => {
    const course = site({
      'slides/01-a.md': '# A\n\nx\n',
      'slides/02-guest.md': '---\ntitle: A guest\nfile: https://example.org/talk.pdf\n---\n',
    });
    await course.build();
    expect(course.manifest().lectures[1]).toMatchObject({
      kind: 'file',
      title: 'A guest',
      file: 'https://example.org/talk.pdf',
      deck: null,
    });
    expect(course.has('guest.html')).toBe(false);
  });
});

describe('defaults', () => {
  const DEFAULTS =
    '---\ntitle: Course\ndefaults:\n  author: Ada\n  date: 2026-2027\n  subtitle: "Data *at work*"\n  duration: 50\n---\n';

  test('give every lecture what it does not say itself: a new year is one edit', async () => {
    const course = site({
      'slides/index.md': DEFAULTS,
      'slides/01-a.md': '---\ntitle: A\n---\n\n# X\n\nx\n',
      'slides/02-b.md': '---\ntitle: B\nauthor: Bob\n---\n\n# X\n\nx\n',
    });
    expect((await course.build()).found).toBe('');
    expect(course.file('a.html')).toMatch(/Ada[\s\S]*2026-2027/);
    expect(course.file('b.html')).toMatch(/Bob[\s\S]*2026-2027/);
    expect(course.file('b.html')).not.toContain('Ada');
    course.edit({ 'slides/index.md': DEFAULTS.replace('2026-2027', '2027-2028') });
    await course.build();
    for (const page of ['a.html', 'b.html']) {
      expect(course.file(page)).toContain('2027-2028');
      expect(course.file(page)).not.toContain('2026-2027');
    }
  });

  test('are checked where they stand', async () => {
    const course = site({
      'slides/index.md': '---\ntitle: C\ndefaults:\n  release: soon\n---\n',
      'slides/01-a.md': '# X\n\nx\n',
    });
    const { written, found } = await course.build();
    expect(written).toBe(false);
    expect(found).toMatch(/^error \S+ slides\/index\.md:4:12 /);
  });
});

test('parts order lectures, pages and links, and what they leave out follows by number', async () => {
  const course = site({
    'slides/index.md': `---
title: Course
parts:
  - title: Basics
    items:
      - name: c
        week: 1
        date: 2026-09-21
        extra:
          - title: Recording
            url: https://example.org/recording
      - lab
  - title: Elsewhere
    items:
      - title: The book
        url: https://example.org/book
      - b
---
`,
    'slides/01-a.md': '---\ntitle: Lecture A\n---\n\n# X\n\nx\n',
    'slides/02-b.md': '---\ntitle: Lecture B\n---\n\n# X\n\nx\n',
    'slides/03-c.md': '---\ntitle: Lecture C\n---\n\n# X\n\nx\n',
    'slides/lab.md': '---\ntitle: The lab\n---\n\nx\n',
  });
  expect((await course.build()).found).toBe('');
  expect(names(course)).toEqual(['c', 'lab', 'b', 'a']);
  const home = course.file('index.html').replace(/^[\s\S]*<main/, '');
  const order = [
    'Basics',
    'Lecture C',
    'https://example.org/recording',
    'The lab',
    'Elsewhere',
    'The book',
    'Lecture B',
    'Lecture A',
  ];
  expect(order.map((word) => home.indexOf(word))).toEqual(order.map((word) => home.indexOf(word)).toSorted((a, b) => a - b));
  expect(order.filter((word) => !home.includes(word))).toEqual([]);
});

test('every way to write a link to a lecture leads to the deck from a deck, and to the reading view from a reading view', async () => {
  const links = ['02-b.md', 'b.html', './02-b.md', '02-b.html'].map((address) => `[lecture](${address})`).join(' ');
  const deep = ['02-b.md#far', 'b.html#far', 'b.html#/far'].map((address) => `[lecture](${address})`).join(' ');
  const course = site({
    'slides/01-a.md': `# A\n\n${links}\n\n${deep}\n`,
    'slides/02-b.md': '# B\n\n## Far\n\nx\n',
  });
  expect((await course.build()).found).toBe('');
  const hrefs = (page: string): readonly string[] =>
    [...course.file(page).matchAll(/<a href="([^"]*)"[^>]*>lecture</g)].map(([, href]) => href ?? '');
  expect(hrefs('a.html')).toEqual([
    ...Array.from({ length: 4 }, () => 'b.html'),
    ...Array.from({ length: 3 }, () => 'b.html#/far'),
  ]);
  expect(hrefs('read/a.html')).toEqual([
    ...Array.from({ length: 4 }, () => 'b.html'),
    ...Array.from({ length: 3 }, () => 'b.html#far'),
  ]);
});

test('a path is looked up from the lecture, then from the course, and never leaves it', async () => {
  const course = site({
    'slides/01-a.md': '# A\n\nSee ![near](near.svg) ![root](./assets/root.svg) ![up](../assets/root.svg) ![out](../../out.svg)\n',
    'slides/near.svg': '<svg/>',
    'assets/root.svg': '<svg/>',
  });
  const { found } = await course.build();
  expect(found.split('\n')).toHaveLength(1);
  expect(found).toMatch(/^warning \S+ slides\/01-a\.md:3:\d+ .*“\.\.\/\.\.\/out\.svg”/);
  expect(course.paths().filter((path) => path.startsWith('assets/'))).toEqual(['assets/root.svg', 'assets/slides/near.svg']);
});
