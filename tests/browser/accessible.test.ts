import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openDeck, place } from '../support/deckPage.ts';
import { EVERY_KIND } from '../support/everyKind.ts';
import { COLOUR_RULES, inspectPage } from '../support/inspectPage.ts';
import { expectSeen, openSpeaker } from '../support/speakerView.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite } from '../support/useSite.ts';

const open = useBrowser();
const HTTP = 'over http under a path';
const sites = { 'the project’s own course': useSite(), 'a course with every kind of slide': useSite(EVERY_KIND) };
const SCHEMES = ['light', 'dark'] as const;
const CALM = { reducedMotion: 'reduce' } as const;

describe.each(Object.entries(sites))('axe finds nothing wrong in %s:', (_, site) => {
  test.each(SCHEMES)('pages, %s', { timeout: 60_000 }, async (colorScheme) => {
    const { page, takeTroubles } = await open({ ...CALM, colorScheme });
    const found: string[] = [];
    for (const name of [...pagesOf(site.folder()), 'speaker.html']) {
      await page.goto(site.at(HTTP) + name);
      found.push(...(await inspectPage(page)).map((one) => `${name}: ${one}`));
    }
    expect(found).toEqual([]);
    // What the speaker view of no deck, or the page for missing ones, complains of is tried elsewhere.
    takeTroubles();
  });

  test('slides and steps, light and dark', { timeout: 240_000 }, async () => {
    const { page } = await open(CALM);
    const found: string[] = [];
    for (const name of decksOf(site.folder())) {
      await openDeck(page, site.at(HTTP) + name);
      found.push(...(await inspectPage(page)).map((one) => `${name}: ${one}`));
      found.push(...(await inspectStops(page)).map((one) => `${name}#/${one}`));
    }
    expect(found).toEqual([]);
  });

  test.each(SCHEMES)('the speaker view, its list of keys, and its word when the deck is closed, %s', async (colorScheme) => {
    const { context } = await open({ ...CALM, colorScheme });
    const page = await context.newPage();
    await openDeck(page, site.at(HTTP) + (decksOf(site.folder())[0] ?? ''));
    const view = await openSpeaker(page, () => page.keyboard.press('s'));
    await expectSeen(view, { now: '1' });
    expect(await inspectPage(view.page)).toEqual([]);
    await view.page.keyboard.press('?');
    expect(await inspectPage(view.page, ['#lectern-keys'])).toEqual([]);
    await view.page.keyboard.press('Escape');
    await page.close();
    await view.page.waitForSelector('#lectern-closed:not([hidden])');
    expect(await inspectPage(view.page)).toEqual([]);
  });
});

/** Every stop of the deck, from the first to the last, with the bar; in the dark only what colours can change. */
async function inspectStops(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  const shown = ['.reveal .slides section.present:not(.stack)', '#lectern-bar'];
  const seen = new Set<string>();
  for (let stop = await place(page); !seen.has(stop); stop = await place(page)) {
    seen.add(stop);
    await colour(page, 'light');
    // What steps reveal has all rules when it is all there.
    const rules = (await hasMore(page)) ? COLOUR_RULES : null;
    found.push(...(await inspectPage(page, shown, rules)).map((one) => `${stop}, light: ${one}`));
    await colour(page, 'dark');
    found.push(...(await inspectPage(page, shown, COLOUR_RULES)).map((one) => `${stop}, dark: ${one}`));
    await page.keyboard.press('ArrowRight');
  }
  return found;
}

/** Whether the slide has steps to come. */
function hasMore(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.querySelector('.reveal .slides section.present:not(.stack) .fragment:not(.visible)') !== null,
  );
}

/** Also waits until it, and the slide before it, are drawn. */
async function colour(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(async (value) => {
    document.documentElement.dataset['scheme'] = value;
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  }, scheme);
}

/** Everything to read: all pages but decks, the speaker view and the small ones that lead on. */
function pagesOf(folder: string): readonly string[] {
  return ['index.html', '404.html', ...readdirSync(`${folder}/read`).map((name) => `read/${name}`)];
}

function decksOf(folder: string): readonly string[] {
  const reading = new Set(readdirSync(`${folder}/read`));
  return readdirSync(folder).filter((name) => reading.has(name) && name !== 'index.html');
}
