import { join } from 'node:path';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { buildSite } from '../support/buildSite.ts';
import { inspectPage } from '../support/inspectPage.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS, writeCourse } from '../support/useSite.ts';

const TEXT = 'Some text that goes on for a while.\n\n'.repeat(25);
const BEFORE = {
  'slides/index.md': '---\ntitle: Course\n---\n',
  'slides/01-talk.md': `---\ntitle: A talk\n---\n\n# Part\n\n## First\n\n${TEXT}\n\n## Second\n\n${TEXT}\n\n---\n\n${TEXT}\n\n## Third\n\n${TEXT}\n`,
  'slides/02-same.md': '---\ntitle: The same\n---\n\n## One\n\ntext\n',
  'slides/guide.md': '---\ntitle: Guide\nkind: page\n---\n\n## A heading\n\ntext\n',
};
const AFTER = {
  ...BEFORE,
  'slides/01-talk.md': BEFORE['slides/01-talk.md']
    .replace('## Second\n\nSome text', '## Second\n\nOther text')
    .replace('## Third', '## Added\n\nsomething\n\n## Third'),
  'slides/03-more.md': '---\ntitle: More\n---\n\n## One\n\ntext\n',
  'slides/guide.md': BEFORE['slides/guide.md'].replace('\ntext', '\nother text'),
};

const open = useBrowser();
const site = useSite(BEFORE);
const parent = realpathSync(mkdtempSync(join(tmpdir(), 'lectern-visits-')));
afterEach(() => publish(BEFORE));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** Publishes the course again where it stands. */
function publish(files: Readonly<Record<string, string>>): void {
  rmSync(join(parent, 'course'), { recursive: true, force: true });
  buildSite(writeCourse(join(parent, 'course'), files), site.folder());
}

/** A visit in a window of its own. */
async function visit(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** The reader does something, so that the visit is remembered. */
async function look(page: Page): Promise<void> {
  const loaded = page.waitForFunction(() => document.querySelector('script[src*="visit"]') !== null);
  await page.mouse.move(200, 200);
  await page.mouse.move(210, 210);
  await loaded;
  await page.waitForFunction(() => Object.keys(localStorage).some((name) => name.endsWith(':seen')));
}

async function bringUp(page: Page, id: string): Promise<void> {
  await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), id);
}

function keptPlaces(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    Object.entries({ ...localStorage }).flatMap(([name, value]) => (name.includes(':place:') ? [String(value)] : [])),
  );
}

describe.each(WAYS)('a reading view %s', (way) => {
  test('offers the place where one stopped, by its title, and never goes there by itself', async () => {
    const { page, context } = await open({ alone: true });
    await page.goto(`${site.at(way)}read/talk.html`);
    expect(await page.locator('.lectern-visit').count()).toBe(0);
    await look(page);
    await bringUp(page, 'second');
    await expect.poll(() => keptPlaces(page)).toEqual([expect.stringContaining('"Second"')]);
    const again = await visit(context, `${site.at(way)}read/talk.html`);
    const offer = again.getByRole('link', { name: 'Continue at “Second”' });
    await offer.waitFor();
    expect(await again.evaluate(() => scrollY)).toBe(0);
    // From disk axe asks for style sheets, which no page may.
    if (way !== 'from disk') expect(await inspectPage(again, ['.lectern-visit'])).toEqual([]);
    await offer.press('Enter');
    expect(new URL(again.url()).hash).toBe('#second');
    const home = await visit(context, `${site.at(way)}index.html`);
    await home.getByRole('link', { name: 'Continue “A talk” at “Second”' }).click();
    expect(home.url()).toBe(`${site.at(way)}read/talk.html#second`);
    await home.waitForLoadState();
    expect(await home.locator('.lectern-visit').count()).toBe(0);
  });
});

test('a place that is gone gives way to the one before, and a lecture that was read to its end is not offered', async () => {
  const { page, context } = await open({ alone: true });
  const address = `${site.at('over http under a path')}read/talk.html`;
  await page.goto(address);
  await look(page);
  await bringUp(page, 'third');
  await expect.poll(() => keptPlaces(page)).toEqual([expect.stringContaining('"Third"')]);
  publish({ ...BEFORE, 'slides/01-talk.md': BEFORE['slides/01-talk.md'].replace('## Third', '## Last') });
  const again = await visit(context, address);
  await again.getByRole('link', { name: 'Continue at “Second”' }).waitFor();
  await again.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect.poll(() => keptPlaces(again)).toEqual([]);
  publish(BEFORE);
  const home = await visit(context, `${site.at('over http under a path')}index.html`);
  await home.waitForFunction(() => document.querySelector('script[src*="visit"]') !== null);
  expect(await home.locator('.lectern-visit').count()).toBe(0);
});

