import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCourse } from '../src/read/readCourse.ts';
import { readIntroduction } from '../src/read/readIntroduction.ts';
import { OPTIONS, readFolder } from './support/readFolder.ts';
import { writeFolder } from './support/writeFolder.ts';

const kinds = ({ lectures }: ReturnType<typeof readFolder>): string =>
  lectures.map(({ entry }) => `${entry.address}: ${entry.kind}${entry.absence ? `, ${entry.absence}` : ''}`).join('\n');

test('a course in slides/ has lectures by number, and pages', () => {
  const course = readFolder({
    'slides/index.md': '---\ntitle: Data\n---\nWelcome.\n',
    'slides/02-roles.md': '',
    'slides/01-lifecycle.md': '',
    'slides/study-guide.md': '',
    'slides/extra.md': '---\nkind: lecture\n---\n',
    'slides/_old.md': '',
    'slides/.hidden.md': '',
    'slides/README.md': '',
    'notes.md': '',
  });
  expect(kinds(course)).toBe('lifecycle: lecture\nroles: lecture\nextra: lecture\nstudy-guide: page');
  expect(course.folder).toBe('slides');
  expect(course.introduction).toMatchObject({ path: 'slides/index.md' });
  expect(course.account).toEqual([]);
  expect(course.lectures[0]?.entry).toMatchObject({ source: 'slides/01-lifecycle.md', number: '01', title: '', subtitle: null });
});

test('any folder is a course, and the first build says what it took for what', () => {
  const course = readFolder({
    '01-intro.md': '',
    '02-roles.md': '',
    'lab.md': '',
    '03-guest-talk.pdf': 'x',
    'README.md': '',
    'LICENSE.md': '',
    'contributing.md': '',
    'node_modules/x/01-y.md': '',
    'dist/lectern.json': '{}',
    'dist/01-z.md': '',
  });
  expect(kinds(course)).toBe('intro: lecture\nroles: lecture\nguest-talk: file\nlab: page');
  expect(course.account).toEqual([
    '2 lectures: 01-intro.md, 02-roles.md',
    '1 page: lab.md',
    '1 guest lecture: 03-guest-talk.pdf',
    'left alone: LICENSE.md, README.md, contributing.md',
    'no index.md: the title is “My course”, after the folder',
  ]);
  expect(course.settings.title).toBe('My course');
  expect(course.lectures[2]?.entry).toMatchObject({
    title: 'Guest talk',
    file: '03-guest-talk.pdf',
    source: '03-guest-talk.pdf',
  });
});

test('of many lectures the account names the first', () => {
  const files = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`0${at}-l${at}.md`, '']));
  expect(readFolder(files).account[0]).toBe('9 lectures: 00-l0.md, 01-l1.md, 02-l2.md, 03-l3.md, 04-l4.md, 05-l5.md and 3 more');
});

test('where no file has a number, each is a lecture', () => {
  expect(kinds(readFolder({ 'b.md': '', 'a.md': '', '3-tier.md': '' }))).toBe('3-tier: lecture\na: lecture\nb: lecture');
});

test('folders stay in the address, and do not decide for one another', () => {
  const course = readFolder({ 'gpu/01-kernels.md': '', 'gpu/lab.md': '', 'gpu/extra/quiz.md': '', 'design/Talk A.md': '' });
  expect(kinds(course)).toBe('design/talk-a: lecture\ngpu/kernels: lecture\ngpu/lab: page\ngpu/extra/quiz: page');
});

test('an index.md with a key of the course is the course, and one without is a lecture named after its folder', () => {
  const course = readFolder({ 'index.md': '---\ntitle: A\naccent: teal\n---\n', 'x.md': '' });
  expect([course.settings.title, course.addresses, course.account.at(-1)]).toEqual(['A', 'x', 'the course: index.md']);
  const lecture = readFolder({ 'index.md': '---\ntitle: A\n---\n', 'x.md': '', '2024-06-24-talk/index.md': '' });
  expect([lecture.settings.index, lecture.addresses]).toEqual([null, '2024-06-24-talk my-course x']);
});

