import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { WALK } from '../support/courses.ts';
import { openDeck, place } from '../support/deckPage.ts';
import { expectSeen, openSpeaker, speakerView } from '../support/speakerView.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const open = useBrowser();
const site = useSite(WALK);
const ROOT = 'over http at the root';

/** Keeps a hold of the window that a deck opens, as `opened`. */
function keepOpened(page: Page): Promise<void> {
  return page.evaluate(() => {
    const openWindow = window.open.bind(window);
    window.open = (...words) => {
      const opened = openWindow(...words);
      Object.assign(window, { opened });
      return opened;
    };
  });
}

describe.each(WAYS)('the speaker view %s', (way) => {
  test('opens at the slide and the step of the deck, which stays where it is; follows the deck, and leads it', async () => {
    const { page } = await open();
    await openDeck(page, `${site.at(way)}walk.html#/steps`);
    await page.keyboard.press('ArrowRight');
    const view = await openSpeaker(page, () => page.keyboard.press('s'));
    const steps = { title: 'Steps', place: '4 of 7', notes: 'Count to two.' };
    await expectSeen(view, { ...steps, step: 'step 2 of 3', now: '4.1', next: '4.2', end: 'step 3 of 3' });
    expect(await place(page)).toBe('4.1');
    await page.keyboard.press('ArrowRight');
    await expectSeen(view, { ...steps, step: 'step 3 of 3', now: '4.2', next: '5' });
    await page.keyboard.press('ArrowRight');
    await expectSeen(view, {
      title: 'Second section',
      place: '5 of 7',
      step: '',
      notes: 'No notes for this slide.',
      now: '5',
      next: '6',
    });
    await view.page.keyboard.press('PageDown');
    await view.page.keyboard.press('ArrowRight');
    await expectSeen(view, { title: 'Far away', step: 'step 2 of 3', now: '6.1', next: '6.2' });
    await expect.poll(() => place(page)).toBe('6.1');
    await view.page.locator('#lectern-back').click();
    await expectSeen(view, { step: 'step 1 of 3', now: '6', next: '6.1' });
    await expect.poll(() => place(page)).toBe('6');
  });

  test('leads the deck also after both were loaded again', async () => {
    const { page } = await open();
    await openDeck(page, `${site.at(way)}walk.html#/far`);
    const view = await openSpeaker(page, () => page.keyboard.press('s'));
    await expectSeen(view, { now: '6' });
    await view.page.reload();
    await expectSeen(view, { now: '6' });
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    await view.page.keyboard.press('ArrowRight');
    await expectSeen(view, { now: '6.1', next: '6.2' });
    await expect.poll(() => place(page)).toBe('6.1');
  });
});

test('a speaker view whose window is closed is missed by nobody, and opens again', async () => {
  const { page } = await open();
  await openDeck(page, `${site.at(ROOT)}walk.html#/far`);
  await keepOpened(page);
  const view = await openSpeaker(page, () => page.keyboard.press('s'));
  await expectSeen(view, { now: '6' });
  await view.page.close();
  // Until the deck's window hears of it, the browser still finds the old one by its name.
  await page.waitForFunction(() => (window as { opened?: Window }).opened?.closed);
  await page.keyboard.press('ArrowRight');
  expect(await place(page)).toBe('6.1');
  const again = await openSpeaker(page, () => page.keyboard.press('s'));
  await expectSeen(again, { now: '6.1', next: '6.2' });
});

test('the speaker view says that it is the end, and counts a slide without a title', async () => {
  const { page } = await open();
  await openDeck(page, `${site.at(ROOT)}walk.html#/7`);
  const view = await openSpeaker(page, () => page.locator('#lectern-speaker').click());
  await expectSeen(view, { title: 'Slide 7', place: '7 of 7', now: '7', end: 'The end' });
});

test('the speaker view shows the slide that its own address names, without a deck beside it', async () => {
  const { page } = await open();
  await page.goto(`${site.at('from disk')}speaker.html?deck=walk.html#/far`);
  await expectSeen(speakerView(page), { title: 'Far away', place: '6 of 7', step: 'step 1 of 3', now: '6', next: '6.1' });
});

