/** A lecture → its reading view: an article of what is shown and what is said, which needs no script. */
import type { Excerpt } from '../model/excerpt.ts';
import { slidesOf } from '../model/lecture.ts';
import type { Page } from '../model/page.ts';
import { dayOf } from '../model/strings.ts';
import { neighbours } from '../model/syllabus.ts';
import { fill } from '../model/wire.ts';
import { plainText } from '../model/walk.ts';
import { escapeHtml } from './escape.ts';
import { pathOf } from './hrefOf.ts';
import { icon } from './icons.ts';
import { type Rendering, writeStyles, writingFor } from './lectureContext.ts';
import { lines } from './lines.ts';
import { makeExcerpt } from './makeExcerpt.ts';
import { ownLang, sayIn } from './ownLang.ts';
import { PRACTICE, practiceAnchor } from './practicePath.ts';
import { questionWords } from './questionWords.ts';
import { relativePath } from './relativePath.ts';
import { writeLicense } from './writeLicense.ts';
import { writeArticle, type Article } from './writeArticle.ts';
import { writePage } from './writePage.ts';
import { copyWords, shortHash, writePageTop, writeWords } from './writeReadFurniture.ts';
import { trimNumber } from './writeSlide.ts';
import { writeInlines } from './writeInlines.ts';
import { word, type Writing } from './writing.ts';

export interface ReadingView {
  readonly page: Page;
  /** The same for the page of the whole course; null where that is not wanted. */
  readonly excerpt: Excerpt | null;
}

/** What is no text of the lecture has a class with “menu” in it, by which reader modes know what to leave out. */
export function renderReading(rendering: Rendering, excerpted = false): ReadingView {
  const { lecture } = rendering;
  const article = writeArticle(rendering, (headingLevel, notes) => writingFor(rendering, 'read', headingLevel, notes));
  const { writing } = article;
  const text = { head: writeHead(article, rendering), body: article.body };
  const content = writePage(
    {
      path: writing.page,
      lang: lecture.settings.lang,
      title: rendering.windowTitle,
      description: rendering.description,
      sharing: rendering.sharing,
      authors: (rendering.lecture.cover?.authors ?? []).map((author) => plainText(author).trim()),
      keywords: rendering.lecture.settings.tags,
      policy: { origins: writing.origins, styles: 'inline', frames: false },
      scheme: null,
      head: writeStyles(['read.css'], rendering, writing),
      body: writeBody(article, text, rendering),
      scripts: writing.marked === true ? [] : ['read.js'],
      follows: {
        fonts: ['brygada-1918-latin-500-normal.woff2', 'atkinson-hyperlegible-next-latin-400-normal.woff2'],
        visits: true,
      },
    },
    rendering,
  );
  return { page: { path: writing.page, content }, excerpt: excerpted ? excerptOf(article, text, rendering) : null };
}

/** What both pages show of the lecture. */
interface Text {
  readonly head: string;
  readonly body: string;
}

function excerptOf({ writing, silent, outline }: Article, { head, body }: Text, rendering: Rendering): Excerpt {
  const html = `${head}\n${body}`;
  const lang = rendering.lecture.settings.lang;
  return { ...makeExcerpt({ html, outline, writing, lang, silent }), formulas: rendering.formulas.size > 0 };
}

function writeBody(article: Article, { head, body }: Text, rendering: Rendering): string {
  const { writing } = article;
  const outline = writeOutline(article, rendering);
  return `\n${lines([
    `<a class="skip" href="#lectern-text"${ownLang(rendering.strings)}>${escapeHtml(word(writing, 'skip-text'))}</a>`,
    writePageTop(writing.page, rendering.syllabus, rendering.strings, rendering.client, writePresent('btn', rendering, writing)),
    '<div class="lectern-page">',
    outline === ''
      ? '<div></div>'
      : `<nav class="lectern-outline" aria-label="${label(rendering)}"><h2${ownLang(rendering.strings)}>${label(rendering)}</h2>\n${outline}</nav>`,
    `<main id="lectern-text" tabindex="-1"${article.silent ? ' class="lectern-silent"' : ''}${copyWords(rendering.strings)}${visitData(article, rendering)}${questionsMinded(article, rendering)}><article>`,
    head,
    outline === '' ? '' : writeSmallOutline(outline, rendering),
    body,
    writeTurn(rendering, writing),
    writeFoot(rendering),
    '</article></main>',
    '</div>',
  ])}`;
}