test('one file is a course of one, with the keys of both', () => {
  const course = readFolder(
    { 'talk.md': '---\ntitle: My talk\naccent: teal\ncss: a.css\n---\n', 'other.md': '' },
    { argument: 'talk.md' },
  );
  expect([course.addresses, course.settings.title, course.settings.accent, course.found]).toEqual([
    'talk',
    'My talk',
    'teal',
    '',
  ]);
  expect([course.settings.css, course.lectures[0]?.settings.css[0]?.address]).toEqual([[], 'a.css']);
  expect(readFolder({ 'my-talk.md': '' }, { argument: 'my-talk.md' }).settings.title).toBe('My talk');
});

test('a PDF that a lecture names, or that stands beside one of its name, is no lecture of its own', () => {
  const course = readFolder({
    'slides/index.md': '',
    'slides/01-roles.md': '',
    'slides/01-roles.pdf': 'x',
    'slides/04-guest.md': '---\nfile: 09-other.pdf\n---\n',
    'slides/09-other.pdf': 'x',
    'slides/assets/05-paper.pdf': 'x',
  });
  expect(kinds(course)).toBe('roles: lecture\nguest: file');
  expect(course.lectures[1]?.entry.file).toBe('slides/09-other.pdf');
});

test('a guest lecture’s file is looked up from its folder, then from the root, and may be an address', () => {
  const file = (keys: string): string | null =>
    readFolder({ 'slides/index.md': '', 'slides/a.md': `---\n${keys}\n---\n`, 'assets/talk.pdf': 'x' }).lectures[0]?.entry.file ??
    null;
  expect(file('file: ../assets/talk.pdf')).toBe('assets/talk.pdf');
  expect(file('file: assets/talk.pdf')).toBe('assets/talk.pdf');
  expect(file('file: https://example.org/talk')).toBe('https://example.org/talk');
});

test('parts come first in their order, then the others by number, absent ones among them', () => {
  const course = readFolder({
    'slides/index.md':
      '---\nparts:\n  - {title: A, items: [roles, {title: Tool, url: "https://example.org"}]}\n  - lab.md\n---\n',
    'slides/01-intro.md': '---\ndraft: true\n---\n',
    'slides/02-roles.md': '',
    'slides/10-end.md': '---\nrelease: 2026-11-21\n---\n',
    'slides/09-ops.md': '---\nrelease: 2026-11-20\n---\n',
    'slides/lab.md': '',
  });
  expect(kinds(course)).toBe('roles: lecture\nlab: page\nintro: lecture, draft\nops: lecture\nend: lecture, unreleased');
  expect(course.settings.parts.map((part) => [part.title, part.items.map((item) => `${item.kind} ${item.target}`)])).toEqual([
    ['A', ['lecture roles', 'link https://example.org']],
    [null, ['lecture lab']],
  ]);
});

test('details of a part’s item are kept as they are written', () => {
  const item =
    '{name: 01-a, title: Start, week: 02, date: 21 September, extra: [{title: Recording, url: "https://example.org/r"}]}';
  const { settings } = readFolder({ 'slides/index.md': `---\nparts: [${item}]\n---\n`, 'slides/01-a.md': '' });
  expect(settings.parts[0]?.items[0]).toMatchObject({
    ...{ kind: 'lecture', target: 'a', title: 'Start', week: '02', date: '21 September' },
    extra: [{ title: 'Recording', url: 'https://example.org/r' }],
  });
});

test('drafts are there when they are asked for, and unreleased lectures are not', () => {
  const files = {
    'slides/index.md': '',
    'slides/01-a.md': '---\ndraft: true\n---\n',
    'slides/02-b.md': '---\nrelease: 2999-01-01\n---\n',
  };
  expect(kinds(readFolder(files, { drafts: true }))).toBe('a: lecture\nb: lecture, unreleased');
  expect(kinds(readFolder(files, { asOf: '2999-01-01' }))).toBe('a: lecture, draft\nb: lecture');
});

