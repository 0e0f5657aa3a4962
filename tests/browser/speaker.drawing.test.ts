import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { WALK } from '../support/courses.ts';
import { openDeck, place } from '../support/deckPage.ts';
import { expectSeen, openSpeaker, type SpeakerView } from '../support/speakerView.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const open = useBrowser();
const site = useSite(WALK);
const ROOT = 'over http at the root';

async function present(address: string): Promise<{ readonly deck: Page; readonly view: SpeakerView }> {
  const { context } = await open({ alone: true });
  const deck = await context.newPage();
  await openDeck(deck, address);
  const view = await openSpeaker(deck, () => deck.keyboard.press('s'));
  await expectSeen(view, { now: await place(deck) });
  await view.page.locator('#lectern-closed').waitFor({ state: 'hidden' });
  return { deck, view };
}

/** Moves the mouse over the picture of the slide, from and to shares of its width and height. */
async function drag(page: Page, [fromX, fromY]: readonly [number, number], [toX, toY]: readonly [number, number]): Promise<void> {
  const box = await page.locator('.view.cur .frame').boundingBox();
  if (box === null) throw new Error('There is no picture.');
  await page.mouse.move(box.x + box.width * fromX, box.y + box.height * fromY);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * toX, box.y + box.height * toY, { steps: 5 });
  await page.mouse.up();
}

/** Where the lines on a page's slide begin and end: shares of the slide's box, in per cent. */
function linesOn(page: Page, slide: '.reveal .slides' | '.view.cur .frame'): Promise<readonly (readonly number[])[]> {
  return page.evaluate((selector) => {
    const { left, top, width, height } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    return [...document.querySelectorAll<SVGPolylineElement>(`${selector} .lectern-board .ink`)].map((line) => {
      const matrix = line.getScreenCTM();
      const ends = [line.points.getItem(0), line.points.getItem(line.points.numberOfItems - 1)];
      return ends.flatMap((end) => {
        const at = end.matrixTransform(matrix ?? undefined);
        return [Math.round(((at.x - left) / width) * 100), Math.round(((at.y - top) / height) * 100)];
      });
    });
  }, slide);
}
const onDeck = (deck: Page) => linesOn(deck, '.reveal .slides');
const onView = ({ page }: SpeakerView) => linesOn(page, '.view.cur .frame');
const scripts = (deck: Page) =>
  deck.evaluate(() => [...document.scripts].filter(({ src }) => /draw\.[\w-]+\.js/.test(src)).length);

describe.each(WAYS)('what a speaker draws %s', (way) => {
  test('is seen at the same place on the deck, belongs to its slide, and is there after either was loaded again', async () => {
    const { deck, view } = await present(`${site.at(way)}walk.html#/plain`);
    await deck.setViewportSize({ width: 1024, height: 768 });
    expect(await scripts(deck)).toBe(0);
    await view.page.keyboard.press('w');
    await drag(view.page, [0.2, 0.3], [0.6, 0.8]);
    const line = [20, 30, 60, 80];
    await expect.poll(() => onView(view)).toEqual([line]);
    await expect.poll(() => onDeck(deck)).toEqual([line]);
    expect(await scripts(deck)).toBe(1);
    await view.page.keyboard.press('PageDown');
    await expect.poll(() => onDeck(deck)).toEqual([]);
    expect(await onView(view)).toEqual([]);
    await view.page.keyboard.press('PageUp');
    await expectSeen(view, { now: '3' });
    await expect.poll(() => onDeck(deck)).toEqual([line]);
    await drag(view.page, [0.5, 0.5], [0.7, 0.5]);
    const both = [line, [50, 50, 70, 50]];
    await expect.poll(() => onDeck(deck)).toEqual(both);
    await deck.reload();
    await expect.poll(() => onDeck(deck)).toEqual(both);
    await view.page.reload();
    await expect.poll(() => onView(view)).toEqual(both);
    await view.page.keyboard.press('u');
    await expect.poll(() => onDeck(deck)).toEqual([line]);
    await view.page.keyboard.press('e');
    await expect.poll(() => onDeck(deck)).toEqual([]);
    await expect.poll(() => onView(view)).toEqual([]);
  });
});

