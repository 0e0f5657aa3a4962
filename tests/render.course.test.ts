import { describe, expect, test } from 'vitest';
import { between, renderSite } from './support/renderSite.ts';

const COURSE = {
  'slides/index.md': `---
title: Models & "more"
subtitle: In service
author: [Ada, Bob, Cy]
license: CC BY 4.0
parts:
  - title: First
    items:
      - { name: one, week: 1, date: 2026-09-21, extra: [{ title: Recording, url: "https://video.example/1" }] }
      - { title: Elsewhere, url: "https://other.example/" }
---

Start with [one](01-one.md#a), not with [three](03-three.md).
`,
  'slides/01-one.md': '---\ntitle: One\nduration: 45\nredirect-from: [first, old/one.html, ../evil]\n---\n\n## A\n\na\n',
  'slides/02-two.md': '---\ntitle: Two\nsubtitle: Sub\nstatus: wip\neta: 2026-12-03\n---\n\n## B\n\nb\n',
  'slides/03-three.md': '---\ntitle: Three\nrelease: 2999-12-11\n---\n\n## Secret\n\nsecret words\n',
  'slides/04-four.md': '---\ntitle: Four\ndraft: true\n---\n\n## Draft\n\ndraft words\n',
  'slides/05-guest.pdf': '%PDF-1.4',
  'slides/guide.md': '---\ntitle: Guide\nkind: page\n---\n\n## G\n\ng\n',
};

async function page(path: string, options = {}, files: Readonly<Record<string, string>> = COURSE): Promise<string> {
  const pages = await renderSite(files, options);
  return pages.get(path) ?? '';
}

describe('home', () => {
  test('lists the parts, then what they leave out, each with its state', async () => {
    const list = between(await page('index.html'), '<div id="lectern-lectures"', '</div>\n</div></main>');
    const text = list
      .replace(/^[^>]*>|<svg.*?<\/svg>| data-[\w-]+="[^"]*"|aria-label="[^"]*"/g, '')
      .replace(/<a [^>]*href="([^"]*)"[^>]*>/g, '[$1] ');
    const rows = text.split('<li class="lecture').map((row) =>
      row
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    expect(rows).toEqual([
      'First',
      '"> 1 [read/one.html] One Week 1 21 September 2026 45 min 2 slides [https://video.example/1] Recording [read/one.html] Read [one.html] Present [one.html?print-pdf] Print',
      '"> [https://other.example/] Elsewhere [https://other.example/] Open the link',
      '"> 2 [read/two.html] Two In the making Sub 2 slides Expected 3 December 2026 [read/two.html] Read [two.html] Present [two.html?print-pdf] Print',
      'closed"> 3 Three Opens on 11 December 2999',
      '"> 5 [assets/slides/05-guest.pdf] Guest Guest [assets/slides/05-guest.pdf] Open the PDF',
      '"> [read/guide.html] Guide Page [read/guide.html] Read',
    ]);
  });

  test('its introduction leads to reading views, and a lecture that is not out is text', async () => {
    const intro = between(await page('index.html'), '<div class="intro">', '</div>');
    expect(intro).toBe('<p>Start with <a href="read/one.html#a">one</a>, not with three.</p>');
  });

  test('nothing on it needs inline styles', async () => {
    expect(await page('index.html')).toContain("style-src 'self'; img-src");
  });

  test('drafts are in no page, and what is not out yet only by its title', async () => {
    const pages = [...(await renderSite(COURSE)).entries()];
    expect(
      pages.filter(([path, content]) => /draft words|secret words|four/i.test(path + content)).map(([path]) => path),
    ).toEqual([]);
    const paths = pages.map(([path]) => path);
    expect(paths.filter((path) => !path.startsWith('_lectern/search/')).sort()).toEqual(
      [
        '.nojekyll',
        '01-one.html',
        '02-two.html',
        '404.html',
        'first.html',
        'guide.html',
        'index.html',
        'lectern.json',
        'old/one.html',
        'one.html',
        'read/all.html',
        'read/first.html',
        'read/guide.html',
        'read/index.html',
        'read/old/one.html',
        'read/one.html',
        'read/two.html',
        'robots.txt',
        'speaker.html',
        'two.html',
      ].filter((path) => path !== 'guide.html'),
    );
  });
});

describe('redirects', () => {
  test('lead on with a link, with a script, and without scripts by a refresh', async () => {
    const redirect = await page('old/one.html');
    expect(redirect).toContain('<noscript><meta http-equiv="refresh" content="0; url=../one.html"></noscript>');
    expect(redirect).toContain('<a id="lectern-target" href="../one.html">Go to One</a>');
    expect(redirect).toContain('<script src="../_lectern/redirect.js"></script>');
    expect(redirect).toContain('<meta name="robots" content="noindex">');
  });

  test('never take the place of a page', async () => {
    const files = { 'slides/01-one.md': '---\nredirect-from: two\n---\n\n## A\n', 'slides/02-two.md': '## B\n' };
    expect(await page('two.html', {}, files)).toContain('class="reveal"');
  });
});

