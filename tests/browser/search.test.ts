import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openDeck, place } from '../support/deckPage.ts';
import { inspectPage } from '../support/inspectPage.ts';
import { marked, search, titles } from '../support/searchBox.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const COURSE = {
  'slides/index.md': '---\ntitle: Course\n---\n\nHello.\n\n## Exams\n\nIn the aula.\n',
  'slides/03-bank-visit.pdf': '%PDF-1.4\n',
  'slides/01-talk.md': `---
title: A talk
---

# Part

## Costs of *waiting*

- Crème brûlée, and **mach**ine learning

::: notes
Said aloud: machine learning ages.
:::

## Steps

::: incremental

- one
- two hippopotami
- three

:::

::: slide-only
A spotlight.
:::

## Code {.x}

\`\`\`python
def get_user(name):
    return name
\`\`\`

## End

${'Text.\n\n'.repeat(50)}

A last periwinkle.
`,
  'slides/sub/02-other.md': '---\ntitle: Another talk\n---\n\n## Machines & more\n\nA machine that learns to be brulee.\n',
  'slides/guide.md':
    '---\ntitle: A guide\n---\n\nBefore.\n\n## First\n\nFirst words.\n\n## Second\n\nThe periwinkle of the guide.\n',
};

const open = useBrowser();
const site = useSite(COURSE);
const HTTP = 'over http under a path';

describe.each(WAYS)('the search, %s,', (way) => {
  test('finds from home, with the keyboard alone, and marks the words in the reading view', async () => {
    const { page } = await open();
    await page.goto(`${site.at(way)}index.html`);
    await search(page, 'creme BRULEE', '1 result');
    expect(await titles(page)).toEqual(['Costs of waiting']);
    expect(await page.locator('#lectern-search-hits .place').innerText()).toBe('A talk · Slide 3');
    expect(await page.locator('#lectern-search-hits .words').innerText()).toBe('Crème brûlée, and machine learning');
    expect(await page.locator('#lectern-search-hits .words mark').allInnerTexts()).toEqual(['Crème', 'brûlée']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.at(way)}read/talk.html#costs-of-waiting`);
    await expect.poll(() => marked(page)).toEqual(['Crème', 'brûlée']);
  });

  test('finds from a deck, opens its slide, and shows the step', async () => {
    const { page } = await open();
    await openDeck(page, `${site.at(way)}sub/other.html`);
    await search(page, 'hippo', '1 result');
    await page.keyboard.press('Enter');
    await page.waitForSelector('html[data-ready] [data-number="4"].present');
    await expect.poll(() => marked(page)).toEqual(['hippopotami']);
    await expect.poll(() => place(page)).toBe('4.2');
    await expect.poll(() => page.url()).toBe(`${site.at(way)}talk.html#/steps`);
    // as one goes on, nothing is marked any more
    await page.keyboard.press('End');
    await expect.poll(() => marked(page)).toEqual([]);
  });

  test('goes to another slide of the same deck without loading it again', async () => {
    const { page } = await open();
    await openDeck(page, `${site.at(way)}talk.html`);
    await page.evaluate(() => Object.assign(window, { same: true }));
    await search(page, '"def get_user', '1 result');
    await page.keyboard.press('Enter');
    await expect.poll(() => place(page)).toBe('5');
    await expect.poll(() => marked(page)).toEqual(['def get_user']);
    expect(await page.evaluate(() => 'same' in window)).toBe(true);
  });
});