test('a deck that is opened again has what was drawn, and so has a second speaker view', async () => {
  const { deck, view } = await present(`${site.at(ROOT)}walk.html#/plain`);
  await view.page.getByRole('button', { name: 'Pen on the slide' }).click();
  await drag(view.page, [0.1, 0.1], [0.9, 0.1]);
  const other = await deck.context().newPage();
  await other.goto(`${site.at(ROOT)}speaker.html?deck=walk.html`);
  await expect.poll(() => linesOn(other, '.view.cur .frame')).toEqual([[10, 10, 90, 10]]);
  await deck.close();
  await view.page.locator('#lectern-closed').waitFor();
  const [again] = await Promise.all([view.page.waitForEvent('popup'), view.page.locator('#lectern-open').click()]);
  await expect.poll(() => onDeck(again)).toEqual([[10, 10, 90, 10]]);
  await other.getByRole('button', { name: 'Clear the slide of lines' }).click();
  await expect.poll(async () => [await onDeck(again), await onView(view)]).toEqual([[], []]);
});

test('the pointer is seen on the deck where the speaker points, and goes with the mouse, the slide and the tool', async () => {
  const { deck, view } = await present(`${site.at(ROOT)}walk.html#/plain`);
  const box = await view.page.locator('.view.cur .frame').boundingBox();
  if (box === null) throw new Error('There is no picture.');
  const pointTo = (x: number, y: number) => view.page.mouse.move(box.x + box.width * x, box.y + box.height * y);
  const dot = () =>
    deck.evaluate(() => {
      const slide = document.querySelector('.reveal .slides')?.getBoundingClientRect() ?? new DOMRect();
      const spot = document.querySelector<SVGElement>('.lectern-board .dot');
      if (spot === null || spot.getAttribute('visibility') !== 'visible') return null;
      const { x, y, width, height } = spot.getBoundingClientRect();
      const share = (part: number, whole: number): number => Math.round((part / whole) * 10) / 10;
      return [share(x + width / 2 - slide.x, slide.width), share(y + height / 2 - slide.y, slide.height)];
    });
  await view.page.keyboard.press('l');
  await pointTo(0.3, 0.7);
  await expect.poll(dot).toEqual([0.3, 0.7]);
  await pointTo(0.6, 0.2);
  await expect.poll(dot).toEqual([0.6, 0.2]);
  await view.page.mouse.move(5, 5);
  await expect.poll(dot).toBe(null);
  await pointTo(0.5, 0.5);
  await expect.poll(dot).toEqual([0.5, 0.5]);
  await view.page.keyboard.press('PageDown');
  await expect.poll(dot).toBe(null);
  await pointTo(0.4, 0.5);
  await expect.poll(dot).toEqual([0.4, 0.5]);
  await view.page.keyboard.press('Escape');
  await expect.poll(dot).toBe(null);
  await pointTo(0.2, 0.2);
  await deck.waitForTimeout(300);
  expect(await dot()).toBe(null);
});

test('keys and remotes go on working while a tool is held and a line is drawn', async () => {
  const { deck, view } = await present(`${site.at(ROOT)}walk.html#/plain`);
  const { page } = view;
  await page.locator('#lectern-pen').click();
  const box = await page.locator('.view.cur .frame').boundingBox();
  if (box === null) throw new Error('There is no picture.');
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 80, box.y + 40);
  await page.keyboard.press('PageDown');
  await expectSeen(view, { now: '4' });
  await page.mouse.move(box.x + 120, box.y + 60);
  await page.mouse.up();
  await page.keyboard.press('Space');
  await expect.poll(() => place(deck)).toBe('4.1');
  expect(await onView(view)).toEqual([]);
  await page.keyboard.press('b');
  await expect.poll(() => deck.locator('.reveal.paused').count()).toBe(1);
  expect(await page.locator('#lectern-pen').getAttribute('aria-pressed')).toBe('true');
});

test('a finger and a stylus draw as a mouse does, and do not swipe', async () => {
  const { deck, view } = await present(`${site.at(ROOT)}walk.html#/plain`);
  await view.page.keyboard.press('w');
  await view.page.locator('.view.cur .frame').evaluate((frame) => {
    const { left, top, width, height } = frame.getBoundingClientRect();
    frame.setPointerCapture = () => {};
    for (const [name, x] of [['pointerdown', 0.9] as const, ['pointermove', 0.1] as const, ['pointerup', 0.1] as const])
      frame.dispatchEvent(
        new PointerEvent(name, {
          ...{ pointerType: 'touch', isPrimary: true, bubbles: true, button: 0, pointerId: 7 },
          clientX: left + width * x,
          clientY: top + height * 0.5,
        }),
      );
  });
  await expect.poll(() => onDeck(deck)).toEqual([[90, 50, 10, 50]]);
  expect(await place(deck)).toBe('3');
});