test('a deck and a speaker view that were opened each by itself find each other', async () => {
  const { page, context } = await open();
  await openDeck(page, `${site.at(ROOT)}walk.html#/steps`);
  const other = await context.newPage();
  await other.goto(`${site.at(ROOT)}speaker.html?deck=walk.html`);
  const view = speakerView(other);
  await expectSeen(view, { now: '4', next: '4.1' });
  await other.keyboard.press('ArrowRight');
  await expect.poll(() => place(page)).toBe('4.1');
});

test('the speaker view of one lecture leaves the deck of another alone', async () => {
  const { page, context } = await open();
  await openDeck(page, `${site.at(ROOT)}other.html`);
  const other = await context.newPage();
  await other.goto(`${site.at(ROOT)}speaker.html?deck=walk.html#/far`);
  await expectSeen(speakerView(other), { now: '6' });
  await other.keyboard.press('ArrowRight');
  await expectSeen(speakerView(other), { now: '6.1' });
  expect(await place(page)).toBe('1');
});

test('the speaker view brings in no page of elsewhere, whatever deck its address names', async () => {
  const { page, asked, takeTroubles } = await open();
  const root = site.at('over http under a path');
  const foreign = [
    'https://elsewhere.example/walk.html',
    '//elsewhere.example/walk.html',
    '../walk.html',
    'javascript:alert(1)//.html',
    '',
  ];
  for (const deck of foreign) {
    await page.goto(`${root}speaker.html?deck=${encodeURIComponent(deck)}`);
    const outside = page.frames().filter((frame) => frame.url() !== 'about:blank' && !frame.url().startsWith(root));
    expect(
      outside.map((frame) => frame.url()),
      deck,
    ).toEqual([]);
    expect(await page.getByRole('heading').innerText()).toBe(
      deck === '' ? 'Open the speaker view from a deck, with the key S.' : `There is no deck “${deck}” in this course.`,
    );
  }
  expect(asked).toEqual([]);
  expect(takeTroubles()).toEqual([]);
});

test.each(WAYS)('for a deck that is not there it says so, and leads home: %s', async (way) => {
  const { page } = await open();
  for (const deck of ['gone.html', 'read/walk.html', 'index.html']) {
    await page.goto(`${site.at(way)}speaker.html?deck=${encodeURIComponent(deck)}`);
    expect(await page.locator('body').innerText()).toMatch(
      new RegExp(`^There is no deck “${deck}” in this course\\.\\s+Course home$`),
    );
    expect(page.frames()).toHaveLength(1);
  }
  await page.getByRole('link', { name: 'Course home' }).click();
  expect(page.url()).toBe(`${site.at(way)}index.html`);
});

test.each(WAYS)('a browser that opens no windows is explained, with a link that opens the speaker view: %s', async (way) => {
  const { page } = await open({ alone: true });
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await openDeck(page, `${site.at(way)}walk.html#/plain`);
  await page.keyboard.press('s');
  const says = page.locator('#lectern-says');
  await expect.poll(() => says.innerText()).toBe('The browser did not open the speaker view. Open it here: Speaker view');
  const view = await openSpeaker(page, () => says.getByRole('link').click());
  await expectSeen(view, { now: '3', next: '4' });
  expect(await says.innerText()).toBe('');
  await view.page.keyboard.press('ArrowRight');
  await expect.poll(() => place(page)).toBe('4');
});

test('deck and speaker view work where the browser keeps nothing and has no channels', async () => {
  const { page, context } = await open({ alone: true });
  await context.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('not here', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: refuse });
    Object.defineProperty(window, 'BroadcastChannel', { value: refuse });
  });
  await openDeck(page, `${site.at(ROOT)}walk.html#/plain`);
  const view = await openSpeaker(page, () => page.keyboard.press('s'));
  await expectSeen(view, { now: '3', next: '4' });
  await view.page.keyboard.press('ArrowRight');
  await expectSeen(view, { now: '4' });
  await expect.poll(() => place(page)).toBe('4');
});