function questionsMinded({ writing }: Article, { client }: Rendering): string {
  return hasQuestions(writing) ? questionWords(writing.strings, relativePath(writing.page, client.path('question.js'))) : '';
}

/** Whether what was written has questions. */
function hasQuestions({ questions }: Writing): boolean {
  return questions.count > 0;
}

/** What the script that remembers visits compares with the visit before, and what it says then. */
function visitData({ slides }: Article, { outline, entry, strings }: Rendering): string {
  const hashes = new Map(outline.sections.flatMap((section) => section.slides.map(({ number, hash }) => [number, hash])));
  const shown = slides.map((number) => shortHash(hashes.get(number) ?? '')).join(' ');
  return (
    ` data-lectern-lecture="${escapeHtml(entry.address)}" data-lectern-hash="${shortHash(outline.hash)}"` +
    (shown === '' ? '' : ` data-lectern-hashes="${shown}"`) +
    writeWords(['new', 'changed-since', 'continue', 'changes', 'changes-one'], strings)
  );
}

function label(rendering: Rendering): string {
  return escapeHtml(word(rendering, rendering.entry.kind === 'page' ? 'in-this-page' : 'in-this-lecture'));
}

function writePresent(classes: string, rendering: Rendering, writing: Writing): string {
  if (rendering.entry.kind !== 'lecture') return '';
  const deck = relativePath(writing.page, pathOf(rendering.entry, 'deck') ?? '');
  return `<a class="${classes}" href="${deck}">${icon('present')}${escapeHtml(word(writing, 'present'))}</a>`;
}

/** The deck's slides on paper; this page's own print is the browser's. */
function writePrint(rendering: Rendering, writing: Writing): string {
  const deck = relativePath(writing.page, pathOf(rendering.entry, 'deck') ?? '');
  return `<a class="btn" href="${deck}?print-pdf">${icon('print')}${escapeHtml(word(writing, 'print-slides'))}</a>`;
}

