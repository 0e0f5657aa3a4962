/** A course → the contents of its reading views: every lecture with its sections. */
import type { Course, CourseLecture } from '../model/course.ts';
import { hasWhole, WHOLE_PATH } from '../model/excerpt.ts';
import type { Page } from '../model/page.ts';
import { type Strings, stringsFor } from '../model/strings.ts';
import { fill } from '../model/wire.ts';
import { courseColours } from './courseColours.ts';
import { hasNumbers, publishedLectures, siteUrl, slideCount } from './courseList.ts';
import { courseStyles } from './courseStyles.ts';
import { escapeHtml } from './escape.ts';
import { pathOf } from './hrefOf.ts';
import { icon } from './icons.ts';
import { ownLang } from './ownLang.ts';
import { relativePath } from './relativePath.ts';
import type { CourseContext } from './courseContext.ts';
import { colourLink, styleLink, writePage } from './writePage.ts';
import { writePageTop } from './writeReadFurniture.ts';
import { trimNumber } from './writeSlide.ts';

const PATH = 'read/index.html';

export function renderContents(course: Course, context: CourseContext): Page {
  const { settings } = course.syllabus;
  const strings = stringsFor(settings.lang);
  const words = strings.word;
  const items = publishedLectures(course).flatMap((lecture) => writeItem(lecture, strings));
  const body = [
    '',
    `<a class="skip" href="#lectern-text"${ownLang(strings)}>${escapeHtml(words['skip-text'])}</a>`,
    writePageTop(PATH, course.syllabus, strings, context.client),
    '<div class="lectern-page"><div></div><main id="lectern-text" tabindex="-1"><article>',
    `<header><h1${ownLang(strings)}>${escapeHtml(words.contents)}</h1>${writeWholeLink(course, strings)}</header>`,
    items.length === 0
      ? `<p${ownLang(strings)}>${escapeHtml(words['no-lectures'])}</p>`
      : `<ol class="lectern-all${hasNumbers(course) ? '' : ' unnumbered'}">\n${items.join('\n')}\n</ol>`,
    '</article></main></div>',
  ];
  const content = writePage(
    {
      path: PATH,
      lang: settings.lang,
      title: `${words.contents}: ${settings.title}`,
      description: fill(words['contents-of'], { course: settings.title }),
      policy: { origins: null, styles: 'strict', frames: false },
      scheme: null,
      head: [
        styleLink(PATH, 'read.css', context.client),
        ...colourLink(PATH, courseColours(settings.accent)?.path ?? null),
        ...courseStyles(PATH, course, context),
      ].join('\n'),
      body: body.join('\n'),
      scripts: ['home.js'],
      follows: { fonts: ['brygada-1918-latin-500-normal.woff2', 'atkinson-hyperlegible-next-latin-400-normal.woff2'] },
    },
    { ...context, url: siteUrl(course, context.options) },
  );
  return { path: PATH, content };
}

/** The way to all of it on one page, where there is one. */
function writeWholeLink({ syllabus }: Course, strings: Strings): string {
  if (!hasWhole(syllabus)) return '';
  const words = `${icon('read')}${escapeHtml(strings.word['whole-course'])}`;
  return `<div class="acts"${ownLang(strings)}><a class="btn" href="${relativePath(PATH, WHOLE_PATH)}">${words}</a></div>`;
}

function writeItem(lecture: CourseLecture, strings: Strings): readonly string[] {
  const { entry, outline } = lecture;
  const path = pathOf(entry, 'read');
  if (path === null) return [];
  const href = relativePath(PATH, path);
  const sections = (outline?.sections ?? []).flatMap(({ id, title }) =>
    id === null || title === null ? [] : [`<li><a href="${href}#${encodeURIComponent(id)}">${escapeHtml(title)}</a></li>`],
  );
  const inner = sections.length === 0 ? '' : `<ol>${sections.join('')}</ol>`;
  const no = `<span class="no">${trimNumber(entry.number) ?? ''}</span>`;
  return [
    `<li>${no}<div><h2><a href="${href}">${escapeHtml(entry.title)}</a></h2>${writeLength(lecture, strings)}${inner}</div></li>`,
  ];
}

function writeLength(lecture: CourseLecture, strings: Strings): string {
  const { word } = strings;
  const slides = slideCount(lecture);
  const facts = [
    ...(lecture.minutes === null ? [] : [icon('clock') + escapeHtml(fill(word['minutes-short'], { n: lecture.minutes }))]),
    ...(lecture.entry.kind === 'lecture' && slides > 0
      ? [icon('grid') + escapeHtml(fill(word[slides === 1 ? 'slide-count-one' : 'slide-count'], { n: slides }))]
      : []),
  ];
  return facts.length === 0
    ? ''
    : `<ul class="facts"${ownLang(strings)}>${facts.map((fact) => `<li>${fact}</li>`).join('')}</ul>`;
}
