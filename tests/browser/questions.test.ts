import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openDeck, place } from '../support/deckPage.ts';
import { inspectPage } from '../support/inspectPage.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, type Way, WAYS } from '../support/useSite.ts';

const HTTP = 'over http under a path';
const ONE = `::: question
Which is right?

- [ ] this

  Too *old*.
- [x] that

  Quite new.

::: answer
Since spring.
:::
:::
`;
const SEVERAL = `::: question
Which are right?

- [x] both
- [x] these
- [ ] not this

  Never was.
:::
`;
const OPEN = '::: question\nWhy?\n\n::: answer\nBecause.\n:::\n:::\n';

const open = useBrowser();
const site = useSite({
  'slides/index.md': '---\ntitle: Course\n---\n',
  'slides/01-a.md': `---\ntitle: First\n---\n\n## One of two\n\n${ONE}\n## Two of three\n\n${SEVERAL}`,
  'slides/02-b.md': `---\ntitle: Second\n---\n\n## To think about\n\n${OPEN}\n## Again\n\n${ONE.replace('Which is', 'What is')}`,
});

/** The question that asks this, as a reader finds it. */
function question(page: Page, asks: string): Locator {
  return page.locator('[data-lectern-question]', { hasText: asks });
}

/** Opens a page of the site, its questions ready to be answered. */
async function openPage(page: Page, path: string, way: Way = HTTP): Promise<void> {
  await page.goto(site.at(way) + path);
  await page.locator('.lectern-check').first().scrollIntoViewIfNeeded();
  await page.locator('input.lectern-box:not([hidden])').first().waitFor();
}

async function answer(page: Page, asks: string, ...choices: readonly string[]): Promise<void> {
  for (const choice of choices) await question(page, asks).getByLabel(choice).check();
  await question(page, asks).getByRole('button', { name: 'Check' }).click();
}

describe.each(WAYS)('a question of a reading view %s', (way) => {
  test('is answered, and is as it was when the page is loaded again', async () => {
    const { page } = await open({ alone: true });
    await openPage(page, 'read/a.html', way);
    await answer(page, 'Which is right?', 'this');
    const asked = question(page, 'Which is right?');
    expect(await asked.locator('li.lectern-wrong').innerText()).toMatch(/^A\s+this\s+Wrong\s+Too old\.$/);
    await openPage(page, 'read/a.html', way);
    expect(await asked.getByLabel('this').isChecked()).toBe(true);
    expect(await asked.locator('li.lectern-wrong').innerText()).toContain('Too old.');
  });
});

