/** A course → its home page: what it is, its lectures, and their state. */
import type { Block } from '../model/blocks.ts';
import type { Course } from '../model/course.ts';
import { hasWhole, WHOLE_PATH } from '../model/excerpt.ts';
import { type Lecture, slidesOf } from '../model/lecture.ts';
import type { Page } from '../model/page.ts';
import { dayOf, joinNames, stringsFor } from '../model/strings.ts';
import { walkBlocks } from '../model/walk.ts';
import { fill } from '../model/wire.ts';
import { courseColours } from './courseColours.ts';
import { courseStyles } from './courseStyles.ts';
import { courseGroups, hasNumbers, publishedLectures, siteUrl } from './courseList.ts';
import { describeBlocks } from './describeText.ts';
import { escapeHtml } from './escape.ts';
import { icon } from './icons.ts';
import type { CourseContext } from './courseContext.ts';
import { ownLang, sayIn } from './ownLang.ts';
import { PRACTICE } from './practicePath.ts';
import { questionCount } from './renderPractice.ts';
import { styleTargets } from './styleTargets.ts';
import { waitingMedia } from './waitingMedia.ts';
import { writeBlocks } from './writeBlocks.ts';
import { writeCourseRow } from './writeCourseRow.ts';
import { writeImageTag } from './writeLogo.ts';
import { writeLicense } from './writeLicense.ts';
import { writeSearchBox, writeSearchField } from './writeSearch.ts';
import { writeSchemeSwitch } from './writeSchemeSwitch.ts';
import { writeWords } from './writeReadFurniture.ts';
import { colourLink, styleLink, writePage } from './writePage.ts';
import { noOrigins, word, type Writing } from './writing.ts';

const PATH = 'index.html';

