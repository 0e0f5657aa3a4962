/** A page with the search box → what it finds, as a reader sees it. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Opens the box with its key, types, and waits for what it says. */
export async function search(page: Page, query: string, says: RegExp | string): Promise<void> {
  await page.keyboard.press('/');
  await page.locator('#lectern-search-for').fill('');
  await page.keyboard.type(query);
  await expect.poll(() => page.locator('#lectern-search-says').innerText()).toMatch(says);
}

export function titles(page: Page): Promise<readonly string[]> {
  return page.locator('#lectern-search-hits b').allInnerTexts();
}

/** What is marked, in the order of the page; as elements where the browser has no highlights. */
export function marked(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const ranges = [...((CSS.highlights?.get('lectern-found') ?? []) as Iterable<unknown>)] as Range[];
    return ranges.length > 0
      ? ranges.map(String)
      : [...document.querySelectorAll('mark.lectern-found')].map(({ textContent }) => textContent ?? '');
  });
}
