/** A lecture's slides → the body of its reading view: per slide what is shown, then what is said; and its outline. */
import type { Block, Heading } from '../model/blocks.ts';
import { openingHeading, type Section, type Slide, slidesOf } from '../model/lecture.ts';
import { isLeftOut } from '../model/readership.ts';
import { plainText, walkBlocks } from '../model/walk.ts';
import { fill } from '../model/wire.ts';
import { attributeOf } from '../model/attributes.ts';
import { escapeHtml } from './escape.ts';
import { pathOf } from './hrefOf.ts';
import { icon } from './icons.ts';
import { lines } from './lines.ts';
import type { Rendering } from './lectureContext.ts';
import { anchorOf, type Passage, passagesOf, titleText } from './passages.ts';
import { sourceLink } from './sourceLink.ts';
import { relativePath } from './relativePath.ts';
import { writeAttributes } from './writeAttributes.ts';
import { isLone, writeBlocks } from './writeBlocks.ts';
import { writeFootnotes } from './writeFootnotes.ts';
import { writeInlines } from './writeInlines.ts';
import { word, type Writing } from './writing.ts';

export interface OutlineItem {
  readonly id: string;
  readonly title: string;
  readonly under: readonly { readonly id: string; readonly title: string }[];
}

/** Makes the writing, once it is known at which levels headings stand and where notes go. */
export type StartWriting = (headingLevel: Writing['headingLevel'], notes: Writing['notes']) => Writing;

export interface Article {
  /** The page's `<h1>`. */
  readonly title: string;
  readonly body: string;
  /** Whether nothing is said beside what is shown: a lecture without a single note. */
  readonly silent: boolean;
  readonly outline: readonly OutlineItem[];
  /** The numbers of the slides that have a `<section>` of their own, in order. */
  readonly slides: readonly number[];
  readonly writing: Writing;
}

export function writeArticle(rendering: Rendering, start: StartWriting): Article {
  return rendering.entry.kind === 'page' ? writePageArticle(rendering, start) : writeLectureArticle(rendering, start);
}

// ---- lectures

function writeLectureArticle(rendering: Rendering, start: StartWriting): Article {
  const { lecture } = rendering;
  const grouped = lecture.sections.some(({ title }) => title !== null);
  const slideHeading = grouped ? 3 : 2;
  // where only rules part slides, their headings begin at the top
  const slideLevel = Math.max(1, lecture.slideLevel.value);
  const writing = start((level) => Math.min(6, slideHeading + Math.max(1, level - slideLevel)), 'apart');
  const title = lecture.cover?.title ?? lecture.title;
  const deck = relativePath(writing.page, pathOf(rendering.entry, 'deck') ?? '');
  const context = { slideHeading, deck, rendering, writing };
  const sections = joinUntitled(lecture.sections).map((slides) => passagesOf(slides.filter(shown)));
  return {
    title: `<h1>${writeInlines(title, writing)}</h1>`,
    body: lines(sections.flat().flatMap((passage) => passage.slides.map((slide) => writeSlide(slide, passage, context)))),
    silent: slidesOf(lecture).every(({ notes }) => notes.length === 0),
    outline: sections.flatMap(outlineOf),
    slides: sections
      .flat()
      .flatMap((passage) => passage.slides.flatMap(({ kind, number }) => (kind === 'cover' ? [] : [number]))),
    writing,
  };
}

interface ArticleContext {
  /** The level of a slide's heading. */
  readonly slideHeading: number;
  /** Where the deck is, from here. */
  readonly deck: string;
  readonly rendering: Rendering;
  readonly writing: Writing;
}

/** The slides of each section. Sections without a title, such as rules alone make, go on as one. */
function joinUntitled(sections: readonly Section[]): readonly (readonly Slide[])[] {
  const joined: Slide[][] = [];
  for (const [at, { title, slides }] of sections.entries()) {
    if (title === null && at > 0 && sections[at - 1]?.title === null) joined.at(-1)?.push(...slides);
    else joined.push([...slides]);
  }
  return joined;
}

