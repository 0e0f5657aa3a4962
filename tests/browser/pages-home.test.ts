import { gzipSync } from 'node:zlib';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite } from '../support/useSite.ts';

const LECTURE = (title: string) => `---\ntitle: "${title}"\nsubtitle: And what it says\n---\n\n# Part\n\n## One\n\nText.\n`;
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="20" height="10"><path d="M0 0h20v10z"/></svg>';

const open = useBrowser();
const course = useSite();
const states = useSite({
  'slides/index.md': `---
title: All states
license: CC BY 4.0
logo: [{ image: assets/logo.svg, alt: The University, link: "https://example.org" }]
parts:
  - title: Part one
    items:
      - { name: order, week: 1, date: 2026-09-21 }
      - making
  - title: Part two
    items: [guest, later]
---

What this is about.
`,
  'slides/assets/logo.svg': LOGO,
  'slides/01-order.md': LECTURE('In order').replace('---\n\n#', 'duration: 45\n---\n\n#'),
  'slides/02-making.md': LECTURE('In the making').replace('---\n\n#', 'status: wip\neta: 2026-12-03\n---\n\n#'),
  'slides/03-guest.pdf': '%PDF-1.4\n',
  'slides/04-later.md': LECTURE('Later').replace('---\n\n#', 'release: 2999-12-11\n---\n\n#'),
});
const fifty = useSite({
  'slides/index.md': '---\ntitle: Fifty lectures\n---\n',
  ...Object.fromEntries(
    Array.from({ length: 50 }, (_, at) => [
      `slides/${String(at + 1).padStart(2, '0')}-topic-${at + 1}.md`,
      LECTURE(`Topic ${at + 1}`),
    ]),
  ),
});
const one = useSite({ 'slides/index.md': '---\ntitle: One talk\n---\n', 'slides/01-only.md': LECTURE('The only one') });
const none = useSite({
  'slides/index.md': '---\ntitle: Soon\n---\n\nIn spring.\n',
  'slides/01-a.md': LECTURE('A').replace('---\n\n#', 'draft: true\n---\n\n#'),
});

test('each lecture is there with number, title, subtitle, length, week, date, state and what can be done with it', async () => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto(`${states.at('from disk')}index.html`);
  const rows = await page.evaluate(() =>
    [...document.querySelectorAll('.lecture')].map((row) => ({
      number: row.querySelector('.no')?.textContent,
      title: row.querySelector('h3')?.firstChild?.textContent,
      chips: [...row.querySelectorAll('.chip')].map((chip) => chip.textContent),
      sub: row.querySelector('.sub')?.textContent ?? null,
      meta: [...row.querySelectorAll('.meta li')].map((one) => one.textContent),
      links: [...row.querySelectorAll('a')].map((link) => `${link.getAttribute('href')} ${link.ariaLabel ?? link.textContent}`),
    })),
  );
  expect(rows).toEqual([
    {
      number: '1',
      title: 'In order',
      chips: [],
      sub: 'And what it says',
      meta: ['Week 1', '21 September 2026', '45 min', '3 slides'],
      links: [
        'read/order.html In order',
        'read/order.html Read: In order',
        'order.html Present: In order',
        'order.html?print-pdf Print: In order',
      ],
    },
    {
      number: '2',
      title: 'In the making',
      chips: ['In the making'],
      sub: 'And what it says',
      meta: ['3 slides', 'Expected 3 December 2026'],
      links: [
        'read/making.html In the making',
        'read/making.html Read: In the making',
        'making.html Present: In the making',
        'making.html?print-pdf Print: In the making',
      ],
    },
    {
      number: '3',
      title: 'Guest',
      chips: ['Guest'],
      sub: null,
      meta: [],
      links: ['assets/slides/03-guest.pdf Guest', 'assets/slides/03-guest.pdf Open the PDF: Guest'],
    },
    { number: '4', title: 'Later', chips: [], sub: null, meta: ['Opens on 11 December 2999'], links: [] },
  ]);
  expect(await page.locator('.end a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
    'https://example.org',
    'read/index.html',
    'read/all.html',
    'https://creativecommons.org/licenses/by/4.0/',
  ]);
  expect(await page.getByRole('img', { name: 'The University' }).evaluate((image) => image.getBoundingClientRect().height)).toBe(
    36,
  );
});