function writeHead(article: Article, rendering: Rendering): string {
  const { writing, title } = article;
  const { lecture, entry } = rendering;
  const number = trimNumber(entry.number);
  const coverId = slidesOf(lecture).find(({ kind }) => kind === 'cover')?.id ?? null;
  return [
    `<header${coverId === null ? '' : ` id="${escapeHtml(coverId)}"`}>`,
    number === null || entry.kind !== 'lecture'
      ? ''
      : `<p class="no"${ownLang(writing.strings)}>${escapeHtml(fill(word(writing, 'lecture'), { n: number }))}</p>`,
    title,
    writeSubtitle(rendering, writing),
    writeFacts(rendering, writing),
    writeActions(article, rendering),
    '</header>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function writeActions({ writing }: Article, rendering: Rendering): string {
  const { kind, address } = rendering.entry;
  const deck = kind === 'lecture' ? writePresent('btn main', rendering, writing) + writePrint(rendering, writing) : '';
  const there = `${relativePath(writing.page, PRACTICE)}#${encodeURIComponent(practiceAnchor(address))}`;
  const practice = hasQuestions(writing)
    ? `<a class="btn" href="${there}">${icon('help')}${escapeHtml(word(writing, 'practice'))}</a>`
    : '';
  return deck + practice === '' ? '' : `<div class="acts lectern-menu"${ownLang(writing.strings)}>${deck}${practice}</div>`;
}

/** A page has no cover: its subtitle is what lists show. */
function writeSubtitle({ lecture, entry }: Rendering, writing: Writing): string {
  const { cover } = lecture;
  const subtitle = cover === null ? escapeHtml(entry.subtitle ?? '') : writeInlines(cover.subtitle ?? [], writing);
  return subtitle === '' ? '' : `<p class="sub">${subtitle}</p>`;
}

function writeFacts({ lecture, minutes, entry }: Rendering, writing: Writing): string {
  const facts: string[] = [];
  for (const author of lecture.cover?.authors ?? []) facts.push(writeInlines(author, writing));
  if (lecture.cover?.date != null) facts.push(writeInlines(lecture.cover.date, writing));
  if (minutes !== null)
    facts.push(
      icon('clock') + sayIn(writing.strings, fill(word(writing, minutes === 1 ? 'minutes-one' : 'minutes'), { n: minutes })),
    );
  const slides = slidesOf(lecture).length;
  const count = word(writing, slides === 1 ? 'slide-count-one' : 'slide-count');
  if (entry.kind === 'lecture') facts.push(icon('grid') + sayIn(writing.strings, fill(count, { n: slides })));
  return facts.length === 0 ? '' : `<ul class="facts">${facts.map((fact) => `<li>${fact}</li>`).join('')}</ul>`;
}

function writeOutline(article: Article, { lecture }: Rendering): string {
  const link = (id: string, title: string) => `<a href="#${encodeURIComponent(id)}">${escapeHtml(title)}</a>`;
  const items = article.outline.map(({ id, title, under }) => {
    const inner = under.map((one) => `<li>${link(one.id, one.title)}</li>`).join('');
    return `<li>${link(id, title)}${inner === '' ? '' : `<ol>${inner}</ol>`}</li>\n`;
  });
  const grouped = article.outline.some(({ under }) => under.length > 0);
  return items.length < 2 && plainText(lecture.title) !== '' && !grouped
    ? ''
    : `<ol${grouped ? ' class="grouped"' : ''}>\n${items.join('')}</ol>`;
}

function writeSmallOutline(outline: string, rendering: Rendering): string {
  const contents = escapeHtml(word(rendering, 'contents'));
  return `<div class="lectern-menu"><details class="lectern-contents"><summary${ownLang(rendering.strings)}>${label(rendering)}</summary><nav class="lectern-outline" aria-label="${contents}">${outline}</nav></details></div>`;
}

function writeTurn({ syllabus, entry }: Rendering, writing: Writing): string {
  const { previous, next } = neighbours(syllabus, entry.address);
  const panel = (other: typeof next, rel: 'prev' | 'next') => {
    const path = other === null ? null : pathOf(other, 'read');
    if (other === null || path === null) return '';
    const words = escapeHtml(word(writing, rel === 'prev' ? 'previous-lecture' : 'next-lecture'));
    const small = rel === 'prev' ? icon('previous') + words : words + icon('next');
    return `<a href="${relativePath(writing.page, path)}" rel="${rel}"><small${ownLang(writing.strings)}>${small}</small><b>${escapeHtml(other.title)}</b></a>`;
  };
  const panels = panel(previous, 'prev') + panel(next, 'next');
  return panels === ''
    ? ''
    : `<nav class="lectern-turn lectern-menu" aria-label="${escapeHtml(word(writing, 'lectures'))}">${panels}</nav>`;
}

function writeFoot({ changed, strings, syllabus }: Rendering): string {
  const { license } = syllabus.settings;
  const parts = [
    changed === null ? '' : sayIn(strings, fill(strings.word['last-change'], { date: dayOf(strings, changed) })),
    license === null ? '' : writeLicense(strings, license),
  ].filter((part) => part !== '');
  return parts.length === 0
    ? ''
    : `<footer class="lectern-foot">${parts.map((part) => `<span>${part}</span>`).join('')}</footer>`;
}
