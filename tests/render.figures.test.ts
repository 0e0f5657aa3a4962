import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inlineFigure } from '../src/render/inlineFigure.ts';

const OPTIONS = { prefix: 'p-', attributes: '', classes: [], label: null, fallback: 'fallback' };
const ASSETS = join(import.meta.dirname, '../assets');

/** A figure with this between its tags. */
const inline = (inside: string, root = ''): string | null =>
  inlineFigure(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4" class="f"${root}>${inside}</svg>`, OPTIONS);

test('every figure of the course becomes a part of the page, with its title, its description and its own identifiers', () => {
  const figures = readdirSync(ASSETS).filter((name) => name.endsWith('.svg'));
  for (const name of figures) {
    const drawn = inlineFigure(readFileSync(join(ASSETS, name), 'utf8'), OPTIONS) ?? '';
    expect(drawn, name).toMatch(/<title id="p-[^"]+">[^<]+<\/title>\s*<desc id="p-[^"]+">[^<]+<\/desc>/);
    expect(drawn, name).toMatch(/^<svg class="f" role="img" aria-labelledby="p-\S+ p-\S+" xmlns/);
    expect([...drawn.matchAll(/\sid="([^"]*)"/g)].filter(([, id = '']) => !id.startsWith('p-'))).toEqual([]);
  }
  expect(figures.length).toBeGreaterThan(0);
});

test('what could run or load something is left out of a figure', () => {
  const bad = [
    '<script>alert(1)</script>',
    '<foreignObject><p>text</p></foreignObject>',
    '<image href="https://elsewhere.example/x.png"/>',
    '<g onclick="run()"/>',
    '<a href="https://elsewhere.example/"><text>words</text></a>',
    '<a xlink:href="javascript:run()"><text>words</text></a>',
    '<use href="other.svg#x"/>',
    '<rect fill="url(https://elsewhere.example/x.svg#y)"/>',
    '<rect fill="&#117;rl(https://elsewhere.example/x.svg#y)"/>',
    '<rect style="fill:\\75rl(https://elsewhere.example/)"/>',
    '<animate attributeName="href" to="javascript:run()"/>',
    '<set attributeName="onclick" to="run()"/>',
  ];
  for (const one of bad) {
    const drawn = inline(`${one}<path d="M0 0"/>`);
    expect(drawn, one).toContain('<path d="M0 0"/></svg>');
    expect(drawn, one).not.toMatch(/elsewhere|run\(|alert|other\.svg|foreignObject|<(?:script|image|animate|set)\b|xlink/);
  }
});

test('references within a figure are kept, under its new identifiers', () => {
  const drawn = inline('<defs><marker id="tip"/></defs><path marker-end="url(#tip)"/><use href="#tip"/><use xlink:href="#tip"/>');
  expect(drawn).toContain('<marker id="p-tip"/></defs><path marker-end="url(#p-tip)"/><use href="#p-tip"/><use href="#p-tip"/>');
});

test('a file is shown as an image where it is no figure of ours, is broken, or has styles for the whole page', () => {
  expect(inlineFigure('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"/>', OPTIONS)).toBe(null);
  expect(inline('<g>')).toBe(null);
  expect(inline('<g></p>')).toBe(null);
  expect(inline('a < b')).toBe(null);
  expect(inline('<style>text{fill:red}</style>')).toBe(null);
  expect(inline('<style>.fig{fill:red}</style>')).toBe(null);
  expect(inline('<style>@import "x.css";.f{fill:red}</style>')).toBe(null);
  expect(inline('<style>.f{fill:url(https://elsewhere.example/)}</style>')).toBe(null);
  expect(inline('<style>.f{fill:&#117;rl(https://elsewhere.example/)}</style>')).toBe(null);
  expect(inline('<style>.f{fill:red}@media (prefers-color-scheme:dark){.f text{fill:blue}}</style>')).toContain('blue');
});

test('a figure is called what its author calls it here, else by its own title, else by the image’s description', () => {
  const text =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4" class="f" aria-labelledby="t"><title id="t">Own</title></svg>';
  expect(inlineFigure(text, OPTIONS)).toContain('role="img" aria-labelledby="p-t"');
  expect(inlineFigure(text, { ...OPTIONS, label: 'Said “here”' })).toContain('role="img" aria-label="Said “here”" xmlns');
  expect(inline('')).toContain('role="img" aria-label="fallback"');
});