test('a pointer that rests where the page comes up loads nothing', async () => {
  const { page } = await open({ alone: true });
  await page.goto(`${site.at('over http under a path')}read/talk.html`);
  const scripts = () => page.locator('script[src*="visit"]:not([data-visits])').count();
  await page.evaluate(() => dispatchEvent(new PointerEvent('pointermove')));
  expect(await scripts()).toBe(0);
  await page.evaluate(() => dispatchEvent(new PointerEvent('pointermove', { movementX: 3 })));
  expect(await scripts()).toBe(1);
});

test('the place is kept where one scrolled before there was a script to see it', async () => {
  const { page } = await open({ alone: true });
  await page.goto(`${site.at('over http under a path')}read/talk.html`);
  await page.evaluate(() => {
    document.getElementById('second')?.scrollIntoView();
    return new Promise((done) => addEventListener('scrollend', done, { once: true }));
  });
  await look(page);
  await expect.poll(() => keptPlaces(page)).toEqual([expect.stringContaining('"Second"')]);
});

test('what changed since the last visit is marked in words, once, and nothing at the first visit', async () => {
  const { page, context } = await open({ alone: true });
  const root = site.at('over http under a path');
  const marks = (on: Page) =>
    on.evaluate(() =>
      [...document.querySelectorAll('.lectern-since')].map((mark) => {
        const beside = mark.closest('.lecture, section, header')?.querySelector('h1, h2 a, h3')?.textContent;
        return `${beside}: ${mark.textContent}`;
      }),
    );
  publish(BEFORE);
  for (const path of ['index.html', 'read/talk.html', 'read/guide.html']) {
    await page.goto(root + path);
    await look(page);
    await page.waitForLoadState('networkidle');
    expect(await marks(page), path).toEqual([]);
  }
  publish(AFTER);
  const home = await visit(context, `${root}index.html`);
  await expect
    .poll(() => marks(home))
    .toEqual(['A talk: Changed since your visit', 'More: New since your visit', 'Guide: Changed since your visit']);
  expect(await inspectPage(home)).toEqual([]);
  await home.goto(`${root}read/guide.html`);
  await expect.poll(() => marks(home)).toEqual(['Guide: Changed since your visit']);
  await home.goto(`${root}read/talk.html`);
  const expected = ['Second: Changed since your visit', 'Added: New since your visit'];
  await expect.poll(() => marks(home)).toEqual(expected);
  const status = home.getByRole('status');
  await expect.poll(() => status.innerText()).toBe('2 passages are new or changed');
  expect(await inspectPage(home)).toEqual([]);
  await status.getByRole('link').click();
  expect(new URL(home.url()).hash).toBe('#second');
  await bringUp(home, 'added');
  await home.waitForFunction(() =>
    Object.entries({ ...localStorage }).some(([name, value]) => name.endsWith(':read:talk') && value.includes('"added"')),
  );
  await home.reload();
  await expect.poll(() => marks(home)).toEqual(expected);
  await home.goto(`${root}index.html`);
  await expect.poll(() => marks(home)).toEqual(['More: New since your visit']);
  await home.locator('.lecture', { hasText: 'More' }).scrollIntoViewIfNeeded();
  await home.waitForFunction(() =>
    Object.entries({ ...localStorage }).some(([name, value]) => name.endsWith(':seen') && value.includes('"more"')),
  );
  for (const path of ['index.html', 'read/talk.html', 'read/guide.html']) {
    const later = await visit(context, root + path);
    await later.waitForFunction(() => document.querySelector('script[src*="visit"]') !== null);
    await later.waitForLoadState('networkidle');
    expect(await marks(later), path).toEqual([]);
  }
});

test('a passage that was not seen is marked the next time again', async () => {
  const { page, context } = await open({ alone: true });
  const address = `${site.at('over http under a path')}read/talk.html`;
  await page.goto(address);
  await look(page);
  publish(AFTER);
  for (const _ of ['at first', 'again']) {
    const later = await visit(context, address);
    await expect.poll(() => later.locator('.lectern-since').count()).toBe(2);
    await later.close();
  }
});

test('nothing moves when marks and offers come', async () => {
  const { page, context } = await open({ alone: true });
  const root = site.at('over http under a path');
  for (const path of ['index.html', 'read/talk.html']) {
    await page.goto(root + path);
    await look(page);
  }
  await bringUp(page, 'second');
  await expect.poll(() => keptPlaces(page)).toEqual([expect.stringContaining('"Second"')]);
  publish({ ...AFTER, 'slides/01-talk.md': AFTER['slides/01-talk.md'].replace('# Part\n', '# Part\n\nMore.\n') });
  for (const [path, width] of [
    ['index.html', 1280],
    ['read/talk.html', 1280],
    ['index.html', 320],
    ['read/talk.html', 320],
  ] as const) {
    const later = await context.newPage();
    await later.setViewportSize({ width, height: 720 });
    await later.goto(root + path);
    await later.locator('.lectern-visit').waitFor();
    await later.waitForTimeout(200);
    const shift = await later.evaluate(
      () =>
        new Promise<number>((done) => {
          new PerformanceObserver((list) =>
            done(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0)),
          ).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(0), 200);
        }),
    );
    expect(shift, path).toBe(0);
    expect(await later.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await later.close();
  }
});