test('the command line’s slide level goes over a lecture’s own', () => {
  const files = { 'slides/index.md': '', 'slides/01-a.md': '---\nslide-level: 2\n---\n' };
  expect(readFolder(files).lectures[0]?.settings.slideLevel).toBe(2);
  expect(readFolder(files, { slideLevel: 0 }).lectures[0]?.settings.slideLevel).toBe(0);
});

test('two lectures at one address are an error, and the other’s own troubles are told', () => {
  const course = readFolder({ 'slides/index.md': '', 'slides/01-roles.md': '', 'slides/02-Roles.md': '---\ntitel: A\n---\n' });
  expect(course.found).toBe(
    [
      'warning unknown-key [titel] “titel” is not a key of Lectern. → Write “title” if that is meant.',
      'error same-address slides/02-Roles.md “slides/02-Roles.md” and “slides/01-roles.md” would both stand at “roles”. → Give one of them another name. + slides/01-roles.md This is the other.',
    ].join('\n'),
  );
  expect(course.addresses).toBe('roles');
});

test('addresses that the site needs for itself are refused', () => {
  const { found } = readFolder({ 'slides/index.md': '', 'slides/01-Speaker.md': '', 'slides/read/01-a.md': '' });
  expect(found).toBe(
    [
      'error reserved-address slides/01-Speaker.md “slides/01-Speaker.md” would stand at “speaker”, and “speaker” is the site’s own. → Give it another name.',
      'error reserved-address slides/read/01-a.md “slides/read/01-a.md” would stand at “read/a”, and “read/” is the site’s own. → Give it another name.',
    ].join('\n'),
  );
});

test('mkslides.yml is read: its title, its separators over mkslides’ own, and what is ours of its options', () => {
  const text = 'index:\n  title: My slides\nslides:\n  separator_notes: "^Note:"\n  theme: white\nrevealjs:\n  width: 900\n';
  const course = readFolder({ 'mkslides.yml': text, 'slides/a.md': '' });
  expect([course.settings.title, course.lectures[0]?.settings.width]).toEqual(['My slides', 900]);
  expect(course.lectures[0]?.settings.reveal).toMatchObject({
    slide: { pattern: '^\\s*---\\s*$' },
    vertical: { pattern: '^\\s*-v-\\s*$' },
    notes: { pattern: '^Note:' },
  });
  expect(course.found).toBe(
    'info foreign-theme [white] “theme: white” is a light theme of reveal.js, and decks have a look of their own.',
  );
});

test('reveal-md.json is read, and index.md goes over it', () => {
  const text = '{ "title": "T", "css": ["a.css"], "revealOptions": { "transition": "fade" }, "verticalSeparator": "^\\n\\n" }';
  const course = readFolder({ 'reveal-md.json': text, 'index.md': '---\ndefaults: {transition: zoom}\n---\n', 'a.md': '' });
  expect(course.lectures[0]?.settings).toMatchObject({ transition: 'zoom', css: [{ address: 'a.css' }] });
  expect(course.lectures[0]?.settings.reveal).toMatchObject({
    slide: { pattern: '\\r?\\n---\\r?\\n' },
    vertical: { pattern: '^\n\n' },
    notes: { pattern: 'note:' },
  });
  expect(course.found).toBe('');
});

