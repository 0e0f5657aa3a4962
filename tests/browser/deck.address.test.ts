import { describe, expect, test } from 'vitest';
import { WALK } from '../support/courses.ts';
import { hashOf, openDeck, place } from '../support/deckPage.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const open = useBrowser();
const site = useSite(WALK);
const DECK = 'walk.html';

/** What stands behind a deck's address → the stop that it opens. */
const OPENS: Readonly<Record<string, string>> = {
  '': '1',
  '#/plain': '3',
  '#plain': '3',
  '#/6': '6',
  '#/far': '6',
  '#/2/1': '6',
  '#/1/2': '4',
  '#/1': '1',
  '#inner-mark': '3',
  '#/inner-mark': '3',
  '#/far/0': '6.1',
  '#/2/1/1': '6.2',
  '#/99': '7',
  '#/no-such-slide': '1',
};

test('a deck opens at the slide that its address names: by identifier, by number, as pandoc counts, by something on it', async () => {
  const { page } = await open();
  const opened: Record<string, string> = {};
  for (const hash of Object.keys(OPENS)) {
    await page.goto('about:blank');
    await openDeck(page, `${site.at('from disk')}${DECK}${hash}`);
    opened[hash] = await place(page);
  }
  expect(opened).toEqual(OPENS);
});

test('a deck that is open goes where its address is changed to', async () => {
  const { page } = await open();
  await openDeck(page, `${site.at('over http at the root')}${DECK}`);
  for (const [hash, expected] of Object.entries(OPENS).slice(1, -1)) {
    await page.evaluate((to) => location.assign(to), hash);
    await expect.poll(() => place(page), { message: hash }).toBe(expected);
  }
});

describe.each(WAYS)('the address of a deck %s', (way) => {
  test('follows as one moves: the identifier, or the number of a slide without one', async () => {
    const { page } = await open();
    await openDeck(page, `${site.at(way)}${DECK}#/far`);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => hashOf(page)).toBe('#/second-section');
    await page.keyboard.press('End');
    await expect.poll(() => hashOf(page)).toBe('#/7');
  });

  test('keeps the slide and the step when the page is loaded again at once', async () => {
    const { page } = await open();
    await openDeck(page, `${site.at(way)}${DECK}#/steps`);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await place(page)).toBe('4.2');
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    expect(await place(page)).toBe('4.2');
    expect(hashOf(page)).toBe('#/steps');
  });

  test('goes back to where a link within the deck was followed, and forward again', async () => {
    const { page } = await open();
    await openDeck(page, `${site.at(way)}${DECK}`);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    // At once, before the address had time to follow.
    await page.getByRole('link', { name: 'a way to Far' }).click();
    await expect.poll(() => place(page)).toBe('6');
    await page.keyboard.press('ArrowRight');
    // The step is no part of the address, but it is kept with it.
    await page.waitForFunction(() => JSON.stringify(history.state).includes('"step":1'));
    await page.goBack();
    await expect.poll(() => place(page)).toBe('3');
    await page.goForward();
    await expect.poll(() => place(page)).toBe('6.1');
  });

  test('goes back to the slide from which a link led to another lecture', async () => {
    const { page } = await open();
    await openDeck(page, `${site.at(way)}${DECK}`);
    await page.keyboard.press('End');
    await page.getByRole('link', { name: 'the other lecture' }).click();
    await page.waitForURL(/other\.html/);
    await page.waitForSelector('html[data-ready]');
    expect(await place(page)).toBe('3');
    expect(hashOf(page)).toBe('#/other-slide');
    await page.goBack();
    await page.waitForURL(/walk\.html/);
    await page.waitForSelector('html[data-ready]');
    expect(await place(page)).toBe('7');
  });
});

test('a link to a slide’s number leads to the slide with that number', async () => {
  const { page } = await open();
  await openDeck(page, `${site.at('over http at the root')}${DECK}#/plain`);
  await page.getByRole('link', { name: 'slide five' }).click();
  await expect.poll(() => place(page)).toBe('5');
});

test('moving through a deck leaves one entry in the history, so that Back leads out of it', async () => {
  const { page } = await open();
  await page.goto(`${site.at('over http at the root')}index.html`);
  await openDeck(page, site.at('over http at the root') + DECK);
  const before = await page.evaluate(() => history.length);
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press('ArrowRight');
  await expect.poll(() => hashOf(page)).toBe('#/steps');
  expect(await page.evaluate(() => history.length)).toBe(before);
  await page.goBack();
  expect(page.url()).toBe(`${site.at('over http at the root')}index.html`);
});
