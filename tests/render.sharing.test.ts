import { describe, expect, test } from 'vitest';
import { pageIcon } from '../src/render/pageIcon.ts';
import { renderSite } from './support/renderSite.ts';

const COURSE = {
  'slides/index.md':
    '---\ntitle: Models\nlang: nl-BE\naccent: mulberry\n---\n\nWhat happens to a model once it has left the notebook it was made in.\n',
  'slides/01-one.md':
    '---\ntitle: One & only\n---\n\n## A\n\nShort.\n\n::: {.notes .private}\nA private note that is long enough to be taken for what it is about.\n:::\n\n- A list comes first\n\nThe first paragraph that says\nenough to be a *description* of it.\n',
  'slides/02-two.md': '---\ntitle: Two\nsubtitle: What comes second\nlang: en-GB\n---\n\n## B\n\nb\n',
  'slides/03-three.md': '---\ntitle: Three\ndescription: In its own words\n---\n\n## C\n\nc\n',
  'slides/04-four.md':
    '---\ntitle: Four\nlang: no-such-language-at-all\n---\n\n## Ends\n\n$$x^2 + y^2 = z^2, \\quad x, y, z \\in \\mathbb{N}, \\quad x < y$$\n\n## Means\n\nb\n',
  'slides/guide.md': '---\ntitle: Guide\n---\n\ntext\n',
};
const URL = 'https://ann.example/models/';

async function tagsOf(path: string, options = {}): Promise<Readonly<Record<string, string>>> {
  const text = (await renderSite(COURSE, options)).get(path) ?? '';
  const tags = [
    ...text.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)">|<link rel="(canonical)" href="([^"]*)">/g),
  ];
  return Object.fromEntries(tags.map(([, name, content, link, href]) => [name ?? link, content ?? href]));
}

describe('what a link shows', () => {
  test('of a lecture: its title, its own words or its first, the course, and a picture', async () => {
    const tags = await tagsOf('one.html', { url: URL });
    expect(tags).toMatchObject({
      description: 'The first paragraph that says enough to be a description of it.',
      canonical: `${URL}one.html`,
      'og:type': 'article',
      'og:title': 'One &amp; only',
      'og:description': 'The first paragraph that says enough to be a description of it.',
      'og:site_name': 'Models',
      'og:locale': 'nl_BE',
      'og:url': `${URL}one.html`,
      'og:image': expect.stringMatching(/^https:\/\/ann\.example\/models\/_lectern\/share\/one\.[0-9a-f]{8}\.png$/),
      'og:image:type': 'image/png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': 'One &amp; only: Models',
      'twitter:card': 'summary_large_image',
    });
  });

  test('deck and reading view have the same picture, and each its own address', async () => {
    const [deck, read] = [await tagsOf('one.html', { url: URL }), await tagsOf('read/one.html', { url: URL })];
    expect(read['og:image']).toBe(deck['og:image']);
    expect([read['canonical'], read['og:url']]).toEqual([`${URL}read/one.html`, `${URL}read/one.html`]);
  });

  test.each([
    ['index.html', 'website', 'Models', 'What happens to a model once it has left the notebook it was made in.', 'index', ''],
    ['read/index.html', 'website', 'Inhoud: Models', 'Alle lessen van Models en hun onderdelen.', 'index', 'read/index.html'],
    ['read/guide.html', 'article', 'Guide', 'Guide: Models', 'guide', 'read/guide.html'],
  ])('of %s', async (path, kind, title, description, picture, at) => {
    const tags = await tagsOf(path, { url: URL });
    expect([tags['og:type'], tags['og:title'], tags['og:description'], tags['og:url']]).toEqual([
      kind,
      title,
      description,
      URL + at,
    ]);
    expect(tags['og:image']).toContain(`/_lectern/share/${picture}.`);
  });

  test.each([
    ['two', 'What comes second', 'en_GB'],
    ['three', 'In its own words', 'nl_BE'],
    ['four', 'Ends · Means', undefined],
  ])('of %s: a description, and a locale where there is one', async (name, description, locale) => {
    const tags = await tagsOf(`${name}.html`);
    expect([tags['description'], tags['og:locale']]).toEqual([description, locale]);
  });

  test('whole addresses are left out where the site’s own is unknown', async () => {
    const tags = await tagsOf('one.html');
    expect(tags['og:title']).toBe('One &amp; only');
    expect(tags['twitter:card']).toBe('summary');
    expect(
      Object.entries(tags).filter(
        ([name, content]) => name === 'canonical' || /:url$|image/.test(name) || content.includes('://'),
      ),
    ).toEqual([]);
  });

  test.each(['404.html', 'speaker.html'])('nothing of %s, which is to be in no list', async (path) => {
    const tags = await tagsOf(path, { url: URL });
    expect(Object.keys(tags).filter((name) => /^og:|^twitter:|canonical|description/.test(name))).toEqual([]);
  });

  test('nothing of the lecturer’s own copy, and no picture while it is being written', async () => {
    expect(
      Object.keys(await tagsOf('one.html', { url: URL, privateNotes: true })).filter((name) => name.startsWith('og:')),
    ).toEqual([]);
    expect(Object.keys(await tagsOf('one.html', { url: URL, dev: true }))).not.toContain('og:image');
  });
});

describe('the page’s icon', () => {
  test('has the course’s accent, light and dark, and is safe in an attribute', () => {
    const icon = pageIcon('#7a2d6b');
    expect(icon).toMatch(/^data:image\/svg\+xml,[^"<>#{}]+$/);
    const svg = decodeURIComponent(icon);
    expect(svg).toMatch(/<style>\.r\{fill:#[0-9a-f]{6}\}\.l\{stroke:#[0-9a-f]{6}\}@media\(prefers-color-scheme:dark\)\{\.r/);
    expect(new Set(svg.match(/#[0-9a-f]{6}/g)).size).toBe(4);
  });

  test('without an accent, or with one that is no colour, has ours', () => {
    expect(pageIcon('no colour')).toBe(pageIcon(null));
    expect(decodeURIComponent(pageIcon(null))).toContain('.r{fill:#006572}');
  });
});