describe('the box', () => {
  test('shows results as one types, a beginning at first, phrases in quotes, titles before the rest', async () => {
    const { page } = await open();
    await page.goto(`${site.at(HTTP)}read/talk.html`);
    await search(page, 'mach', '2 results');
    expect(await titles(page)).toEqual(['Machines & more', 'Costs of waiting']);
    await search(page, '"machine learning"', '1 result');
    expect(await titles(page)).toEqual(['Costs of waiting']);
    await search(page, '"learning machine"', 'No result for “"learning machine"”. Try fewer words, or only their beginning.');
    expect(await titles(page)).toEqual([]);
    await page.locator('#lectern-search-for').fill('');
    await expect.poll(() => page.locator('#lectern-search-says').innerText()).toBe('');
  });

  test('says how many there are, is walked through with the arrows, and closes with Escape where one was', async () => {
    const { page } = await open();
    await page.goto(`${site.at(HTTP)}index.html`);
    await page.getByRole('button', { name: 'Search the course' }).press('Enter');
    await expect.poll(() => page.getByRole('dialog', { name: 'Search the course' }).isVisible()).toBe(true);
    await page.keyboard.type('a');
    await expect.poll(() => page.getByRole('status').innerText()).toMatch(/^\d+ results$/);
    const focused = () =>
      page.evaluate(() => document.activeElement?.querySelector('b')?.textContent ?? document.activeElement?.id);
    const all = await titles(page);
    for (const title of all.slice(0, 2)) {
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe(title);
    }
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('lectern-search-for');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type(' t');
    expect(await page.locator('#lectern-search-for').inputValue()).toBe('at');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('#lectern-search-box[open]').count()).toBe(0);
    expect(await focused()).toBe('lectern-search');
  });

  test('shows eight results and, when asked, the next ones', async () => {
    const { page } = await open();
    await page.goto(`${useOwn.at(HTTP)}index.html`);
    await search(page, 'model', /^\d\d results$/);
    expect((await titles(page)).length).toBe(8);
    await page.getByRole('button', { name: 'Show 8 more' }).press('Enter');
    await expect.poll(async () => (await titles(page)).length).toBe(16);
    expect(await page.evaluate(() => document.activeElement?.matches('li:nth-child(9) > .hit'))).toBe(true);
  });

  test('leads to the other view of a slide too', async () => {
    const { page } = await open();
    await page.goto(`${site.at(HTTP)}index.html`);
    await search(page, 'creme', '1 result');
    await page.getByRole('link', { name: 'Open slide 3: Costs of waiting' }).click();
    await page.waitForSelector('html[data-ready] [data-number="3"].present');
    await expect.poll(() => marked(page)).toEqual(['Crème']);
    await search(page, 'creme', '1 result');
    await page.getByRole('link', { name: 'Read Costs of waiting' }).click();
    await page.waitForURL(`${site.at(HTTP)}read/talk.html#costs-of-waiting`);
    await expect.poll(() => marked(page)).toEqual(['Crème']);
  });

  test('leads to where the words can be seen: notes to the reading view, what is on the slide only to the deck', async () => {
    const { page } = await open();
    await openDeck(page, `${site.at(HTTP)}talk.html`);
    await search(page, 'aloud', '1 result');
    expect(await page.locator('#lectern-search-hits .said').innerText()).toBe('In the notes');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.at(HTTP)}read/talk.html#costs-of-waiting`);
    await expect.poll(() => marked(page)).toEqual(['aloud']);
    await search(page, 'spotlight', '1 result');
    await page.keyboard.press('Enter');
    await page.waitForSelector('html[data-ready] [data-number="4"].present');
    await expect.poll(() => marked(page)).toEqual(['spotlight']);
  });

  test('leads to the part of a page, and brings what is far down into view', async () => {
    const { page } = await open();
    await page.goto(`${site.at(HTTP)}read/index.html`);
    await search(page, 'periwinkle', '2 results');
    await page.locator('#lectern-search-hits .hit', { hasText: 'Second' }).click();
    await page.waitForURL(`${site.at(HTTP)}read/guide.html#second`);
    await expect.poll(() => marked(page)).toEqual(['periwinkle']);
    await search(page, 'last periw', '1 result');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.at(HTTP)}read/talk.html#end`);
    await expect.poll(() => marked(page)).toEqual(['last', 'periwinkle']);
    await expect
      .poll(() => page.getByText('A last periwinkle.').evaluate((one) => one.getBoundingClientRect().bottom < innerHeight))
      .toBe(true);
  });
});

test('results lead to the home page’s own text, to the beginning of a page, and to a guest lecture’s file', async () => {
  const { page } = await open();
  for (const [query, title, path, words] of [
    ['aula', 'Exams', 'index.html#exams', ['aula']],
    ['hello', 'Course', 'index.html', ['Hello']],
    ['before', 'A guide', 'read/guide.html', ['Before']],
  ] as const) {
    await page.goto(`${site.at(HTTP)}read/talk.html`);
    await search(page, query, '1 result');
    expect(await titles(page)).toEqual([title]);
    await page.keyboard.press('Enter');
    await page.waitForURL(site.at(HTTP) + path);
    await expect.poll(() => marked(page)).toEqual(words);
  }
  await search(page, 'bank', '1 result');
  const hit = page.locator('#lectern-search-hits a');
  expect(await hit.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))).toEqual([
    `${site.at(HTTP)}assets/slides/03-bank-visit.pdf`,
  ]);
});

const useOwn = useSite();

test('a link to a result can be shared: it marks the words, and leaves the address as it always is', async () => {
  const { page } = await open();
  await page.goto(`${site.at('from disk')}index.html`);
  await search(page, '"machine learning', '1 result');
  const href = await page.locator('#lectern-search-hits .hit').getAttribute('href');
  expect(href).toBe(`${site.at('from disk')}read/talk.html?mark=%22machine+learning#costs-of-waiting`);
  await page.goto(href ?? '');
  await expect.poll(() => marked(page)).toEqual(['machine learning', 'machine learning']);
  expect(page.url()).toBe(`${site.at('from disk')}read/talk.html#costs-of-waiting`);
});