describe('a question of a reading view', () => {
  test('is answered by keyboard alone', async () => {
    const { page } = await open({ alone: true });
    await openPage(page, 'read/a.html');
    await page.evaluate(() => document.querySelector<HTMLElement>('.lectern-outline a, .btn')?.focus());
    for (let at = 0; at < 30; at++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.matches('input.lectern-box') === true)) break;
    }
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const asked = question(page, 'Which is right?');
    expect(await asked.locator('li.lectern-right').innerText()).toMatch(/^B\s+that\s+Right\s+Quite new\.$/);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Check');
    // what there is to say beside it comes with the right answer
    expect(await asked.getByText('Since spring.').isVisible()).toBe(true);
  });

  test('says to a screen reader how it went, and why', async () => {
    const { page } = await open({ alone: true });
    await openPage(page, 'read/a.html');
    const said = question(page, 'Which is right?').getByRole('status');
    expect(await said.textContent()).toBe('');
    await question(page, 'Which is right?').getByRole('button', { name: 'Check' }).click();
    expect(await said.textContent()).toBe('Choose an answer first.');
    await answer(page, 'Which is right?', 'this');
    expect((await said.textContent())?.replace(/\s+/g, ' ')).toBe('Not right yet. A is wrong. Too old.');
    await answer(page, 'Which is right?', 'that');
    expect((await said.textContent())?.replace(/\s+/g, ' ')).toBe('That is right. B is right. Quite new.');
    expect(await question(page, 'Which is right?').ariaSnapshot()).toContain('radio "B that Right" [checked]');
  });

  test('with several right answers wants all of them, and no other', async () => {
    const { page } = await open({ alone: true });
    await openPage(page, 'read/a.html');
    const asked = question(page, 'Which are right?');
    await answer(page, 'Which are right?', 'both');
    expect(await asked.locator('.lectern-verdict').innerText()).toContain('Right so far, but not all of them.');
    await answer(page, 'Which are right?', 'not this');
    expect(await asked.locator('.lectern-verdict').innerText()).toContain('Not right yet.');
    expect(await asked.locator('li.lectern-wrong').innerText()).toContain('Never was.');
    await asked.getByLabel('not this').uncheck();
    await answer(page, 'Which are right?', 'these');
    expect(await asked.locator('.lectern-verdict').innerText()).toContain('That is right.');
    expect(await asked.locator('li.lectern-wrong').count()).toBe(0);
  });

  test('keeps answers under the course’s own path, and forgets them when the question is another', async () => {
    const { page } = await open({ alone: true });
    await openPage(page, 'read/a.html');
    await answer(page, 'Which is right?', 'that');
    await page.evaluate(() => {
      const name = 'lectern:/some/repo/:answers:a';
      const answers = JSON.parse(localStorage.getItem(name) ?? '{}') as Record<string, number[]>;
      localStorage.setItem(name, JSON.stringify({ ...answers, '000000000000': [0] }));
    });
    await openPage(page, 'read/a.html');
    await answer(page, 'Which are right?', 'both');
    const kept = await page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.includes('answers')));
    expect(kept.map(([name]) => name)).toEqual(['lectern:/some/repo/:answers:a']);
    const [hashes] = kept.map(([, value]) => Object.entries(JSON.parse(String(value)) as Record<string, number[]>));
    expect(hashes?.map(([, chosen]) => chosen)).toEqual([[1], [0]]);
  });

  test('loads its script only as it comes near', async () => {
    const { page } = await open({ alone: true, viewport: { width: 1280, height: 200 } });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${site.at(HTTP)}read/b.html`, { waitUntil: 'networkidle' });
    expect(asked.filter((url) => url.includes('/question.'))).toEqual([]);
    await page.locator('summary', { hasText: 'Answer' }).first().scrollIntoViewIfNeeded();
    await page.locator('input.lectern-box:not([hidden])').last().waitFor();
    expect(asked.filter((url) => url.includes('/question.'))).toHaveLength(1);
  });
});

test('without scripts a question has its choices, no control that does nothing, and an answer that opens', async () => {
  const { page } = await open({ javaScriptEnabled: false });
  for (const path of ['read/a.html', 'practice.html']) {
    await page.goto(site.at('from disk') + path);
    const asked = question(page, 'Which is right?');
    expect(await asked.locator('li').allInnerTexts()).toEqual([
      'A\nthis',
      'B\nthat',
      ...(await asked.locator('details li').allInnerTexts()),
    ]);
    expect(await asked.locator('input, button').evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)).toBe(0);
    expect(await asked.getByText('Since spring.').isVisible()).toBe(false);
    await asked.locator('summary').click();
    for (const words of ['A is wrong.', 'Too old.', 'B is right.', 'Since spring.'])
      expect(await asked.getByText(words).isVisible(), words).toBe(true);
  }
});

describe('the page of all questions', () => {
  /** What stands under each heading that is seen. */
  const order = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('main :is(h2, h3)')]
        .filter((one) => one.checkVisibility())
        .map(({ textContent }) => textContent ?? ''),
    );
  const ALL = ['First', 'One of two', 'Two of three', 'Second', 'To think about', 'Again'];

  test.each(WAYS)('puts first what went wrong in a reading view, %s', async (way) => {
    const { page } = await open({ alone: true });
    await openPage(page, 'practice.html', way);
    expect(await order(page)).toEqual(ALL);
    await openPage(page, 'read/a.html', way);
    await answer(page, 'Which are right?', 'both');
    await answer(page, 'Which is right?', 'that');
    await openPage(page, 'practice.html', way);
    const after = ['Went wrong last time', 'Two of three', 'First', 'One of two', 'Second', 'To think about', 'Again'];
    expect(await order(page)).toEqual(after);
    await answer(page, 'Which are right?', 'these');
    expect(await order(page)).toEqual(after);
    await page.reload();
    expect(await order(page)).toEqual(ALL);
  });

  test('asks again what a reader did not know, and leaves out a lecture of which all went wrong', async () => {
    const { page } = await open({ alone: true });
    await openPage(page, 'practice.html');
    await question(page, 'Why?').locator('summary').click();
    await question(page, 'Why?').getByRole('radio', { name: 'Not yet' }).check();
    await answer(page, 'What is right?', 'this');
    await page.reload();
    expect(await order(page)).toEqual(['Went wrong last time', 'To think about', 'Again', 'First', 'One of two', 'Two of three']);
    expect(await page.locator('#lectern-again .lectern-of').allInnerTexts()).toEqual(['Second', 'Second']);
    await question(page, 'Why?').locator('summary').click();
    await question(page, 'Why?').getByRole('radio', { name: 'Yes' }).check();
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Forget my answers' }).click()]);
    expect(await order(page)).toEqual(ALL);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('answers')))).toEqual([]);
  });

  test('leads to each passage, and to each slide', async () => {
    const { page } = await open();
    await openPage(page, 'practice.html');
    await page.getByRole('link', { name: 'Two of three', exact: true }).click();
    expect(page.url()).toBe(`${site.at(HTTP)}read/a.html#two-of-three`);
    await page.getByRole('link', { name: 'Practice' }).click();
    expect(page.url()).toBe(`${site.at(HTTP)}practice.html#lectern-lecture-a`);
    await page.getByRole('link', { name: 'Open slide 3: Again' }).click();
    await page.waitForSelector('html[data-ready]');
    expect(await place(page)).toBe('3');
  });
});

