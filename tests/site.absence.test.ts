import { describe, expect, test } from 'vitest';
import { type Site, site } from './support/site.ts';

const COURSE = {
  'slides/index.md': '---\ntitle: Course\n---\n\nBegin with [the draft](02-draft.md).\n',
  'slides/01-a.md':
    '---\ntitle: A\n---\n\n# Links\n\n[the draft](02-draft.md) and [the later one](03-later.md#part) and [B](04-b.md)\n',
  'slides/02-draft.md': '---\ntitle: Draft\ndraft: true\n---\n\n# Unfinished\n\nSome words.\n',
  'slides/03-later.md': '---\ntitle: Later\nrelease: 2026-12-01\n---\n\n# Part\n\nSome words.\n',
  'slides/04-b.md': '---\ntitle: B\nstatus: wip\neta: 2027-01-10\n---\n\n# B\n\nSome words.\n',
};

const published = (course: Site): readonly string[] =>
  course.manifest().lectures.flatMap((one) => ('deck' in one ? [one.name] : []));

describe('drafts and lectures of a later day', () => {
  test('are not in the site; links to them are text, and are reported', async () => {
    const course = site(COURSE);
    const { written, found } = await course.build();
    expect(written).toBe(true);
    expect(published(course)).toEqual(['a', 'b']);
    expect(course.paths().filter((path) => /draft|later/.test(path))).toEqual([]);
    for (const page of ['a.html', 'read/a.html']) {
      expect(course.file(page)).toContain('the draft and the later one and <a href="b.html">B</a>');
    }
    expect(course.file('index.html')).toContain('Begin with the draft.');
    expect(found.split('\n')).toEqual([
      'info absent-lecture slides/01-a.md:7:13 “Draft” is a draft, so this link becomes text.',
      'info absent-lecture slides/01-a.md:7:46 “Later” is published on 2026-12-01, and until then this link becomes text.',
      'info absent-lecture slides/index.md:5:24 “Draft” is a draft, so this link becomes text.',
    ]);
  });

  test('one with a date is on home and in the manifest without a link, a draft is nowhere', async () => {
    const course = site(COURSE);
    await course.build();
    expect(course.manifest().lectures).toContainEqual({ name: 'later', title: 'Later', status: null, release: '2026-12-01' });
    expect(course.manifest().lectures.map(({ name }) => name)).not.toContain('draft');
    expect(course.file('index.html')).toContain('Later');
    expect(course.file('index.html')).not.toContain('later.html');
    expect(course.file('index.html')).not.toContain('Draft');
  });

  test.each([
    ['2026-11-30', ['a', 'b']],
    ['2026-12-01', ['a', 'later', 'b']],
    ['2030-01-01', ['a', 'later', 'b']],
  ])('as of %s the lectures are %j', async (asOf, expected) => {
    const course = site(COURSE);
    await course.build({ asOf });
    expect(published(course)).toEqual(expected);
  });

  test('drafts are in with --drafts, a later day is not', async () => {
    const course = site(COURSE);
    await course.build({ drafts: true });
    expect(published(course)).toEqual(['a', 'draft', 'b']);
    expect(course.file('a.html')).toContain('<a href="draft.html">the draft</a>');
  });

  test('a draft that was published before leaves nothing behind', async () => {
    const course = site(COURSE);
    await course.build({ drafts: true, asOf: '2027-01-01' });
    expect(course.has('draft.html')).toBe(true);
    await course.build();
    expect(course.paths().filter((path) => /draft|later/.test(path))).toEqual([]);
  });

  test('their mistakes are told all the same', async () => {
    const course = site({ ...COURSE, 'slides/02-draft.md': '---\ntitle: D\ndraft: true\n---\n\n# X\n\n![x](nowhere.svg)\n' });
    expect((await course.build()).found).toContain('warning missing-image slides/02-draft.md:8:6 ');
  });

  test('a lecture in the making says so, and when it is expected', async () => {
    const course = site(COURSE);
    await course.build();
    expect(course.manifest().lectures).toContainEqual(expect.objectContaining({ name: 'b', status: 'wip' }));
    expect(course.file('index.html')).toContain('10 January 2027');
  });
});

describe('private notes', () => {
  const NOTES = {
    'slides/01-a.md': `# One

Shown.

::: {.notes .private}
Only for the one who speaks here today.
:::

::: notes
For everyone who reads.
:::
`,
    'slides/02-b.md': `---
title: B
notes: private
---

# Two

Shown.

::: notes
This one is kept back by the whole lecture.
:::

::: {.notes .public}
And this one is let out by itself.
:::
`,
  };
  const pages = ['a.html', 'read/a.html', 'b.html', 'read/b.html'];

  test('are not in the site', async () => {
    const course = site(NOTES);
    expect(await course.build()).toMatchObject({ written: true, found: '' });
    const all = pages.map(course.file).join('\n');
    expect(all).not.toContain('Only for the one');
    expect(all).not.toContain('kept back');
    expect(all).toContain('For everyone who reads.');
    expect(all).toContain('And this one is let out by itself.');
    expect(course.manifest().private).toBe(false);
    expect(all).not.toContain('noindex');
  });

  test('are in a copy for one’s own laptop, which says so', async () => {
    const course = site(NOTES);
    expect(await course.build({ privateNotes: true })).toMatchObject({ written: true, found: '' });
    expect(course.file('a.html')).toContain('Only for the one who speaks here today.');
    expect(course.file('b.html')).toContain('kept back');
    expect(course.manifest().private).toBe(true);
    for (const path of course.paths().filter((each) => each.endsWith('.html'))) {
      expect(`${path} ${course.file(path)}`).toContain('<meta name="robots" content="noindex');
    }
    expect(course.file('robots.txt')).toContain('Disallow: /');
  });

  test('do not show in the manifest as notes, nor in a slide’s hash', async () => {
    const course = site({ 'slides/01-a.md': '# One\n\nShown.\n' });
    await course.build();
    const before = course.slides('a');
    course.edit({ 'slides/01-a.md': '# One\n\nShown.\n\n::: {.notes .private}\nOnly for the one who speaks here today.\n:::\n' });
    await course.build();
    expect(course.slides('a')).toEqual(before);
  });

  test('inside other things are private too', async () => {
    const secret = '::: {.notes .private}\nOnly for the one who speaks here today.\n:::';
    const indented = secret.replaceAll('\n', '\n  ');
    const course = site({
      'slides/01-a.md': `# One\n\n:::: columns\n::: column\n${secret}\n\nx\n:::\n::::\n\n- item\n\n  ${indented}\n\n> ${secret.replaceAll('\n', '\n> ')}\n\n<div>\n\n${secret}\n\n</div>\n`,
    });
    expect((await course.build()).written).toBe(true);
    expect(['a.html', 'read/a.html'].map(course.file).join('')).not.toContain('Only for the one');
  });

  test('inside public ones stay private', async () => {
    const course = site({
      'slides/01-a.md':
        '# One\n\nx\n\n:::: notes\nSaid aloud.\n\n::: {.notes .private}\nOnly for the one who speaks here today.\n:::\n::::\n',
    });
    expect((await course.build()).written).toBe(true);
    const all = ['a.html', 'read/a.html'].map(course.file).join('');
    expect(all).toContain('Said aloud.');
    expect(all).not.toContain('Only for the one');
  });
});