describe('what needs the address of the site', () => {
  test('is left out where it is unknown', async () => {
    const pages = await renderSite(COURSE);
    expect(pages.has('sitemap.xml')).toBe(false);
    expect(pages.get('robots.txt')).toBe('User-agent: *\nAllow: /\n');
    expect(pages.get('one.html')).not.toContain('canonical');
    expect(pages.get('404.html')).not.toContain('<a ');
  });

  test('is there where it is known', async () => {
    const pages = await renderSite(COURSE, { url: 'https://example.org/course/' });
    expect(pages.get('robots.txt')).toBe('User-agent: *\nAllow: /\n\nSitemap: https://example.org/course/sitemap.xml\n');
    expect(between(pages.get('sitemap.xml') ?? '', '<url>', '</urlset>').replace(/\s/g, '')).toBe(
      ['', 'read/index.html', 'one.html', 'read/one.html', 'two.html', 'read/two.html', 'read/guide.html']
        .map((path) => `<url><loc>https://example.org/course/${path}</loc></url>`)
        .join('')
        .slice('<url>'.length),
    );
    expect(pages.get('read/one.html')).toContain('<link rel="canonical" href="https://example.org/course/read/one.html">');
    expect(pages.get('404.html')).toContain('<a href="https://example.org/course/read/one.html">');
  });
});

describe('the manifest', () => {
  test('describes what is out, and names what is not', async () => {
    const manifest = JSON.parse(await page('lectern.json'));
    expect(manifest.course).toEqual({ title: 'Models & "more"', lang: 'en' });
    expect(
      manifest.lectures.map((one: { name: string; deck?: string; read?: string; file?: string }) => [
        one.name,
        one.deck,
        one.read,
        one.file,
      ]),
    ).toEqual([
      ['one', 'one.html', 'read/one.html', null],
      ['two', 'two.html', 'read/two.html', null],
      ['three', undefined, undefined, undefined],
      ['guest', null, null, 'assets/slides/05-guest.pdf'],
      ['guide', null, 'read/guide.html', null],
    ]);
    expect(
      manifest.lectures[0].sections[0].slides.map((slide: { id: string; number: number; kind: string }) => [
        slide.id,
        slide.number,
        slide.kind,
      ]),
    ).toEqual([
      ['title-slide', 1, 'cover'],
      ['a', 2, 'slide'],
    ]);
  });
});

describe('the policy of a page', () => {
  const policyOf = (html: string) => /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];

  test('names the hosts of what the author wrote, each for what it is', async () => {
    const text =
      '## A\n\n![](https://b.example/i.png) ![](https://a.example/i.png) [l](https://link.example)\n\n<iframe src="https://f.example:8080/x"></iframe>\n';
    expect(policyOf(await page('a.html', {}, { 'slides/01-a.md': text }))).toBe(
      "default-src 'none'; script-src 'self' 'sha256-zLkkCRwXnY9Po9RpPpnc0FGgkj110bMQ+s91j2btock='; style-src 'self' 'unsafe-inline'; img-src 'self' data: https://a.example https://b.example; media-src 'self'; frame-src https://f.example:8080; font-src 'self'; base-uri 'none'; form-action 'none'",
    );
  });

  test('lets the development server bring a page up to date, and nothing else', async () => {
    const pages = await renderSite(COURSE, { dev: true });
    expect(policyOf(pages.get('one.html') ?? '')).toContain("; connect-src 'self'; ");
    expect(pages.get('read/one.html')).toContain('<script src="../_lectern/live.js" data-lang="en"');
    expect(policyOf(await page('one.html'))).not.toContain('connect-src');
  });

  test('has a hash for the style that 404.html carries', async () => {
    expect(policyOf(await page('404.html'))).toMatch(/style-src 'self' 'sha256-[\w+/]{43}='/);
  });

  test('frames decks in the speaker view', async () => {
    expect(policyOf(await page('speaker.html'))).toContain(
      "style-src 'self'; img-src 'self' data:; media-src 'self'; frame-src 'self'",
    );
  });
});

describe('a copy with private notes', () => {
  test('is kept from search engines', async () => {
    const pages = await renderSite({ 'slides/01-a.md': '## A\n\n::: {.notes .private}\nwhisper\n:::\n' }, { privateNotes: true });
    expect(pages.get('robots.txt')).toBe('User-agent: *\nDisallow: /\n');
    expect(pages.get('a.html')).toContain('<meta name="robots" content="noindex">');
    expect(pages.get('a.html')).toContain('whisper');
    expect(JSON.parse(pages.get('lectern.json') ?? '{}').private).toBe(true);
  });
});

describe('pages in folders', () => {
  test('lead to each other by names that hold at any address', async () => {
    const pages = await renderSite({
      'part b/01-été.md': '## A\n\n[z](../02-z.md#q)\n',
      '02-z.md': '## Q\n\n[é](part%20b/01-été.md)\n',
    });
    const deck = pages.get('part-b/été.html') ?? '';
    expect(deck).toContain('href="../z.html#/q"');
    expect(deck).toContain('"speaker":"../speaker.html?deck=part-b%2F%C3%A9t%C3%A9.html"');
    expect(pages.get('read/part-b/été.html')).toContain('href="../z.html#q"');
    expect(pages.get('z.html')).toContain('href="part-b/%C3%A9t%C3%A9.html"');
  });
});
