import { describe, expect, test } from 'vitest';
import { findDeadLinks } from '../support/findDeadLinks.ts';
import { type PageElement, readPages } from '../support/readPages.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const open = useBrowser();
const site = useSite();
/**
 * The page that is shown at any address carries its script, as its style: nothing can be found from it. A deck carries the one that
 * shows its slide before anything else is there. The policy names each by its content.
 */
const ONE_SCRIPT = /^default-src 'none'; script-src 'self' 'sha256-[\w+/=]+'; /;
/** A deck that begins with a cover shows it at once, and has one that shows another slide. */
const TWO_SCRIPTS = /^default-src 'none'; script-src 'self'(?: 'sha256-[\w+/=]+'){2}; /;
const NO_SCRIPT = /^default-src 'none'; script-src 'self'; /;

describe.each(WAYS)('the course %s', (way) => {
  test('shows every page without a complaint, a failed request, or a request to another host', async () => {
    const { page } = await open();
    const pages = readPages(site.folder());
    expect(pages.length).toBeGreaterThan(14);
    for (const { path } of pages) {
      await page.goto(site.at(way) + path);
      expect((await page.locator('h1').first().innerText()).trim(), path).not.toBe('');
    }
  });
});

test('every page of the course has a policy, a title and a language', () => {
  for (const { path, elements } of readPages(site.folder())) {
    const policies = elements.filter(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
    const before = elements.slice(0, elements.indexOf(policies[0] ?? { name: '', attributes: {}, children: [], text: '' }));
    expect(
      policies.map(({ attributes }) => attributes['content']),
      path,
    ).toEqual([expect.stringMatching(elements.some(isDeck) ? TWO_SCRIPTS : path === '404.html' ? ONE_SCRIPT : NO_SCRIPT)]);
    expect(
      before.filter(({ name }) => ['script', 'link', 'style'].includes(name)),
      `${path} before its policy`,
    ).toEqual([]);
    expect(elements.find(({ name }) => name === 'title')?.text.trim(), path).not.toBe('');
    expect(elements.find(({ name }) => name === 'html')?.attributes['lang'], path).toBe('en');
  }
});

/** What reveal.js works on. */
function isDeck({ attributes }: PageElement): boolean {
  return attributes['class'] === 'reveal';
}

test('every relative link of every page leads to a file of the site, and to a place that is on it', () => {
  expect(findDeadLinks(site.folder(), readPages(site.folder()))).toEqual([]);
});

test('an address that is nowhere shows the page that says so, at any depth', async () => {
  const { page, takeTroubles } = await open();
  for (const way of ['over http at the root', 'over http under a path'] as const) {
    const missing = `${site.at(way)}no/such/page.html`;
    await page.goto(missing);
    expect(await page.locator('h1').innerText()).toBe('This page is not in the course');
    expect(takeTroubles().filter((trouble) => !trouble.startsWith(missing))).toEqual([]);
  }
});
