import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { WALK } from '../support/courses.ts';
import { openDeck, place } from '../support/deckPage.ts';
import { readLectures, slidesOf } from '../support/readManifest.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const open = useBrowser();
const course = useSite();
const site = useSite({
  ...WALK,
  'slides/03-long.md': `---\ntitle: Long\n---\n\n## Too much\n\n${'One paragraph of many.\n\n'.repeat(60)}\n## Code\n\n\`\`\`python\n${'print("a line")\n'.repeat(60)}\`\`\`\n\n## After\n\ntext\n`,
});

/** Prints what is shown; each page's size in points. */
async function print(page: Page): Promise<readonly string[]> {
  await page.waitForSelector('html[data-ready]');
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const text = pdf.toString('latin1');
  const pages = [...text.matchAll(/\/Type\s*\/Page\b(?!s)/g)];
  const sizes = [...text.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box = '']) => box.trim());
  return pages.map((_, at) => sizes[at] ?? sizes[0] ?? '');
}

describe.each(WAYS)('a deck %s', (way) => {
  test('is printed with one page for each slide, whatever its steps, all of one size', async () => {
    const { page } = await open();
    await page.goto(`${site.at(way)}walk.html?print-pdf`);
    const pages = await print(page);
    expect(pages.length).toBe(7);
    // 1280 × 720 pixels.
    expect([...new Set(pages)]).toEqual(['0 0 960 540']);
  });
});

test('every deck of the course is printed with one page for each slide, its pictures there', async () => {
  const { page } = await open();
  const printed: Record<string, number> = {};
  const expected: Record<string, number> = {};
  for (const lecture of readLectures(course.folder())) {
    if (lecture.deck === null) continue;
    await page.goto(`${course.at('from disk') + lecture.deck}?print-pdf`);
    printed[lecture.name] = (await print(page)).length;
    expected[lecture.name] = slidesOf(lecture).length;
    expect(await page.evaluate(() => [...document.images].filter(({ naturalWidth }) => naturalWidth === 0).length)).toBe(0);
  }
  expect(printed).toEqual(expected);
});

test('a slide with more than it can hold is printed on one page too', async () => {
  const { page } = await open();
  await page.goto(`${site.at('from disk')}long.html?print-pdf`);
  expect((await print(page)).length).toBe(4);
});

test('a printed slide shows all its steps', async () => {
  const { page } = await open();
  await page.goto(`${site.at('from disk')}walk.html?print-pdf`);
  await page.waitForSelector('html.lectern-paper');
  await page.emulateMedia({ media: 'print' });
  const hidden = await page.evaluate(() =>
    [...document.querySelectorAll('.fragment')]
      .filter((one) => !one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((one) => one.outerHTML),
  );
  expect(hidden).toEqual([]);
});

test('a deck that is printed by the browser’s own menu is printed whole, and stands afterwards where it stood', async () => {
  const { page } = await open();
  await openDeck(page, `${site.at('from disk')}walk.html#/far`);
  await page.keyboard.press('ArrowRight');
  expect((await print(page)).length).toBe(7);
  expect(await place(page)).toBe('6.1');
  await page.keyboard.press('ArrowRight');
  expect(await place(page)).toBe('6.2');
});