/** Slides that their author hides are on the deck's page only, where reveal.js takes them out. */
function shown(slide: Slide): boolean {
  return attributeOf(slide.attributes, 'visibility') !== 'hidden';
}

/** The outline of one section. */
function outlineOf(passages: readonly Passage[]): readonly OutlineItem[] {
  const items = passages.flatMap(({ title, slides: [slide] }) =>
    slide === undefined || title === '' ? [] : [{ slide, id: anchorOf(slide), title }],
  );
  const [first, ...rest] = items;
  if (first?.slide.kind !== 'title') return items.map(({ id, title }) => ({ id, title, under: [] }));
  return [{ id: first.id, title: first.title, under: rest.map(({ id, title }) => ({ id, title })) }];
}

function writeSlide(slide: Slide, passage: Passage, context: ArticleContext): string {
  const { slideHeading, rendering, writing } = context;
  const opening = openingHeading(slide);
  const { shown: onSlide, afterwards } = splitAfterNotes(opening === null ? slide.body : slide.body.slice(1));
  const parts = lines([
    writeBoard(onSlide, writing),
    writeSaid(slide, writing),
    writeBoard(afterwards, writing),
    writeFootnotes(slide.body, (text) => writeBlocks(text, writing)),
  ]);
  // The cover's lines head the page; its identifier is there.
  if (slide.kind === 'cover') return parts;
  const id = escapeHtml(anchorOf(slide));
  const level = slide.kind === 'title' ? 2 : slideHeading;
  const goesOn = slide !== passage.slides[0];
  const shownTitle = goesOn || saysTitle(slide, rendering) ? null : (slide.heading ?? opening);
  const title = shownTitle === null ? '' : writeTitleOf(shownTitle, passage, writing);
  const own = opening === null ? '' : writeAttributes(opening.attributes, writing);
  const anchor = own === '' ? '' : `<span${own}></span>`;
  const heading = title === '' ? anchor : `<h${level}${own}>${title}</h${level}>`;
  // Without a heading of its own a slide goes on where the last one stopped.
  const kind = slide.kind === 'title' ? 'part' : goesOn || (titleText(slide) === '' && slide.number > 1) ? 'slide on' : 'slide';
  const head = `<header class="lectern-head">${heading}${writeLinks(slide, context)}</header>`;
  return lines([`<section class="${kind}" id="${id}">`, head, parts, '</section>']);
}

/** The heading of a passage of several slides is without the count that the first of them may have. */
function writeTitleOf({ children }: Heading, { title, slides }: Passage, writing: Writing): string {
  const whole = plainText(children).trim().replace(/\s+/g, ' ');
  return slides.length > 1 && whole !== title ? escapeHtml(title) : writeInlines(children, writing);
}

/** Where nothing else gives the lecture a title, its first heading does: it need not stand there twice. */
function saysTitle(slide: Slide, { lecture, title }: Rendering): boolean {
  return lecture.cover === null && slide.number === 1 && titleText(slide) === title;
}

function writeLinks(slide: Slide, { deck, rendering, writing }: ArticleContext): string {
  const title = titleText(slide);
  const named = title === '' ? fill(word(writing, 'slide'), { n: slide.number }) : title;
  const open = escapeHtml(fill(word(writing, 'open-slide'), { n: slide.number, title: named }));
  const link = escapeHtml(fill(word(writing, 'link-to'), { title: named }));
  const at = slide.id === null ? String(slide.number) : encodeURIComponent(slide.id);
  return (
    `<span class="acts"><a class="at" href="${deck}#/${at}" aria-label="${open}">${icon('present')}${slide.number}</a>` +
    `<a class="at" href="#${encodeURIComponent(anchorOf(slide))}" aria-label="${link}">${icon('link')}</a>` +
    `${writeSuggest(slide, named, rendering, writing)}</span>`
  );
}

/** The way to the slide's line in the course's repository; nothing where that is not known. */
function writeSuggest({ span }: Slide, named: string, { syllabus, lineOf }: Rendering, writing: Writing): string {
  const { repository } = syllabus.settings;
  const href = repository === null ? null : sourceLink(repository, (syllabus.prefix ?? '') + span.path, lineOf(span.start));
  if (href === null) return '';
  const words = escapeHtml(fill(word(writing, 'suggest'), { title: named }));
  return `<a class="at" href="${escapeHtml(href)}" rel="noopener" aria-label="${words}" title="${words}">${icon('edit')}</a>`;
}

