import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDeck, place } from '../support/deckPage.ts';
import { readLectures, stopsOf } from '../support/readManifest.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite } from '../support/useSite.ts';

const TALK = `---
title: Talk
---

## Steps

\`\`\`{.js data-line-numbers="1|2-3|all" startFrom=98}
let a = 1;
/* one
   two */
\`\`\`

## In order

[last]{.fragment fragment-index=9}

\`\`\`{.js .fragment data-line-numbers="1|2" fragment-index=4}
let a;
let b;
\`\`\`

[first]{.fragment fragment-index=1}

## Long

\`\`\`{.js data-line-numbers="1|50-51"}
${Array.from({ length: 60 }, (_, at) => `line(${at + 1});`).join('\n')}
\`\`\`
`;

const open = useBrowser();
const site = useSite({ 'slides/index.md': '---\ntitle: Course\n---\n', 'slides/01-talk.md': TALK });

/** Of the code on the slide that is shown: how many looks at it are seen, and what the last of them emphasises. */
function seen(page: Page): Promise<readonly [number, string]> {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const looks = [...document.querySelectorAll<HTMLElement>('section.present .code-lines')].filter((look) =>
      look.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    );
    const words = [...(looks.at(-1)?.querySelectorAll<HTMLElement>('.on') ?? [])].map((line) => line.textContent.trim());
    return [looks.length, words.join(' / ')] as const;
  });
}

test('code in steps is walked through, one look at a time, forwards and back', async () => {
  const { page } = await open();
  await openDeck(page, `${site.at('from disk')}talk.html#/steps`);
  const looks = [
    [1, 'let a = 1;'],
    [1, '/* one / two */'],
    [1, ''],
  ];
  for (const [at, look] of looks.entries()) {
    expect(await place(page)).toBe(at === 0 ? '2' : `2.${at}`);
    expect(await seen(page)).toEqual(look);
    await page.keyboard.press('ArrowRight');
  }
  for (const look of [...looks].reverse()) {
    await page.keyboard.press('ArrowLeft');
    expect(await seen(page)).toEqual(look);
  }
});

test('steps of code come where their number is, after the block itself', async () => {
  const { page } = await open();
  await openDeck(page, `${site.at('from disk')}talk.html#/in-order`);
  const shown = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('section.present .current-fragment')].map(
        (one) => one.querySelector('.on')?.textContent ?? one.textContent,
      ),
    );
  const order: string[] = [];
  for (let at = 0; at < 4; at++) {
    await page.keyboard.press('ArrowRight');
    order.push(...(await shown()));
  }
  expect(order).toEqual(['first', 'let a;', 'let b;', 'last']);
  expect(await place(page)).toBe('3.4');
});

test('the manifest has as many steps as the deck', () => {
  const [lecture] = readLectures(site.folder());
  expect(lecture === undefined ? [] : stopsOf(lecture)).toEqual([
    '1',
    '2',
    '2.1',
    '2.2',
    '3',
    '3.1',
    '3.2',
    '3.3',
    '3.4',
    '4',
    '4.1',
  ]);
});

test('lines that a step is about come into view where the code is longer than its box', async () => {
  const { page } = await open();
  await openDeck(page, `${site.at('from disk')}talk.html#/long`);
  const inView = (line: number) =>
    page.evaluate((which) => {
      const code = document.querySelector('section.present code') as Element;
      const rows = [...code.querySelectorAll('.code-lines')].at(-1)?.querySelectorAll('.code-line') ?? [];
      const [box, row] = [code.getBoundingClientRect(), rows[which - 1]?.getBoundingClientRect()];
      return row !== undefined && row.top >= box.top && row.bottom <= box.bottom;
    }, line);
  expect([await inView(1), await inView(50)]).toEqual([true, false]);
  await page.keyboard.press('ArrowRight');
  expect([await inView(1), await inView(50), await inView(51)]).toEqual([false, true, true]);
  await page.keyboard.press('ArrowLeft');
  expect(await inView(1)).toBe(true);
});

test('code with numbers is copied without them, and read aloud once', async () => {
  const { page } = await open();
  await openDeck(page, `${site.at('from disk')}talk.html#/steps`);
  const copied = await page.evaluate(() => {
    const look = document.querySelector('section.present .code-lines') as Element;
    getSelection()?.selectAllChildren(look);
    return getSelection()?.toString().replaceAll('\u200b', '');
  });
  expect(copied).toBe('let a = 1;\n/* one\n   two */');
  expect(await page.locator('section.present code').ariaSnapshot()).not.toMatch(/let a[\s\S]*let a/);
});

test('on paper, code in steps is there once, all lines alike', async () => {
  const { page } = await open();
  await openDeck(page, `${site.at('from disk')}talk.html?print-pdf`);
  const looks = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#steps .code-lines')]
      .filter((look) => look.checkVisibility())
      .map((look) => [...look.querySelectorAll('.code-line')].map((line) => getComputedStyle(line).backgroundColor)),
  );
  expect(looks).toEqual([['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']]);
});
