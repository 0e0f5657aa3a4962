import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const open = useBrowser();
const site = useSite({
  'slides/index.md': '---\ntitle: All of it\nsubtitle: And what it says\n---\n',
  'slides/01-one.md': `---\ntitle: One\n---\n\n# Part\n\n## First\n\n[the other](02-two.md#first)\n\n${'Text.\n\n'.repeat(60)}`,
  'slides/02-two.md': `---\ntitle: Two\n---\n\n# Part\n\n## First\n\nA rare word: zymurgy.\n\n${'Text.\n\n'.repeat(60)}`,
});

describe.each(WAYS)('the course as one page %s, without scripts', (way) => {
  test('is reached from home, and leads from lecture to lecture within itself', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site.at(way)}index.html`);
    await page.getByRole('link', { name: 'The course as one page' }).click();
    expect(page.url()).toBe(`${site.at(way)}read/all.html`);
    await page.getByRole('link', { name: 'the other' }).click();
    expect(page.url()).toBe(`${site.at(way)}read/all.html#two:first`);
    const top = await page.evaluate(() => document.getElementById('two:first')?.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(200);
  });
});

test('words of a lecture that is far away are found', async () => {
  const { page } = await open();
  await page.goto(`${site.at('over http at the root')}read/all.html`);
  const found = await page.evaluate(() => (window as unknown as { find: (text: string) => boolean }).find('zymurgy'));
  expect(found).toBe(true);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
});

test('its outline shows the place, and it does not scroll sideways', async () => {
  const { page } = await open();
  await page.goto(`${site.at('from disk')}read/all.html#two:part`);
  const current = page.locator('.lectern-page > .lectern-outline [aria-current="location"]');
  await expect.poll(() => current.getAttribute('href')).toBe('#two:part');
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.setViewportSize({ width: 1280, height: 720 });
});

test('on paper it has a title page and its contents, each lecture begins a page, and everything is laid out', async () => {
  const { page } = await open();
  await page.goto(`${site.at('from disk')}read/all.html`);
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => {
    const style = (selector: string) => [...document.querySelectorAll(selector)].map((one) => getComputedStyle(one));
    return {
      title: style('.lectern-title').map(({ breakAfter }) => breakAfter),
      lectures: style('main > article').map(({ breakBefore, contentVisibility }) => [breakBefore, contentVisibility]),
      contents: [...document.querySelectorAll('.lectern-contents a')].map((link) => link.checkVisibility() && link.textContent),
    };
  });
  await page.emulateMedia({ media: 'screen' });
  expect(seen).toEqual({
    title: ['page'],
    lectures: [
      ['page', 'visible'],
      ['page', 'visible'],
    ],
    contents: ['1 One', 'Part', '2 Two', 'Part'],
  });
  const pages = (await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThanOrEqual(5);
});
