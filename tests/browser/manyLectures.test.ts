import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { inspectPage } from '../support/inspectPage.ts';
import { openDeck } from '../support/deckPage.ts';
import { readLectures, slidesOf } from '../support/readManifest.ts';
import { marked, search, titles } from '../support/searchBox.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite } from '../support/useSite.ts';

const GENERATOR = pathToFileURL(join(import.meta.dirname, '../bench/generateCourse.mjs')).href;
const { generateCourse } = (await import(GENERATOR)) as {
  generateCourse: (root: string, count: number, options: { readonly sections: number }) => void;
};
const HTTP = 'over http under a path' as const;

const open = useBrowser();
const site = useSite((root) => generateCourse(root, 300, { sections: 1 }));

function lecture(at: number) {
  const found = readLectures(site.folder()).find(({ name }) => name.endsWith(`-${at}`));
  if (found === undefined) throw new Error(`There is no lecture ${at}.`);
  return found;
}

describe.each([HTTP, 'from disk'] as const)('300 lectures %s', (way) => {
  test('are searched from home, a reading view and a deck, to the slide of the last one', async () => {
    const { page } = await open();
    const { title, read, deck } = lecture(299);
    const asked = '“lecture 299”';
    await page.goto(`${site.at(way)}index.html`);
    await search(page, asked, '1 result');
    expect(await titles(page)).toEqual([title]);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.at(way)}${read}#title-slide`);
    await expect.poll(async () => (await marked(page)).at(-1)).toBe('Lecture 299');
    await search(page, 'drift', /^\d{3,4} results$/);
    const [first = ''] = await titles(page);
    expect(first.toLowerCase()).toContain('drift');
    await openDeck(page, `${site.at(way)}${lecture(0).deck}`);
    await search(page, asked, '1 result');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.at(way)}${deck}#/title-slide`);
    await expect.poll(async () => (await marked(page)).at(-1)).toBe('Lecture 299');
  });

  test('are all on the page of contents, which leads to each without scripts', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site.at(way)}read/index.html`);
    const links = page.locator('.lectern-all h2 a');
    expect(await links.allInnerTexts()).toEqual(readLectures(site.folder()).map(({ title }) => title));
    await links.last().click();
    expect(page.url()).toBe(site.at(way) + lecture(299).read);
    expect(await page.locator('article > section').count()).toBe(slidesOf(lecture(299)).length - 1);
  });
});

test('on one page 300 lectures are all there: its outline leads to the last, whose words are found', async () => {
  const { page } = await open();
  await page.goto(`${site.at(HTTP)}read/all.html`);
  expect(await page.locator('main > article').count()).toBe(300);
  const { title, name } = lecture(299);
  await page.locator('.lectern-page > .lectern-outline').getByRole('link', { name: title }).click();
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe(`#${name}`);
  const heading = page.getByRole('heading', { name: title });
  await expect.poll(() => heading.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(720);
  await page.evaluate(() => scrollTo(0, 0));
  const found = await page.evaluate((text) => (window as unknown as { find: (text: string) => boolean }).find(text), title);
  expect(found).toBe(true);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 720 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
});

test.each(['index.html', 'read/index.html'])('%s of 300 lectures fits a phone', async (path) => {
  const { page } = await open({ viewport: { width: 320, height: 640 } });
  await page.goto(site.at(HTTP) + path);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('axe finds nothing wrong with the contents of 300 lectures', async () => {
  const { page } = await open();
  await page.goto(`${site.at(HTTP)}read/index.html`);
  expect(await inspectPage(page)).toEqual([]);
});
