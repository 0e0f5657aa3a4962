import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { courseShades } from '../src/model/courseShades.ts';
import { courseColours } from '../src/render/courseColours.ts';
import { parseColour, toHex } from '../src/model/oklch.ts';

/** Text or mark on ground, with the least contrast that it must have (WCAG 2.2): every pair that the styles bring together. */
const PAIRS: readonly (readonly [readonly string[], readonly string[], number])[] = [
  [['ink'], ['paper', 'paper-2', 'paper-3', 'soft'], 10],
  [['ink-2'], ['paper', 'paper-2', 'paper-3', 'soft'], 4.5],
  [['ink-3'], ['paper', 'paper-2', 'soft'], 4.5],
  [['accent'], ['paper', 'paper-2', 'paper-3', 'soft'], 4.5],
  [['on-accent'], ['accent'], 4.5],
  [['on-deep', 'on-deep-2'], ['deep'], 4.5],
  [['ribbon-deep'], ['deep'], 4.5],
  [['deep'], ['ribbon-deep'], 4.5],
  [['ribbon'], ['paper', 'soft'], 3],
  [['edge'], ['paper'], 3],
  [['second', 'third'], ['paper', 'paper-2'], 4.5],
  [['code-key', 'code-text', 'code-number', 'code-note'], ['paper-2', 'soft'], 4.5],
];

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}

test('text can be read in any accent, light and dark: 90 hues, 7 chromas, 3 lightnesses', () => {
  const failing: string[] = [];
  for (let hue = 0; hue < 360; hue += 4)
    for (const chroma of [0, 0.02, 0.05, 0.1, 0.15, 0.22, 0.32])
      for (const lightness of [0.25, 0.6, 0.92]) failing.push(...unreadable(`oklch(${lightness} ${chroma} ${hue})`));
  expect(failing).toEqual([]);
});

test.each(['#ffe600', 'lightblue', 'white', 'black', 'yellow', '#00f'])('text can be read with the accent %s', (accent) => {
  expect(unreadable(accent)).toEqual([]);
});

/** Every pair that an accent's shades leave with too little contrast. */
function unreadable(accent: string): readonly string[] {
  const shades = courseShades(accent);
  if (shades === null) return [`${accent} is no colour`];
  return [shades.light, shades.dark].flatMap((table) =>
    PAIRS.flatMap(([marks, grounds, least]) =>
      marks.flatMap((mark) =>
        grounds.flatMap((ground) => {
          const found = contrast(table.get(mark) ?? '', table.get(ground) ?? '');
          return found >= least ? [] : [`${accent}: ${mark} on ${ground} ${found.toFixed(2)}`];
        }),
      ),
    ),
  );
}

test('the styles hold the colours of the default accent', () => {
  const tokens = readFileSync(new URL('../src/client/styles/tokens.css', import.meta.url), 'utf8');
  const blocks = tokens
    .split('}')
    .map((block) => new Map([...block.matchAll(/--([\w-]+): (#\w{6});/g)].map(([, name, hex]) => [name, hex])));
  const [light, dark, kept] = blocks.filter((block) => block.has('paper'));
  const shades = courseShades('#0b6f7c');
  for (const [name, hex] of shades?.light ?? []) expect([name, light?.get(name)]).toEqual([name, hex]);
  for (const [name, hex] of shades?.dark ?? []) expect([name, dark?.get(name)]).toEqual([name, hex]);
  expect(kept).toEqual(dark);
});

test('the same colour is known by all its notations', () => {
  const hex = (css: string) => {
    const colour = parseColour(css);
    return colour === null ? null : toHex(colour);
  };
  expect(['#0b6f7c', '#0B6F7Cff', 'rgb(11, 111, 124)', 'rgb(11 111 124 / 50%)', 'hsl(186.9 83.7% 26.47%)'].map(hex)).toEqual(
    Array.from({ length: 5 }, () => '#0b6f7c'),
  );
  expect(['#fff', 'Teal', 'url(x)', 'rgb(a b c)', 'constructor'].map(hex)).toEqual(['#ffffff', '#008080', null, null, null]);
});

test('what is no colour leaves the pages with ours', () => {
  expect(courseColours('red}body{display:none')).toBeNull();
  expect(courseColours('lab(50% 40 59.5)')).toBeNull();
  expect(courseColours(null)).toBeNull();
});

test('paper is light, whatever the screen is', () => {
  const outside = (courseColours('teal')?.content ?? '').replace(/^@media screen.*$/gm, '');
  expect(outside).toContain('--paper:#f7fbfa');
  expect(outside).not.toContain('data-scheme');
});
