/** Edits of every kind, one after the other → each time the windows that are open are as if they were opened now. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { randomFrom } from '../bench/randomFrom.mjs';
import { standing } from '../support/deckPage.ts';
import { editCourse } from '../support/editCourse.ts';
import { pageState } from '../support/pageState.ts';
import { startWriting, type Writing } from '../support/startWriting.ts';
import { useBrowser } from '../support/useBrowser.ts';

const open = useBrowser();
const COUNT = 200;
const SEED = 7;

/** The token of the slide that is shown, and how many steps of it. */
async function stand(page: Page): Promise<{ readonly token: string; readonly step: number }> {
  const token = await page.evaluate(() => {
    const slide = document.querySelector('.slides section.present:not(.stack)');
    return slide?.querySelector('.token')?.textContent ?? '';
  });
  return { token, step: (await standing(page)).step };
}

/** Whether the page's address names the slide that is shown. */
function addressed(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const slide = document.querySelector<HTMLElement>('.slides section.present:not(.stack)');
    return location.hash === `#/${slide?.id === '' ? slide.dataset['number'] : encodeURIComponent(slide?.id ?? '')}`;
  });
}

/** The same deck opened now, at the same step. */
async function openFresh(fresh: Page, deck: Page): Promise<void> {
  const { step } = await standing(deck);
  await fresh.goto('about:blank');
  await fresh.goto(deck.url());
  await fresh.waitForSelector('html[data-ready]');
  for (let press = 0; press < step; press++) await fresh.keyboard.press('ArrowRight');
}

async function walk(deck: Page, random: () => number): Promise<void> {
  const keys = ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'End'];
  for (let press = 0; press < 3; press++) await deck.keyboard.press(keys[Math.floor(random() * keys.length)] ?? '');
}

async function untilServed(dev: Writing, path: string, word: string): Promise<void> {
  await expect.poll(async () => (await (await fetch(dev.url + path)).text()).includes(word), { interval: 5 }).toBe(true);
}

test(`${COUNT} edits leave the windows as if they were opened now, each where it was`, { timeout: 600_000 }, async () => {
  const random = randomFrom(SEED);
  const course = editCourse(random);
  const dev = await startWriting(course.files);
  const { page: deck, context } = await open();
  const [reading, home, fresh] = [await context.newPage(), await context.newPage(), await context.newPage()];
  await deck.goto(`${dev.url}first.html`);
  await deck.waitForSelector('html[data-ready]');
  await reading.goto(`${dev.url}read/first.html`);
  await home.goto(dev.url);
  for (const page of [deck, reading, home]) await page.evaluate(() => Object.assign(window, { isOld: true }));
  for (let number = 1; number <= COUNT; number++) {
    await walk(deck, random);
    const before = await stand(deck);
    const edits = course.edit(number);
    for (const one of edits) {
      if (one.kind === 'save') dev.save(one.path, one.text);
      else dev.remove(one.path);
    }
    const what = `edit ${number}: ${edits[0]?.name}`;
    if (edits.some(({ broken }) => broken)) continue;
    await untilServed(dev, 'first.html', `edit ${number}.`);
    await deck.waitForFunction((word) => document.body.textContent?.includes(word), `edit ${number}.`);
    const after = await stand(deck);
    if (course.tokens().includes(before.token)) expect([what, after.token]).toEqual([what, before.token]);
    // the address follows a moment later
    await expect.poll(() => addressed(deck)).toBe(true);
    await openFresh(fresh, deck);
    const state = await pageState(fresh);
    await expect.poll(() => pageState(deck), { message: what }).toBe(state);
    // what went wrong on these is still wrong a little later
    if (number % 4 !== 0) continue;
    for (const page of [reading, home]) {
      await fresh.goto(page.url());
      const other = await pageState(fresh);
      await expect.poll(() => pageState(page), { message: what }).toBe(other);
    }
  }
  for (const page of [deck, reading, home]) expect(await page.evaluate(() => 'isOld' in window)).toBe(true);
});