describe('a question on a deck', () => {
  const seen = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('section.present .lectern-question :is(p, .lectern-choice, .lectern-reason)')]
        .filter(
          (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.matches('.lectern-reason p'),
        )
        .map(({ textContent }) => textContent?.trim() ?? ''),
    );

  test('shows reasons, the right choice and its answer a step later, and nothing moves', async () => {
    const { page } = await open({ reducedMotion: 'reduce' });
    await openDeck(page, `${site.at(HTTP)}a.html#/one-of-two`);
    const boxes = (): Promise<readonly number[]> =>
      page.evaluate(() => [...document.querySelectorAll('section.present li')].map((one) => one.getBoundingClientRect().top));
    const before = await boxes();
    expect(await seen(page)).toEqual(['Which is right?', 'this', 'that']);
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => seen(page))
      .toEqual(['Which is right?', 'this', 'Too old.', 'that', 'Quite new.', 'B is right.', 'Since spring.']);
    expect(await boxes()).toEqual(before);
    expect(await page.locator('#lectern-live').textContent()).toBe('B is right. Since spring.');
    expect(await place(page)).toBe('2.1');
    await page.keyboard.press('ArrowRight');
    expect(await place(page)).toBe('3');
  });

  test('is answered on paper', async () => {
    const { page } = await open();
    await page.goto(`${site.at(HTTP)}a.html?print-pdf`);
    await page.waitForSelector('html.lectern-paper');
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('.lectern-reason, .answer > p:not(.hide)')]
        .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .map(({ textContent }) => textContent?.trim()),
    );
    expect(shown).toEqual(['Too old.', 'Quite new.', 'Since spring.', 'Never was.']);
  });
});

test('on paper a reading view has its answers open, without controls', async () => {
  const { page } = await open();
  await openPage(page, 'read/a.html');
  await page.emulateMedia({ media: 'print' });
  const asked = question(page, 'Which is right?');
  expect(await asked.getByText('Since spring.').isVisible()).toBe(true);
  expect(await asked.locator('input, button').evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)).toBe(0);
  await page.emulateMedia({ media: 'screen' });
});

test.each(['light', 'dark'] as const)('axe finds nothing wrong with answered questions, %s', async (colorScheme) => {
  const { page } = await open({ alone: true, colorScheme, reducedMotion: 'reduce' });
  await openPage(page, 'read/a.html');
  await answer(page, 'Which is right?', 'this');
  await answer(page, 'Which are right?', 'both');
  expect(await inspectPage(page)).toEqual([]);
  await openPage(page, 'practice.html');
  for (const summary of await page.locator('summary').all()) await summary.click();
  expect(await inspectPage(page)).toEqual([]);
});

test.each([320, 768])('nothing is wider than a window of %s pixels', async (width) => {
  const { page } = await open({ alone: true, viewport: { width, height: 800 } });
  for (const path of ['read/a.html', 'practice.html']) {
    await openPage(page, path);
    await answer(page, 'Which is right?', 'this');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});
