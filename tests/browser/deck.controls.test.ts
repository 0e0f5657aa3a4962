import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DECK_KEYS } from '../../src/model/wire.ts';
import { WALK } from '../support/courses.ts';
import { hashOf, openDeck, place } from '../support/deckPage.ts';
import { expectSeen, openSpeaker } from '../support/speakerView.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const open = useBrowser();
const course = useSite();
const site = useSite(WALK);
const auto = useSite({ ...WALK, 'slides/index.md': '---\ntitle: Walks\nscheme: auto\n---\n' });

const dark = useSite({ ...WALK, 'slides/index.md': '---\ntitle: Walks\nscheme: dark\n---\n' });

const walk = (hash = ''): string => `${site.at('over http under a path')}walk.html${hash}`;
const paper = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).getPropertyValue('color-scheme'));

describe('the bar', () => {
  test('is reached with the Tab key alone, and names home, the same slide to read, and everything that a key does', async () => {
    const { page } = await open();
    await openDeck(page, walk('#/steps'));
    const names: string[] = [];
    for (let presses = 0; presses < 14; presses += 1) {
      await page.keyboard.press('Tab');
      names.push(await page.evaluate(() => document.activeElement?.id ?? ''));
    }
    const controls = 'skip more home read speaker overview scheme go help back next'.split(' ').map((name) => `lectern-${name}`);
    expect(names).toEqual(expect.arrayContaining(controls));
    expect(await page.locator('#lectern-read').getAttribute('href')).toBe('read/walk.html#steps');
    expect(await page.locator('#lectern-home').getAttribute('href')).toBe('index.html');
  });

  test('shows where the focus is', async () => {
    const { page } = await open();
    await openDeck(page, walk());
    for (const name of ['skip', 'more', 'home', 'next']) {
      await page.locator(`#lectern-${name}`).focus();
      await page.keyboard.press('Shift');
      const outline = await page.locator(`#lectern-${name}`).evaluate((one) => getComputedStyle(one).outlineStyle);
      expect(outline, name).not.toBe('none');
    }
  });

  test('is reached past the slide’s own links', async () => {
    const { page } = await open();
    await openDeck(page, walk('#/plain'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('lectern-more');
    expect(await place(page)).toBe('3');
  });

  test('opens with its button, and closes with Escape', async () => {
    const { page } = await open();
    await openDeck(page, walk());
    await page.locator('#lectern-more').press('Enter');
    expect(await page.locator('#lectern-more').getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await page.locator('#lectern-more').getAttribute('aria-expanded')).toBe('false');
    expect(await page.locator('.reveal.overview').count()).toBe(0);
  });

  test('shows progress as one piece for each section, as long as it has slides', async () => {
    const { page } = await open();
    await openDeck(page, walk('#/steps'));
    const pieces = await page
      .locator('#lectern-track i')
      .evaluateAll((all) =>
        all.map((one) => [
          Number((one as HTMLElement).dataset.slides),
          Number((one as HTMLElement).style.getPropertyValue('--done')),
        ]),
      );
    expect(pieces).toEqual([
      [1, 1],
      [3, 1],
      [3, 0],
    ]);
  });
});

describe('keys', () => {
  test('are listed by ? from the table that they work by', async () => {
    const { page } = await open();
    await openDeck(page, walk());
    await page.keyboard.press('?');
    const rows = page.locator('#lectern-keys dt');
    expect(await rows.count()).toBe(DECK_KEYS.length);
    expect(await rows.evaluateAll((all) => all.map((one) => one.querySelectorAll('kbd').length))).toEqual(
      DECK_KEYS.map(({ keys }) => keys.length),
    );
    const opened = (): Promise<number> => page.locator('#lectern-keys[open]').count();
    await page.keyboard.press('Escape');
    await expect.poll(opened).toBe(0);
    await page.keyboard.press('F1');
    await expect.poll(opened).toBe(1);
  });

  test('work at once when a dialog has closed, before a frame is drawn', async () => {
    const { page } = await open();
    await openDeck(page, walk());
    await page.keyboard.press('?');
    const opened = await page.evaluate(() => {
      const dialog = document.querySelector<HTMLDialogElement>('#lectern-keys');
      dialog?.querySelector('input')?.focus();
      dialog?.close();
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'F1' }));
      return dialog?.open;
    });
    expect(opened).toBe(true);
  });

  test.each(['b', '.'])('%s makes the screen black until it is pressed again, and nothing moves meanwhile', async (key) => {
    const { page } = await open();
    await openDeck(page, walk('#/plain'));
    const black = (): Promise<number> => page.locator('.reveal.paused').count();
    await page.keyboard.press(key);
    expect(await black()).toBe(1);
    await page.keyboard.press('ArrowRight');
    expect(await place(page)).toBe('3');
    await page.keyboard.press(key);
    expect(await black()).toBe(0);
  });

  test('o shows all slides, where arrows point and Enter chooses', async () => {
    const { page } = await open();
    await openDeck(page, walk('#/plain'));
    await page.keyboard.press('o');
    expect(await page.locator('.reveal.overview').count()).toBe(1);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(await page.locator('.reveal.overview').count()).toBe(0);
    expect(await place(page)).not.toBe('3');
  });

  test('that are single letters can be switched off, for this course alone; all else goes on working', async () => {
    const { page } = await open();
    await openDeck(page, walk('#/2'));
    await page.keyboard.press('?');
    await page.locator('#lectern-letters').uncheck();
    await page.keyboard.press('Escape');
    for (const key of ['p', 'n', 'o', 'b', '.', 'g', 's', 'd', '?']) await page.keyboard.press(key);
    expect(await place(page)).toBe('2');
    expect(await page.locator('.reveal.paused, .reveal.overview, dialog[open], #lectern-notes:not([hidden])').count()).toBe(0);
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    await page.keyboard.press('p');
    expect(await place(page)).toBe('2');
    await page.keyboard.press('ArrowRight');
    expect(await place(page)).toBe('3');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['lectern:/some/repo/:letters-off']);
    await page.keyboard.press('F1');
    expect(await page.locator('#lectern-keys[open]').count()).toBe(1);
  });
});

