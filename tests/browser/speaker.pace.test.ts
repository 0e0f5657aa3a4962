import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openDeck } from '../support/deckPage.ts';
import { expectSeen, openSpeaker, type SpeakerView } from '../support/speakerView.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const open = useBrowser();
const slide = (title: string, more = ''): string => `## ${title}${more}\n\nText.\n\n`;
const PARTS = `# Part {minutes=10}\n\n${slide('One', ' {minutes=6}')}${slide('Two')}# Other\n\n${slide('Three', ' {data-timing=300}')}${slide('Four')}`;
const site = useSite({
  'slides/index.md': '---\ntitle: Times\nlang: en\n---\n',
  'slides/01-whole.md': `---\ntitle: Whole\nduration: 25\n---\n\n${PARTS}`,
  'slides/02-parts.md': `---\ntitle: Parts\n---\n\n${PARTS}`,
  'slides/03-none.md': `---\ntitle: None\n---\n\n${slide('One')}`,
});
const ROOT = 'over http at the root';

async function present(address: string): Promise<SpeakerView> {
  const { context } = await open({ alone: true });
  const deck = await context.newPage();
  await openDeck(deck, address);
  const view = await openSpeaker(deck, () => deck.keyboard.press('s'));
  await expectSeen(view, { now: '1' });
  return view;
}

/** The lecture has run for so many minutes. */
async function letPass(page: Page, minutes: number): Promise<void> {
  await page.evaluate((passed) => {
    const name = Object.keys(localStorage).find((one) => one.includes(':timer:')) ?? '';
    const saved = JSON.parse(localStorage.getItem(name) ?? '{}');
    localStorage.setItem(name, JSON.stringify({ ...saved, passed, since: Date.now() }));
  }, minutes * 60_000);
  await page.reload();
}

const text = async (page: Page, name: string): Promise<string> => (await page.locator(`#lectern-${name}`).innerText()).trim();
const told = async ({ page }: SpeakerView) => [await text(page, 'pace'), await text(page, 'left')];
const goTo = async ({ page }: SpeakerView, number: number): Promise<void> => {
  await page.keyboard.press('g');
  await page.keyboard.type(String(number));
  await page.keyboard.press('Enter');
};

describe.each(WAYS)('the pace of a lecture %s', (way) => {
  test('is told by its duration and by the minutes of its sections and slides', async () => {
    const view = await present(`${site.at(way)}whole.html`);
    expect([await view.page.locator('#lectern-pace').isVisible(), await text(view.page, 'duration')]).toEqual([
      false,
      'of 25 min',
    ]);
    await goTo(view, 3);
    await expect.poll(() => told(view)).toEqual(['5 min ahead', '25 left']);
    await letPass(view.page, 9.5);
    await expect.poll(() => told(view)).toEqual(['on time', '16 left']);
    await goTo(view, 4);
    await expect.poll(() => told(view)).toEqual(['1 min ahead', '16 left']);
    await letPass(view.page, 27);
    await expect.poll(() => told(view)).toEqual(['13 min behind', '2 over']);
    await goTo(view, 7);
    await expect.poll(() => told(view)).toEqual(['2 min behind', '2 over']);
  });
});

test('without a duration, the minutes of sections and slides are all there is', async () => {
  const view = await present(`${site.at(ROOT)}parts.html`);
  expect(await text(view.page, 'duration')).toBe('of 15 min');
});

test('nothing is told where nobody said how long anything takes', async () => {
  const view = await present(`${site.at(ROOT)}none.html`);
  await view.page.keyboard.press('t');
  await expect.poll(() => text(view.page, 'elapsed')).toBe('0:01');
  expect(await view.page.locator('#lectern-pace').isVisible()).toBe(false);
  expect([await text(view.page, 'duration'), await text(view.page, 'left')]).toEqual(['', '']);
});

test('the minutes of slides change nothing that readers see', async () => {
  const { page } = await open();
  await page.goto(`${site.at(ROOT)}read/parts.html`);
  expect(await page.locator('main').innerText()).not.toMatch(/minute|10|300/);
});
