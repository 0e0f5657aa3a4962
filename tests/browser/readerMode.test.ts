import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite } from '../support/useSite.ts';

/** What Firefox's reader mode is made of; others work alike. */
const READABILITY = ['Readability.js', 'Readability-readerable.js']
  .map((name) => readFileSync(createRequire(import.meta.url).resolve(`@mozilla/readability/${name}`), 'utf8'))
  .join('\n');

interface Reader {
  readonly isProbablyReaderable: (document: Document) => boolean;
  readonly Readability: new (
    document: Document,
  ) => { readonly parse: () => { readonly title: string; readonly byline: string | null; readonly content: string } | null };
}

const open = useBrowser();
const course = useSite();
const plain = useSite({
  'talk.md': `---\ntitle: Without notes\nauthor: [Ann Author, Bo Writer]\n---\n\n${Array.from(
    { length: 6 },
    (_, at) =>
      `# Part ${at}\n\n## Short ${at}\n\n- a point, and more of it ${at}\n- another\n\n## Text ${at}\n\nWhat is to be read on this slide goes on for a while, and then it ends, as all things do ${at}.`,
  ).join('\n\n')}\n`,
});

/** The page in reader mode, beside what its article has. */
function readerOf(page: Page) {
  return page.evaluate((script) => {
    const { Readability, isProbablyReaderable } = new Function(
      `${script}; return { Readability, isProbablyReaderable };`,
    )() as Reader;
    const offered = isProbablyReaderable(document);
    const found = new Readability(document.cloneNode(true) as Document).parse();
    const words = (root: ParentNode, selector: string) =>
      [...root.querySelectorAll(selector)].map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '');
    const read = new DOMParser().parseFromString(found?.content ?? '', 'text/html');
    const text = read.body.textContent?.replace(/\s+/g, ' ') ?? '';
    return {
      offered,
      title: found?.title,
      byline: found?.byline,
      text,
      headings: words(document, 'section :is(h2, h3)').filter((title) => title !== ''),
      read: words(read, 'h2, h3'),
      lost: words(document, '.lectern-said p, .lectern-said li, table th').filter((one) => !text.includes(one)),
      figures: [document.querySelectorAll('article figure').length, read.querySelectorAll('figure').length],
    };
  }, READABILITY);
}

describe('in reader mode', () => {
  test.each(['introduction', 'lifecycle', 'roles', 'ops-variants'])(
    '“%s” has its title and author, every heading in order, what is said, its figures, and no menu',
    async (name) => {
      const { page } = await open({ bypassCSP: true });
      await page.goto(`${course.at('from disk')}read/${name}.html`);
      const seen = await readerOf(page);
      expect(seen.offered).toBe(true);
      expect(seen.title).toBe(await page.locator('h1').innerText());
      expect(seen.byline).toBe('The Lectern authors');
      expect(seen.headings.length).toBeGreaterThan(8);
      expect(seen.read).toEqual(seen.headings);
      expect(seen.figures[1]).toBe(seen.figures[0]);
      expect(seen.lost).toEqual([]);
      expect(seen.text).not.toContain('Print the slides');
      expect(seen.text.match(/In this lecture|Previous/g)).toBeNull();
    },
  );

  test('a lecture without notes has every heading and sentence', async () => {
    const { page } = await open({ bypassCSP: true });
    await page.goto(`${plain.at('from disk')}read/talk.html`);
    const seen = await readerOf(page);
    expect([seen.offered, seen.title, seen.byline]).toEqual([true, 'Without notes', 'Ann Author, Bo Writer']);
    expect(seen.headings).toHaveLength(18);
    expect(seen.read).toEqual(seen.headings);
    expect(seen.lost).toEqual([]);
  });
});

test('find in page finds what is hidden in no fold: code, tables, captions, notes and the answer of a question', async () => {
  const { page } = await open();
  await page.goto(`${course.at('from disk')}read/lifecycle.html`);
  const wanted = await page.evaluate(() =>
    ['.lectern-said > p', 'pre code', 'figcaption', 'details:not([class]) p, details p'].flatMap((selector) => {
      const text = document.querySelector(`article section ${selector}`)?.textContent?.trim() ?? '';
      return text === '' ? [] : [text.split(/\s+/).slice(0, 4).join(' ')];
    }),
  );
  expect(wanted.length).toBeGreaterThan(2);
  const missing = await page.evaluate((all) => {
    const { find } = window as unknown as { find: (...options: readonly unknown[]) => boolean };
    return all.filter((words) => !find.call(window, words, false, false, true));
  }, wanted);
  expect(missing).toEqual([]);
});
