import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite } from '../support/useSite.ts';

const open = useBrowser();
const site = useSite({
  'slides/index.md': '---\ntitle: Firsts\naccent: "#7a1f5c"\n---\n',
  'slides/01-first.md':
    '---\ntitle: A title that is long enough to need a second line on its board\nsubtitle: And more\nauthor: Somebody\n---\n\n# Part\n\n## Plain\n\nSome text.\n\n- One\n- Two\n\n> - step\n\n## Hidden {visibility=hidden}\n\nNever.\n\n## Backed {background-color=#123}\n\nText.\n',
  'slides/03-house.md': '---\ntitle: House\ncss: house.css\n---\n\n## Only\n\nText.\n',
  'slides/house.css': 'h1 { color: red; }\n',
  'slides/02-small.md': '---\ntitle: Small\nwidth: 960\nheight: 700\n---\n\n## Only\n\nText.\n',
});

/** Where everything that can be seen of the slide stands: text and place, in CSS pixels. */
function seen(page: Page): Promise<readonly (readonly [string, number, number, number])[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.reveal .slides :is(h1, h2, p, li)')]
      .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((one) => [one.textContent ?? '', one.getBoundingClientRect()] as const)
      .map(([text, { x, y, width }]) => [text, Math.round(x), Math.round(y), Math.round(width)] as const),
  );
}

test.each([
  ['first.html', 1440, 900],
  ['first.html', 1280, 720],
  ['first.html', 390, 844],
  ['first.html#/part', 1440, 900],
  ['first.html#/plain', 1024, 768],
  ['first.html#/4', 1440, 900],
  ['small.html', 1440, 900],
])('%s at %i × %i shows its slide before reveal.js is there, and nothing moves when it comes', async (address, width, height) => {
  const { page } = await open({ alone: true, viewport: { width, height } });
  const gate = { open: (): void => {} };
  const opened = new Promise<void>((resolve) => (gate.open = resolve));
  await page.route('**/deck.*.js', async (route) => {
    await opened;
    await route.continue();
  });
  await page.goto(site.at('over http at the root') + address, { waitUntil: 'commit' });
  await page.waitForSelector('body.lectern-first [data-lectern-shown]');
  // all but the scripts is there
  await page.waitForFunction(() => document.querySelector('[id=lectern-bar]') !== null && document.styleSheets.length > 1);
  await page.evaluate(async () => void (await document.fonts.ready));
  const before = await seen(page);
  gate.open();
  await page.waitForSelector('html[data-ready]');
  expect(before.length).toBeGreaterThan(0);
  expect(await seen(page)).toEqual(before);
  expect(await page.locator('.lectern-first, [data-lectern-shown]').count()).toBe(0);
});

test.each(['first.html#/backed', 'first.html?print-pdf', 'first.html?receiver=current'])(
  '%s is left to reveal.js, which knows what else belongs to it',
  async (address) => {
    const { page, takeTroubles } = await open({ alone: true });
    await page.route('**/deck.*.js', (route) => route.abort());
    await page.goto(site.at('over http at the root') + address);
    expect(await page.locator('.lectern-first').count()).toBe(0);
    expect(takeTroubles().filter((trouble) => !trouble.includes('ERR_FAILED'))).toEqual([]);
  },
);

/** Opens a deck whose files that match `pattern` wait until they are let go. */
async function openWaiting(address: string, pattern: string): Promise<{ page: Page; letGo: () => void }> {
  const { page } = await open({ alone: true, viewport: { width: 1440, height: 900 } });
  const gate = { open: (): void => {} };
  const opened = new Promise<void>((resolve) => (gate.open = resolve));
  await page.route(pattern, async (route) => {
    await opened;
    await route.continue();
  });
  await page.goto(site.at('over http at the root') + address, { waitUntil: 'commit' });
  return { page, letGo: () => gate.open() };
}

test('a cover is painted before the style sheets are there, and nothing moves when they come', async () => {
  const { page, letGo } = await openWaiting('first.html', '**/_lectern/*.css');
  await page.waitForSelector('body.lectern-first [data-lectern-shown]');
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  // a typeface that comes later makes a line wider or narrower, and moves nothing
  const places = async (): Promise<unknown> => (await seen(page)).map(([text, x, y]) => [text, x, y]);
  const before = [await places(), await paper()];
  expect(before[0]).toHaveLength(3);
  expect(await page.evaluate(() => performance.getEntriesByType('paint').map(({ name }) => name))).toContain(
    'first-contentful-paint',
  );
  letGo();
  await page.waitForSelector('html[data-ready]');
  expect([await places(), await paper()]).toEqual(before);
});

test('an address that names another slide shows nothing until that is there', async () => {
  const { page, letGo } = await openWaiting('first.html#/plain', '**/_lectern/*.css');
  await page.waitForFunction(() => document.querySelector('#plain') !== null);
  expect(await seen(page)).toEqual([]);
  letGo();
  await page.waitForSelector('html[data-ready]');
  expect((await seen(page)).map(([text]) => text)).toContain('Plain');
});

test('a course in colours of its own shows its cover in them at once; one with style sheets of its own waits for them', async () => {
  const { page } = await openWaiting('first.html', '**/_lectern/*.css');
  await page.waitForSelector('body.lectern-first');
  for (const [name, early] of [
    ['first.html', true],
    ['house.html', false],
  ] as const) {
    const html = await (await page.request.get(site.at('over http at the root') + name)).text();
    const head = html.slice(0, html.indexOf('</head>')).replace(/<noscript>.*?<\/noscript>/gs, '');
    expect(head.includes('rel="stylesheet"'), name).toBe(!early);
    expect(head.includes('<style>'), name).toBe(early);
    if (early) expect(head).toContain('--deep:');
  }
});
