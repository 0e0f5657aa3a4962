import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { WALK } from '../support/courses.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const open = useBrowser();
const site = useSite(WALK);
const PAGES = ['index.html', 'read/walk.html', 'walk.html', 'speaker.html?deck=walk.html'] as const;
/** What WCAG 1.4.12 lets readers set. */
const SPACING =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

async function show(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForSelector(address.includes('speaker.html') ? '#lectern-title:not(:empty)' : 'h1');
  if (address.endsWith('/walk.html') && !address.includes('read/')) await page.waitForSelector('html[data-ready]');
}

/** As a reader's own style sheet, which no policy forbids. */
async function setApart(page: Page): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, SPACING);
}

describe.each(WAYS)('%s', (way) => {
  test.each(PAGES)('%s shows where the focus is, with forced colours too', async (path) => {
    for (const forcedColors of ['none', 'active'] as const) {
      const { page } = await open({ forcedColors });
      await show(page, site.at(way) + path);
      for (let presses = 0; presses < 5; presses += 1) {
        await page.keyboard.press('Tab');
        const [name, style, width] = await page.evaluate(() => {
          const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
          return [document.activeElement?.outerHTML.slice(0, 80) ?? '', outlineStyle, Number.parseFloat(outlineWidth)] as const;
        });
        expect(style, name).not.toBe('none');
        expect(width, name).toBeGreaterThanOrEqual(2);
      }
    }
  });

  test.each(PAGES)('%s takes no time to move where readers want no motion', async (path) => {
    const { page } = await open({ reducedMotion: 'reduce' });
    await show(page, site.at(way) + path);
    const slow = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((one) => {
        const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(one);
        const longest = Math.max(
          ...`${transitionDuration},${animationDuration}`.split(',').map((time) => Number.parseFloat(time)),
        );
        return longest > 0.01 || scrollBehavior === 'smooth' ? [one.outerHTML.slice(0, 80)] : [];
      }),
    );
    expect(slow).toEqual([]);
  });

  test.each(PAGES)('%s can be zoomed with two fingers, and is read by screen readers as a document', async (path) => {
    const { page } = await open({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
    await show(page, site.at(way) + path);
    const viewport = await page.locator('meta[name="viewport"]').getAttribute('content');
    expect(viewport).toBe('width=device-width, initial-scale=1');
    const found = await page.evaluate(() => ({
      held: [...document.querySelectorAll('*')]
        .filter((one) => !/auto|manipulation|pinch-zoom/.test(getComputedStyle(one).touchAction))
        .map((one) => one.outerHTML.slice(0, 80)),
      applications: document.querySelectorAll('[role="application"]').length,
    }));
    expect(found).toEqual({ held: [], applications: 0 });
  });
});

describe('with the text spacing that readers may set, nothing is lost', () => {
  /** Controls and words that end beyond the window, or are cut by their own box. */
  const lost = (page: Page, within: string): Promise<readonly string[]> =>
    page.evaluate((selector) => {
      const all = [
        ...document.querySelectorAll<HTMLElement>(`${selector} :is(a, button, input, h2, p, dt, dd, label, output, b)`),
      ];
      return all.flatMap((one) => {
        if (!one.checkVisibility({ opacityProperty: true }) || one.closest('.hide, .word, [aria-live]') !== null) return [];
        const { left, right, bottom, width } = one.getBoundingClientRect();
        const scrolls = one.closest('dialog') !== null;
        const beyond = width > 1 && (left < -1 || right > innerWidth + 1 || (!scrolls && bottom > innerHeight + 1));
        const cut = getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1;
        return beyond || cut ? [one.outerHTML.slice(0, 120)] : [];
      });
    }, within);

  test.each([1280, 768, 390])('of a deck’s bar and dialogs, %i px wide', async (width) => {
    const { page } = await open({ viewport: { width, height: 720 }, reducedMotion: 'reduce' });
    await show(page, `${site.at('from disk')}walk.html`);
    await setApart(page);
    if (await page.locator('#lectern-more').isVisible()) await page.locator('#lectern-more').click();
    expect(await lost(page, '.lectern-bar')).toEqual([]);
    await page.keyboard.press('Escape');
    for (const [key, id] of [['?', 'keys'] as const, ['g', 'jump'] as const]) {
      await page.keyboard.press(key);
      await page.locator(`#lectern-${id}[open]`).waitFor();
      expect(await lost(page, `#lectern-${id}`)).toEqual([]);
      const last = page.locator(`#lectern-${id} [data-lectern-close]`);
      await last.scrollIntoViewIfNeeded();
      expect((await last.boundingBox())?.y ?? 0).toBeLessThan(720);
      await page.keyboard.press('Escape');
    }
  });

  test.each([1440, 820])('of the speaker view, %i px wide', async (width) => {
    const { page } = await open({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    await show(page, `${site.at('from disk')}speaker.html?deck=walk.html#/plain`);
    await setApart(page);
    expect(await lost(page, 'body')).toEqual([]);
  });
});
