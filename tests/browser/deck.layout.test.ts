import type { Frame, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openDeck } from '../support/deckPage.ts';
import { expectSeen, openSpeaker } from '../support/speakerView.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 400" width="100" height="400"><path d="M0 0h100v400H0z"/></svg>';
const LONG = 'Configuration management with tools that many people know';

const open = useBrowser();
const site = useSite({
  'slides/index.md': '---\ntitle: Course\n---\n',
  'slides/07-look.md': `---
title: ${LONG}
subtitle: First line<br/>Second line
author: Ann
---

## Text

Words.

## Alone

## Raw

Words.

<img src="assets/tall.svg" alt="tall" style="padding: 1em">

More words.

## Loose

::: column

- left

![](assets/tall.svg){width=45% alt="tall"}

:::

::: column

- right

:::

## Headed

:::::: columns
::: column

### Left

Words.

:::
::: column

### Right

![Tall](assets/tall.svg)

:::
::::::

## Points

- one

  ![one](assets/tall.svg)

- two

  ![two](assets/tall.svg)

## Numbers

| A | B | C | D |
|--:|---|--:|---|
| 1 | b | 2 | d |
`,
  'slides/08-blocks.md':
    '---\ntitle: Blocks\ndialect: reveal\n---\n\n## Raw\n\nWords.\n\n<img src="assets/tall.svg" alt="tall" style="padding: 1em">\n\nMore words.\n',
  'slides/assets/tall.svg': PICTURE,
});

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where things on a slide are, in pixels of a window that is as large as the slide. */
async function boxes(page: Page, id: string, selectors: readonly string[], way: (typeof WAYS)[number] = 'from disk') {
  await openDeck(page, `${site.at(way)}${id.includes('#') ? id : `look.html#/${id}`}`);
  await page.evaluate(() =>
    Promise.all([
      document.fonts.ready,
      ...[...document.querySelectorAll<HTMLImageElement>('section.present img')].map((one) => one.decode()),
    ]),
  );
  return page.evaluate(
    (all): readonly Box[] =>
      all.map((one) => {
        const { left, top, right, bottom } = (document.querySelector(`section.present${one}`) as Element).getBoundingClientRect();
        return { left, top, right, bottom };
      }),
    selectors,
  );
}

test.each(WAYS)('nothing of a slide ends beyond it, however it was written, %s', async (way) => {
  const { page } = await open();
  await openDeck(page, `${site.at(way)}look.html`);
  for (const id of ['title-slide', 'text', 'alone', 'raw', 'loose', 'headed', 'points', 'numbers']) {
    const [slide = null, ...parts] = await boxes(page, id, ['', ' > :last-child', ' > :first-child'], way);
    for (const { left, top, right, bottom } of parts) {
      expect([left >= 0, top >= 0, right <= 1280, bottom <= 720], id).toEqual([true, true, true, true]);
    }
    expect(slide, id).toEqual({ left: 0, top: 0, right: 1280, bottom: 720 });
  }
});

test('the longest title of a cover leaves its ribbon alone', async () => {
  const { page } = await open();
  const [title] = await boxes(page, 'title-slide', [' > h1']);
  const ribbon = await page.evaluate(() => {
    const { top, height } = getComputedStyle(document.querySelector('section.present') as Element, '::before');
    return Number.parseFloat(top) + Number.parseFloat(height);
  });
  expect(ribbon).toBe(150);
  expect(title?.top).toBeGreaterThan(ribbon);
});

describe('a cover with long lines', () => {
  const TITLE = 'A very long title of a lecture on the foundations of distributed data and of its many consequences';
  const SUBTITLE = 'With a subtitle that is a whole sentence of its own and goes over at least two lines, as some people like';
  const AUTHORS = 'Ann, Bob and Cecilia from the University of Somewhere-on-Sea, and Dora from elsewhere, Emil and Franz';
  const covers = useSite({
    'slides/01-long.md': `---\ntitle: ${TITLE}\nsubtitle: ${SUBTITLE}\nauthor: ${AUTHORS}\ndate: 2026\n---\n\n## A\n\na\n`,
  });

  test('leaves its ribbon alone, and keeps its lines within its edges', async () => {
    const { page } = await open();
    await openDeck(page, `${covers.at('from disk')}long.html`);
    const [title, author] = await page.evaluate(() =>
      ['h1', '.author'].map(
        (one) => document.querySelector(`section.present > ${one}`)?.getBoundingClientRect().toJSON() as DOMRect,
      ),
    );
    expect(title?.top).toBeGreaterThan(150);
    expect(author?.right).toBeLessThanOrEqual(1280 - 112);
    expect(author?.bottom).toBeLessThan(720);
  });
});

test('a title alone stands large in the middle, at the edge of all others', async () => {
  const { page } = await open();
  const [usual] = await boxes(page, 'text', [' > h2']);
  const [alone] = await boxes(page, 'alone', [' > h2']);
  expect(alone?.left).toBe(usual?.left);
  expect(alone?.top).toBeGreaterThan(220);
  expect(alone?.bottom).toBeLessThan(420);
});

test('a picture in HTML of its own keeps its shape, in the room that the text leaves', async () => {
  const { page } = await open();
  const [picture, below] = await boxes(page, 'blocks.html#/raw', [' > img', ' > p:last-child']);
  const padding = 60;
  const width = (picture?.right ?? 0) - (picture?.left ?? 0) - padding;
  const height = (picture?.bottom ?? 0) - (picture?.top ?? 0) - padding;
  expect(height / width).toBeCloseTo(4, 0);
  expect(below?.bottom).toBeLessThan(670);
  const [, last] = await boxes(page, 'raw', [' > p.lone > img', ' > p:last-child']);
  expect(await page.locator('section.present img').evaluate((one) => getComputedStyle(one).objectFit)).toBe('contain');
  expect(last?.bottom).toBeLessThan(670);
});

test('columns that nothing holds together stand beside each other', async () => {
  const { page } = await open();
  const [left, right, picture] = await boxes(page, 'loose', [' > .column', ' > .column + .column', ' img']);
  expect(right?.top).toBe(left?.top);
  expect(right?.left).toBeGreaterThan(left?.right ?? 0);
  expect(picture?.bottom).toBeLessThan(700);
});

test('headings of columns are on one line, beside a figure too', async () => {
  const { page } = await open();
  const [left, right] = await boxes(page, 'headed', [' .column h3', ' .column + .column h3']);
  expect(right?.top).toBe(left?.top);
});

test('a table’s columns stand apart, a number and the word after it too', async () => {
  const { page } = await open();
  await boxes(page, 'numbers', ['']);
  const gap = await page.evaluate(() => {
    const [first, second] = [...document.querySelectorAll('section.present tbody td')].map((cell) => getComputedStyle(cell));
    return Number.parseFloat(first?.paddingRight ?? '') + Number.parseFloat(second?.paddingLeft ?? '');
  });
  expect(gap).toBeGreaterThan(40);
});

describe('a slide with more than it can hold', () => {
  const full = useSite({
    'slides/01-full.md': `---\ntitle: Full\n---\n\n## Full\n\n${'A paragraph.\n\n'.repeat(17)}\n## Light\n\ntext\n`,
  });
  const sizeOf = (page: Page | Frame): Promise<readonly [boolean, boolean]> =>
    page.evaluate(() => {
      const slide = document.querySelector('section.present section.present, section.present:not(.stack)') as HTMLElement;
      const last = slide.querySelector(':scope > p:last-of-type') as Element;
      const normal = getComputedStyle(slide).zoom === '1';
      return [normal, last.getBoundingClientRect().bottom <= (slide.parentElement as Element).getBoundingClientRect().bottom + 1];
    });

  test('is set smaller, so that all of it is seen, and the next one as ever; in the speaker view too', async () => {
    const { context } = await open({ alone: true });
    const page = await context.newPage();
    await openDeck(page, `${full.at('over http under a path')}full.html#/full`);
    await expect.poll(() => sizeOf(page)).toEqual([false, true]);
    const view = await openSpeaker(page, () => page.keyboard.press('s'));
    await expectSeen(view, { now: '2' });
    await expect.poll(() => sizeOf(view.page.frames()[1] ?? page)).toEqual([false, true]);
    await page.keyboard.press('ArrowRight');
    expect(await sizeOf(page)).toEqual([true, true]);
  });

  test('is printed as the others are', async () => {
    const { page } = await open();
    await openDeck(page, `${full.at('from disk')}full.html#/full`);
    await expect.poll(() => sizeOf(page)).toEqual([false, true]);
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g);
    expect(pages?.length).toBe(3);
  });
});
