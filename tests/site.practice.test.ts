import { describe, expect, test } from 'vitest';
import { site } from './support/site.ts';
import { renderSite } from './support/renderSite.ts';

const COURSE = '---\ntitle: Course\nurl: https://example.org/\n---\n';
const ASKS = (what: string): string => `::: question\n${what}\n\n::: answer\nThat.\n:::\n:::\n`;

/** What a page leads to. */
function linksOf(html: string | undefined): readonly string[] {
  return [...(html ?? '').matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href = '']) => href);
}

describe('the page of all questions', () => {
  test('has them by lecture, in the order of the course, each with the way to its passage and its slide', async () => {
    const pages = await renderSite({
      'slides/index.md': COURSE,
      'slides/01-a.md': `# One\n\n## Deep & wide\n\n${ASKS('First?')}\n---\n\n${ASKS('Second?')}`,
      'slides/02-b.md': '# Two\n\nNothing.\n',
      'slides/guide.md': `# Guide\n\n${ASKS('Third?')}`,
      'slides/part/03-c.md': `# Three\n\n${ASKS('Fourth?')}`,
    });
    const practice = pages.get('practice.html') ?? '';
    const asked = [...practice.matchAll(/<p>(\w+\?)<\/p>/g)].map(([, words]) => words);
    expect(asked).toEqual(['First?', 'Second?', 'Third?', 'Fourth?']);
    const main = practice.slice(practice.indexOf('<main'));
    expect(linksOf(main)).toEqual([
      ...['read/a.html', 'read/a.html#deep-wide', 'a.html#/deep-wide', 'read/a.html#slide-3', 'a.html#/3'],
      ...['read/guide.html', 'read/guide.html#lectern-guide-question-1'],
      ...['read/part/c.html', 'read/part/c.html#three', 'part/c.html#/three'],
    ]);
    expect(pages.get('read/guide.html')).toContain('id="lectern-guide-question-1"');
    expect(practice).toContain('4 questions');
    expect(practice).toContain('<script src="_lectern/question.js"></script>');
  });

  test('is led to from home, from reading views that ask something, and from the sitemap', async () => {
    const pages = await renderSite({
      'slides/index.md': COURSE,
      'slides/01-a.md': `# One\n\n${ASKS('First?')}`,
      'slides/02-b.md': '# Two\n\nNothing.\n',
    });
    expect(linksOf(pages.get('index.html'))).toContain('practice.html');
    expect(pages.get('index.html')).toContain('1 question<');
    expect(linksOf(pages.get('read/a.html'))).toContain('../practice.html#lectern-lecture-a');
    expect(pages.get('practice.html')).toContain('id="lectern-lecture-a"');
    expect(pages.get('read/b.html')).not.toMatch(/practice|question/);
    expect(pages.get('sitemap.xml')).toContain('https://example.org/practice.html');
  });

  test('is not there where nothing is asked, and nothing leads to it', async () => {
    const pages = await renderSite({
      'slides/index.md': COURSE,
      'slides/01-a.md': '# One\n\n::: question\nAny questions?\n:::\n',
    });
    expect([...pages.keys()]).not.toContain('practice.html');
    for (const page of pages.values()) expect(page).not.toContain('practice.html');
  });

  test('comes and goes as the course is edited, and no lecture can have its name', async () => {
    const course = site({ 'slides/index.md': COURSE, 'slides/01-a.md': '# One\n\nNothing.\n' });
    await course.build();
    expect(course.has('practice.html')).toBe(false);
    course.edit({ 'slides/01-a.md': `# One\n\n${ASKS('First?')}` });
    await course.build();
    expect(course.file('practice.html')).toContain('First?');
    course.edit({ 'slides/01-a.md': '# One\n\nNothing.\n', 'slides/02-practice.md': '# Two\n\nNothing.\n' });
    expect((await course.build()).found).toContain('reserved-address');
    course.edit({ 'slides/02-practice.md': null });
    await course.build();
    expect(course.has('practice.html')).toBe(false);
  });

  test('has nothing of drafts, unreleased lectures, private notes, hidden slides and what is for the deck only', async () => {
    const pages = await renderSite({
      'slides/index.md': COURSE,
      'slides/01-a.md': `# One\n\n${ASKS('Shown?')}\n# Two {visibility=hidden}\n\n${ASKS('Hidden?')}`,
      'slides/02-b.md': `---\ndraft: true\n---\n# Two\n\n${ASKS('Drafted?')}`,
      'slides/03-c.md': `---\nrelease: 2027-01-01\n---\n# Three\n\n${ASKS('Early?')}`,
      'slides/04-d.md': `# Four\n\n${ASKS('Deck?').replace('question', '{.question .slide-only}')}`,
      'slides/05-e.md': '# Five\n\n::: question\nRead?\n\n::: {.notes .private}\nSecret.\n:::\n\n::: answer\nYes.\n:::\n:::\n',
      'slides/06-f.md': `# Six\n\n${ASKS('Readers?').replace('question', '{.question .read}')}`,
    });
    const asked = [...(pages.get('practice.html') ?? '').matchAll(/<p>(\w+\?)<\/p>/g)].map(([, words]) => words);
    expect(asked).toEqual(['Shown?', 'Read?', 'Readers?']);
    expect(pages.get('practice.html')).not.toContain('Secret');
    expect(pages.get('d.html')).toContain('Deck?');
    expect(pages.get('read/d.html')).not.toContain('Deck?');
    expect(pages.get('f.html')).not.toContain('Readers?');
  });

  test('leads to images, slides and footnotes from where it stands, and has no identifier twice', async () => {
    const text =
      '## Here {#here}\n\n::: question\n![What](assets/x.png) [there](#here){#same}<i id="same"></i>[^1]\n\n::: answer\n### Why {#why}\n\nThat.\n:::\n:::\n\n[^1]: Note.\n';
    const pages = await renderSite({
      'slides/index.md': COURSE,
      'slides/01-a.md': text,
      'slides/02-b.md': text,
      'slides/assets/x.png': 'x',
    });
    const practice = pages.get('practice.html') ?? '';
    const main = practice.slice(practice.indexOf('<main'));
    expect(main).toContain('src="assets/x.png"');
    expect(linksOf(main)).toContain('read/a.html#lectern-fn1');
    expect(linksOf(main).filter((href) => href === 'read/b.html#here')).toHaveLength(2);
    const ids = [...practice.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(ids).not.toContain('same');
  });

  test('asks hosts that questions name, in its policy, and brings the script of what waits', async () => {
    const pages = await renderSite({
      'slides/index.md': COURSE,
      'slides/01-a.md':
        '# One\n\n::: question\n![What](https://pictures.example/x.png) ![Film](https://films.example/x.mp4)\n\n::: answer\n$x^2$\n:::\n:::\n',
    });
    const practice = pages.get('practice.html') ?? '';
    expect(practice).toMatch(/img-src 'self' data: https:\/\/pictures\.example; media-src 'self' https:\/\/films\.example;/);
    expect(practice).toContain('<script src="_lectern/home.js">');
    expect(practice).toContain('href="_lectern/math.css"');
  });

  test('says in which language questions are where the course is in another', async () => {
    const pages = await renderSite({
      'slides/index.md': '---\ntitle: Course\nlang: en\n---\n',
      'slides/01-a.md': `---\nlang: nl\n---\n# Een\n\n${ASKS('Wat?')}`,
    });
    expect(pages.get('practice.html')).toContain('id="lectern-lecture-a" lang="nl"');
    expect(pages.get('practice.html')).toContain('<summary>Antwoord</summary>');
  });
});

describe('what a reader answered belongs to', () => {
  const hashIn = (html: string | undefined): string => /data-lectern-question="a (\w{12})"/.exec(html ?? '')?.[1] ?? '';
  const read = async (text: string): Promise<string> =>
    hashIn((await renderSite({ 'slides/index.md': COURSE, 'slides/01-a.md': text })).get('read/a.html'));

  test('the question, wherever it stands', async () => {
    const here = await read(`# One\n\n${ASKS('First?')}`);
    expect(here).toMatch(/^\w{12}$/);
    expect(await read(`# One\n\nMore text.\n\n## Two\n\n${ASKS('First?')}`)).toBe(here);
  });

  test('the question as it was: any other text makes another', async () => {
    const before = await read('# One\n\n::: question\nWhich?\n\n- [ ] a\n- [x] b\n:::\n');
    expect(await read('# One\n\n::: question\nWhich?\n\n- [x] a\n- [ ] b\n:::\n')).not.toBe(before);
    expect(await read('# One\n\n::: question\nWhich then?\n\n- [ ] a\n- [x] b\n:::\n')).not.toBe(before);
  });

  test('the same question on both pages', async () => {
    const pages = await renderSite({ 'slides/index.md': COURSE, 'slides/01-a.md': `# One\n\n${ASKS('First?')}` });
    expect(hashIn(pages.get('practice.html'))).toBe(hashIn(pages.get('read/a.html')));
  });
});
