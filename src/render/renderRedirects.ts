/** Old addresses of a course's lectures → small pages that lead on and keep the hash. */
import type { Course, CourseLecture } from '../model/course.ts';
import type { Page } from '../model/page.ts';
import { type Strings, stringsFor } from '../model/strings.ts';
import { fill } from '../model/wire.ts';
import { publishedLectures } from './courseList.ts';
import { escapeHtml } from './escape.ts';
import { pathOf } from './hrefOf.ts';
import { relativePath } from './relativePath.ts';
import type { CourseContext } from './courseContext.ts';
import { writePage } from './writePage.ts';

/**
 * `NN-name.html`, where pandoc put it, and each lecture's `redirect-from`. An address that a page of the course has, or
 * that was taken before, stays what it is.
 */
export function renderRedirects(course: Course, context: CourseContext): readonly Page[] {
  const taken = new Set(['index.html', '404.html', 'speaker.html', 'read/index.html']);
  for (const { entry } of course.lectures) for (const view of ['deck', 'read'] as const) taken.add(pathOf(entry, view) ?? '');
  const strings = stringsFor(course.syllabus.settings.lang);
  return publishedLectures(course).flatMap((lecture) =>
    oldPaths(lecture).flatMap(({ from, to }) => {
      if (taken.has(from)) return [];
      taken.add(from);
      return [renderRedirect(from, to, lecture, strings, context)];
    }),
  );
}

function oldPaths({ entry, redirectFrom }: CourseLecture): readonly { readonly from: string; readonly to: string }[] {
  const deck = pathOf(entry, 'deck');
  const read = pathOf(entry, 'read');
  if (deck === null || read === null) return [];
  const paths = entry.number === null ? [] : [{ from: publishedByPandoc(entry.address, entry.source), to: deck }];
  for (const old of redirectFrom) {
    const name = old.replace(/^\/+|\.html$/g, '');
    if (name === '' || name.split('/').some((part) => part === '' || part.startsWith('.'))) continue;
    paths.push({ from: `${name}.html`, to: deck });
    if (entry.kind === 'lecture' && !name.startsWith('read/')) paths.push({ from: `read/${name}.html`, to: read });
  }
  return paths;
}

/** The name of the source file with `.html`, beside the lecture. */
function publishedByPandoc(address: string, source: string): string {
  const folder = address.includes('/') ? address.slice(0, address.lastIndexOf('/') + 1) : '';
  return folder + source.slice(source.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '.html');
}

function renderRedirect(from: string, to: string, { entry }: CourseLecture, strings: Strings, context: CourseContext): Page {
  const href = relativePath(from, to);
  const says = escapeHtml(fill(strings.word['moved-to'], { title: entry.title }));
  const content = writePage(
    {
      path: from,
      lang: strings.lang,
      title: entry.title,
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
