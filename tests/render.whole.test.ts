import { describe, expect, test } from 'vitest';
import { hasWhole } from '../src/model/excerpt.ts';
import { between, renderSite } from './support/renderSite.ts';

const FIGURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4" class="f" role="img" aria-labelledby="t"><title id="t">It</title><path id="p" d="M0 0h4v4z"/><use href="#p"/></svg>';
const ONE = `---
title: One
---

# Part {#part}

Said once.[^1] See [two](02-two.md), [its slide](02-two.md#b), [here](#part), [the deck](../two.html#/b) and [out](https://example.org/#part).

[^1]: The first.

## A

![Shown](assets/a.svg)

\`\`\`html
<p id="x" href="#x">
\`\`\`
`;
const TWO = `---
title: Two
---

## B

Said twice.[^1]

[^1]: The second.
`;
const COURSE = {
  'slides/index.md': '---\ntitle: All of it\nparts:\n  - title: Later\n    items: [deep/three]\n---\n',
  'slides/assets/a.svg': FIGURE,
  'slides/01-one.md': ONE,
  'slides/02-two.md': TWO,
  'slides/deep/03-three.md':
    '---\ntitle: Three\n---\n\n## A\n\n![Shown](../assets/b.png) [two](../02-two.md#b)\n\n<img src="../assets/b.png" alt="b" style="background:url(../assets/b.png)">\n',
  'slides/assets/b.png': 'PNG',
  'slides/04-later.md': '---\ntitle: Four\nrelease: 2999-12-11\n---\n\n## Secret\n',
  'slides/05-guest.pdf': '%PDF-1.4',
};

async function whole(files: Readonly<Record<string, string>> = COURSE): Promise<string> {
  return (await renderSite(files)).get('read/all.html') ?? '';
}

function tags(html: string, pattern: RegExp): readonly string[] {
  return [...html.matchAll(pattern)].map(([, found = '']) => found);
}

describe('the course as one page', () => {
  test('holds every published lecture once, in the course’s order, under one heading', async () => {
    const html = await whole();
    expect(tags(html, /<article id="([^"]*)"/g)).toEqual(['deep/three', 'one', 'two']);
    expect(tags(html, /<h1>([^<]*)/g)).toEqual(['All of it']);
    expect(tags(html, /<h2>([^<]*)<\/h2>/g)).toEqual(['Contents', 'Three', 'One', 'Two']);
    expect(tags(html, /<h([3-6])/g)).toEqual(['3', '3', '4', '3']);
    expect(html).not.toContain('Secret');
  });

  test('has an outline of lectures, by part, with their sections', async () => {
    const outline = between(await whole(), '<nav class="lectern-outline"', '</nav>').replace(/<a href="([^"]*)">/g, '[$1] ');
    const lines = outline
      .replace(/<[^>]*>/g, '\n')
      .split('\n')
      .map((line) => line.trim());
    expect(lines.filter((line) => line !== '').slice(1)).toEqual([
      'Contents',
      'Later',
      '[#deep/three] 3 Three',
      '[#deep/three:a] A',
      '[#one] 1 One',
      '[#one:part] Part',
      '[#two] 2 Two',
      '[#two:b] B',
    ]);
  });

  test('has no identifier twice, and every link within it leads to one', async () => {
    const html = await whole();
    const ids = tags(html, /<[^>]*\sid="([^"]*)"/g);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const missing = tags(html, /<[^>]*\shref="#([^"]*)"/g).filter((id) => !ids.includes(decodeURIComponent(id)));
    expect(missing).toEqual([]);
    const named = tags(html, /<[^>]*\saria-labelledby="([^"]*)"/g).flatMap((names) => names.split(' '));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('leads from lecture to lecture within itself, and elsewhere as before', async () => {
    const said = between(await whole(), '<p>Said once.', '</p>').replace(/<sup>.*<\/sup>/, '');
    expect(tags(said, /href="([^"]*)"/g)).toEqual([
      '#one:lectern-fn1',
      '#two',
      '#two:b',
      '#one:part',
      '#two:b',
      'https://example.org/#part',
    ]);
  });

  test('numbers the footnotes of each lecture, and they do not clash', async () => {
    const html = await whole();
    expect(tags(html, /<li id="([^"]*fn\d+)">/g)).toEqual(['one:lectern-fn1', 'two:lectern-fn1']);
    expect(tags(html, /class="footnote-back" href="([^"]*)"/g)).toEqual(['#one:lectern-fnref1', '#two:lectern-fnref1']);
  });

  test('shows what lectures in folders show', async () => {
    const three = between(await whole(), '<article id="deep/three"', '</article>');
    expect(tags(three, /\ssrc="([^"]*)"/g)).toEqual(['../assets/b.png', '../assets/b.png']);
    expect(three).toContain('url(&quot;../assets/b.png&quot;)');
    expect(tags(three, /href="([^"]*two[^"]*)"/g)).toEqual(['#two:b']);
  });

  test('leaves text as it is', async () => {
    expect((await whole()).replace(/<\/?span[^>]*>/g, '')).toContain('&lt;p id=&quot;x&quot; href=&quot;#x&quot;&gt;');
  });

  test('has at each slide one link, to its deck', async () => {
    const acts = tags(await whole(), /<span class="acts">(.*?)<\/span>/g);
    expect(acts[0]).toBe('<a class="at" href="../deep/three.html#/a" aria-label="Open slide 2: A">2</a>');
    expect(acts.every((one) => (one.match(/<a /g) ?? []).length === 1 && !one.includes('<svg'))).toBe(true);
  });

  test('is led to from contents and home, and not to be listed by search engines', async () => {
    const pages = await renderSite(COURSE);
    expect(pages.get('read/index.html')).toContain('href="all.html"');
    expect(pages.get('index.html')).toContain('<a href="read/all.html">The course as one page</a>');
    expect(pages.get('read/all.html')).toContain('<meta name="robots" content="noindex">');
  });

  test.each([['01-one'], ['01-one', '02-all']])(
    'is left out, and nothing leads to it, where the lectures are %s %s',
    async (...names) => {
      const pages = await renderSite(Object.fromEntries(names.map((name) => [`slides/${name}.md`, '## A\n\ntext\n'])));
      expect(pages.get('read/index.html')).not.toContain('as one page');
      expect(pages.get('index.html')).not.toContain('as one page');
      expect(pages.get('read/all.html') ?? '').not.toContain('lectern-whole');
    },
  );

  test('is left out where there are more than 400 lectures', () => {
    const entry = { source: '', number: null, title: '', subtitle: null, kind: 'lecture', absence: null } as const;
    const rest = { status: null, eta: null, release: null, file: null };
    const entries = Array.from({ length: 401 }, (_, at) => ({ ...entry, ...rest, address: `lecture-${at}` }));
    expect(hasWhole({ entries })).toBe(false);
    expect(hasWhole({ entries: entries.slice(1) })).toBe(true);
  });
});
