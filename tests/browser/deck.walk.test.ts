import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { WALK, WALK_STOPS } from '../support/courses.ts';
import { openDeck, place, standing } from '../support/deckPage.ts';
import { readLectures, slidesOf, stopsOf } from '../support/readManifest.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const open = useBrowser();
const course = useSite();
const walk = useSite(WALK);

/** Presses a key until nothing moves any more; every stop on the way, the first included. */
async function walkWith(page: Page, key: string): Promise<readonly string[]> {
  const stops = [await place(page)];
  for (;;) {
    await page.keyboard.press(key);
    const now = await place(page);
    if (now === stops.at(-1)) return stops;
    stops.push(now);
  }
}

test.each(WAYS)('a deck %s is walked through with the right key, slide by slide and step by step', async (way) => {
  const { page } = await open();
  await openDeck(page, `${walk.at(way)}walk.html`);
  expect(await walkWith(page, 'ArrowRight')).toEqual(WALK_STOPS);
});

test('the keys of a presenter’s remote and the space bar walk through a deck and back, each slide from its last step', async () => {
  const { page } = await open();
  await openDeck(page, `${walk.at('over http at the root')}walk.html`);
  expect(await walkWith(page, 'PageDown')).toEqual(WALK_STOPS);
  expect(await walkWith(page, 'PageUp')).toEqual([...WALK_STOPS].reverse());
  expect(await walkWith(page, 'Space')).toEqual(WALK_STOPS);
  expect(await walkWith(page, 'Shift+Space')).toEqual([...WALK_STOPS].reverse());
  expect(await walkWith(page, 'ArrowDown')).toEqual(WALK_STOPS);
  expect(await walkWith(page, 'ArrowLeft')).toEqual([...WALK_STOPS].reverse());
});

test('every deck of the course walks through what its manifest lists, and shows each slide’s own number', async () => {
  const lectures = readLectures(course.folder()).filter(({ deck }) => deck !== null);
  expect(lectures.length).toBe(4);
  for (const lecture of lectures) {
    const { page } = await open();
    await openDeck(page, course.at('over http at the root') + lecture.deck);
    const stops: string[] = [];
    for (const stop of stopsOf(lecture)) {
      const { number, step, label } = await standing(page);
      expect(label).toBe(String(number));
      stops.push(step === 0 ? label : `${label}.${step}`);
      if (stop !== stops.at(-1)) break;
      await page.keyboard.press('ArrowRight');
    }
    expect(stops, lecture.name).toEqual(stopsOf(lecture));
    expect(await place(page), `${lecture.name} goes on after its end`).toBe(stopsOf(lecture).at(-1));
    expect(await page.locator('#lectern-where').innerText()).toMatch(new RegExp(`/ ${slidesOf(lecture).length}$`));
  }
});

test('End goes to the last slide, Home to the first', async () => {
  const { page } = await open();
  await openDeck(page, `${walk.at('over http at the root')}walk.html`);
  await page.keyboard.press('End');
  expect(await place(page)).toBe('7');
  await page.keyboard.press('Home');
  expect(await place(page)).toBe('1');
});

test('the key that follows a jump back passes over no slide of the next section', async () => {
  const { page } = await open();
  await openDeck(page, `${walk.at('over http at the root')}walk.html#/far`);
  await page.keyboard.press('g');
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  expect(await place(page)).toBe('4');
  expect(await walkWith(page, 'Enter')).toEqual(WALK_STOPS.slice(3));
});

test('in the grid, the right key goes from section to section and the down key into one', async () => {
  const { page } = await open();
  await openDeck(page, `${walk.at('over http at the root')}walk.html?navigationMode=grid`);
  const stops: string[] = [];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowUp']) {
    await page.keyboard.press(key);
    stops.push(await place(page));
  }
  expect(stops).toEqual(['2', '5', '6', '6.1', '6']);
});

describe('a deck with foreign words in its address', () => {
  const FOREIGN = '?rtl=true&transition=zoom&width=200&postMessage=true&view=scroll&autoSlide=1&embedded=true&keyboard=false';

  test('looks and works as it does without them, and takes them out of the address', async () => {
    const { page } = await open();
    const sizes: unknown[] = [];
    for (const query of ['', FOREIGN]) {
      await openDeck(page, `${walk.at('over http at the root')}walk.html${query}`);
      expect(new URL(page.url()).search).toBe('');
      expect(await walkWith(page, 'ArrowRight')).toEqual(WALK_STOPS);
      sizes.push(
        await page.evaluate(() => {
          const { width, height } = document.querySelector('.slides')?.getBoundingClientRect() ?? {};
          return [width, height, document.querySelector('.reveal')?.className, document.documentElement.className];
        }),
      );
    }
    expect(sizes[1]).toEqual(sizes[0]);
  });

  test('obeys no message from another window', async () => {
    const { page } = await open();
    await openDeck(page, `${walk.at('over http at the root')}walk.html${FOREIGN}`);
    await page.evaluate(() => {
      window.postMessage(JSON.stringify({ method: 'slide', args: [2, 1] }), '*');
      // Messages are heard in order: this one after the other.
      return new Promise((heard) => {
        window.addEventListener('message', ({ data }) => data === 'heard' && heard(null));
        window.postMessage('heard', '*');
      });
    });
    expect(await place(page)).toBe('1');
  });
});

test('slides that are not shown are inert, and the deck is no application to a screen reader', async () => {
  const { page } = await open();
  await openDeck(page, `${walk.at('over http at the root')}walk.html#/plain`);
  const inert = (): Promise<readonly number[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('section[data-number]')]
        .filter((slide) => slide.closest('[inert]') !== null)
        .map((slide) => Number(slide.getAttribute('data-number'))),
    );
  expect(await inert()).toEqual([1, 2, 4, 5, 6, 7]);
  await page.keyboard.press('ArrowRight');
  expect(await inert()).toEqual([1, 2, 3, 5, 6, 7]);
  expect(await page.locator('[role="application"]').count()).toBe(0);
});
