import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WALK, WALK_STOPS } from '../support/courses.ts';
import { openDeck, place } from '../support/deckPage.ts';
import { expectSeen, openSpeaker, type SpeakerView, speakerView } from '../support/speakerView.ts';
import { startDev } from '../support/startDev.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';
import { writeFolder } from '../support/writeFolder.ts';

const open = useBrowser();
const site = useSite(WALK);
const ROOT = 'over http at the root';

/** Two windows: a deck, and its speaker view. */
async function present(address: string): Promise<{ readonly deck: Page; readonly view: SpeakerView }> {
  const { context } = await open({ alone: true });
  const deck = await context.newPage();
  await openDeck(deck, address);
  const view = await openSpeaker(deck, () => deck.keyboard.press('s'));
  await expectSeen(view, { now: await place(deck) });
  await view.page.locator('#lectern-closed').waitFor({ state: 'hidden' });
  return { deck, view };
}

/** Waits until the deck and both pictures of the speaker view stand so. */
async function expectAt(deck: Page, view: SpeakerView, stop: string): Promise<void> {
  const next = WALK_STOPS[WALK_STOPS.indexOf(stop as (typeof WALK_STOPS)[number]) + 1] ?? stop;
  await expect
    .poll(async () => [await place(deck), await pictured(view, 0), await pictured(view, 1)])
    .toEqual([stop, stop, next]);
}

/** Where the deck in the first or the second frame stands. */
function pictured({ page }: SpeakerView, which: 0 | 1): Promise<string> {
  const frame = page.mainFrame().childFrames()[which];
  return frame === undefined ? Promise.resolve('') : place(frame);
}

const isBlack = async (deck: Page): Promise<boolean> => (await deck.locator('.reveal.paused').count()) === 1;
const lines = (view: SpeakerView): Promise<readonly string[]> => view.page.locator('.state:not([hidden]) > span').allInnerTexts();

async function walkBothWays(address: string): Promise<void> {
  const { deck, view } = await present(address);
  for (const [at, stop] of WALK_STOPS.entries()) {
    await expectAt(deck, view, stop);
    await (at % 2 === 0 ? view.page : deck).keyboard.press(at % 3 === 0 ? 'PageDown' : 'ArrowRight');
  }
  for (const [at, stop] of [...WALK_STOPS].reverse().entries()) {
    await expectAt(deck, view, stop);
    await (at % 2 === 0 ? deck : view.page).keyboard.press('PageUp');
  }
  await expectAt(deck, view, '1');
}

describe.each(WAYS)('deck and speaker view %s', (way) => {
  test('stand at the same step all the way on and back, whichever window is asked', { timeout: 180_000 }, () =>
    walkBothWays(`${site.at(way)}walk.html`),
  );

  test('stand as before when either is resized, loaded again or closed: black, frozen, at their steps', async () => {
    const { deck, view } = await present(`${site.at(way)}walk.html#/steps`);
    await view.page.keyboard.press('z');
    await expect.poll(() => lines(view)).toEqual(['Frozen: the audience goes on seeing slide 4.']);
    for (const _ of 'ab') await view.page.keyboard.press('PageDown');
    await expectSeen(view, { now: '4.2', next: '5' });
    await view.page.keyboard.press('b');
    await expect.poll(() => isBlack(deck)).toBe(true);
    await deck.setViewportSize({ width: 1024, height: 768 });
    await view.page.setViewportSize({ width: 820, height: 1180 });
    await deck.reload();
    await deck.waitForSelector('html[data-ready]');
    await view.page.reload();
    const told = ['The audience sees a black screen.', 'Frozen: the audience goes on seeing slide 4.'];
    await expectSeen(view, { now: '4.2', next: '5' });
    await expect.poll(() => lines(view)).toEqual(told);
    expect([await place(deck), await isBlack(deck)]).toEqual(['4', true]);
    await deck.close();
    await expect.poll(() => lines(view)).toEqual(['The deck is not open.', ...told]);
    await view.page.keyboard.press('PageDown');
    await expectSeen(view, { now: '5' });
    const [again] = await Promise.all([view.page.waitForEvent('popup'), view.page.locator('#lectern-open').click()]);
    await again.waitForSelector('html[data-ready]');
    await expect.poll(() => lines(view)).toEqual(told);
    await expect.poll(async () => [await place(again), await isBlack(again)]).toEqual(['4', true]);
    await view.page.getByRole('button', { name: 'Show the slides' }).click();
    await view.page.getByRole('button', { name: 'Go on together' }).click();
    await expectAt(again, view, '5');
    expect([await isBlack(again), await lines(view)]).toEqual([false, []]);
  });
});

