/** What a page says of its author's mistakes while the course is written. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { WALK } from '../support/courses.ts';
import { openDeck, place } from '../support/deckPage.ts';
import { inspectPage } from '../support/inspectPage.ts';
import { lectern } from '../support/program.ts';
import { startWriting } from '../support/startWriting.ts';
import { useBrowser } from '../support/useBrowser.ts';

const open = useBrowser();
const SOURCE = 'slides/01-walk.md';
const TEXT = WALK[SOURCE] ?? '';
const BROKEN = TEXT.replace('title: A walk', 'title: [A walk').replace('Some text', 'Broken text');
const WARNED = TEXT.replace('Some text', 'A [way](#nowhere), [another](#gone) and text');

/** Keeps what is in the tree that the page's styles do not reach. */
function sheet(page: Page): Locator {
  return page.locator('#lectern-notices .mistake');
}

describe('a mistake', () => {
  test('stands on every page with its file, line, source and hint, over the last good one, and goes when it is gone', async () => {
    const dev = await startWriting(WALK);
    const { page, context } = await open();
    await openDeck(page, `${dev.url}walk.html#/plain`);
    const home = await context.newPage();
    await home.goto(dev.url);
    dev.save(SOURCE, BROKEN);
    for (const one of [page, home]) {
      await sheet(one).waitFor();
      expect(await sheet(one).locator('h2').innerText()).toBe('The “[” that opens here is never closed.');
      expect(await sheet(one).locator('.where').innerText()).toBe('slides/01-walk.md:2:8');
      expect((await sheet(one).locator('.at').innerText()).trim()).toMatch(/^2\s*title: \[A walk$/);
      expect(await sheet(one).locator('mark').innerText()).toBe('[');
      expect(await sheet(one).locator('.hint').innerText()).toBe('Close it with “]”.');
      expect(await sheet(one).getAttribute('role')).toBe('alertdialog');
      expect(await one.locator('#lectern-notices [role="alert"]').textContent()).toBe(
        'Error: The “[” that opens here is never closed. slides/01-walk.md:2:8',
      );
    }
    expect(await page.locator('#plain').innerText()).toContain('Some text');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await page.keyboard.press('ArrowRight');
    expect(await place(page)).toBe('4');
    dev.save(SOURCE, TEXT.replace('Some text', 'Mended text'));
    for (const one of [page, home]) await sheet(one).waitFor({ state: 'detached' });
    expect(await place(page)).toBe('4');
    expect(await page.locator('#plain').textContent()).toContain('Mended text');
  });

  test('is hidden by a key, which the deck does not hear then, and shown again by another', async () => {
    const dev = await startWriting(WALK);
    const { page } = await open();
    await openDeck(page, `${dev.url}walk.html#/plain`);
    dev.save(SOURCE, BROKEN);
    await sheet(page).waitFor();
    await page.keyboard.press('Escape');
    expect(await sheet(page).count()).toBe(0);
    expect(await page.locator('.reveal.overview').count()).toBe(0);
    expect(await page.locator('#lectern-notices button').innerText()).toBe('One error\nM');
    await page.keyboard.press('m');
    expect(await sheet(page).count()).toBe(1);
    await sheet(page).getByRole('button', { name: 'Hide' }).last().click();
    expect(await sheet(page).count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await page.locator('.reveal.overview').count()).toBe(1);
    await page.keyboard.press('Escape');
    // a mistake that was hidden comes up again only with another
    dev.save(SOURCE, BROKEN.replace('Broken', 'Still broken'));
    await page.waitForTimeout(300);
    expect(await sheet(page).count()).toBe(0);
    dev.save(SOURCE, TEXT.replace('title: A walk', 'title: {A walk'));
    await sheet(page).waitFor();
  });

  test('is opened in its author’s editor by a key', async () => {
    const dev = await startWriting(WALK);
    const { page, takeTroubles } = await open();
    const asked: string[] = [];
    await page.route('**/_lectern/open', async (route) => {
      asked.push(route.request().postData() ?? '');
      await route.fulfill({ status: asked.length === 1 ? 204 : 501, body: asked.length === 1 ? '' : 'No editor is known.\n' });
    });
    await openDeck(page, `${dev.url}walk.html#/plain`);
    dev.save(SOURCE, BROKEN);
    await sheet(page).waitFor();
    await page.keyboard.press('e');
    await expect.poll(() => asked).toEqual(['{"path":"slides/01-walk.md","line":2,"column":8}']);
    await sheet(page).getByRole('button', { name: 'Open in the editor' }).click();
    await expect.poll(() => sheet(page).locator('.says').innerText()).toBe('No editor is known.');
    expect(await place(page)).toBe('3');
    expect(takeTroubles().filter((trouble) => !trouble.includes('501'))).toEqual([]);
  });

  test('that is a warning is a count at the edge, which opens', async () => {
    const dev = await startWriting(WALK);
    const { page } = await open();
    await openDeck(page, `${dev.url}walk.html#/plain`);
    dev.save(SOURCE, WARNED);
    const count = page.locator('#lectern-notices button');
    await expect.poll(() => count.innerText()).toBe('2 warnings\nM');
    expect(await sheet(page).count()).toBe(0);
    await count.click();
    expect(await sheet(page).locator('.count').innerText()).toBe('1 of 2');
    const first = await sheet(page).locator('.where').innerText();
    await sheet(page).getByRole('button', { name: 'Next' }).click();
    expect(await sheet(page).locator('.count').innerText()).toBe('2 of 2');
    expect(await sheet(page).locator('.where').innerText()).not.toBe(first);
    expect(await sheet(page).getAttribute('role')).toBe('region');
    expect(await place(page)).toBe('3');
    dev.save(SOURCE, TEXT);
    await expect.poll(() => page.locator('#lectern-notices button').count()).toBe(0);
  });

  test.each(['light', 'dark'] as const)('is nothing that axe finds wrong, in the %s, also on a phone', async (colorScheme) => {
    const dev = await startWriting(WALK);
    for (const size of [
      { width: 1280, height: 720 },
      { width: 390, height: 844 },
    ]) {
      const { page } = await open({ colorScheme, viewport: size });
      await page.goto(`${dev.url}read/walk.html`);
      dev.save(SOURCE, BROKEN);
      await sheet(page).waitFor();
      expect(await inspectPage(page, ['#lectern-notices'])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
      dev.save(SOURCE, WARNED);
      await expect.poll(() => page.locator('#lectern-notices button').innerText()).toContain('2 warnings');
      await page.keyboard.press('m');
      expect(await inspectPage(page, ['#lectern-notices'])).toEqual([]);
      dev.save(SOURCE, TEXT);
      await sheet(page).waitFor({ state: 'detached' });
    }
  });

  test('has its keys in the list of keys, and nothing of it is in a site that is built', async () => {
    const dev = await startWriting(WALK);
    const { page } = await open();
    await openDeck(page, `${dev.url}walk.html`);
    await page.keyboard.press('?');
    expect(await page.locator('#lectern-keys').innerText()).toContain('Open the mistake in the editor');
    expect(lectern(['build', dev.root, '--out', join(dev.root, 'dist')], dev.root).status).toBe(0);
    const built = readFileSync(join(dev.root, 'dist/walk.html'), 'utf8');
    expect(built).not.toContain('Open the mistake in the editor');
    expect(built).not.toContain('live.');
    const client = JSON.parse(readFileSync(join(import.meta.dirname, '../../build/client/client.json'), 'utf8')) as Record<
      string,
      string
    >;
    expect(existsSync(join(dev.root, 'dist/_lectern', client['deck.js'] ?? ''))).toBe(true);
    for (const name of ['live.js', 'measure.js'])
      expect(existsSync(join(dev.root, 'dist/_lectern', client[name] ?? ''))).toBe(false);
  });
});

describe('a slide that is too full', () => {
  const LIST = '::: incremental\n\n- one\n- two\n\n:::';
  const KINDS = {
    list: TEXT.replace('- two', `- two\n${'- more\n'.repeat(14)}`),
    table: TEXT.replace(LIST, `| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(16)}`),
    picture: TEXT.replace(LIST, '![A box](../assets/box.svg){style="width:1500px;max-width:none"}'),
  };

  test.each(Object.entries(KINDS))('says so while it is written, as a check does: %s', async (_, text) => {
    const dev = await startWriting({
      ...WALK,
      'assets/box.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20"/></svg>',
    });
    const { page } = await open();
    await openDeck(page, `${dev.url}walk.html#/steps`);
    const line = page.locator('#lectern-notices .line');
    expect(await line.innerText()).toBe('');
    dev.save(SOURCE, text);
    await expect.poll(() => line.innerText()).toMatch(/^The .* px .*slide 4.*\.$/);
    const { stdout } = lectern(['check', dev.root, '--format', 'json'], dev.root, { CHROME_PATH: inject('browser') });
    expect(stdout).toContain(JSON.stringify(await line.innerText()));
    await page.keyboard.press('Home');
    await expect.poll(() => line.innerText()).toBe('');
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => line.innerText()).not.toBe('');
    dev.save(SOURCE, TEXT);
    await expect.poll(() => line.innerText()).toBe('');
  });
});