test('every option of mkslides is honoured, or listed as without effect', () => {
  const text = `index:
  favicon: a.ico
  template: t.jinja
  theme: index.css
  title: Index
slides:
  charset: utf-8
  favicon: a.ico
  highlight_theme: vs
  preprocess_script: p.py
  separator: ^==$
  separator_notes: ^N$
  separator_vertical: ^=-$
  template: t.jinja
  theme: dracula
revealjs:
  history: true
  slideNumber: c/t
  width: 1000
  height: 500
  transition: fade
plugins:
  - name: RevealMermaid
    extra_javascript: [a.js]
`;
  const course = readFolder({ 'mkslides.yml': text, 'a.md': '' });
  expect(course.lectures[0]?.settings).toMatchObject({ width: 1000, height: 500, transition: 'fade' });
  expect(course.lectures[0]?.settings.reveal).toMatchObject({
    slide: { pattern: '^==$' },
    vertical: { pattern: '^=-$' },
    notes: { pattern: '^N$' },
  });
  expect(course.found.split('\n')).toEqual([
    'info foreign-theme [dracula] “theme: dracula” is a dark theme of reveal.js, and decks have a look of their own. → Write “scheme: dark” for the course where its decks should be dark.',
    'info foreign-theme [index.css] “index.theme: index.css” is a style sheet for reveal.js, and decks have a look of their own. → Write “css: index.css” where what it says should hold here too.',
    'info key-without-effect [charset] “charset”, “favicon”, “highlight_theme”, “preprocess_script”, “template”, “plugins”, “index.favicon”, “index.template”, “revealjs.history” and “revealjs.slideNumber” are accepted, and without effect.',
  ]);
});

test('mkslides’ nav is the order of the course, and index.md goes over it', () => {
  const nav = `index:
  nav:
    - b.md
    - First: a.md
    - More:
        - c.md
        - Deeper: [d.md]
        - Site: https://example.org/
    - nowhere.md
`;
  const files = { 'a.md': '', 'b.md': '', 'c.md': '', 'd.md': '', 'e.md': '' };
  const course = readFolder({ 'mkslides.yml': nav, ...files });
  expect(course.settings.parts.map(({ title, items }) => [title, items.map((item) => [item.title, item.target])])).toEqual([
    [
      null,
      [
        [null, 'b'],
        ['First', 'a'],
      ],
    ],
    [
      'More',
      [
        [null, 'c'],
        [null, 'd'],
        ['Site', 'https://example.org/'],
      ],
    ],
  ]);
  expect(course.lectures.map(({ entry }) => entry.address)).toEqual(['b', 'a', 'c', 'd', 'e']);
  expect(course.found).toContain('[nowhere.md] There is no lecture “nowhere.md”.');
  const own = readFolder({ 'mkslides.yml': nav, 'index.md': '---\nparts: [e]\n---\n', ...files });
  expect(own.lectures.map(({ entry }) => entry.address)).toEqual(['e', 'a', 'b', 'c', 'd']);
});

test('every option of reveal-md is honoured, or listed as without effect', () => {
  const text = JSON.stringify({
    ...{ absoluteUrl: 'https://example.org', assetsDir: '_assets', css: 'a.css,b.css', disableAutoOpen: true, featuredSlide: 1 },
    ...{ glob: '**/*.md', highlightTheme: 'vs', host: 'localhost', listingTemplate: 'l.html', mermaid: {}, port: 1948 },
    ...{ preprocessor: 'p.js', print: true, printSize: 'A4', puppeteerLaunchArgs: '', scripts: ['a.js'], static: true },
    ...{ staticDir: '_static', staticDirs: [], template: 't.html', theme: 'theme/own.css', title: 'T', watch: true },
    ...{ notesSeparator: '^N$', separator: '^==$', verticalSeparator: '^=-$', revealOptions: { progress: true, width: 1000 } },
  });
  const course = readFolder({
    ...{ 'reveal-md.json': text, 'reveal.json': '{"width": 800, "height": 500, "controls": false}', 'a.md': '' },
  });
  expect(course.settings.title).toBe('T');
  expect(course.lectures[0]?.settings).toMatchObject({
    width: 1000,
    height: 500,
    css: [{ address: 'a.css' }, { address: 'b.css' }],
  });
  expect(course.lectures[0]?.settings.reveal).toMatchObject({
    slide: { pattern: '^==$' },
    vertical: { pattern: '^=-$' },
    notes: { pattern: '^N$' },
  });
  expect(course.found.split('\n').map((line) => line.replace(/ is accepted.*| are accepted.*/, ''))).toEqual([
    'info foreign-theme ["theme/own.css"] “theme: theme/own.css” is a style sheet for reveal.js, and decks have a look of their own. → Write “css: theme/own.css” where what it says should hold here too.',
    'info key-without-effect ["absoluteUrl"] “absoluteUrl”, “assetsDir”, “disableAutoOpen”, “featuredSlide”, “glob”, “highlightTheme”, “host”, “listingTemplate”, “mermaid”, “port”, “preprocessor”, “print”, “printSize”, “puppeteerLaunchArgs”, “scripts”, “static”, “staticDir”, “staticDirs”, “template”, “watch” and “revealOptions.progress”',
    'info key-without-effect ["controls"] “revealOptions.controls”',
  ]);
});