export function renderHome(course: Course, introduction: Lecture | null, context: CourseContext): Page {
  const { settings } = course.syllabus;
  const blocks = introduction === null ? [] : blocksOf(introduction);
  const writing = homeWriting(course, blocks, context);
  const body = writeBody(course, blocks, writing, context);
  const content = writePage(
    {
      path: PATH,
      lang: settings.lang,
      title: settings.title,
      description: settings.description ?? settings.subtitle ?? describeBlocks(blocks),
      // The author's own text may carry styles; nothing else here does.
      policy: { origins: writing.origins, styles: /\sstyle="|<style/.test(body) ? 'inline' : 'strict', frames: false },
      scheme: null,
      head: [
        styleLink(PATH, 'home.css', context.client),
        ...colourLink(PATH, courseColours(settings.accent)?.path ?? null),
        ...courseStyles(PATH, course, context),
      ].join('\n'),
      body,
      scripts: context.options.marked === true ? [] : ['home.js'],
      follows: { fonts: ['brygada-1918-latin-500-normal.woff2'], visits: true },
    },
    { ...context, url: siteUrl(course, context.options) },
  );
  return { path: PATH, content };
}

function homeWriting({ syllabus }: Course, blocks: readonly Block[], { targets, formulas, options }: CourseContext): Writing {
  const levels: number[] = [];
  walkBlocks(blocks, (block) => {
    if (block.kind === 'heading') levels.push(block.level);
  });
  const top = Math.min(6, ...levels);
  return {
    view: 'home',
    page: PATH,
    targets,
    syllabus,
    strings: stringsFor(syllabus.settings.lang),
    address: null,
    bytesOf: () => null,
    share: 1,
    figures: { count: 0 },
    questions: { count: 0 },
    origins: noOrigins(),
    styles: styleTargets(targets),
    highlighted: new Map(),
    formulas,
    waiting: waitingMedia(blocks, targets),
    notes: 'apart',
    marked: options.marked === true,
    headingLevel: (level) => Math.min(6, level - top + 2),
  };
}

function blocksOf(introduction: Lecture): readonly Block[] {
  return slidesOf(introduction).flatMap(({ heading, body }): readonly Block[] => (heading === null ? body : [heading, ...body]));
}

function writeBody(course: Course, introduction: readonly Block[], writing: Writing, context: CourseContext): string {
  const text = writeBlocks(introduction, writing);
  return [
    '',
    `<a class="skip" href="#lectern-lectures"${ownLang(writing.strings)}>${escapeHtml(word(writing, 'skip-lectures'))}</a>`,
    writeHero(course, writing),
    '<main><div class="wrap">',
    `<div class="entry">${text === '' ? '' : `<div class="intro">\n${text}\n</div>`}${writeSearchField(PATH, writing.strings)}</div>`,
    writePractice(course, writing),
    `<div id="lectern-lectures" tabindex="-1"${listClasses(course)}${writeWords(['new', 'changed-since', 'continue-lecture'], writing.strings)}>\n${writeGroups(course, writing, context)}\n</div>`,
    '</div></main>',
    writeEnd(course, writing, context),
    writeSearchBox(PATH, writing.strings, context.client, true),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The way to all questions, where there are some. */
function writePractice(course: Course, writing: Writing): string {
  const count = questionCount(course);
  if (count === 0) return '';
  const total = fill(word(writing, count === 1 ? 'question-count-one' : 'question-count'), { n: count });
  return `<p class="practice"${ownLang(writing.strings)}><a class="btn" href="${PRACTICE}">${icon('help')}${escapeHtml(word(writing, 'practice'))}</a><span>${escapeHtml(total)}</span></p>`;
}

function listClasses(course: Course): string {
  const classes = [isLong(course) ? 'many' : '', hasNumbers(course) ? '' : 'unnumbered'].filter((name) => name !== '');
  return classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
}

/** More rows than a reader takes in at once. */
function isLong(course: Course): boolean {
  return courseGroups(course).reduce((sum, { rows }) => sum + rows.length, 0) > 12;
}

function writeHero(course: Course, writing: Writing): string {
  const { title, subtitle, authors, date } = course.syllabus.settings;
  const published = publishedLectures(course);
  const count = published.filter(({ entry }) => entry.kind !== 'page').length;
  const changed = published.map((lecture) => lecture.changed ?? '').reduce((a, b) => (a > b ? a : b), '');
  const facts = [
    escapeHtml(joinNames(writing.strings, authors)),
    escapeHtml(date ?? ''),
    count === 0
      ? ''
      : sayIn(writing.strings, fill(word(writing, count === 1 ? 'lecture-count-one' : 'lecture-count'), { n: count })),
    changed === '' ? '' : sayIn(writing.strings, fill(word(writing, 'last-change'), { date: dayOf(writing.strings, changed) })),
  ].filter((fact) => fact !== '');
  const list = facts.length === 0 ? '' : `<ul class="facts">${facts.map((fact) => `<li>${fact}</li>`).join('')}</ul>`;
  const sub = subtitle === null ? '' : `<p class="sub">${escapeHtml(subtitle)}</p>`;
  return `<header class="hero"><div class="wrap"><span class="ribbon">${icon('lectern')}</span>${writeSchemeSwitch(writing.strings)}<h1>${escapeHtml(title)}</h1>${sub}${list}</div></header>`;
}

function writeGroups(course: Course, writing: Writing, context: CourseContext): string {
  const groups = courseGroups(course);
  const headed = groups.some(({ title }) => title !== null);
  if (groups.length === 0) return `<p class="none"${ownLang(writing.strings)}>${escapeHtml(word(writing, 'no-lectures'))}</p>`;
  return groups
    .map(({ title, rows }) => {
      const heading = title === null ? '' : `<h2>${escapeHtml(title)}</h2>`;
      const level = headed ? 3 : 2;
      const items = rows.map((row) => writeCourseRow(row, level, writing, context)).join('\n');
      return `<section class="part${title === null ? ' bare' : ''}">${heading}<ol class="lectures">\n${items}\n</ol></section>`;
    })
    .join('\n');
}

function writeEnd({ syllabus }: Course, writing: Writing, context: CourseContext): string {
  const { logos, license, repository } = syllabus.settings;
  const images = logos.map((logo) => `<li>${writeImageTag(logo, writing, context)}</li>`).join('');
  const row = [
    `<a href="read/index.html"${ownLang(writing.strings)}>${escapeHtml(word(writing, 'contents'))}</a>`,
    hasWhole(syllabus)
      ? `<a href="${WHOLE_PATH}"${ownLang(writing.strings)}>${escapeHtml(word(writing, 'whole-course'))}</a>`
      : '',
    repository === null
      ? ''
      : `<a href="${escapeHtml(repository)}" rel="noopener">${escapeHtml(repository.replace(/^https?:\/\/|\/$/g, ''))}</a>`,
    license === null ? '' : `<span>${writeLicense(writing.strings, license)}</span>`,
  ].filter((part) => part !== '');
  return `<footer class="end"><div class="wrap">${images === '' ? '' : `<ul class="logos">${images}</ul>`}<div class="row">${row.join('')}</div></div></footer>`;
}
