import { describe, expect, test } from 'vitest';
import { WALK } from '../support/courses.ts';
import { openDeck, place } from '../support/deckPage.ts';
import { expectSeen, openSpeaker, speakerView } from '../support/speakerView.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const open = useBrowser();
const site = useSite({
  ...WALK,
  'slides/03-timed.md': '---\ntitle: Timed\nduration: 45\nwidth: 960\nheight: 720\n---\n\n## One\n\nText.\n\n## Two\n\nText.\n',
});
const ROOT = 'over http at the root';

describe.each(WAYS)('two windows with one deck, %s:', (way) => {
  test('each has its own speaker view, and neither moves the other', async () => {
    const { context } = await open({ alone: true });
    const [first, second] = [await context.newPage(), await context.newPage()];
    await openDeck(first, `${site.at(way)}walk.html`);
    await openDeck(second, `${site.at(way)}walk.html#/far`);
    const ofFirst = await openSpeaker(first, () => first.keyboard.press('s'));
    const ofSecond = await openSpeaker(second, () => second.keyboard.press('s'));
    await expectSeen(ofFirst, { now: '1' });
    await expectSeen(ofSecond, { now: '6' });
    await ofFirst.page.keyboard.press('ArrowRight');
    await expectSeen(ofFirst, { now: '2' });
    await expect.poll(() => place(first)).toBe('2');
    await second.keyboard.press('ArrowRight');
    await expectSeen(ofSecond, { now: '6.1' });
    expect([await place(first), await place(second)]).toEqual(['2', '6.1']);
    expect((await ofFirst.sees()).now).toBe('2');
  });

  test('a deck that was closed is opened again from its speaker view, at the same step', async () => {
    const { context } = await open({ alone: true });
    const deck = await context.newPage();
    await openDeck(deck, `${site.at(way)}walk.html#/steps`);
    const view = await openSpeaker(deck, () => deck.keyboard.press('s'));
    await expectSeen(view, { now: '4' });
    await view.page.keyboard.press('ArrowRight');
    await expectSeen(view, { now: '4.1' });
    await deck.close();
    const [again] = await Promise.all([view.page.waitForEvent('popup'), view.page.locator('#lectern-open').click()]);
    await expect.poll(() => place(again)).toBe('4.1');
    await view.page.locator('#lectern-closed').waitFor({ state: 'hidden' });
    await view.page.keyboard.press('ArrowRight');
    await expect.poll(() => place(again)).toBe('4.2');
  });
});

test('a window that the browser copied with its name takes another name', async () => {
  const { context } = await open({ alone: true });
  const [first, second] = [await context.newPage(), await context.newPage()];
  for (const page of [first, second]) {
    await page.goto('about:blank');
    await page.evaluate(() => {
      window.name = 'lectern-deck:copied';
    });
  }
  await openDeck(first, `${site.at(ROOT)}walk.html`);
  await openDeck(second, `${site.at(ROOT)}walk.html`);
  const names = () => Promise.all([first, second].map((page) => page.evaluate(() => window.name)));
  await expect.poll(async () => new Set(await names()).size).toBe(2);
});