test('reveal.json alone makes a course of reveal-md, and a file with comments is not read', () => {
  const course = readFolder({ 'reveal.json': '{"transition": "zoom"}', 'reveal-md.json5': '// x', 'a.md': '' });
  expect(course.lectures[0]?.settings).toMatchObject({ transition: 'zoom', reveal: { notes: { pattern: 'note:' } } });
  expect(course.found).toBe(
    'warning unread-options reveal-md.json5 “reveal-md.json5” is JSON with comments, which is not read. → Write it as “reveal-md.json”, without comments.',
  );
});

test('a lecture may be in pandoc’s Markdown beside a file of reveal-md', () => {
  const course = readFolder({ 'reveal-md.json': '{}', 'a.md': '---\ndialect: pandoc\n---\n', 'b.md': '' });
  expect(course.lectures.map(({ settings }) => settings.reveal === null)).toEqual([true, false]);
});

test('a folder without lectures, and one that is not there', () => {
  expect(readFolder({ 'README.md': '' }).found).toBe(
    'error no-lectures - There is no lecture in “my-course”. → Put a Markdown file there, such as “slides/01-introduction.md”.',
  );
  expect(readFolder({}, { argument: 'nowhere' }).found).toBe('error no-lectures - There is no “nowhere”.');
});

test('a file that is not UTF-8 is told, and read as far as it goes', () => {
  const root = writeFolder({ 'slides/index.md': '' });
  writeFileSync(join(root, 'slides/01-a.md'), Buffer.from('---\ntitle: \xe9t\xe9\n---\n', 'latin1'));
  const [lecture] = readCourse({ ...OPTIONS, argument: root }).value.lectures;
  expect(lecture?.diagnostics[0]).toMatchObject({
    severity: 'warning',
    message: 'Here are bytes that are not UTF-8, and cannot be shown.',
  });
});

test('links that lead out of the course, or in a circle, are not followed', () => {
  const outside = writeFolder({ '01-secret.md': '' });
  const root = writeFolder({ 'slides/index.md': '', 'slides/01-a.md': '' });
  symlinkSync(outside, join(root, 'slides/out'));
  symlinkSync(join(outside, '01-secret.md'), join(root, 'slides/02-secret.md'));
  symlinkSync(root, join(root, 'slides/again'));
  expect(readCourse({ ...OPTIONS, argument: root }).value.lectures.map(({ entry }) => entry.source)).toEqual(['slides/01-a.md']);
});

test('the output folder is never read', () => {
  const root = writeFolder({ 'a.md': '', 'site/b.md': '' });
  const { value } = readCourse({ ...OPTIONS, argument: root, out: join(root, 'site') });
  expect(value.lectures.map(({ entry }) => entry.address)).toEqual(['a']);
});

test('the introduction comes with the place of its front matter', () => {
  const root = writeFolder({ 'slides/index.md': '---\ntitle: A\n---\nWelcome.\n' });
  const { source, block } = readIntroduction(root, 'slides/index.md');
  expect(source.text.slice(block?.end)).toBe('\nWelcome.\n');
});

test('a thousand lectures are all read', () => {
  const text = `---\ntitle: A\nauthor: B\ndate: 2026-2027\n---\n\n${'## Slide\n\ntext\n\n'.repeat(36)}`;
  const root = writeFolder(Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`slides/l${at}.md`, text])));
  expect(readCourse({ ...OPTIONS, argument: root }).value.lectures).toHaveLength(1000);
});
