/** A course and what each of its lectures has for it → `read/all.html`: all of it on one page, to search or to print. */
import type { Course, CourseLecture } from '../model/course.ts';
import { type Excerpt, hasWhole, WHOLE_PATH } from '../model/excerpt.ts';
import { byCodePoint } from '../model/order.ts';
import type { Page } from '../model/page.ts';
import { dayOf, type Strings, stringsFor } from '../model/strings.ts';
import { fill } from '../model/wire.ts';
import { courseColours } from './courseColours.ts';
import type { CourseContext } from './courseContext.ts';
import { courseGroups, publishedLectures, siteUrl } from './courseList.ts';
import { courseStyles } from './courseStyles.ts';
import { escapeHtml } from './escape.ts';
import { ownLang, sayIn } from './ownLang.ts';
import { asksQuestions, questionWords } from './questionWords.ts';
import { relativePath } from './relativePath.ts';
import { writeLicense } from './writeLicense.ts';
import { colourLink, styleLink, writePage } from './writePage.ts';
import { trimNumber } from './writeSlide.ts';
import { copyWords, writePageTop } from './writeReadFurniture.ts';
import type { Origins } from './writing.ts';

/** No page where a course is too short or too long for one. */
export function renderWhole(course: Course, excerpts: readonly Excerpt[], context: CourseContext): readonly Page[] {
  if (!hasWhole(course.syllabus)) return [];
  const { settings } = course.syllabus;
  const strings = stringsFor(settings.lang);
  const styles = ['read.css', 'all.css', ...(excerpts.some(({ formulas }) => formulas) ? ['math.css'] : [])];
  const content = writePage(
    {
      path: WHOLE_PATH,
      lang: settings.lang,
      title: `${strings.word['whole-course']}: ${settings.title}`,
      description: null,
      policy: { origins: allOrigins(excerpts), styles: 'inline', frames: false },
      scheme: null,
      head: [
        ...styles.map((name) => styleLink(WHOLE_PATH, name, context.client)),
        ...colourLink(WHOLE_PATH, courseColours(settings.accent)?.path ?? null),
        ...courseStyles(WHOLE_PATH, course, context),
      ].join('\n'),
      body: writeBody(course, excerpts, strings, context),
      scripts: ['read.js'],
      // Each lecture has a page of its own to be found by.
      hidden: true,
      follows: { fonts: ['brygada-1918-latin-500-normal.woff2', 'atkinson-hyperlegible-next-latin-400-normal.woff2'] },
    },
    { ...context, url: siteUrl(course, context.options) },
  );
  return [{ path: WHOLE_PATH, content }];
}

function allOrigins(excerpts: readonly Excerpt[]): Origins {
  const all = (kind: keyof Origins): Set<string> => new Set(excerpts.flatMap(({ origins }) => origins[kind]).sort(byCodePoint));
  return { image: all('image'), media: all('media'), frame: all('frame') };
}

function writeBody(course: Course, excerpts: readonly Excerpt[], strings: Strings, context: CourseContext): string {
  const { word } = strings;
  const byAddress = new Map(excerpts.map((excerpt) => [excerpt.address, excerpt]));
  const groups = courseGroups(course)
    .map(({ title, rows }) => ({ title, lectures: rows.flatMap((row) => placeOf(row.lecture, byAddress)) }))
    .filter(({ lectures }) => lectures.length > 0);
  const outline = groups.map(writeGroup).join('\n');
  const label = escapeHtml(word.contents);
  return [
    '',
    `<a class="skip" href="#lectern-text"${ownLang(strings)}>${escapeHtml(word['skip-text'])}</a>`,
    writePageTop(WHOLE_PATH, course.syllabus, strings, context.client),
    '<div class="lectern-page">',
    `<nav class="lectern-outline" aria-label="${label}"><h2${ownLang(strings)}>${label}</h2>\n${outline}</nav>`,
    `<main id="lectern-text" class="lectern-whole" tabindex="-1"${copyWords(strings)}${questionsMinded(excerpts, strings, context)}>`,
    writeHead(course, strings),
    `<details class="lectern-contents"><summary${ownLang(strings)}>${label}</summary><nav class="lectern-outline" aria-label="${label}">${outline}</nav></details>`,
    ...groups.flatMap(({ lectures }) => lectures.map(({ excerpt }) => excerpt.html)),
    writeFoot(course, strings),
    '</main>',
    '</div>',
  ].join('\n');
}

function questionsMinded(excerpts: readonly Excerpt[], strings: Strings, { client }: CourseContext): string {
  const script = relativePath(WHOLE_PATH, client.path('question.js'));
  return excerpts.some(({ html }) => asksQuestions(html)) ? questionWords(strings, script) : '';
}

interface Placed {
  readonly lecture: CourseLecture;
  readonly excerpt: Excerpt;
}

function placeOf(lecture: CourseLecture | null, byAddress: ReadonlyMap<string, Excerpt>): readonly Placed[] {
  const excerpt = lecture === null ? undefined : byAddress.get(lecture.entry.address);
  return lecture === null || excerpt === undefined ? [] : [{ lecture, excerpt }];
}

function writeGroup({ title, lectures }: { readonly title: string | null; readonly lectures: readonly Placed[] }): string {
  const items = lectures.map(({ lecture: { entry }, excerpt }) => {
    const number = trimNumber(entry.number);
    const name = `${number === null ? '' : `${number} `}${entry.title}`;
    const inner = excerpt.outline.map(({ id, title: text }) => `<li>${writeLink(id, text)}</li>`).join('');
    return `<li>${writeLink(excerpt.address, name)}${inner === '' ? '' : `<ol>${inner}</ol>`}</li>\n`;
  });
  const heading = title === null ? '' : `<p class="lectern-group">${escapeHtml(title)}</p>\n`;
  return `${heading}<ol class="grouped">\n${items.join('')}</ol>`;
}

function writeLink(id: string, title: string): string {
  return `<a href="#${escapeHtml(encodeURI(id))}">${escapeHtml(title)}</a>`;
}

/** The page's beginning, and its title page on paper. */
function writeHead(course: Course, strings: Strings): string {
  const { title, subtitle, authors, date } = course.syllabus.settings;
  const changed = publishedLectures(course).reduce((last, one) => ((one.changed ?? '') > last ? (one.changed ?? '') : last), '');
  const facts = [
    ...authors.map(escapeHtml),
    escapeHtml(date ?? ''),
    changed === '' ? '' : sayIn(strings, fill(strings.word['last-change'], { date: dayOf(strings, changed) })),
  ].filter((fact) => fact !== '');
  const list = facts.length === 0 ? '' : `<ul class="facts">${facts.map((fact) => `<li>${fact}</li>`).join('')}</ul>`;
  const sub = subtitle === null ? '' : `<p class="sub">${escapeHtml(subtitle)}</p>`;
  return `<header class="lectern-title"><h1>${escapeHtml(title)}</h1>${sub}${list}</header>`;
}

function writeFoot({ syllabus }: Course, strings: Strings): string {
  const { license } = syllabus.settings;
  return license === null ? '' : `<footer class="lectern-foot"><span>${writeLicense(strings, license)}</span></footer>`;
}