test('on the development server they stand at the same step all the way on and back', async () => {
  const dev = await startDev(writeFolder(WALK));
  onTestFinished(() => dev.stop());
  await walkBothWays(`${dev.url}walk.html`);
});

test('steps that are asked for faster than windows speak to each other end at the same place', async () => {
  const { deck, view } = await present(`${site.at(ROOT)}walk.html`);
  for (let round = 0; round < 3; round += 1) {
    await Promise.all([deck, view.page, deck, view.page].map((page) => page.keyboard.press('PageDown')));
    await expect.poll(async () => (await pictured(view, 0)) === (await place(deck))).toBe(true);
  }
  await view.page.waitForTimeout(2000);
  expect((await view.sees()).now).toBe(await place(deck));
});

test('a frozen window stays while the speaker goes on, also by a key in it; nothing on it tells', async () => {
  const { deck, view } = await present(`${site.at(ROOT)}walk.html#/plain`);
  const before = await deck.screenshot();
  await view.page.getByRole('button', { name: 'Freeze' }).click();
  await expect.poll(() => lines(view)).toHaveLength(1);
  await deck.keyboard.press('PageDown');
  await expectSeen(view, { now: '4', next: '4.1' });
  await view.page.keyboard.press('PageDown');
  await expectSeen(view, { now: '4.1' });
  expect(await place(deck)).toBe('3');
  expect((await deck.screenshot()).equals(before)).toBe(true);
  await view.page.keyboard.press('z');
  await expectAt(deck, view, '4.1');
});

test('a frozen window whose speaker view is gone goes on by itself', async () => {
  const { deck, view } = await present(`${site.at(ROOT)}walk.html#/plain`);
  await view.page.keyboard.press('z');
  await expect.poll(() => lines(view)).toHaveLength(1);
  await view.page.close();
  await deck.keyboard.press('PageDown');
  await expect.poll(() => place(deck)).toBe('4');
  await deck.keyboard.press('PageDown');
  await expect.poll(() => place(deck)).toBe('4.1');
});

test.each(['b', '.'])('%s makes the audience’s screen black from either window, and both say so', async (key) => {
  const { deck, view } = await present(`${site.at(ROOT)}walk.html`);
  const pressed = () => view.page.locator('#lectern-black').getAttribute('aria-pressed');
  await view.page.keyboard.press(key);
  await expect.poll(() => isBlack(deck)).toBe(true);
  await expect.poll(pressed).toBe('true');
  await deck.keyboard.press(key);
  await expect.poll(pressed).toBe('false');
  expect(await lines(view)).toEqual([]);
});

test('two speaker views of one deck agree on the place, the time, and what the audience sees', async () => {
  const { deck, view } = await present(`${site.at(ROOT)}walk.html#/plain`);
  const other = await deck.context().newPage();
  await other.goto(`${site.at(ROOT)}speaker.html?deck=walk.html`);
  const second = speakerView(other);
  await expectSeen(second, { now: '3' });
  await second.page.keyboard.press('PageDown');
  await expectAt(deck, view, '4');
  await view.page.keyboard.press('PageDown');
  await expectAt(deck, second, '4.1');
  const running = (page: Page) => page.locator('#lectern-pause.running').count();
  await expect.poll(async () => [await running(view.page), await running(other)]).toEqual([1, 1]);
  await other.keyboard.press('t');
  await expect.poll(() => running(view.page)).toBe(0);
  const time = (page: Page) => page.locator('#lectern-elapsed').innerText();
  expect(await time(view.page)).toBe(await time(other));
  await view.page.keyboard.press('z');
  await expect.poll(() => lines(second)).toHaveLength(1);
  await second.page.keyboard.press('PageDown');
  await expectSeen(view, { now: '4.2' });
  expect(await place(deck)).toBe('4.1');
});

