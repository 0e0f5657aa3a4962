import { describe, expect, test } from 'vitest';
import { EVERY_KIND } from '../support/everyKind.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite } from '../support/useSite.ts';

const open = useBrowser();
/** A window of 1280 by 1024 at 400 %. */
const ZOOMED = { viewport: { width: 320, height: 256 } } as const;
const FORCED = { forcedColors: 'active' } as const;
const HTTP = 'over http under a path';
const PAGES = ['index.html', 'practice.html', 'read/index.html', 'read/all.html', 'read/kinds.html', 'read/guide.html'];
const site = useSite(EVERY_KIND);

describe('at 400 %', () => {
  test.each(PAGES)('%s does not scroll sideways, nothing of it is cut, and its bar leaves room to read', async (path) => {
    const { page } = await open(ZOOMED);
    await page.goto(site.at(HTTP) + path);
    const seen = await page.evaluate(() => {
      const scrolls = 'pre, .lectern-wide, .math, .hide, .skip, dialog';
      const cut = [...document.querySelectorAll('body :is(a, button, h1, h2, h3, h4, p, li, label, summary, figcaption)')]
        .filter((one) => one.closest(scrolls) === null && one.checkVisibility({ visibilityProperty: true }))
        .filter((one) => {
          const { left, right, width } = one.getBoundingClientRect();
          return width > 1 && (left < -1 || right > innerWidth + 1);
        });
      const bar = document.querySelector('.lectern-top')?.getBoundingClientRect().height ?? 0;
      return { width: document.documentElement.scrollWidth, cut: cut.map((one) => one.outerHTML.slice(0, 120)), bar };
    });
    expect(seen.width).toBe(320);
    expect(seen.cut).toEqual([]);
    expect(seen.bar).toBeLessThan(256 / 3);
  });

  test('what is led to stands below the bar', async () => {
    const { page } = await open(ZOOMED);
    for (const path of ['read/kinds.html#a-table', 'read/all.html#kinds:a-table']) {
      await page.goto(site.at(HTTP) + path);
      const seen = await page.evaluate(() => ({
        top:
          document.querySelector(`[id="${decodeURIComponent(location.hash.slice(1))}"] :is(h3, h4)`)?.getBoundingClientRect()
            .top ?? 0,
        bar: document.querySelector('.lectern-top')?.getBoundingClientRect().bottom ?? 0,
      }));
      expect(seen.top, path).toBeGreaterThanOrEqual(seen.bar);
      expect(seen.top, path).toBeLessThan(256);
    }
  });
});

describe('in forced colours', () => {
  test.each(PAGES)('%s has borders at its buttons and a ring at what is focused', async (path) => {
    const { page } = await open(FORCED);
    await page.goto(site.at(HTTP) + path);
    const bare = await page.evaluate(() =>
      [...document.querySelectorAll('.btn:not(.bare)')]
        .filter((one) => one.checkVisibility() && Number.parseFloat(getComputedStyle(one).borderTopWidth) < 1)
        .map((one) => one.outerHTML.slice(0, 120)),
    );
    expect(bare).toEqual([]);
    await page.keyboard.press('Tab');
    const ring = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement as Element);
      return [outlineStyle, Number.parseFloat(outlineWidth) >= 2];
    });
    expect(ring).toEqual(['solid', true]);
  });

  test('the reader’s place in the outline, and the verdict on an answer, are told by more than a colour', async () => {
    const { page } = await open(FORCED);
    await page.goto(`${site.at(HTTP)}read/kinds.html#a-table`);
    const current = page.locator('.lectern-page > .lectern-outline [aria-current="location"]');
    await expect.poll(() => current.count()).toBe(1);
    expect(await current.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
    await page.locator('.lectern-choices label', { hasText: 'the first one' }).click();
    await page.getByRole('button', { name: 'Check' }).first().click();
    await expect.poll(() => page.locator('.lectern-question').first().innerText()).toContain('Not right yet.');
  });
});
