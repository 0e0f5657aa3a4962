/** A course → `robots.txt`, and where its address is known `sitemap.xml`. */
import type { Course, CourseLecture } from '../model/course.ts';
import type { Page } from '../model/page.ts';
import { publishedLectures, siteUrl } from './courseList.ts';
import { escapeHtml } from './escape.ts';
import { pathOf } from './hrefOf.ts';
import type { CourseContext } from './courseContext.ts';
import { PRACTICE } from './practicePath.ts';
import { questionCount } from './renderPractice.ts';
import { encodePath } from './writePage.ts';

export function renderRobots(course: Course, { options }: CourseContext): readonly Page[] {
  if (options.privateNotes) return [robots('Disallow: /')];
  const url = siteUrl(course, options);
  if (url === null) return [robots('Allow: /')];
  return [robots(`Allow: /\n\nSitemap: ${url}sitemap.xml`), { path: 'sitemap.xml', content: writeSitemap(course, url) }];
}

function robots(rule: string): Page {
  return { path: 'robots.txt', content: `User-agent: *\n${rule}\n` };
}

function writeSitemap(course: Course, url: string): string {
  const lectures = publishedLectures(course).flatMap((lecture) =>
    pathsOf(lecture).map((path) => writeUrl(url, path, lecture.changed)),
  );
  const practice = questionCount(course) === 0 ? [] : [writeUrl(url, PRACTICE, null)];
  const pages = [writeUrl(url, 'index.html', null), writeUrl(url, 'read/index.html', null), ...practice, ...lectures];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages.join('\n')}\n</urlset>\n`;
}

function pathsOf({ entry }: CourseLecture): readonly string[] {
  return [...new Set([pathOf(entry, 'deck'), pathOf(entry, 'read')])].filter((path) => path !== null);
}

function writeUrl(url: string, path: string, changed: string | null): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(changed ?? '')?.[0];
  const modified = day === undefined ? '' : `<lastmod>${day}</lastmod>`;
  return `<url><loc>${escapeHtml(url + encodePath(path))}</loc>${modified}</url>`;
}
