/** An old address of a lecture → a small page that leads on and keeps the hash. */
import type { Page } from '../model/page.ts';
import { stringsFor } from '../model/strings.ts';
import type { Redirect, SyllabusEntry } from '../model/syllabus.ts';
import { fill } from '../model/wire.ts';
import { escapeHtml } from './escape.ts';
import { relativePath } from './relativePath.ts';
import { type DocumentContext, writePage } from './writePage.ts';

/** `lang` is the course's: the page has none of the lecture's own words but its title. */
export function renderRedirect({ from, to }: Redirect, { title }: SyllabusEntry, lang: string, context: DocumentContext): Page {
  const strings = stringsFor(lang);
  const href = relativePath(from, to);
  const says = escapeHtml(fill(strings.word['moved-to'], { title }));
  const content = writePage(
    {
      path: from,
      lang: strings.lang,
      title,
      description: null,
      policy: { origins: null, styles: 'strict', frames: false },
      scheme: null,
      // Only without scripts: the script keeps the hash, which a refresh loses.
      head: `<noscript><meta http-equiv="refresh" content="0; url=${escapeHtml(href)}"></noscript>`,
      body: `<main><h1>${escapeHtml(strings.word.moved)}</h1><p><a id="lectern-target" href="${escapeHtml(href)}">${says}</a></p></main>`,
      scripts: ['redirect.js'],
      hidden: true,
    },
    { ...context, options: { ...context.options, dev: false }, url: null },
  );
  return { path: from, content };
}