test('browsers without highlights mark words with elements, also across others', async () => {
  const { page, context } = await open({ alone: true });
  await context.addInitScript(() => Object.defineProperty(CSS, 'highlights', { value: undefined }));
  await page.goto(`${site.at(HTTP)}read/talk.html?mark=machine#costs-of-waiting`);
  await expect.poll(() => marked(page)).toEqual(['mach', 'ine', 'machine']);
  expect(await page.locator('#costs-of-waiting li').innerText()).toBe('Crème brûlée, and machine learning');
});

test('the slash is a letter where somebody types, and can be switched off with the other letters', async () => {
  const { page } = await open({ alone: true });
  const box = () => page.locator('#lectern-search-box[open]').count();
  await page.goto(`${site.at(HTTP)}index.html`);
  await search(page, 'a/b', /result/);
  expect(await page.locator('#lectern-search-for').inputValue()).toBe('a/b');
  await page.getByRole('checkbox', { name: 'Letters as keys' }).uncheck();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('/');
  expect(await box()).toBe(0);
  await openDeck(page, `${site.at(HTTP)}talk.html`);
  await page.keyboard.press('/');
  expect(await box()).toBe(0);
  await page.locator('#lectern-more').press('Enter');
  await page.getByRole('button', { name: 'Search the course' }).press('Enter');
  expect(await box()).toBe(1);
});

test('a page that was opened before the course was published anew finds what is there now', async () => {
  const { page, takeTroubles } = await open({ alone: true });
  const own = site.at(HTTP);
  await page.route(/search\/w-/, async (route) => {
    if (route.request().url().includes('0000000000')) await route.fulfill({ status: 404 });
    else await route.continue();
  });
  await page.route(/search\/table\.js$/, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'lecternSearch("table",{"version":"0000000000","cuts":"","lectures":[["0000000000",3]]})',
    }),
  );
  await page.goto(`${own}index.html`);
  await search(page, 'creme', '1 result');
  expect(await titles(page)).toEqual(['Costs of waiting']);
  expect(takeTroubles().filter((trouble) => !trouble.includes('404'))).toEqual([]);
});

describe('a browser that kept files of an earlier build', () => {
  const older = useSite({ ...COURSE, 'slides/01-talk.md': COURSE['slides/01-talk.md'].replace('Crème brûlée', 'Panna cotta') });
  const keep = async (page: Page, files: RegExp): Promise<void> => {
    const folder = join(older.folder(), '_lectern/search');
    const names = new Set(readdirSync(folder).filter((name) => files.test(name)));
    await page.route(
      ({ pathname, search: query }) => query === '' && names.has(pathname.slice(pathname.lastIndexOf('/') + 1)),
      (route) => {
        const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
        return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(folder, name), 'utf8') });
      },
    );
  };

  test.each([
    ['the table alone', /^table/],
    ['the table and the words', /^(?:table|w-)/],
    ['all but the texts', /^(?:table|[wp]-)/],
  ])('has %s of it, and finds what is there now', async (_, files) => {
    const { page, takeTroubles } = await open({ alone: true });
    await keep(page, files);
    await page.goto(`${site.at(HTTP)}index.html`);
    await search(page, '"panna cotta"', 'No result');
    await search(page, '"creme brulee"', '1 result');
    expect(await titles(page)).toEqual(['Costs of waiting']);
    expect(takeTroubles().filter((trouble) => !trouble.includes('404'))).toEqual([]);
  });

  test('has all of it, and finds what there was', async () => {
    const { page } = await open({ alone: true });
    await keep(page, /./);
    await page.goto(`${site.at(HTTP)}index.html`);
    await search(page, '"panna cotta"', '1 result');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.at(HTTP)}read/talk.html#costs-of-waiting`);
  });
});

describe('more results that are not there any more', () => {
  const slides = (count: number) => Array.from({ length: count }, (_, at) => `## Slide ${at}\n\nA word.\n`).join('\n');
  const two = useSite({ 'one.md': slides(8), 'two.md': slides(3) });

  test('are looked for anew', async () => {
    const { page, takeTroubles } = await open({ alone: true });
    await page.goto(`${two.at(HTTP)}index.html`);
    await search(page, 'word', '11 results');
    await page.route(/search\/[0-9a-f]{10}-\d/, (route) => route.fulfill({ status: 404 }), { times: 1 });
    const more = page.getByRole('button', { name: 'Show 3 more' });
    const table = page.waitForResponse(/table\.js\?\d+$/);
    await more.press('Enter');
    await table;
    await expect
      .poll(async () => {
        if (await more.isVisible()) await more.press('Enter');
        return (await titles(page)).length;
      })
      .toBe(11);
    expect(takeTroubles().filter((trouble) => !trouble.includes('404'))).toEqual([]);
  });
});