test('what changed last in git is said of the course and of each lecture', async () => {
  const { page } = await open();
  await page.goto(`${course.at('from disk')}index.html`);
  expect(await page.locator('.lecture .meta', { hasText: /Changed \d{1,2} \w+ 20\d\d/ }).count()).toBeGreaterThanOrEqual(4);
  expect(await page.locator('.hero .facts').innerText()).toMatch(/Last change \d{1,2} \w+ 20\d\d/);
});

test('fifty lectures, one, and none have a home page without headings that head nothing', async () => {
  const { page } = await open();
  const look = async (site: typeof fifty) => {
    await page.goto(`${site.at('from disk')}index.html`);
    return page.evaluate(() => ({
      rows: document.querySelectorAll('.lecture').length,
      headings: [...document.querySelectorAll('main :is(h2, h3)')].map(({ localName }) => localName),
      facts: [...document.querySelectorAll('.hero .facts li')].map((fact) => fact.textContent),
      says: document.querySelector('.none')?.textContent ?? null,
    }));
  };
  expect(await look(fifty)).toEqual({ rows: 50, headings: Array(50).fill('h2'), facts: ['50 lectures'], says: null });
  expect(await look(one)).toEqual({ rows: 1, headings: ['h2'], facts: ['1 lecture'], says: null });
  expect(await look(none)).toEqual({ rows: 0, headings: [], facts: [], says: 'No lecture is out yet.' });
});

describe.each([1440, 768, 390, 320])('at %i px', (width) => {
  test('no home page, contents or reading view scrolls sideways, and nothing is cut when letters and lines are set apart', async () => {
    const { page } = await open({ viewport: { width, height: 800 } });
    const pages = [
      ...[states, fifty, one, none].map((site) => `${site.at('from disk')}index.html`),
      ...readdirSync(join(course.folder(), 'read')).map((name) => `${course.at('from disk')}read/${name}`),
      `${course.at('from disk')}index.html`,
      `${course.at('from disk')}404.html`,
    ];
    for (const address of pages) {
      await page.goto(address);
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await wide(), address).toBeLessThanOrEqual(0);
      // The policy of home allows no style of a stranger: the sheet goes in as a browser's own would.
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
        );
        document.adoptedStyleSheets = [sheet];
      });
      expect(await wide(), `${address} with text spacing`).toBeLessThanOrEqual(0);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.btn, .chip, h1, h2, h3, .facts li, .meta li')]
          .filter(
            (one) =>
              one.checkVisibility() && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow !== 'visible',
          )
          .map((one) => one.outerHTML.slice(0, 120)),
      );
      expect(cut, address).toEqual([]);
    }
  });
});

test('home, its search included, is at most 25 KB compressed, with one font; home and reading view run at most 3 KB of script', async () => {
  const { page } = await open({ alone: true });
  const weigh = async (path: string) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(course.at('over http at the root') + path);
    await page.waitForLoadState('networkidle');
    page.removeAllListeners('request');
    const files = [...new Set(asked)].map((name) => join(course.folder(), name)).filter((file) => existsSync(file));
    const size = (end: RegExp) =>
      files
        .filter((file) => end.test(file))
        .reduce(
          (sum, file) => sum + (file.endsWith('.woff2') ? readFileSync(file).length : gzipSync(readFileSync(file)).length),
          0,
        );
    return {
      all: size(/./) - size(/icon/),
      scripts: size(/\.js$/),
      fonts: files.filter((file) => file.endsWith('.woff2')).length,
    };
  };
  const home = await weigh('index.html');
  expect(home.fonts).toBe(1);
  expect(home.all).toBeLessThan(25 * 1024);
  expect(home.scripts).toBeLessThan(3 * 1024);
  const reading = await weigh('read/introduction.html');
  expect(reading.scripts).toBeLessThan(3 * 1024);
});

test('nothing moves while home and a reading view load, however late their fonts come', async () => {
  const { page, context } = await open({ alone: true });
  await context.route('**/*.woff2', async (route) => {
    await new Promise((done) => setTimeout(done, 400));
    await route.continue();
  });
  for (const path of ['index.html', 'read/introduction.html']) {
    await page.goto(course.at('over http at the root') + path);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(300);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          new PerformanceObserver((list) =>
            done(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0)),
          ).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(0), 300);
        }),
    );
    expect(shift, path).toBeLessThan(0.02);
  }
});
