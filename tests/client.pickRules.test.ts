import { expect, test } from 'vitest';
import { type Names, pickRules } from '../src/client/pickRules.ts';

const NAMES: Names = {
  types: new Set(['body', 'h1', 'p']),
  classes: new Set(['cover', 'lone']),
  ids: new Set(['top']),
  attributes: new Map([
    ['data-kind', 'cover'],
    ['href', null],
  ]),
};

test.each([
  ['h1{color:red}p.cover{color:red}', 'h1,p.cover{color:red}'],
  ['ul{color:red}.other h1{color:red}#top>p{color:red}', '#top>p{color:red}'],
  [':is(h1,h2){color:red}:is(ul,ol){color:red}:where(p){color:red}', ':is(h1,h2),:where(p){color:red}'],
  ['p:has(h1){color:red}p:has(img){color:red}', 'p:has(h1){color:red}'],
  ['p:not(.x){color:red}p:not([data-kind=cover]){color:red}', 'p:not(.x),p:not([data-kind=cover]){color:red}'],
  [
    '[data-kind=cover]{color:red}[data-kind=code]{color:red}[href^="#"]{color:red}[src]{color:red}',
    '[data-kind=cover],[href^=\\#]{color:red}',
  ],
  ['p:hover{color:red}p::before{color:red}p::marker{color:red}', 'p:before{color:red}'],
  ['@media print{p{color:red}}@media screen{p{color:red}ul{color:red}}', '@media screen{p{color:red}}'],
  [
    '@media (prefers-color-scheme:dark){p{color:red}}@media (prefers-contrast:more){p{color:red}}',
    '@media (prefers-contrast:more){p{color:red}}',
  ],
  ['@page{margin:0}@keyframes k{to{color:red}}p{color:red}', 'p{color:red}'],
  [':root{--a:red;--b:var(--c);--c:red}p{color:var(--a)}', ':root{--a:red}p{color:var(--a)}'],
])('of %s elements of these names need %s', (css, expected) => {
  expect(pickRules(css, NAMES, () => true)).toBe(expected);
});

test('faces are kept where they are wanted', () => {
  const face = (name: string): string => `@font-face{font-family:${name};src:url(${name}.woff2)}`;
  expect(pickRules(face('A') + face('B'), NAMES, (one) => one.includes('A'))).toContain('A.woff2');
  expect(pickRules(face('A') + face('B'), NAMES, (one) => one.includes('A'))).not.toContain('B.woff2');
});