test('where its script cannot be loaded, it says so, and tries again when it is opened again', async () => {
  const { page, takeTroubles } = await open({ alone: true });
  await page.route(/\/search\.[^/]*js$/, (route) => route.fulfill({ status: 404 }), { times: 1 });
  await page.goto(`${site.at(HTTP)}index.html`);
  await page.keyboard.press('/');
  const says = page.locator('#lectern-search-says');
  await expect.poll(() => says.innerText()).toBe('The search could not be loaded. Load this page again.');
  await page.keyboard.type('creme');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('/');
  await expect.poll(() => says.innerText()).toBe('1 result');
  expect(takeTroubles().filter((trouble) => !trouble.includes('404'))).toEqual([]);
});

test('where nothing can be loaded, it says so', async () => {
  const { page, takeTroubles } = await open({ alone: true });
  await page.route(/\/_lectern\/search\/table/, (route) => route.abort());
  await page.goto(`${site.at(HTTP)}index.html`);
  await page.keyboard.press('/');
  await page.locator('#lectern-search-for').fill('creme');
  const says = page.locator('#lectern-search-says');
  await expect.poll(() => says.innerText()).toBe('The search could not be loaded. Load this page again.');
  // it tries twice, and each time the browser complains of a request and in its console
  const troubles: string[] = [];
  await expect.poll(() => troubles.push(...takeTroubles())).toBe(4);
});

test('without scripts the contents are linked in its place', async () => {
  const { page } = await open({ javaScriptEnabled: false });
  for (const name of ['index.html', 'read/talk.html', 'talk.html']) {
    await page.goto(site.at('from disk') + name);
    expect(await page.locator('.lectern-search:visible, #lectern-search:visible').count(), name).toBe(0);
    const contents = page.locator('.lectern-to-contents:visible');
    expect(await contents.evaluate((link) => (link as HTMLAnchorElement).href), name).toBe(
      `${site.at('from disk')}read/index.html`,
    );
  }
  const scripted = await open();
  for (const name of ['index.html', 'read/talk.html', 'talk.html']) {
    await scripted.page.goto(site.at('from disk') + name);
    await scripted.page.waitForLoadState();
    await expect.poll(() => scripted.page.locator('.lectern-to-contents:visible').count()).toBe(0);
  }
});

test('nothing of it is loaded before it is used, and then only what is asked for', async () => {
  const { page } = await open({ alone: true });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''));
  await page.goto(`${site.at(HTTP)}index.html`, { waitUntil: 'networkidle' });
  expect(asked.filter((name) => /^(?:search\.|table|w-|p-|[0-9a-f]{10}-)/.test(name))).toEqual([]);
  await search(page, 'creme', '1 result');
  const kinds = asked.flatMap(
    (name) => /^(search\.|table|w-|p-|[0-9a-f]{10}-)/.exec(name)?.[1]?.replace(/[0-9a-f]{10}/, 'text') ?? [],
  );
  expect(kinds).toEqual(['search.', 'table', 'w-', 'text-']);
});

describe.each(['light', 'dark'] as const)('axe finds nothing wrong with the box, %s,', (colorScheme) => {
  test.each(['index.html', 'read/talk.html', 'talk.html'])('on %s', async (name) => {
    const { page } = await open({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(site.at(HTTP) + name);
    if (name === 'talk.html') await page.waitForSelector('html[data-ready]');
    if (name === 'talk.html' && colorScheme === 'dark') await page.keyboard.press('d');
    await search(page, 'a', /results/);
    expect(await inspectPage(page, ['#lectern-search-box'])).toEqual([]);
    await search(page, 'zzz', /No result/);
    expect(await inspectPage(page, ['#lectern-search-box'])).toEqual([]);
  });
});

test.each([
  [320, 256],
  [390, 700],
  [768, 700],
  [1440, 700],
])('the box fits a window of %i by %i pixels, and leaves room for results', async (width, height) => {
  const { page } = await open({ viewport: { width, height } });
  await page.goto(`${site.at(HTTP)}index.html`);
  await search(page, 'a', /results/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const seen = await page.evaluate(() => {
    const box = document.querySelector('#lectern-search-box')?.getBoundingClientRect();
    const found = document.querySelector('.found');
    const hit = document.activeElement?.getBoundingClientRect();
    const over = document.elementFromPoint((hit?.left ?? 0) + 20, (hit?.top ?? 0) + 10);
    return {
      page: document.documentElement.scrollWidth,
      inside: box !== undefined && box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
      sideways: (found?.scrollWidth ?? 0) - (found?.clientWidth ?? 0),
      whole: hit !== undefined && hit.height > 40 && hit.bottom <= innerHeight && over?.closest('a') === document.activeElement,
    };
  });
  expect(seen).toEqual({ page: width, inside: true, sideways: 0, whole: true });
});
