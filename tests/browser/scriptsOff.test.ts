import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { EVERY_KIND } from '../support/everyKind.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, writeCourse } from '../support/useSite.ts';

const open = useBrowser();
const HOME = EVERY_KIND['slides/index.md']?.replace('lang: en', 'lang: en\nrepository: https://github.com/ann/course');
const site = useSite((root) => {
  writeCourse(root, { ...EVERY_KIND, 'slides/index.md': HOME ?? '' });
  const git = (...words: readonly string[]): void => {
    const env = { ...process.env, GIT_COMMITTER_DATE: '2026-09-21T12:00:00Z', GIT_CONFIG_GLOBAL: '/dev/null' };
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], { cwd: root, env, stdio: 'ignore' });
  };
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'x');
});

async function show(path: string, width = 1280): Promise<Page> {
  const { page } = await open({ javaScriptEnabled: false, viewport: { width, height: 720 } });
  await page.goto(`${site.at('from disk')}${path}`);
  return page;
}

/** Left and top of what has this text. */
async function placeOf(page: Page, text: string): Promise<readonly [left: number, top: number]> {
  const box = await page.locator('article').getByText(text, { exact: true }).first().boundingBox();
  return [Math.round(box?.x ?? Number.NaN), Math.round(box?.y ?? Number.NaN)];
}

describe('a reading view without scripts', () => {
  test.each([320, 768, 1440])('reflows in a window of %i pixels', async (width) => {
    const page = await show('read/kinds.html', width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  test('has an outline that leads to each heading, in a window of any width', async () => {
    const wide = await show('read/kinds.html');
    const outline = wide.locator('.lectern-page > .lectern-outline');
    expect(await outline.getByRole('link').count()).toBeGreaterThan(15);
    await outline.getByRole('link', { name: 'A quote' }).click();
    expect(await wide.locator('#a-quote').evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(200);
    const narrow = await show('read/kinds.html', 390);
    const folded = narrow.locator('details.lectern-contents');
    expect(await folded.getByRole('link', { name: 'A quote' }).isVisible()).toBe(false);
    await folded.locator('summary').click();
    await folded.getByRole('link', { name: 'A quote' }).click();
    expect(new URL(narrow.url()).hash).toBe('#a-quote');
  });

  test('has its steps unfolded and its columns one under the other', async () => {
    const page = await show('read/kinds.html');
    const steps = await Promise.all(['first', 'second', 'After the pause.'].map((text) => placeOf(page, text)));
    expect(steps.map(([, top]) => top)).toEqual(steps.map(([, top]) => top).sort((a, b) => a - b));
    const [left, right] = [await placeOf(page, 'Left'), await placeOf(page, 'Right')];
    expect(right[0]).toBe(left[0]);
    expect(right[1]).toBeGreaterThan(left[1]);
  });

  test('has code and tables that scroll alone, by keyboard', async () => {
    const page = await show('read/kinds.html', 320);
    for (const box of [page.getByRole('group', { name: /^Code: / }).last(), page.getByRole('region', { name: /^Table: / })]) {
      await box.scrollIntoViewIfNeeded();
      expect(await box.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(true);
      await box.focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => box.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
    }
  });

  test('leads to the slide, the heading and the line of the source, and says when it was changed', async () => {
    const page = await show('read/kinds.html');
    const head = page.locator('#bullets .lectern-head');
    const links = await head
      .getByRole('link')
      .evaluateAll((all) => all.map((one) => `${one.getAttribute('aria-label')} → ${one.getAttribute('href')}`));
    expect(links).toEqual([
      'Open slide 3: Bullets → ../kinds.html#/bullets',
      'Link to Bullets → #bullets',
      'Suggest a change to Bullets → https://github.com/ann/course/blob/HEAD/slides/01-kinds.md?plain=1#L11',
    ]);
    expect(await page.getByText('Last change 21 September 2026').isVisible()).toBe(true);
    await head.getByRole('link', { name: 'Open slide 3: Bullets' }).click();
    expect(page.url()).toBe(`${site.at('from disk')}kinds.html#/bullets`);
  });

  test('leads to the lectures before and after it, to the contents and to the course as one page', async () => {
    const page = await show('read/kinds.html');
    await page.getByRole('link', { name: /^Next/ }).last().click();
    expect(page.url()).toBe(`${site.at('from disk')}read/later.html`);
    await page
      .getByRole('link', { name: /^Previous/ })
      .last()
      .click();
    expect(page.url()).toBe(`${site.at('from disk')}read/kinds.html`);
    await page.getByRole('link', { name: 'Contents', exact: true }).first().click();
    expect(page.url()).toBe(`${site.at('from disk')}read/index.html`);
    await page.getByRole('link', { name: 'The course as one page' }).click();
    expect(page.url()).toBe(`${site.at('from disk')}read/all.html`);
  });

  test('follows the reader’s system into the dark', async () => {
    const { page } = await open({ javaScriptEnabled: false, colorScheme: 'dark' });
    await page.goto(`${site.at('from disk')}read/kinds.html`);
    const [red = 255] = await page.evaluate(() =>
      (getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g) ?? []).map(Number),
    );
    expect(red).toBeLessThan(80);
  });
});

test('no page without scripts has a button or field that does nothing, or says what only scripts do', async () => {
  const pages = readdirSync(site.folder(), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^(?!\d|speaker).*\.html$/.test(path),
  );
  expect(pages).toContain('read/all.html');
  for (const path of pages) {
    const page = await show(path);
    const seen = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, select, textarea, kbd, [role="status"], .lectern-visit, .lectern-since')]
        .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .filter((one) => (one as HTMLElement).innerText !== '' || one.matches('input'))
        .filter((one) => !(one.matches('kbd') && one.closest('main, .slides') !== null))
        .map((one) => one.outerHTML.slice(0, 120)),
    );
    expect(seen, path).toEqual([]);
  }
});

test('practice without scripts has every question of the course, with answers that open', async () => {
  const page = await show('practice.html');
  const asked = page.locator('[data-lectern-question]');
  expect(await asked.count()).toBe(2);
  for (const [at, words] of ['as one knows', 'Because it is.'].entries()) {
    const answer = asked.nth(at).getByText(words).first();
    expect(await answer.isVisible()).toBe(false);
    await asked.nth(at).locator('summary').click();
    expect(await answer.isVisible()).toBe(true);
  }
});
