/** A course → the page of all its questions, by lecture; its script puts first what went wrong last time. */
import type { Course, CourseLecture } from '../model/course.ts';
import type { OutlineQuestion, OutlineQuestions } from '../model/outline.ts';
import type { Page } from '../model/page.ts';
import { type Strings, stringsFor } from '../model/strings.ts';
import { fill } from '../model/wire.ts';
import type { CourseContext } from './courseContext.ts';
import { courseColours } from './courseColours.ts';
import { publishedLectures, siteUrl } from './courseList.ts';
import { courseStyles } from './courseStyles.ts';
import { escapeHtml } from './escape.ts';
import { pathOf } from './hrefOf.ts';
import { icon } from './icons.ts';
import { ownLang } from './ownLang.ts';
import { PRACTICE, practiceAnchor } from './practicePath.ts';
import { questionWords } from './questionWords.ts';
import { relativePath } from './relativePath.ts';
import { colourLink, styleLink, writePage } from './writePage.ts';
import { writePageTop } from './writeReadFurniture.ts';

/** A published lecture that asks something. */
interface Asking {
  readonly lecture: CourseLecture;
  readonly questions: OutlineQuestions;
}

/** Nothing where the course asks nothing. */
export function renderPractice(course: Course, context: CourseContext): readonly Page[] {
  const asking = askingLectures(course);
  if (asking.length === 0) return [];
  const { settings } = course.syllabus;
  const strings = stringsFor(settings.lang);
  const body = writeBody(asking, course, strings, context.client);
  const styles = ['read.css', ...(body.includes('<math') ? ['math.css'] : [])];
  const content = writePage(
    {
      path: PRACTICE,
      lang: settings.lang,
      title: `${strings.word.practice}: ${settings.title}`,
      description: null,
      policy: { origins: originsOf(asking), styles: /\sstyle="|<style/.test(body) ? 'inline' : 'strict', frames: false },
      scheme: null,
      head: [
        ...styles.map((name) => styleLink(PRACTICE, name, context.client)),
        ...colourLink(PRACTICE, courseColours(settings.accent)?.path ?? null),
        ...courseStyles(PRACTICE, course, context),
      ].join('\n'),
      body,
      scripts: ['home.js', 'question.js'],
      follows: { fonts: ['brygada-1918-latin-500-normal.woff2', 'atkinson-hyperlegible-next-latin-400-normal.woff2'] },
    },
    { ...context, url: siteUrl(course, context.options) },
  );
  return [{ path: PRACTICE, content }];
}

function askingLectures(course: Course): readonly Asking[] {
  return publishedLectures(course).flatMap((lecture) => {
    const questions = lecture.outline?.questions ?? null;
    return questions === null ? [] : [{ lecture, questions }];
  });
}

/** How many questions the course asks. */
export function questionCount(course: Course): number {
  return askingLectures(course).reduce((sum, { questions }) => sum + questions.list.length, 0);
}

function originsOf(asking: readonly Asking[]) {
  const all = (kind: keyof OutlineQuestions['origins']) => new Set(asking.flatMap(({ questions }) => questions.origins[kind]));
  return { image: all('image'), media: all('media'), frame: all('frame') };
}

function writeBody(asking: readonly Asking[], course: Course, strings: Strings, client: CourseContext['client']): string {
  const words = strings.word;
  const count = asking.reduce((sum, { questions }) => sum + questions.list.length, 0);
  const total = fill(words[count === 1 ? 'question-count-one' : 'question-count'], { n: count });
  const lectures = asking.map(
    ({ lecture: { entry } }) =>
      `<li><a href="#${encodeURIComponent(practiceAnchor(entry.address))}">${escapeHtml(entry.title)}</a></li>`,
  );
  const label = escapeHtml(words.lectures);
  return [
    '',
    `<a class="skip" href="#lectern-text"${ownLang(strings)}>${escapeHtml(words['skip-text'])}</a>`,
    writePageTop(PRACTICE, course.syllabus, strings, client),
    '<div class="lectern-page">',
    `<nav class="lectern-outline" aria-label="${label}"><h2${ownLang(strings)}>${label}</h2><ol>${lectures.join('')}</ol></nav>`,
    `<main id="lectern-text" tabindex="-1"${questionWords(strings, null)}><article class="lectern-practice">`,
    `<header${ownLang(strings)}><h1>${escapeHtml(words.practice)}</h1><ul class="facts"><li>${icon('help')}${escapeHtml(total)}</li><li>${escapeHtml(words['practice-kept'])}</li></ul>`,
    `<div class="acts"><button type="button" class="btn" id="lectern-forget" hidden>${icon('reset')}${escapeHtml(words['answers-forget'])}</button></div></header>`,
    `<section class="part" id="lectern-again" hidden><div class="lectern-head"><h2${ownLang(strings)}>${escapeHtml(words['practice-again'])}</h2></div></section>`,
    ...asking.map((one) => writeLecture(one, course, strings)),
    '</article></main></div>',
  ].join('\n');
}

function writeLecture({ lecture, questions }: Asking, course: Course, strings: Strings): string {
  const { entry } = lecture;
  const lang = questions.lang === course.syllabus.settings.lang ? '' : ` lang="${escapeHtml(questions.lang)}"`;
  const read = relativePath(PRACTICE, pathOf(entry, 'read') ?? '');
  const items = questions.list.map((question) => writeQuestion(question, entry, read, strings));
  return [
    `<section class="part" id="${escapeHtml(practiceAnchor(entry.address))}"${lang}>`,
    `<div class="lectern-head"><h2><a href="${read}">${escapeHtml(entry.title)}</a></h2></div>`,
    ...items,
    '</section>',
  ].join('\n');
}

/** Headed by the passage that it belongs to, with the way to its slide. */
function writeQuestion(
  { slide, anchor, html }: OutlineQuestion,
  entry: CourseLecture['entry'],
  read: string,
  { word }: Strings,
): string {
  const title =
    slide.title === '' ? (entry.kind === 'lecture' ? fill(word.slide, { n: slide.number }) : entry.title) : slide.title;
  const passage = `<h3><a href="${read}#${encodeURIComponent(anchor)}">${escapeHtml(title)}</a></h3>`;
  const deck = entry.kind === 'lecture' ? pathOf(entry, 'deck') : null;
  const label = escapeHtml(fill(word['open-slide'], { n: slide.number, title }));
  const at = slide.id === null ? String(slide.number) : encodeURIComponent(slide.id);
  const acts =
    deck === null
      ? ''
      : `<span class="acts"><a class="at" href="${relativePath(PRACTICE, deck)}#/${at}" aria-label="${label}">${icon('present')}${slide.number}</a></span>`;
  return [
    '<section class="slide lectern-asking">',
    `<p class="lectern-of">${escapeHtml(entry.title)}</p>`,
    `<div class="lectern-head">${passage}${acts}</div>`,
    html,
    '</section>',
  ].join('\n');
}
