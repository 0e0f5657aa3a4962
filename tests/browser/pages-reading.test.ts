import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const SLIDES = (notes: string) => `---
title: A talk
---

# Part

## Costs (1/2)

- dear

${notes}

## Costs (2/2)

- dearer

## A figure

![What it shows](assets/a.svg)

## Wide

| ${Array.from({ length: 12 }, (_, at) => `Column ${at}`).join(' | ')} |
|${'---|'.repeat(12)}
| ${'a rather long cell | '.repeat(12)}

\`\`\`python
print("${'x'.repeat(200)}")
\`\`\`

# Last

## End

${'Text.\n\n'.repeat(60)}
`;
const FIGURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><path d="M0 0h40v20z"/></svg>';

const open = useBrowser();
const site = useSite({
  'slides/index.md': '---\ntitle: Course\n---\n',
  'slides/assets/a.svg': FIGURE,
  'slides/01-talk.md': SLIDES('::: notes\nWhat is *said*.\n:::'),
  'slides/02-silent.md': SLIDES(''),
});

describe.each(WAYS)('a reading view %s', (way) => {
  test('has one heading and one entry for slides that go on, and an anchor for each', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site.at(way)}read/talk.html`);
    const seen = await page.evaluate(() => ({
      headings: [...document.querySelectorAll('article :is(h2, h3)')].map(({ textContent }) => textContent),
      outline: [...document.querySelectorAll('.lectern-page > .lectern-outline a')].map(
        (link) => `${link.getAttribute('href')} ${link.textContent}`,
      ),
      links: [...document.querySelectorAll('#costs-22 a')].map((link) => link.ariaLabel),
    }));
    expect(seen.headings).toEqual(['Part', 'Costs', 'A figure', 'Wide', 'Last', 'End']);
    expect(seen.outline).toEqual(['#part Part', '#costs-12 Costs', '#a-figure A figure', '#wide Wide', '#last Last', '#end End']);
    expect(seen.links).toEqual(['Open slide 4: Costs (2/2)', 'Link to Costs (2/2)']);
  });

  test('opens a figure at full size without a script', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site.at(way)}read/talk.html`);
    await page.getByRole('link', { name: 'What it shows , open at full size' }).click();
    expect(page.url()).toBe(`${site.at(way)}assets/a.svg`);
  });

  test('marks the reader’s place in its outline', async () => {
    const { page } = await open();
    await page.goto(`${site.at(way)}read/talk.html#wide`);
    const current = page.locator('.lectern-page > .lectern-outline [aria-current="location"]');
    await expect.poll(() => current.allInnerTexts()).toEqual(['Wide']);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect.poll(() => current.allInnerTexts()).toEqual(['End']);
  });
});

test('a link to a slide is copied, and says so', async () => {
  const { page, context } = await open({ alone: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site.at('over http under a path')}read/talk.html`);
  await page.getByRole('link', { name: 'Link to A figure' }).click();
  await expect.poll(() => page.getByRole('status').innerText()).toBe('Link copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${site.at('over http under a path')}read/talk.html#a-figure`,
  );
});

test('code is copied with a button, by keyboard, and says so', async () => {
  const { page, context } = await open({ alone: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site.at('over http under a path')}read/talk.html`);
  const code = page.locator('article pre').first();
  await code.getByRole('button', { name: 'Copy' }).press('Enter');
  await expect.poll(() => page.getByRole('status').innerText()).toBe('Code copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.locator('code').textContent());
});

test('wide tables and code scroll alone, reached with the keyboard and named', async () => {
  const { page } = await open({ viewport: { width: 320, height: 640 } });
  await page.goto(`${site.at('from disk')}read/talk.html`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  for (const [role, name] of [
    ['region', /^Table: Column 0, /],
    ['group', 'Code: Python'],
  ] as const) {
    const box = page.getByRole(role, { name });
    await box.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  }
});

test('a lecture without a note is set as text, one with notes as board and voice', async () => {
  const { page } = await open();
  const border = async (path: string) => {
    await page.goto(site.at('from disk') + path);
    return page.evaluate(() => getComputedStyle(document.querySelector('.lectern-board') as Element).borderLeftWidth);
  };
  expect(await border('read/talk.html')).toBe('2px');
  expect(await border('read/silent.html')).toBe('0px');
});

test('on paper there is the text alone, whole', async () => {
  const { page } = await open();
  await page.goto(`${site.at('from disk')}read/talk.html`);
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => ({
    furniture: [
      ...document.querySelectorAll('.lectern-top, .lectern-outline, .acts, .lectern-turn, .skip, .lectern-scheme'),
    ].filter((one) => one.checkVisibility()).length,
    code: getComputedStyle(document.querySelector('pre > code') as Element).whiteSpace,
    said: document.querySelector('.lectern-said')?.checkVisibility(),
  }));
  await page.emulateMedia({ media: 'screen' });
  expect(seen).toEqual({ furniture: 0, code: 'pre-wrap', said: true });
});

test('skip links lead to the text and to the lectures', async () => {
  const { page } = await open();
  for (const [path, name, id] of [
    ['read/talk.html', 'Skip to the text', 'lectern-text'],
    ['index.html', 'Skip to the lectures', 'lectern-lectures'],
  ] as const) {
    await page.goto(site.at('from disk') + path);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);
  }
});

describe('formulas wider than a phone', () => {
  const long = Array.from({ length: 14 }, (_, at) => `a_{${at}}`).join(' + ');
  const formulas = useSite({ 'slides/01-sums.md': `## Sums\n\n$$${long}$$\n\nAmong words $${long}$ too, and $a$.\n` });

  test('scroll alone, reached with the keyboard', async () => {
    const { page } = await open({ viewport: { width: 320, height: 640 } });
    await page.goto(`${formulas.at('from disk')}read/sums.html`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const boxes = page.getByRole('group', { name: 'Formula' });
    expect(await boxes.count()).toBe(2);
    for (const box of await boxes.all()) {
      await box.focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
    }
  });
});
