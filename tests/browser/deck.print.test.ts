import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { WALK } from '../support/courses.ts';
import { openDeck, place } from '../support/deckPage.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const LINES = 'One paragraph of many.\n\n'.repeat(40);

const open = useBrowser();
const site = useSite({
  ...WALK,
  'slides/03-long.md': `---\ntitle: Long\nwidth: 960\nheight: 700\n---\n\n## Too much\n\n${LINES}\n## Red {data-background-color="#aa0000"}\n\n- text\n`,
});

/** How many pages the reader's own printing gives, and the size of each in points. */
async function printed(page: Page): Promise<readonly [number, readonly string[]]> {
  const text = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const sizes = [...text.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box = '']) =>
    box.trim().split(' ').map(Number).map(Math.round).join(' '),
  );
  return [[...text.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length, [...new Set(sizes)]];
}

test.each(WAYS)(
  'a deck %s is printed from wherever it stands, all slides, and stands there afterwards as before',
  async (way) => {
    const { page } = await open();
    await openDeck(page, `${site.at(way)}walk.html#/steps`);
    await page.keyboard.press('d');
    await page.keyboard.press('ArrowRight');
    expect(await printed(page)).toEqual([7, ['0 0 960 540']]);
    expect(await place(page)).toBe('4.1');
    expect(await page.evaluate(() => document.documentElement.dataset.scheme)).toBe('dark');
    expect(await page.locator('section[data-number][inert]').count()).toBe(6);
    await page.keyboard.press('ArrowRight');
    expect(await place(page)).toBe('4.2');
  },
);

test('a course’s own slide size is that of its pages', async () => {
  const { page } = await open();
  await openDeck(page, `${site.at('from disk')}long.html`);
  expect(await printed(page)).toEqual([3, ['0 0 720 525']]);
});

test('on paper each slide is whole, light, with its background and every step, and part of the document’s structure', async () => {
  const { page } = await open();
  for (const name of ['walk', 'long']) {
    await page.goto(`${site.at('from disk')}${name}.html?print-pdf`);
    await page.waitForSelector('html[data-ready]');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const slides = await page.locator('section[data-number]').evaluateAll((all) =>
      all.map((slide) => {
        const box = slide.getBoundingClientRect();
        const cut = [...slide.querySelectorAll('p, li, h2')].filter((one) => {
          const { bottom, height } = one.getBoundingClientRect();
          return height > 0 && bottom > box.bottom + 1;
        });
        const absent = ['hidden', 'inert', 'aria-hidden'].filter((attribute) => slide.hasAttribute(attribute));
        return { size: `${Math.round(box.width)} ${Math.round(box.height)}`, cut: cut.length, absent };
      }),
    );
    const size = name === 'walk' ? '1280 720' : '960 700';
    expect(new Set(slides.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify({ size, cut: 0, absent: [] })]));
    expect(await page.evaluate(() => document.documentElement.dataset.scheme)).toBe('light');
    expect(
      await page
        .locator('.lectern-bar, .lectern-track, .backgrounds')
        .evaluateAll((all) => all.map((one) => getComputedStyle(one).display)),
    ).toEqual(['none', 'none', 'none']);
  }
  const red = await page.locator('#red').evaluate((one) => getComputedStyle(one).backgroundImage);
  expect(red).toContain('rgb(170, 0, 0)');
});

test('cover and sections keep their backgrounds on paper', async () => {
  const { page } = await open();
  await page.goto(`${site.at('from disk')}walk.html?print-pdf`);
  await page.waitForSelector('html[data-ready]');
  await page.emulateMedia({ media: 'print' });
  const colours = await page.evaluate(() => {
    const colour = (one: Element | null): string => (one === null ? '' : getComputedStyle(one).backgroundColor);
    return ['[data-kind="cover"]', '[data-kind="section"]', '#plain'].map((one) => colour(document.querySelector(one)));
  });
  expect(new Set(colours).size).toBe(3);
});
