import { expect, test } from 'vitest';
import { site } from './support/site.ts';

const COURSE = {
  'slides/index.md': '---\ntitle: Data at work\nlang: en\n---\n\nWelcome.\n',
  'slides/01-first-steps.md': `---
title: "1. First *steps*"
subtitle: "A<br/>B"
author: Ada
---

Words before any section.

# Why

## Because

- one
- two

![A square](../assets/figure.svg)

::: notes
Spoken.
:::

---

No heading here. [More of the loop](02-next.md#loop-1)

. . .

Later.
`,
  'slides/02-next.md': '# Loop\n\nText.\n\n# Loop\n\nAgain.\n',
  'slides/03-guest.pdf': '%PDF-1.4 guest',
  'slides/04-later.md': '---\ntitle: Later\nstatus: wip\nrelease: 2027-01-01\n---\n\n# Secret\n\nWords.\n',
  'slides/05-draft.md': '---\ntitle: Never said\ndraft: true\n---\n\n# Hidden\n\nWords.\n',
  'slides/study-guide.md': '---\ntitle: Study guide\n---\n\n# How to pass\n\nRead.\n\n## Weekly\n\nAlso.\n',
  'assets/figure.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};
const hash = expect.stringMatching(/^[0-9a-f]{12}$/);
const plain = { kind: 'slide', notes: false, steps: 1, hash };

test('the manifest says what is in the site: all of it, and of a lecture that is not out yet only that it will be', async () => {
  const course = site(COURSE);
  expect(await course.build()).toEqual({ written: true, found: '', account: [] });
  expect(course.manifest()).toStrictEqual({
    version: 1,
    private: false,
    course: { title: 'Data at work', lang: 'en' },
    lectures: [
      {
        name: 'first-steps',
        source: 'slides/01-first-steps.md',
        title: 'First steps',
        deck: 'first-steps.html',
        read: 'read/first-steps.html',
        file: null,
        status: null,
        release: null,
        kind: 'lecture',
        sections: [
          {
            id: null,
            title: null,
            slides: [
              { ...plain, id: 'title-slide', number: 1, kind: 'cover', title: '1. First steps', line: 1 },
              { ...plain, id: null, number: 2, title: '', line: 7 },
            ],
          },
          {
            id: 'why',
            title: 'Why',
            slides: [
              { ...plain, id: 'why', number: 3, kind: 'title', title: 'Why', line: 9 },
              { ...plain, id: 'because', number: 4, title: 'Because', line: 11, notes: true },
              { ...plain, id: null, number: 5, title: '', line: 22, steps: 2 },
            ],
          },
        ],
      },
      {
        name: 'next',
        source: 'slides/02-next.md',
        title: 'Loop',
        deck: 'next.html',
        read: 'read/next.html',
        file: null,
        status: null,
        release: null,
        kind: 'lecture',
        sections: [
          {
            id: null,
            title: null,
            slides: [
              { ...plain, id: 'loop', number: 1, title: 'Loop', line: 1 },
              { ...plain, id: 'loop-1', number: 2, title: 'Loop', line: 5 },
            ],
          },
        ],
      },
      {
        name: 'guest',
        source: 'slides/03-guest.pdf',
        title: 'Guest',
        deck: null,
        read: null,
        file: 'assets/slides/03-guest.pdf',
        status: null,
        release: null,
        kind: 'file',
        sections: [],
      },
      { name: 'later', title: 'Later', status: 'wip', release: '2027-01-01' },
      {
        name: 'study-guide',
        source: 'slides/study-guide.md',
        title: 'Study guide',
        deck: null,
        read: 'read/study-guide.html',
        file: null,
        status: null,
        release: null,
        kind: 'page',
        sections: [{ id: null, title: null, slides: [{ ...plain, id: null, number: 1, title: '', line: 5 }] }],
      },
    ],
  });
});

test('the site has these files and no others, beside what comes with Lectern', async () => {
  const course = site({ ...COURSE, 'public/robots-of-ours.txt': 'hello', 'assets/unused.svg': '<svg/>', 'notes.txt': 'x' });
  await course.build();
  expect(course.paths()).toEqual([
    '.nojekyll',
    '01-first-steps.html',
    '02-next.html',
    '404.html',
    'assets/figure.svg',
    'assets/slides/03-guest.pdf',
    'first-steps.html',
    'index.html',
    'lectern.json',
    'next.html',
    'read/all.html',
    'read/first-steps.html',
    'read/index.html',
    'read/next.html',
    'read/study-guide.html',
    'robots-of-ours.txt',
    'robots.txt',
    'speaker.html',
  ]);
});

test('a sitemap needs the address of the site', async () => {
  const course = site({ 'slides/01-a.md': '# A\n\nText.\n' });
  await course.build();
  expect(course.has('sitemap.xml')).toBe(false);
  await course.build({ url: 'https://example.org/course/' });
  expect(course.file('sitemap.xml')).toContain('<loc>https://example.org/course/a.html</loc>');
});

// ---- hash

const SLIDE = '# One\n\nText with ![a figure](../assets/figure.svg) in it.\n';
const hashOf = async (files: Readonly<Record<string, string>>): Promise<string | undefined> => {
  const course = site({ 'assets/figure.svg': '<svg/>', ...files });
  await course.build();
  return course.slides('a').find(({ title }) => title === 'One')?.hash;
};

test('the hash of a slide is the same whatever its notes, its place, its number, its theme and the course around it', async () => {
  const hashes = [
    { 'slides/01-a.md': SLIDE },
    { 'slides/01-a.md': `${SLIDE}\n::: notes\nSpoken.\n:::\n` },
    { 'slides/01-a.md': `${SLIDE}\n::: {.notes .private}\nThought of, and never said.\n:::\n` },
    { 'slides/01-a.md': `${SLIDE}\n<!-- An afterthought of the author -->\n` },
    { 'slides/01-a.md': `# Zero\n\nBefore.\n\n${SLIDE}` },
    { 'slides/07-a.md': `\n\n\n${SLIDE}` },
    { 'slides/01-a.md': SLIDE.replaceAll('\n', '\r\n') },
    {
      'slides/01-a.md': SLIDE,
      'slides/index.md': '---\ntitle: Dark\nscheme: dark\naccent: teal\ncss: ../assets/x.css\n---\n',
      'assets/x.css': 'p{}',
    },
    { 'a.md': SLIDE.replace('../', '') },
  ].map(hashOf);
  const [first, ...rest] = await Promise.all(hashes);
  expect(first).toMatch(/^[0-9a-f]{12}$/);
  // the address of the figure is written otherwise in the last, and is part of the slide
  expect(rest.slice(0, -1)).toEqual(rest.slice(0, -1).map(() => first));
});

test('the hash of a slide is another with other text, other markup, or other bytes of an asset', async () => {
  const hashes = await Promise.all(
    [
      { 'slides/01-a.md': SLIDE },
      { 'slides/01-a.md': SLIDE.replace('Text', 'Texts') },
      { 'slides/01-a.md': SLIDE.replace('Text', '*Text*') },
      { 'slides/01-a.md': SLIDE.replace('# One', '# One {.wide}') },
      { 'slides/01-a.md': SLIDE.replace('a figure', 'the figure') },
      { 'slides/01-a.md': SLIDE, 'assets/figure.svg': '<svg> </svg>' },
    ].map(hashOf),
  );
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('the hash of a cover follows what stands on it', async () => {
  const cover = async (front: string): Promise<string | undefined> => {
    const course = site({ 'slides/01-a.md': `---\n${front}\n---\n\n# One\n\nText.\n` });
    await course.build();
    return course.slides('a')[0]?.hash;
  };
  expect(await cover('title: A\nduration: 5')).toBe(await cover('title: A\ntags: x'));
  expect(await cover('title: A')).not.toBe(await cover('title: A\nsubtitle: B'));
  expect(await cover('title: A')).not.toBe(await cover('title: A\nauthor: C'));
});
