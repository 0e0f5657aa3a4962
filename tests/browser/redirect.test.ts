import { describe, expect, test } from 'vitest';
import { WALK } from '../support/courses.ts';
import { hashOf, place } from '../support/deckPage.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const open = useBrowser();
const site = useSite({
  ...WALK,
  'slides/02-other.md': '---\ntitle: The other\nredirect-from: [older-name]\n---\n\n## One\n\ntext\n\n## Other slide\n\ntext\n',
});

describe.each(WAYS)('an old address %s', (way) => {
  test('leads to the deck, at the slide that its hash names', async () => {
    const { page } = await open();
    await page.goto(`${site.at(way)}01-walk.html#/far`);
    await page.waitForURL(`${site.at(way)}walk.html#/far`);
    await page.waitForSelector('html[data-ready]');
    expect(await place(page)).toBe('6');
  });

  test('leads to the deck also without scripts', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site.at(way)}01-walk.html`);
    await page.waitForURL(`${site.at(way)}walk.html`);
    expect(await page.locator('#far').isVisible()).toBe(true);
  });
});

test('an old address that a lecture names itself leads to its deck and to its reading view', async () => {
  const { page } = await open();
  await page.goto(`${site.at('from disk')}older-name.html#/2`);
  await page.waitForURL(/\/other\.html/);
  await page.waitForSelector('html[data-ready]');
  expect(await place(page)).toBe('2');
  await page.goto(`${site.at('from disk')}read/older-name.html#other-slide`);
  await page.waitForURL(`${site.at('from disk')}read/other.html#other-slide`);
});

test('Back from a deck that an old address led to leads to where one came from', async () => {
  const { page } = await open();
  const home = `${site.at('over http under a path')}index.html`;
  await page.goto(home);
  await page.goto(`${site.at('over http under a path')}01-walk.html#/plain`);
  await page.waitForURL(/\/walk\.html/);
  // reveal.js is told the place in its own words while it starts
  await page.waitForSelector('html[data-ready]');
  expect(hashOf(page)).toBe('#/plain');
  await page.goBack();
  expect(page.url()).toBe(home);
});
