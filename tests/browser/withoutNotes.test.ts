import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildSite } from '../support/buildSite.ts';
import { inspectPage } from '../support/inspectPage.ts';
import { marked, search, titles } from '../support/searchBox.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS, writeCourse } from '../support/useSite.ts';

const FIRST = `% Sorting
% Ann Author
% Spring

# Why sort

## Reasons

- found things are *near*
- equal things are together

# How to sort

## By hand

1. take a card
2. put it where it belongs

. . .

It takes long.

## By machine

~~~python
def sort(cards):
    return sorted(cards)
~~~

![Cards on a table](cards.svg)
`;
const SECOND = `---
title: Searching
---

## Halving

:::: columns
::: column
The *left* half
:::
::: column
The right half
:::
::::

---

| Cards | Steps |
|------:|------:|
| 8     | 3     |
`;
const FIGURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><path d="M0 0h40v20z"/></svg>';
const HTTP = 'over http under a path';

const open = useBrowser();
/** As for pandoc: a title block or none, no course of its own, not one note. */
const site = useSite({ 'sorting.md': FIRST, 'searching.md': SECOND, 'cards.svg': FIGURE });

describe.each(WAYS)('a course without a note %s', (way) => {
  test('is read without scripts: all text, steps unfolded, columns one under the other', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site.at(way)}index.html`);
    await page.getByRole('link', { name: 'Searching', exact: true }).click();
    const column = (name: string) => page.getByText(name).evaluate((one) => one.getBoundingClientRect().top);
    expect(await column('The right half')).toBeGreaterThan(await column('The left half'));
    await page.getByRole('link', { name: /^Next/ }).first().click();
    expect(page.url()).toBe(`${site.at(way)}read/sorting.html`);
    for (const text of ['found things are near', 'It takes long.', 'def sort(cards):', 'Cards on a table'])
      expect(await page.getByText(text).first().isVisible(), text).toBe(true);
    expect(await page.locator('.lectern-said').count()).toBe(0);
  });

  test('is searched, to the slide', async () => {
    const { page } = await open();
    await page.goto(`${site.at(way)}index.html`);
    await search(page, 'belong', '1 result');
    expect(await titles(page)).toEqual(['By hand']);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.at(way)}read/sorting.html#by-hand`);
    await expect.poll(() => marked(page)).toEqual(['belongs']);
    await search(page, '"table', '1 result');
    expect(await titles(page)).toEqual(['By machine']);
    await search(page, 'cards steps', '1 result');
    expect(await titles(page)).toEqual(['Slide 3']);
  });
});

test.each(['index.html', 'read/index.html', 'read/all.html', 'read/sorting.html', 'read/searching.html'])(
  'axe finds nothing wrong with %s of a course without a note, and it fits a phone',
  async (path) => {
    const { page } = await open({ viewport: { width: 320, height: 640 } });
    await page.goto(site.at(HTTP) + path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await inspectPage(page)).toEqual([]);
  },
);

test('what is new in a course without a note is marked', async () => {
  const { page, context } = await open({ alone: true });
  const root = site.at(HTTP);
  for (const path of ['index.html', 'read/sorting.html']) {
    await page.goto(root + path);
    await page.mouse.move(200, 200);
    await page.mouse.move(210, 210);
    await page.waitForFunction(() => Object.keys(localStorage).some((name) => name.endsWith(':seen')));
    await page.waitForLoadState('networkidle');
  }
  const changed = { 'sorting.md': FIRST.replace('take a card', 'take any card') };
  buildSite(writeCourse(join(dirname(site.folder()), 'course'), changed), site.folder());
  const later = await context.newPage();
  await later.goto(`${root}index.html`);
  await later.locator('.lecture', { hasText: 'Sorting' }).getByText('Changed since your visit').waitFor();
  await later.goto(`${root}read/sorting.html`);
  await later.locator('#by-hand').getByText('Changed since your visit').waitFor();
  expect(await later.locator('.lectern-since').count()).toBe(1);
});