describe('light and dark', () => {
  test('a deck is light on a dark laptop, until a key switches it, and then is dark for the next deck too', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    await openDeck(page, walk());
    expect(await paper(page)).toBe('light');
    await page.keyboard.press('d');
    expect(await paper(page)).toBe('dark');
    await openDeck(page, `${site.at('over http under a path')}other.html`);
    expect(await paper(page)).toBe('dark');
    await page.keyboard.press('d');
    expect(await paper(page)).toBe('light');
  });

  test.each(WAYS)('a course may have dark decks, on any laptop, their pictures in the speaker view too: %s', async (way) => {
    const { context } = await open({ colorScheme: 'light', alone: true });
    const page = await context.newPage();
    await openDeck(page, `${dark.at(way)}walk.html#/plain`);
    expect(await paper(page)).toBe('dark');
    const view = await openSpeaker(page, () => page.keyboard.press('s'));
    await expectSeen(view, { now: '3' });
    const pictured = () => view.page.frames()[1]?.evaluate(() => getComputedStyle(document.body).colorScheme);
    await expect.poll(pictured).toBe('dark');
    await page.keyboard.press('d');
    expect(await paper(page)).toBe('light');
    await expect.poll(pictured).toBe('light');
  });

  test('a course may leave it to the reader’s system', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await open({ colorScheme });
      await openDeck(page, `${auto.at('from disk')}walk.html`);
      const background = await page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--paper').trim());
      expect(await page.evaluate(() => document.documentElement.dataset.scheme)).toBeUndefined();
      expect(background === '' ? null : background).not.toBe(null);
      await page.keyboard.press('d');
      expect(await paper(page)).toBe(colorScheme === 'dark' ? 'light' : 'dark');
    }
  });
});

