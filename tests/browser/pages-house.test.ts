import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const README = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const EXAMPLE = /### House style[\s\S]*?```css\n([\s\S]*?)```/.exec(README)?.[1] ?? '';
const FONT = readFileSync(
  join(import.meta.dirname, '../../node_modules/@fontsource/brygada-1918/files/brygada-1918-latin-600-italic.woff2'),
);
const LECTURE = '---\ntitle: A talk\n---\n\n## One\n\nShown.\n\n::: notes\nSaid.\n:::\n';

const open = useBrowser();
const site = useSite({
  'slides/index.md': '---\ntitle: Course\ncss: house/house.css\n---\n\nText.\n',
  'slides/house/house.css': EXAMPLE,
  'slides/assets/logo.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="20" height="10"><path d="M0 0h20v10z"/></svg>',
  'slides/assets/house.woff2': FONT,
  'slides/01-talk.md': LECTURE,
  'slides/02-other.md': LECTURE.replace('title: A talk', 'title: Other\ncss: house/own.css'),
  'slides/03-asks.md': '## Why?\n\n::: question\nWhy?\n\n::: answer\nSo.\n:::\n:::\n',
  'slides/house/own.css': ':root { --ink: rgb(1, 2, 3); }\n.slide { color: var(--ink); }\n',
});

test('the example of the README is 20 lines', () => {
  expect(EXAMPLE.trim().split('\n')).toHaveLength(20);
});

describe.each(WAYS)('the house style of the README %s', (way) => {
  test('is seen on the deck: typeface, size, margins, and the logo in its corner', async () => {
    const { page } = await open();
    await page.goto(`${site.at(way)}talk.html#/one`);
    await page.evaluate(() => document.fonts.ready);
    const seen = await page.evaluate(() => {
      const style = (selector: string) => getComputedStyle(document.querySelector(selector) as Element);
      const logo = document.querySelector('.lectern-logo')?.getBoundingClientRect();
      return {
        type: style('#one').fontSize,
        title: style('#one h2').fontSize,
        face: style('#one p').fontFamily,
        loaded: [...document.fonts].some((font) => font.family.includes('House') && font.status === 'loaded'),
        sides: style('#one').paddingLeft,
        logo: style('.lectern-logo').backgroundImage,
        corner: [Math.round(logo?.left ?? 0), Math.round(innerHeight - (logo?.bottom ?? 0)), Math.round(logo?.width ?? 0)],
      };
    });
    expect(seen).toEqual({
      type: expect.stringMatching(/^37\.3/),
      title: expect.stringMatching(/^61\.8/),
      face: 'House, system-ui, sans-serif',
      loaded: true,
      sides: expect.stringMatching(/^68\.2/),
      logo: expect.stringMatching(/assets\/logo\.svg"\)$/),
      corner: [22, 22, 101],
    });
  });

  test('is seen on the reading view and on home', async () => {
    const { page } = await open();
    await page.goto(`${site.at(way)}read/talk.html`);
    const said = await page.evaluate(() => {
      const { fontFamily, fontSize, borderLeftWidth } = getComputedStyle(document.querySelector('.lectern-said') as Element);
      return {
        fontFamily,
        fontSize,
        borderLeftWidth,
        radius: getComputedStyle(document.querySelector('.btn') as Element).borderRadius,
      };
    });
    expect(said).toEqual({ fontFamily: 'House, Georgia, serif', fontSize: '20px', borderLeftWidth: '3px', radius: '0px' });
    await page.goto(`${site.at(way)}index.html`);
    const title = await page.evaluate(() => {
      const { fontFamily, fontStyle } = getComputedStyle(document.querySelector('h1') as Element);
      return { fontFamily, fontStyle };
    });
    expect(title).toEqual({ fontFamily: 'House, Georgia, serif', fontStyle: 'italic' });
  });
});

test.each(['read/index.html', 'read/all.html', 'practice.html'])('it is seen on %s', async (path) => {
  const { page } = await open();
  await page.goto(site.at('from disk') + path);
  const title = await page.evaluate(() => getComputedStyle(document.querySelector('h1') as Element).fontFamily);
  expect(title).toBe('House, Georgia, serif');
});

test('a style sheet of one lecture reaches its deck and reading view, and no other page', async () => {
  const { page } = await open();
  const ink = async (path: string) => {
    await page.goto(site.at('from disk') + path);
    return page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ink').replaceAll(' ', ''));
  };
  expect([await ink('other.html'), await ink('read/other.html')]).toEqual(['rgb(1,2,3)', 'rgb(1,2,3)']);
  expect(await ink('read/talk.html')).not.toBe('rgb(1,2,3)');
  expect(await ink('index.html')).not.toBe('rgb(1,2,3)');
});