/** What is for readers alone and stands behind the notes is read behind them. */
function splitAfterNotes(body: readonly Block[]): { readonly shown: readonly Block[]; readonly afterwards: readonly Block[] } {
  const cut = body.findLastIndex((block) => !isLeftOut(block, 'deck')) + 1;
  return body[cut - 1]?.kind === 'notes'
    ? { shown: body.slice(0, cut), afterwards: body.slice(cut) }
    : { shown: body, afterwards: [] };
}

/** What is shown: text on the board, and beside it what is wider than text. */
function writeBoard(blocks: readonly Block[], writing: Writing): string {
  const groups: { board: boolean; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'notes') continue;
    const board = !isWide(block);
    const last = groups.at(-1);
    if (last?.board === board) last.blocks.push(block);
    else groups.push({ board, blocks: [block] });
  }
  // Raw tags may open in one group and close in another: then all of it stands on the board.
  const raw = blocks.some((block) => block.kind === 'html-tag' && block.form !== 'void');
  if (raw && groups.length > 1) return onBoard(writeBlocks(blocks, writing));
  return groups
    .map(({ board, blocks: some }) => (board ? onBoard(writeBlocks(some, writing)) : writeBlocks(some, writing)))
    .join('\n');
}

function onBoard(html: string): string {
  return html === '' ? '' : `<div class="lectern-board">\n${html}\n</div>`;
}

function isWide(block: Block): boolean {
  if (block.kind === 'division') return block.children.some(isWide);
  return (
    block.kind === 'question' ||
    block.kind === 'figure' ||
    block.kind === 'code' ||
    block.kind === 'table' ||
    block.kind === 'quote' ||
    isLone(block)
  );
}

function writeSaid(slide: Slide, writing: Writing): string {
  const said = lines(slide.notes.map((notes) => writeBlocks(notes.children, writing)));
  return said === '' ? '' : `<div class="lectern-said">\n${said}\n</div>`;
}

// ---- pages

function writePageArticle(rendering: Rendering, start: StartWriting): Article {
  const { lecture } = rendering;
  const blocks = slidesOf(lecture).flatMap(({ body, heading }): readonly Block[] =>
    heading === null ? body : [heading, ...body],
  );
  const first = lecture.settings.title === null && blocks[0]?.kind === 'heading' ? blocks[0] : null;
  const rest = first === null ? blocks : blocks.slice(1);
  const headings = headingsOf(rest);
  const top = Math.min(6, ...headings.map(({ level }) => level));
  const writing = start((level) => Math.min(6, level - top + 2), 'in-place');
  return {
    title: first === null ? `<h1>${writeInlines(lecture.title, writing)}</h1>` : writeTitle(first, writing),
    body: `<div class="lectern-prose">\n${writeBlocks(rest, writing)}\n</div>`,
    silent: false,
    outline: nest(headings, top),
    slides: [],
    writing,
  };
}

function writeTitle(heading: Heading, writing: Writing): string {
  return `<h1${writeAttributes(heading.attributes, writing)}>${writeInlines(heading.children, writing)}</h1>`;
}

function headingsOf(blocks: readonly Block[]): readonly Heading[] {
  const headings: Heading[] = [];
  walkBlocks(blocks, (block) => {
    if (block.kind === 'heading') headings.push(block);
  });
  return headings;
}

/** Two levels of headings that can be led to. */
function nest(headings: readonly Heading[], top: number): readonly OutlineItem[] {
  const items: { id: string; title: string; under: { id: string; title: string }[] }[] = [];
  for (const { level, attributes, children } of headings) {
    const title = plainText(children).trim();
    if (attributes.id === null || title === '' || level > top + 1) continue;
    const last = items.at(-1);
    if (level === top || last === undefined) items.push({ id: attributes.id, title, under: [] });
    else last.under.push({ id: attributes.id, title });
  }
  return items;
}