describe('to a screen reader', () => {
  test('each slide has its number and its title as a name', async () => {
    const { page } = await open();
    await openDeck(page, walk());
    const names = await page
      .locator('section[data-number]')
      .evaluateAll((all) =>
        all.map((one) =>
          [one.getAttribute('role'), one.getAttribute('aria-roledescription'), one.getAttribute('aria-label')].join(' | '),
        ),
      );
    expect(names.slice(0, 3)).toEqual([
      'group | slide | 1 of 7: A walk',
      'group | slide | 2 of 7: First section',
      'group | slide | 3 of 7: Plain',
    ]);
    expect(names.at(-1)).toBe('group | slide | 7 of 7');
  });

  test('a slide and a step are said once, in one place, without what is still to come', async () => {
    const { page } = await open();
    await openDeck(page, walk('#/second-section'));
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      for (const live of document.querySelectorAll('[aria-live], [role="status"], [role="alert"]'))
        new MutationObserver(() => said.push(live.textContent ?? '')).observe(live, {
          childList: true,
          characterData: true,
          subtree: true,
        });
    });
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([
      '6 of 7: Far away. Before the pause',
      'After it,',
      'the end',
    ]);
    expect(await page.locator('.aria-status').count()).toBe(0);
  });
});

test('with reduced motion, nothing takes time', async () => {
  const { page } = await open({ reducedMotion: 'reduce' });
  await openDeck(page, walk());
  const slow = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((one) =>
        getComputedStyle(one)
          .transitionDuration.split(',')
          .some((time) => Number.parseFloat(time) > 0.01),
      ).length,
  );
  expect(slow).toBe(0);
});

test('with forced colours, ribbon and progress are there', async () => {
  const { page } = await open({ forcedColors: 'active' });
  await openDeck(page, walk('#/plain'));
  const [ribbon, done] = await page.evaluate(() => {
    const highlight = document.createElement('i');
    highlight.style.cssText = 'forced-color-adjust:none;background:Highlight';
    document.body.append(highlight);
    const wanted = getComputedStyle(highlight).backgroundColor;
    const heading = document.querySelector('section.present section.present > h2') as Element;
    const piece = document.querySelector('#lectern-track i') as Element;
    return [
      getComputedStyle(heading, '::before').backgroundColor === wanted,
      getComputedStyle(piece, '::after').backgroundColor === wanted,
    ];
  });
  expect([ribbon, done]).toEqual([true, true]);
});

test('a reader may zoom with two fingers', async () => {
  const { page } = await open({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  await openDeck(page, walk());
  expect(await page.locator('meta[name="viewport"]').getAttribute('content')).toBe('width=device-width, initial-scale=1');
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('.reveal') as Element).touchAction)).toContain(
    'pinch-zoom',
  );
});

test.each(WAYS)(
  'on a phone held upright, a deck %s opens at its slide and offers the same slide to read, until one stays',
  async (way) => {
    const { page } = await open({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
    await openDeck(page, `${site.at(way)}walk.html#/steps`);
    expect(await place(page)).toBe('4');
    expect(hashOf(page)).toBe('#/steps');
    const offer = page.locator('#lectern-offer');
    expect(await offer.isVisible()).toBe(true);
    expect(await offer.locator('a').getAttribute('href')).toBe('read/walk.html#steps');
    await page.locator('#lectern-stay').tap();
    expect(await offer.isVisible()).toBe(false);
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    expect(await offer.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  },
);

test('a swipe goes on, and back', async () => {
  const { page } = await open({ hasTouch: true, viewport: { width: 800, height: 450 } });
  await openDeck(page, walk('#/plain'));
  const swipe = async (from: number, to: number): Promise<void> => {
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number): Promise<unknown> =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: 300 }] });
    await touch('touchStart', from);
    await touch('touchMove', (from + to) / 2);
    await touch('touchMove', to);
    await touch('touchEnd', to);
  };
  await swipe(600, 200);
  await expect.poll(() => place(page)).toBe('4');
  await swipe(200, 600);
  await expect.poll(() => place(page)).toBe('3');
});

