import { describe, expect, test } from 'vitest';
import { inspectPage } from '../support/inspectPage.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite } from '../support/useSite.ts';

const WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const TALK = (title: string) => `---
title: ${title}
---

# Part

## Said by others

> Somebody said [@${WORD}2007]

## ${WORD}

- ${WORD}
- text

Term ${WORD}
:   ${WORD}

## Last

Text.
`;

const open = useBrowser();
/** As somebody may put it on the web who never heard of numbers, notes and a course's own page. */
const site = useSite({ 'talk.md': TALK('A talk'), 'other.md': TALK('Another') });
const PAGES = ['index.html', 'read/index.html', 'read/all.html', 'read/talk.html'];
const HTTP = 'over http under a path';

describe('a course of two files, without numbers, notes and a page of its own', () => {
  test.each(PAGES)('%s is never wider than its window, and axe finds nothing wrong with it', async (path) => {
    const { page } = await open();
    await page.goto(site.at(HTTP) + path);
    for (const width of [1440, 768, 390, 320]) {
      await page.setViewportSize({ width, height: 720 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBe(width);
      const cut = await page.evaluate(() => {
        const right = document.querySelector('main')?.getBoundingClientRect().right ?? 0;
        const wide = (one: Element) => one.getBoundingClientRect().right > Math.max(right, innerWidth) + 1;
        return [...document.querySelectorAll('main :is(h1, h2, h3, h4, p, li, dd, dt)')].filter(wide).map((one) => one.outerHTML);
      });
      expect(cut, `${width}`).toEqual([]);
    }
    expect(await inspectPage(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  test.each([
    ['index.html', '.part', '.lecture h2'],
    ['read/index.html', '.lectern-all', '.lectern-all h2'],
  ])('%s leaves no room for numbers', async (path, list, title) => {
    const { page } = await open();
    await page.goto(site.at(HTTP) + path);
    const lefts = await page.evaluate(
      (both) => both.map((one) => document.querySelector(one)?.getBoundingClientRect().left),
      [list, title],
    );
    expect(lefts[1]).toBe(lefts[0]);
  });

  test('headings of the course as one page stand as near to their text as those of a lecture', async () => {
    const { page } = await open();
    const gap = async (path: string, id: string) => {
      await page.goto(site.at(HTTP) + path);
      return page.evaluate((id) => {
        const section = document.getElementById(id);
        const bottom = section?.querySelector('.lectern-head > :is(h2, h3, h4)')?.getBoundingClientRect().bottom ?? 0;
        return Math.round((section?.querySelector('.lectern-head + *')?.getBoundingClientRect().top ?? 0) - bottom);
      }, id);
    };
    expect(await gap('read/all.html', 'talk:last')).toBe(await gap('read/talk.html', 'last'));
  });
});
