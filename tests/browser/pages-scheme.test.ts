import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { WALK } from '../support/courses.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const open = useBrowser();
const site = useSite({ ...WALK, 'slides/index.md': '---\ntitle: Walks\naccent: "#ffe600"\n---\n' });
const PAGES = ['index.html', 'read/index.html', 'read/walk.html'];

/** The page's ground: light or dark, by what is painted. */
function ground(page: Page): Promise<'light' | 'dark'> {
  return page.evaluate(() => {
    const [red = 255] = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
    return red < 128 ? 'dark' : 'light';
  });
}

describe.each(WAYS)('the scheme %s', (way) => {
  test('is the system’s until a reader switches, then the reader’s on every page that follows', async () => {
    const { page } = await open({ colorScheme: 'light', alone: true });
    for (const path of PAGES) {
      await page.goto(site.at(way) + path);
      expect(await ground(page), path).toBe('light');
    }
    await page.getByRole('button', { name: 'Dark page' }).click();
    expect(await ground(page)).toBe('dark');
    for (const path of PAGES) {
      await page.goto(site.at(way) + path);
      const { scheme, colour } = await page.evaluate(() => ({
        scheme: document.documentElement.dataset['scheme'],
        colour: getComputedStyle(document.documentElement).colorScheme,
      }));
      expect([await ground(page), scheme, colour], path).toEqual(['dark', 'dark', 'dark']);
    }
    await page.getByRole('button', { name: 'Light page' }).click();
    expect(await ground(page)).toBe('light');
    // Back at what the system says, the page follows it again.
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await ground(page)).toBe('dark');
    await page.getByRole('button', { name: 'Light page' }).focus();
  });
});

test('the choice is kept under the course’s own path, and leaves others alone', async () => {
  const { page } = await open({ colorScheme: 'light', alone: true });
  await page.goto(`${site.at('over http under a path')}index.html`);
  await page.getByRole('button', { name: 'Dark page' }).click();
  const { 'lectern:/some/repo/:scheme': scheme, ...others } = await page.evaluate(() => ({ ...localStorage }));
  expect(scheme).toBe('dark');
  // what was seen here, for telling what is new
  expect(Object.keys(others).filter((name) => !name.startsWith('lectern:/some/repo/:'))).toEqual([]);
});

test('the choice is there before anything is painted', async () => {
  const { page } = await open({ colorScheme: 'light', alone: true });
  await page.goto(`${site.at('over http at the root')}read/walk.html`);
  await page.getByRole('button', { name: 'Dark page' }).click();
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      if (document.body !== null) seen.push(document.documentElement.dataset['scheme'] ?? 'none');
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.length).toBeGreaterThan(0);
  expect(new Set(seen)).toEqual(new Set(['dark']));
});

test('a page that is nowhere keeps the scheme too', async () => {
  const { page, takeTroubles } = await open({ colorScheme: 'light', alone: true });
  await page.goto(`${site.at('over http under a path')}index.html`);
  await page.getByRole('button', { name: 'Dark page' }).click();
  await page.goto(`${site.at('over http under a path')}no/such/page.html`);
  expect(await ground(page)).toBe('dark');
  expect(takeTroubles().filter((trouble) => !trouble.includes('no/such/page.html'))).toEqual([]);
});

test('without scripts there is no button, and the system decides', async () => {
  const { page } = await open({ javaScriptEnabled: false, colorScheme: 'dark' });
  for (const path of PAGES) {
    await page.goto(site.at('from disk') + path);
    expect(await ground(page), path).toBe('dark');
    expect(await page.getByRole('button').count(), path).toBe(0);
  }
});

test('paper is light, whatever was chosen', async () => {
  const { page } = await open({ colorScheme: 'dark', alone: true });
  for (const path of PAGES) {
    await page.goto(site.at('from disk') + path);
    await page.emulateMedia({ media: 'print' });
    const ink = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ink'));
    await page.emulateMedia({ media: 'screen' });
    expect(Number.parseInt(ink.trim().slice(1, 3), 16), path).toBeLessThan(80);
  }
});

describe('the page for what is not there', () => {
  const lost = ['nowhere.html', 'deep/er/still/', 'read/x.html'];

  test('shows the scheme that was chosen, at any depth, and its button changes it everywhere', async () => {
    const { page, takeTroubles } = await open({ colorScheme: 'light', alone: true });
    const root = site.at('over http under a path');
    await page.goto(`${root}index.html`);
    await page.getByRole('button', { name: 'Dark page' }).click();
    for (const path of lost) {
      await page.goto(root + path);
      expect(await ground(page), path).toBe('dark');
    }
    await page.getByRole('button', { name: 'Light page' }).click();
    expect(await ground(page)).toBe('light');
    const names = await page.evaluate(() => Object.keys(localStorage));
    expect(names.filter((name) => name.endsWith(':scheme'))).toEqual([]);
    await page.goto(`${root}index.html`);
    expect(await ground(page)).toBe('light');
    expect(takeTroubles().filter((trouble) => !trouble.includes('404'))).toEqual([]);
  });

  test('keeps nothing where it does not know the course’s path, and shows what was chosen all the same', async () => {
    const { page, takeTroubles } = await open({ colorScheme: 'dark', alone: true });
    await page.goto(`${site.at('over http at the root')}a/b/c`);
    expect(await ground(page)).toBe('dark');
    await page.getByRole('button', { name: 'Light page' }).click();
    expect(await ground(page)).toBe('light');
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({});
    takeTroubles();
  });
});

describe('the page for what is not there, of a course with an address', () => {
  const known = useSite({ ...WALK, 'slides/index.md': '---\ntitle: Walks\nurl: https://ann.example/some/repo\n---\n' });

  test('keeps what is chosen there under the course’s path', async () => {
    const { page, takeTroubles } = await open({ colorScheme: 'light', alone: true });
    const root = known.at('over http under a path');
    await page.goto(`${root}a/b`);
    await page.getByRole('button', { name: 'Dark page' }).click();
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ 'lectern:/some/repo/:scheme': 'dark' });
    await page.goto(`${root}index.html`);
    expect(await ground(page)).toBe('dark');
    takeTroubles();
  });
});
