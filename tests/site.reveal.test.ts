import { describe, expect, test } from 'vitest';
import { site } from './support/site.ts';

/** The slides of a deck: `section` for a stack, and the titles of what stands in it. */
function titles(deck: string): string {
  return [...(deck.split('</main>')[0] ?? '').matchAll(/<section>|<\/section>\n<\/section>|<h\d[^>]*>([^<]*)<\/h\d>/g)]
    .map(([tag, title]) => title ?? (tag.startsWith('</') ? ')' : '('))
    .join(' ');
}

const DECK = '# A\n\nNote: said\n\n---\n\n# B\n\n----\n\n# C\n\n-v-\n\n# D\n';

describe('a deck in reveal.js’s own Markdown is split', () => {
  test('by mkslides’ separators, where a mkslides.yml is in the folder', async () => {
    const course = site({ 'mkslides.yml': 'slides:\n  theme: white\n', 'deck.md': DECK });
    expect((await course.build()).written).toBe(true);
    expect(titles(course.file('deck.html'))).toBe('A ( B C D )');
    expect(course.slides('deck').map(({ title }) => title)).toEqual(['A', 'B', 'D']);
  });

  test('by reveal-md’s, where a reveal-md.json is there', async () => {
    const course = site({ 'reveal-md.json': '{}', 'deck.md': DECK });
    expect((await course.build()).written).toBe(true);
    expect(titles(course.file('deck.html'))).toBe('A ( B C D )');
    expect(course.slides('deck').map(({ title, notes }) => `${title} ${notes}`)).toEqual(['A true', 'B false', 'C false']);
  });

  test('by those of the command line, over all others', async () => {
    const course = site({ 'reveal-md.json': '{"separator": "^x$"}', 'deck.md': '# A\n\n***\n\n# B\n\n+++\n\n# C\n\nSay: it\n' });
    const reveal = { dialect: 'reveal', separator: '^\\*{3}$', vertical: '^\\+{3}$', notes: '^Say:' } as const;
    expect((await course.build({ reveal })).written).toBe(true);
    expect(titles(course.file('deck.html'))).toBe('A ( B C )');
    expect(course.slides('deck').map(({ notes }) => notes)).toEqual([false, false, true]);
  });
});

test('emoji by name are emoji in a course of mkslides alone, and never in code', async () => {
  const deck = '# Done :tada:\n\nAll of it :+1:, at 10:30:00 :nonsense: and `:tada:`.\n';
  const mkslides = site({ 'mkslides.yml': '', 'deck.md': deck });
  expect((await mkslides.build()).found).toBe('');
  expect(mkslides.file('deck.html')).toContain('<p>All of it 👍, at 10:30:00 :nonsense: and <code>:tada:</code>.</p>');
  expect(mkslides.slides('deck').map(({ title }) => title)).toEqual(['Done 🎉']);
  const plain = site({ 'reveal-md.json': '{}', 'deck.md': deck });
  expect((await plain.build()).found).toBe('');
  expect(plain.slides('deck').map(({ title }) => title)).toEqual(['Done :tada:']);
});

test('attributes and steps of reveal.js’s Markdown reach the deck, and its comments do not', async () => {
  const text = '<!-- .slide: class="wide" data-background-color="#eee" -->\n# A\n\n- one <!-- .element: class="fragment" -->\n';
  const course = site({ 'deck.md': `---\ndialect: reveal\n---\n${text}\n> said\n\n<!-- .element: class="big" -->\n` });
  expect((await course.build()).found).toBe('');
  const deck = course.file('deck.html');
  expect(deck).toMatch(/<section class="slide level1 wide" data-background-color="#eee"/);
  expect(deck).toContain('<li class="fragment">one</li>');
  expect(deck).toContain('<blockquote class="big">');
  expect(deck).not.toContain('.element');
  expect(course.file('read/deck.html')).toContain('<li>one</li>');
  expect(course.slides('deck')[0]).toMatchObject({ steps: 2, title: 'A' });
});

test('a cell keeps its column’s alignment beside its own attributes, and a rule has its own', async () => {
  const text =
    '| a |\n|--:|\n| b <!-- .element: class="fragment" style="color:red" --> |\n\n* * *\n<!-- .element: class="thin" -->\n\n~gone~\n';
  const course = site({ 'deck.md': `---\ndialect: reveal\n---\n# A\n\n${text}` });
  expect((await course.build()).found).toBe('');
  const deck = course.file('deck.html');
  expect(deck).toContain('<td class="fragment" style="text-align:right;color:red">b </td>');
  expect(deck).toContain('<hr class="thin">');
  expect(deck).toContain('<del>gone</del>');
  expect(course.slides('deck')[0]).toMatchObject({ steps: 2 });
});
