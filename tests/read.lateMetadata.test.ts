import { expect, test } from 'vitest';
import { readCourse } from '../src/read/readCourse.ts';
import { readLateMetadata } from '../src/read/readLateMetadata.ts';
import { describeDiagnostics } from './support/describeDiagnostics.ts';
import { OPTIONS } from './support/readFolder.ts';
import { renderSite } from './support/renderSite.ts';
import { writeFolder } from './support/writeFolder.ts';

const LATE = `---
title: First
notes: private
release: 2030-01-01
---

# One

---
title: Last
draft: true
---

text

---
notes: public
draft: no
release: 2020-01-01
from: markdown-smart
colour: red
---
`;

/** The only lecture of a course with this text. */
function read(text: string) {
  const [input] = readCourse({ ...OPTIONS, drafts: true, argument: writeFolder({ 'slides/01-a.md': text }) }).value.lectures;
  if (input === undefined) throw new Error('no lecture was read');
  return { input, said: describeDiagnostics(input.diagnostics, { 'slides/01-a.md': text }) };
}

test('the last of a key counts, but what is kept back stays back, and each is told at its place', () => {
  const { input, said } = read(LATE);
  const { title, draft, notes, release, extensions } = input.settings;
  expect({ title: title?.text, draft, notes, release, extensions }).toEqual({
    title: 'Last',
    draft: true,
    notes: 'private',
    release: '2030-01-01',
    extensions: undefined,
  });
  expect(LATE.slice(title?.span.start, title?.span.end)).toBe('Last');
  const joins = 'What stands between these rules joins the front matter, as in pandoc, and is on no slide.';
  const move = 'Move it to the first line of the file; or leave a blank line after the first “---” where it is a slide.';
  const first = 'Say it in the front matter, on the first lines of the file.';
  const out = 'would let out what is kept back before, and is not taken here.';
  expect(said.split('\n')).toEqual([
    `info late-metadata [---⏎title: Last⏎draft: true⏎---] ${joins} → ${move}`,
    `warning late-metadata [---⏎notes: public⏎draft: no⏎release: 2020-01-01⏎from: markdown-smart⏎colour: red⏎---] ${joins} → ${move}`,
    'info unknown-key [colour] “colour” is not a key of Lectern, and has no effect.',
    `warning late-metadata [public] “notes” ${out} → ${first}`,
    `warning late-metadata [no] “draft” ${out} → ${first}`,
    `warning late-metadata [2020-01-01] “release” ${out} → ${first}`,
    'warning late-metadata [markdown-smart] “from” says how the text is read, and stands too far down for that. → Move it to the first lines of the file.',
  ]);
});

test('Windows’ line ends and a byte order mark change nothing', () => {
  const windows = `\uFEFF${LATE.replaceAll('\n', '\r\n')}`;
  const { input, said } = read(windows);
  expect(input.late?.map(({ start, end }) => windows.slice(start, end).replaceAll('\r', ''))).toEqual([
    '---\ntitle: Last\ndraft: true\n---',
    '---\nnotes: public\ndraft: no\nrelease: 2020-01-01\nfrom: markdown-smart\ncolour: red\n---',
  ]);
  expect(said.replaceAll('␍', '')).toBe(read(LATE).said);
});

test('a block that cannot be read is an error where it may keep something back, and else a slide', () => {
  const broken = (key: string) => `# A\n\n---\n${key}: x\n  - y: [\n---\n`;
  expect(read(broken('draft')).input.diagnostics.map(({ severity }) => severity)).toContain('error');
  expect(read(broken('title')).said).toBe('');
});

test('reveal.js’s Markdown has no keys in the middle', () => {
  expect(read('---\ndialect: reveal\n---\n# A\n\n---\ntitle: x\n---\n').input.late).toBeUndefined();
});

test('lists know a title that stands further down, and nothing of a draft that says so further down', async () => {
  const pages = await renderSite({
    'slides/index.md': '---\ntitle: Course\n---\n',
    'slides/01-a.md': '# One\n\n---\ntitle: The *late* title\n---\n\ntext\n',
    'slides/02-b.md': '# Hidden words\n\n---\ndraft: true\n---\n\ntext\n',
  });
  expect(pages.get('index.html')).toContain('The late title');
  expect(pages.get('a.html')).toContain('<h1 class="title">The <em>late</em> title</h1>');
  expect([...pages.values()].join('').includes('Hidden words')).toBe(false);
});

test('a text of rules is read in one pass', () => {
  const text = `# A\n\n${'---\na: [\n\n'.repeat(2_000)}`;
  expect(readLateMetadata({ path: 'a.md', text }, 0).value).toEqual([]);
});
