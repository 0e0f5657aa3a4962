import { describe, expect, it } from 'vitest';
import { styleAddresses } from '../src/model/styleAddresses.ts';
import type { CourseSettings } from '../src/model/settings.ts';
import { resolveStyle } from '../src/resolve/resolveStyle.ts';
import { memoryFiles } from './support/memoryFiles.ts';

const found = (css: string) => styleAddresses(css).map(({ kind, address, start, end }) => [kind, address, css.slice(start, end)]);

describe('the addresses in CSS', () => {
  it('are those of imports, fonts and images', () => {
    expect(
      found(`@import "a.css"; @import url('b.css') screen;
        @font-face { font-family: "X"; src: local("Y"), url( c.woff2 ) format("woff2") }
        a { background: url("d.png"), image-set("e.png" 1x, url(f.png) 2x) }`),
    ).toEqual([
      ['import', 'a.css', '"a.css"'],
      ['import', 'b.css', "url('b.css')"],
      ['font', 'c.woff2', 'url( c.woff2 )'],
      ['image', 'd.png', 'url("d.png")'],
      ['image', 'e.png', '"e.png"'],
      ['image', 'f.png', 'url(f.png)'],
    ]);
  });

  it('are not looked for in comments and strings', () => {
    expect(
      found(`/* url(a) @import "b" */ a::before { content: "url(c) /*"; } b { x: 'it\\'s url(d)' } @namespace url(e);`),
    ).toEqual([]);
  });

  it('are found through escapes', () => {
    expect(found('a { b: \\75rl(x\\29.png) }')).toEqual([['image', 'x).png', '\\75rl(x\\29.png)']]);
    expect(found('@\\69mport "//h/x";')).toEqual([['import', '//h/x', '"//h/x"']]);
  });

  it('do not keep a scan from ending where CSS is broken', () => {
    expect(found('a { b: "open\n c: url(x) } @import')).toEqual([['image', 'x', 'url(x)']]);
    expect(found('/* never closed url(x)')).toEqual([]);
    expect(found('url(')).toEqual([]);
    expect(found(`${'('.repeat(20000)}url(x)`)).toEqual([['image', 'x', 'url(x)']]);
    expect(found('\\')).toEqual([]);
  });
});

describe('a style sheet', () => {
  const files = memoryFiles({
    'slides/css/own.css': '',
    'slides/css/more.css': '',
    'assets/bg 1.png': '',
    'slides/assets/font.woff2': '',
  });
  const syllabus = { settings: { index: null } as CourseSettings, entries: [] };
  const resolve = (css: string) => resolveStyle(css, 'slides/css/own.css', syllabus, files);

  it('names its files where they stand in the site', () => {
    const { text, references } = resolve(
      `@import "more.css";\na { b: url(../../assets/bg%201.png) url('../assets/font.woff2#x') }`,
    );
    expect(text).toBe(`@import url("more.css");\na { b: url("../../bg%201.png") url("../../font.woff2#x") }`);
    expect(references.map(({ target }) => (target.to === 'asset' ? target.file : target.to))).toEqual([
      'slides/css/more.css',
      'assets/bg 1.png',
      'slides/assets/font.woff2',
    ]);
  });

  it('asks nothing of another host', () => {
    const { text, references } = resolve(
      `@import url(https://fonts.example.org/x);\na { b: url(//example.org/y), url(data:image/png,z) }`,
    );
    expect(text).toBe(`@import url("data:,");\na { b: url("data:,"), url(data:image/png,z) }`);
    expect(references.map(({ reference, target }) => [reference.span.start, target.to])).toEqual([
      [8, 'remote'],
      [49, 'remote'],
      [71, 'as-written'],
    ]);
  });

  it('says what is missing', () => {
    expect(resolve('a { b: url(../assets/fnot.woff2) }').references[0]?.target).toEqual({
      to: 'nowhere',
      why: 'missing',
      nearest: '../assets/font.woff2',
    });
  });
});