test('a deck that says nothing any more is shown as closed, and as open when it speaks again', async () => {
  const { context } = await open({ alone: true });
  const page = await context.newPage();
  await page.goto(`${site.at(ROOT)}speaker.html?deck=walk.html&id=lectern-deck:lost#/far`);
  const view = speakerView(page);
  await expectSeen(view, { now: '6' });
  await expect.poll(() => lines(view)).toEqual(['The deck is not open.']);
  const [deck] = await Promise.all([page.waitForEvent('popup'), page.locator('#lectern-open').click()]);
  await expectAt(deck, view, '6');
  await expect.poll(() => lines(view)).toEqual([]);
});

test('one comes back to where one was before a jump, by ⌫ in either window and by its button', async () => {
  const { deck, view } = await present(`${site.at(ROOT)}walk.html#/plain`);
  await deck.keyboard.press('PageDown');
  await deck.keyboard.press('PageDown');
  await expectAt(deck, view, '4.1');
  await view.page.keyboard.press('g');
  await view.page.keyboard.type('7');
  await view.page.keyboard.press('Enter');
  await expectAt(deck, view, '7');
  await view.page.keyboard.press('Backspace');
  await expectAt(deck, view, '4.1');
  await deck.keyboard.press('Backspace');
  await expectAt(deck, view, '7');
  await view.page.reload();
  await expectSeen(view, { now: '7' });
  await view.page.getByRole('button', { name: 'Back to where you were' }).click();
  await expectAt(deck, view, '4.1');
});

test('a finger drawn over the pictures goes a step on, and back', async () => {
  const { deck, view } = await present(`${site.at(ROOT)}walk.html#/plain`);
  const swipe = (by: number) =>
    view.page.locator('#lectern-side').evaluate((side, x) => {
      const at = { pointerType: 'touch', isPrimary: true, bubbles: true, clientY: 200 };
      side.dispatchEvent(new PointerEvent('pointerdown', { ...at, clientX: 500 }));
      side.dispatchEvent(new PointerEvent('pointerup', { ...at, clientX: 500 + x }));
    }, by);
  await swipe(-80);
  await expectAt(deck, view, '4');
  await swipe(90);
  await expectAt(deck, view, '3');
  await swipe(10);
  await expectAt(deck, view, '3');
});

test('the screen is kept awake while one presents, and again after the window was hidden', async () => {
  const { context } = await open({ alone: true });
  await context.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(window, { asked });
    const request = (kind: string) => {
      asked.push(kind);
      return Promise.resolve({ released: false, release: () => Promise.resolve() });
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
  });
  const deck = await context.newPage();
  const asked = (page: Page) => page.evaluate(() => (window as unknown as { asked: string[] }).asked.length);
  await openDeck(deck, `${site.at(ROOT)}walk.html`);
  expect(await asked(deck)).toBe(0);
  const view = await openSpeaker(deck, () => deck.keyboard.press('s'));
  await expectSeen(view, { now: '1' });
  await expect.poll(async () => [await asked(deck), await asked(view.page)]).toEqual([1, 1]);
});

test('a network that comes and goes changes nothing, and nothing is said of it', async () => {
  const { deck, view } = await present(`${site.at(ROOT)}walk.html#/plain`);
  await deck.context().setOffline(true);
  await view.page.keyboard.press('PageDown');
  await expectAt(deck, view, '4');
  await deck.keyboard.press('PageDown');
  await expectAt(deck, view, '4.1');
  await deck.context().setOffline(false);
  expect(await deck.locator('dialog[open], .lectern-says:not(:empty)').count()).toBe(0);
  expect(await lines(view)).toEqual([]);
});