describe('what an author put behind a slide', () => {
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0h8v4H0z"/></svg>';
  const behind = useSite({
    'slides/01-behind.md': `---
title: Behind
---

## Dark {data-background-color="#102030"}

- text

## Light {data-background-color="#ffffee"}

- text

## Photo {data-background-image="assets/photo.jpg"}

- text

## Pale {data-background-image="assets/photo.jpg" data-background-light="true"}

- text

## Washed {data-background-image="assets/photo.jpg" data-background-opacity="0.2"}

- text

## Drawn {data-background-image="assets/drawing.svg"}

- text
`,
    'assets/drawing.svg': picture,
    'assets/photo.jpg': picture,
  });

  test.each(['light', 'dark'])('decides whether its text is light or dark on a %s deck, and the ribbon stays', async (scheme) => {
    const { page } = await open({ alone: true });
    const text: Record<string, readonly string[]> = {};
    for (const id of ['dark', 'light', 'photo', 'pale', 'washed', 'drawn']) {
      await openDeck(page, `${behind.at('over http at the root')}behind.html#/${id}`);
      if ((await paper(page)) !== scheme) await page.keyboard.press('d');
      text[id] = await page.evaluate(() => {
        const slide = document.querySelector('section.present') as Element;
        const lightness = Number(/\d+/.exec(getComputedStyle(slide.querySelector('li') as Element).color)?.[0]);
        const ribbon = getComputedStyle(slide.querySelector('h2') as Element, '::before');
        return [
          lightness > 128 ? 'light' : 'dark',
          ribbon.display === 'none' || ribbon.content === 'none' ? 'no ribbon' : 'ribbon',
        ];
      });
    }
    expect(text).toEqual({
      dark: ['light', 'ribbon'],
      light: ['dark', 'ribbon'],
      photo: ['light', 'ribbon'],
      pale: ['dark', 'ribbon'],
      washed: [scheme === 'dark' ? 'light' : 'dark', 'ribbon'],
      drawn: ['dark', 'ribbon'],
    });
  });
});

test('with the text spacing that readers may set, nothing of the course’s slides is lost', async () => {
  const { page } = await open({ reducedMotion: 'reduce' });
  for (const name of ['introduction', 'lifecycle']) {
    await openDeck(page, `${course.at('over http at the root')}${name}.html`);
    await page.addStyleTag({
      content:
        '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
    });
    const lost = await page.evaluate(async () => {
      const found: string[] = [];
      for (const slide of document.querySelectorAll<HTMLElement>('section[data-number]')) {
        location.hash = `#/${slide.dataset.number}`;
        await new Promise((seen) => setTimeout(seen, 60));
        for (const one of slide.querySelectorAll('h1, h2, p, li, td, figcaption')) {
          if (one.closest('.notes') !== null) continue;
          const { right, bottom } = one.getBoundingClientRect();
          if (right > innerWidth + 1 || bottom > innerHeight + 1) found.push(`${slide.dataset.number}: ${one.textContent}`);
        }
      }
      return found;
    });
    expect(lost, name).toEqual([]);
  }
});

describe('the notes below the slide', () => {
  test.each(WAYS)('are those of the slide, leave it whole, and outlive a reload: %s', async (way) => {
    const { page } = await open({ alone: true, viewport: { width: 1024, height: 768 } });
    await openDeck(page, `${site.at(way)}walk.html#/plain`);
    const panel = page.locator('#lectern-notes');
    /** How far the slide reaches into the notes, in pixels. */
    const edges = () =>
      page.evaluate(() => {
        const { bottom = 0 } = document.querySelector('.reveal .slides')?.getBoundingClientRect() ?? {};
        return bottom - (document.querySelector('#lectern-notes')?.getBoundingClientRect().top ?? 0);
      });
    expect(await panel.isVisible()).toBe(false);
    await page.keyboard.press('n');
    await expect.poll(() => panel.innerText()).toBe('These are the notes of Plain.');
    await expect.poll(edges).toBeLessThan(2);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => panel.innerText()).toBe('Count to two.');
    await expect.poll(() => hashOf(page)).toBe('#/steps');
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    await expect.poll(() => panel.innerText()).toBe('Count to two.');
    await page.keyboard.press('End');
    await expect.poll(() => panel.innerText()).toBe('No notes for this slide.');
    await page.keyboard.press('n');
    expect(await panel.isVisible()).toBe(false);
  });
});
