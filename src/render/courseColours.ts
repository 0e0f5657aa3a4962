/** The course's accent → the style sheet with every colour of its pages, light and dark. */
import { createHash } from 'node:crypto';
import { courseShades, DEFAULT_ACCENT, type Shades } from '../model/courseShades.ts';
import type { Page } from '../model/page.ts';
import { remembered } from '../model/remembered.ts';

/** To be linked after our own; null where the accent is the default or cannot be used. */
export function courseColours(accent: string | null): Page | null {
  return accent === null || accent.toLowerCase() === DEFAULT_ACCENT ? null : writeColours(accent);
}

const writeColours = remembered((accent): Page | null => {
  const shades = courseShades(accent);
  if (shades === null) return null;
  const dark = declarations(shades.dark);
  const content =
    `:root{${declarations(shades.light)}}\n` +
    `@media screen and (prefers-color-scheme:dark){:root:not([data-scheme="light"]){${dark}}}\n` +
    `@media screen{:root[data-scheme="dark"]{${dark}}}\n`;
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  return { path: `_lectern/course.${hash}.css`, content };
});

function declarations(shades: Shades): string {
  return [...shades].map(([name, hex]) => `--${name}:${hex}`).join(';');
}
