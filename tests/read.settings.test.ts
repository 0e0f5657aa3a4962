import { expect, test } from 'vitest';
import type { LectureSettings } from '../src/model/settings.ts';
import { readFolder } from './support/readFolder.ts';

/** The settings of one lecture, and its text. */
function settingsOf(keys: string, index = ''): { settings: LectureSettings; text: string } {
  const text = `---\n${keys}\n---\n`;
  const { lectures } = readFolder({ 'slides/index.md': index, 'slides/01-a.md': text });
  if (!lectures[0]) throw new Error('There is no lecture.');
  return { settings: lectures[0].settings, text };
}

test('a lecture that says nothing has the defaults', () => {
  const { settings } = settingsOf('');
  expect(settings).toMatchObject({
    title: null,
    authors: [],
    lang: 'en',
    draft: false,
    kind: 'lecture',
    notes: 'public',
    slideLevel: null,
  });
  expect(settings).toMatchObject({
    width: 1280,
    height: 720,
    transition: 'none',
    incremental: false,
    tags: [],
    css: [],
    file: null,
  });
  expect(settings.spans.size).toBe(0);
});

test('a text knows where its characters stand, in quotes or not', () => {
  const { settings, text } = settingsOf('title: Life *cycle*\nsubtitle: "A<br/>B"\ndate: 012');
  for (const value of [settings.title, settings.subtitle, settings.date]) {
    expect(text.slice(value?.offset ?? -1).startsWith(value?.text ?? '-')).toBe(true);
  }
  expect(settings.subtitle?.text).toBe('A<br/>B');
  expect(text.slice(settings.subtitle?.span.start, settings.subtitle?.span.end)).toBe('"A<br/>B"');
  expect(settings.date?.text).toBe('012');
});

test('a text with escapes, or over several lines, has no offset', () => {
  const { settings } = settingsOf(`title: "A \\"B\\""\nsubtitle: >\n  one\n  two`);
  expect(settings.title).toMatchObject({ text: 'A "B"', offset: null });
  expect(settings.subtitle).toMatchObject({ text: 'one two', offset: null });
});

test('authors are one name, several, or maps with a name', () => {
  const names = (keys: string): readonly string[] => settingsOf(keys).settings.authors.map((author) => author.text);
  expect(names('author: A & B')).toEqual(['A & B']);
  expect(names('author:\n  - A\n  - name: B\n    affiliation: C')).toEqual(['A', 'B']);
  expect(names('author: {name: A}')).toEqual(['A']);
});

test('tags are a list, or words with commas', () => {
  expect(settingsOf('tags: [a, b]').settings.tags).toEqual(['a', 'b']);
  expect(settingsOf('tags: a,b, c d').settings.tags).toEqual(['a', 'b', 'c d']);
});

test('truth is also spelt yes and on, as pandoc reads it', () => {
  expect(settingsOf('draft: yes').settings.draft).toBe(true);
  expect(settingsOf('draft: "On"').settings.draft).toBe(true);
  expect(settingsOf('draft: no').settings.draft).toBe(false);
});

test('a wrong value keeps back what may have been meant to be kept back', () => {
  expect(settingsOf('draft: maybe').settings.draft).toBe(true);
  expect(settingsOf('release: soon').settings.draft).toBe(true);
  expect(settingsOf('notes: hidden').settings.notes).toBe('private');
});

test('the names of other programs are taken where ours are not given', () => {
  const { settings } = settingsOf('width: 800\nlanguage: nl\nrevealjs: {width: 900, height: 600}');
  expect(settings).toMatchObject({ width: 800, height: 600, lang: 'nl' });
});

test('attributes of the cover carry references where they are paths', () => {
  const { settings, text } = settingsOf(
    'title-slide-attributes:\n  class: dark big\n  data-background-image: ./a.png\n  background-color: red',
  );
  const { classes, pairs } = settings.titleSlideAttributes;
  expect(classes).toEqual(['dark', 'big']);
  expect(pairs.map((pair) => [pair.key, pair.value, pair.reference?.role ?? null])).toEqual([
    ['data-background-image', './a.png', 'image'],
    ['background-color', 'red', null],
  ]);
  const [image] = pairs;
  expect(text.slice(image?.span.start, image?.span.end)).toBe('data-background-image: ./a.png');
  expect(text.slice(image?.reference?.span.start, image?.reference?.span.end)).toBe('./a.png');
});

test('defaults of the course hold for every lecture, and a lecture’s own key wins', () => {
  const index = '---\ndefaults:\n  author: A\n  date: 2026-2027\n  duration: 50\n  notes: private\n---\n';
  const { settings } = settingsOf('author: B\nduration:', index);
  expect(settings.authors.map((author) => author.text)).toEqual(['B']);
  expect(settings).toMatchObject({ date: { text: '2026-2027' }, notes: 'private', duration: null });
  const span = settings.spans.get('date');
  expect(span?.path).toBe('slides/index.md');
  expect(index.slice(span?.start, span?.end)).toBe('2026-2027');
  expect(settings.date?.offset).toBe(span?.start);
});

test('a lecture’s language is its own, then the defaults’, then the course’s', () => {
  expect(settingsOf('lang: fr', '---\nlang: nl\ndefaults: {lang: de}\n---\n').settings.lang).toBe('fr');
  expect(settingsOf('', '---\nlang: nl\ndefaults: {lang: de}\n---\n').settings.lang).toBe('de');
  expect(settingsOf('', '---\nlang: nl\n---\n').settings.lang).toBe('nl');
});

test('the course has its settings, and defaults where it says nothing', () => {
  const { settings } = readFolder({ 'slides/index.md': '', 'slides/01-a.md': '' });
  expect(settings).toEqual({
    ...{
      title: 'My course',
      subtitle: null,
      authors: [],
      date: null,
      lang: 'en',
      description: null,
      url: null,
      repository: null,
    },
    ...{
      license: null,
      accent: null,
      accentSpan: null,
      dateSpan: null,
      scheme: 'light',
      logos: [],
      css: [],
      remote: 'allow',
      parts: [],
      rules: {},
      index: 'slides/index.md',
    },
  });
});

test('an address of the site ends in a slash, and the command line’s wins', () => {
  const files = { 'slides/index.md': '---\nurl: https://example.org/a\n---\n', 'slides/01-a.md': '' };
  expect(readFolder(files).settings.url).toBe('https://example.org/a/');
  expect(readFolder(files, { url: 'https://example.com' }).settings.url).toBe('https://example.com/');
  expect(readFolder(files, { url: 'example' }).found).toBe(
    'error wrong-value - “example” is no address of a site. → Give one such as https://example.org/course/.',
  );
});

test('logos are a path, a map, or a list of both', () => {
  const index = '---\nlogo: [a.svg, {image: b.svg, link: "https://example.org", alt: B}]\n---\n';
  const { settings } = readFolder({ 'slides/index.md': index, 'slides/01-a.md': '' });
  expect(settings.logos.map(({ span, ...logo }) => [logo, index.slice(span.start, span.end)])).toEqual([
    [{ image: 'a.svg', link: null, alt: '' }, 'a.svg'],
    [{ image: 'b.svg', link: 'https://example.org', alt: 'B' }, 'b.svg'],
  ]);
});