test('the time begins with the first step, is told of the lecture’s minutes, pauses, and outlives the window', async () => {
  const { context } = await open({ alone: true });
  const deck = await context.newPage();
  await openDeck(deck, `${site.at(ROOT)}timed.html`);
  const view = await openSpeaker(deck, () => deck.keyboard.press('s'));
  const text = (page: typeof deck, name: string) => page.locator(`#lectern-${name}`).innerText();
  await expectSeen(view, { now: '1' });
  expect(await text(view.page, 'elapsed')).toBe('0:00');
  expect([await text(view.page, 'duration'), await text(view.page, 'left')]).toEqual(['of 45 min', '45 left']);
  await deck.keyboard.press('ArrowRight');
  await expect.poll(() => text(view.page, 'elapsed')).toMatch(/^0:0[2-9]$/);
  await view.page.close();
  await deck.keyboard.press('ArrowLeft');
  await expect.poll(() => place(deck)).toBe('1');
  const again = await openSpeaker(deck, () => deck.keyboard.press('s'));
  await expect.poll(() => text(again.page, 'elapsed')).toMatch(/^0:(?:0[3-9]|[1-5]\d)$/);
  await again.page.getByRole('button', { name: 'Pause the timer' }).click();
  const stopped = await text(again.page, 'elapsed');
  await again.page.waitForTimeout(1200);
  expect(await text(again.page, 'elapsed')).toBe(stopped);
  await again.page.getByRole('button', { name: 'Start again from zero' }).click();
  expect(await text(again.page, 'elapsed')).toBe('0:00');
});

test('the pictures have the deck’s own format', async () => {
  const { context } = await open({ alone: true });
  const page = await context.newPage();
  await page.goto(`${site.at(ROOT)}speaker.html?deck=timed.html`);
  await expectSeen(speakerView(page), { now: '1' });
  const box = await page.locator('.view.cur .frame').boundingBox();
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(4 / 3, 1);
});

test('a slide is found by its number and by a piece of its title, and what is not there is said', async () => {
  const { context } = await open({ alone: true });
  const deck = await context.newPage();
  await openDeck(deck, `${site.at(ROOT)}walk.html`);
  const view = await openSpeaker(deck, () => deck.keyboard.press('s'));
  await expectSeen(view, { now: '1' });
  const find = async (words: string): Promise<void> => {
    await view.page.keyboard.press('g');
    await view.page.keyboard.type(words);
    await view.page.keyboard.press('Enter');
  };
  await find('far');
  await expectSeen(view, { title: 'Far away', now: '6' });
  await expect.poll(() => place(deck)).toBe('6');
  await find('3');
  await expectSeen(view, { title: 'Plain', now: '3' });
  await find('99');
  expect(await view.page.locator('#lectern-says').innerText()).toBe('There is no slide “99”.');
  await expect.poll(() => place(deck)).toBe('3');
});

test('size of the notes, colours and letters as keys are remembered on this device', async () => {
  const { context } = await open({ alone: true, colorScheme: 'light' });
  const page = await context.newPage();
  const address = `${site.at(ROOT)}speaker.html?deck=walk.html#/plain`;
  const size = () => page.locator('#lectern-said').evaluate((element) => getComputedStyle(element).fontSize);
  await page.goto(address);
  await expectSeen(speakerView(page), { now: '3' });
  expect(await size()).toBe('28px');
  await page.keyboard.press('+');
  await page.keyboard.press('d');
  await page.locator('#lectern-help').click();
  await page.locator('#lectern-letters').uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await expectSeen(speakerView(page), { now: '3' });
  expect(await size()).toBe('32.2px');
  expect(await page.evaluate(() => document.documentElement.dataset['scheme'])).toBe('dark');
  await page.keyboard.press('p');
  await page.keyboard.press('+');
  expect(await size()).toBe('32.2px');
  await page.keyboard.press('PageDown');
  await expectSeen(speakerView(page), { now: '4' });
});

test('the pictures have the colours of the deck, and the view those of its own screen', async () => {
  const { context } = await open({ alone: true, colorScheme: 'dark' });
  const deck = await context.newPage();
  await openDeck(deck, `${site.at(ROOT)}walk.html#/plain`);
  const view = await openSpeaker(deck, () => deck.keyboard.press('s'));
  await expectSeen(view, { now: '3' });
  const scheme = () => view.page.frames()[1]?.evaluate(() => document.documentElement.dataset['scheme']);
  await expect.poll(scheme).toBe('light');
  await deck.evaluate(() => {
    document.documentElement.dataset['scheme'] = 'dark';
  });
  await expect.poll(scheme).toBe('dark');
});
