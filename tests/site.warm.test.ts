import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBuilder } from '../src/createBuilder.ts';
import type { Builder } from '../src/dev/builder.ts';
import { diagnoseInWords } from './support/diagnoseInWords.ts';
import { BUILD } from './support/program.ts';
import { site, TODAY } from './support/site.ts';

const COURSE = {
  'slides/index.md': '---\ntitle: Course\n---\n\nHello.\n',
  'slides/01-a.md': '# A\n\n[to B](02-b.md#b) ![x](assets/x.svg)\n',
  'slides/02-b.md': '---\ntitle: Bees\n---\n\n# B\n\nText. ![later](../assets/late.svg)\n',
  'slides/03-c.md': '# C\n\n![x](../assets/x.svg)\n\n::: {.notes .private}\nOnly said. ![](../assets/y.svg)\n:::\n',
  'assets/x.svg': '<svg/>',
  'assets/y.svg': '<svg/>',
};

/** One after another: what was saved, and in which files. */
const ROUNDS: readonly (readonly [what: string, files: Readonly<Record<string, string | null>>])[] = [
  ['the text of a lecture', { 'slides/01-a.md': '# A\n\nOther text. [to B](02-b.md#b) ![x](assets/x.svg)\n' }],
  ['the title of a lecture', { 'slides/02-b.md': '---\ntitle: Wasps\n---\n\n# B\n\nText. ![later](../assets/late.svg)\n' }],
  ['the address of a slide', { 'slides/02-b.md': '---\ntitle: Wasps\n---\n\n# Bee\n\nText. ![later](../assets/late.svg)\n' }],
  ['a figure that was missing', { 'assets/late.svg': '<svg/>' }],
  ['the bytes of a figure', { 'assets/x.svg': '<svg> </svg>' }],
  ['a figure that goes before another', { 'slides/assets/x.svg': '<svg>nearer</svg>' }],
  ['a figure that goes', { 'slides/assets/x.svg': null }],
  ['another figure that goes', { 'assets/x.svg': null }],
  [
    'the course',
    { 'slides/index.md': '---\ntitle: Another course\naccent: teal\ndefaults:\n  author: Ada\n---\n\nHello again.\n' },
  ],
  ['a new lecture', { 'slides/04-d.md': '# D\n\n[to A](01-a.md)\n' }],
  ['a draft', { 'slides/02-b.md': '---\ntitle: Wasps\ndraft: true\n---\n\n# Bee\n\nText.\n' }],
  ['an error', { 'slides/03-c.md': '---\ndraft: perhaps\n---\n\n# C\n\nText.\n' }],
  ['its end', { 'slides/03-c.md': '# C\n\nText.\n' }],
  ['a lecture that goes', { 'slides/02-b.md': null }],
  ['a public file', { 'public/extra.txt': 'x' }],
  [
    'a style sheet',
    { 'slides/01-a.md': '---\ncss: ../assets/a.css\n---\n\n# A\n\nText.\n', 'assets/a.css': 'p{background:url(y.svg)}' },
  ],
  ['what the style sheet loads', { 'assets/a.css': 'p{background:url(gone.svg)}' }],
];

test.each([
  ['drafts and private notes are in, as for lectern dev', true],
  ['they are not', false],
])('a warm round gives what a cold one does, byte for byte and word for word: %s', async (_, own) => {
  const course = site(COURSE);
  const start = (): Builder => builderOf(course.root, own);
  const warm = start();
  await warm.rebuild(null);
  for (const [what, files] of ROUNDS) {
    course.edit(files);
    const [after, cold] = [await warm.rebuild(Object.keys(files)), await start().rebuild(null)];
    expect({ what, report: after.report, failed: after.failed }).toEqual({ what, report: cold.report, failed: cold.failed });
    expect({ what, pages: Object.fromEntries(after.pages) }).toEqual({ what, pages: Object.fromEntries(cold.pages) });
    expect({ what, assets: Object.fromEntries(after.assets) }).toEqual({ what, assets: Object.fromEntries(cold.assets) });
  }
});

test('a round says which pages are not what they were', async () => {
  const course = site(COURSE);
  const warm = builderOf(course.root, true);
  await warm.rebuild(null);
  expect((await warm.rebuild([])).changed).toEqual([]);
  course.edit({ 'slides/03-c.md': COURSE['slides/03-c.md'].replace('# C\n', '# C\n\nOther.\n') });
  const { changed } = await warm.rebuild(['slides/03-c.md']);
  const isSearch = (path: string): boolean => path.startsWith('_lectern/search/');
  // home and the page of the whole course know what each lecture says, so that they can tell what is new
  expect(changed.filter((path) => !isSearch(path)).sort()).toEqual([
    'c.html',
    'index.html',
    'lectern.json',
    'read/all.html',
    'read/c.html',
  ]);
  expect(changed.filter(isSearch)).toContain('_lectern/search/table.js');
  course.edit({ 'slides/03-c.md': null });
  expect((await warm.rebuild(['slides/03-c.md'])).changed).toContain('c.html');
});

test('a round says which slide was saved', async () => {
  const course = site({
    'slides/01-a.md':
      '---\ntitle: A\n---\n\n# One\n\n## First\n\nText.\n\n::: notes\nSaid.\n:::\n\n## Second\n\nText.\n\n---\n\nNo name.\n',
    'slides/guide.md': '# Guide\n\n## Part\n\nText.\n',
  });
  const warm = builderOf(course.root, true);
  expect((await warm.rebuild(null)).saved).toBe(null);
  const source = readFileSync(join(course.root, 'slides/01-a.md'), 'utf8');
  const save = async (files: Readonly<Record<string, string>>) => {
    course.edit(files);
    return (await warm.rebuild(Object.keys(files))).saved;
  };
  const place = { deck: 'a.html', read: 'read/a.html' };
  expect(await save({ 'slides/01-a.md': source.replace('Said', 'Spoken') })).toEqual({ ...place, number: 3, slide: 'first' });
  expect(await save({ 'slides/01-a.md': source })).toEqual({ ...place, number: 3, slide: 'first' });
  expect(await save({ 'slides/01-a.md': source.replace('## Second', '## New\n\n## Second') })).toMatchObject({
    number: 4,
    slide: 'new',
  });
  expect(await save({ 'slides/01-a.md': source })).toMatchObject({ slide: 'second' });
  expect(await save({ 'slides/01-a.md': source.replace('No name', 'None') })).toMatchObject({ number: 5, slide: null });
  expect(await save({ 'slides/01-a.md': source.replace('title: A', 'title: B') })).toMatchObject({
    number: 1,
    slide: 'title-slide',
  });
  expect(await save({ 'slides/01-a.md': source.replace('title: A', 'title: B') })).toBe(null);
  expect(await save({ 'slides/guide.md': '# Guide\n\n## Part\n\nOther.\n' })).toMatchObject({
    deck: null,
    read: 'read/guide.html',
    slide: 'guide',
  });
  expect(await save({ 'slides/guide.md': '# Guide\n', 'slides/01-a.md': source })).toBe(null);
});

function builderOf(root: string, own: boolean): Builder {
  const options = {
    argument: root,
    out: join(root, 'dist'),
    client: join(BUILD, 'client'),
    onProgress: () => {},
    build: { asOf: TODAY, drafts: own, privateNotes: own, slideLevel: null, url: null, dev: true, version: '0.0.0' },
  };
  return createBuilder(root, options, false, ({ diagnostics }) => ({
    ...{ report: diagnoseInWords(diagnostics, root), problems: [], more: 0 },
  }));
}
