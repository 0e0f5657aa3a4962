/** A lecture's public tree → the text of its slides, line by line, with where each line is shown. */
import { attributeOf } from '../model/attributes.ts';
import type { Block, Inline, Table } from '../model/blocks.ts';
import { type Lecture, type Slide, slidesOf, titleOf } from '../model/lecture.ts';
import { isLeftOut } from '../model/readership.ts';
import { childBlocks, inlinesOf, plainText, walkInlines } from '../model/walk.ts';

/** As in `SearchSlide`. */
type Mark = 'd' | 'r' | 'n' | 'c' | '-';

/** What is found as one: a slide, or a page's text under one heading. */
export interface SlideText {
  readonly number: number;
  /** Null where it has none. */
  readonly id: string | null;
  /** Plain text; empty where it has none. */
  readonly title: string;
  readonly lines: readonly { readonly text: string; readonly mark: Mark }[];
}

/** Elements whose content is text that is shown. */
const SHOWN_VERBATIM: ReadonlySet<string> = new Set(['pre', 'textarea']);

/** Slides without any text, and those that their author hides, are left out. */
export function collectSlides(lecture: Lecture): readonly SlideText[] {
  const all =
    lecture.settings.kind === 'page'
      ? collectPage(lecture)
      : slidesOf(lecture)
          .filter(({ attributes }) => attributeOf(attributes, 'visibility') !== 'hidden')
          .map((slide) => (slide.kind === 'cover' ? collectCover(slide, lecture) : collectSlide(slide)));
  return all.filter(hasText);
}

/** The home page's text. The course's own title, which is on every page, is not looked for. */
export function collectHome(introduction: Lecture): readonly SlideText[] {
  return cutAtHeadings(blocksOf(introduction), '').filter(hasText);
}

function hasText({ title, lines }: SlideText): boolean {
  return title !== '' || lines.length > 0;
}

function collectSlide(slide: Slide): SlideText {
  const title = titleOf(slide);
  // where it stands on the slide itself it is not text once more
  const body = slide.body.filter((block) => block.kind !== 'heading' || block.children !== title);
  return { number: slide.number, id: slide.id, title: flat(plainText(title)), lines: linesOf(body) };
}

function collectCover({ number, id, body }: Slide, { cover, title }: Lecture): SlideText {
  const said = [cover?.subtitle ?? [], ...(cover?.authors ?? []), cover?.date ?? []].map((line) => flat(plainText(line)));
  const lines = said.filter((text) => text !== '').map((text) => ({ text, mark: '-' as const }));
  return { number, id, title: flat(plainText(cover?.title ?? title)), lines: [...lines, ...linesOf(body)] };
}

function collectPage(lecture: Lecture): readonly SlideText[] {
  const blocks = blocksOf(lecture);
  const isTitled = lecture.settings.title === null && blocks[0]?.kind === 'heading';
  return cutAtHeadings(isTitled ? blocks.slice(1) : blocks, flat(plainText(lecture.title)));
}

function blocksOf(lecture: Lecture): readonly Block[] {
  return slidesOf(lecture).flatMap(({ heading, body }): readonly Block[] => (heading === null ? body : [heading, ...body]));
}

/** A page is cut at the headings that can be led to. Its notes are text among text. */
function cutAtHeadings(blocks: readonly Block[], title: string): readonly SlideText[] {
  const cuts: { id: string | null; title: string; blocks: Block[] }[] = [{ id: null, title, blocks: [] }];
  for (const block of blocks) {
    if (block.kind !== 'heading' || block.attributes.id === null) cuts.at(-1)?.blocks.push(block);
    else cuts.push({ id: block.attributes.id, title: flat(plainText(block.children)), blocks: [] });
  }
  return cuts.map(({ id, title: own, blocks: some }) => ({
    number: 1,
    id,
    title: own,
    lines: linesOf(some).map(({ text, mark }) => ({ text, mark: mark === 'n' ? '-' : mark })),
  }));
}

interface Gathered {
  readonly text: string;
  readonly mark: Mark;
}

function linesOf(blocks: readonly Block[]): readonly Gathered[] {
  const lines: Gathered[] = [];
  gather(blocks, '-', lines);
  return lines;
}

function gather(blocks: readonly Block[], mark: Mark, lines: Gathered[]): void {
  for (const block of blocks) {
    const inside = markOf(block, mark);
    if (inside === null) continue;
    if (block.kind === 'code') add(block.text, inside === '-' ? 'c' : inside, lines);
    else if (block.kind === 'table') gatherTable(block, inside, lines);
    else if (block.kind === 'html-verbatim') addVerbatim(block, inside, lines);
    else if (block.kind === 'line-block') for (const line of block.lines) addInlines(line, inside, lines);
    else if (block.kind === 'definition-list')
      for (const { term, details } of block.items) {
        addInlines(term, inside, lines);
        for (const detail of details) gather(detail, inside, lines);
      }
    else {
      addInlines(inlinesOf(block), inside, lines);
      gather(childBlocks(block), inside, lines);
    }
  }
}

/** Where the text of a block is shown; null: nowhere. */
function markOf(block: Block, around: Mark): Mark | null {
  if (block.kind === 'notes') return around === 'd' ? null : 'n';
  if (isLeftOut(block, 'deck')) return around === 'd' ? null : around === 'n' ? 'n' : 'r';
  if (isLeftOut(block, 'read')) return around === '-' || around === 'd' ? 'd' : null;
  return around;
}

function gatherTable({ head, rows, foot, caption }: Table, mark: Mark, lines: Gathered[]): void {
  for (const row of [...head, ...rows, ...foot]) {
    const cells = row.filter(({ blocks }) => blocks === undefined);
    add(flat(cells.map((cell) => flat(plainText(cell.children))).join(' · ')), mark, lines);
    for (const cell of row) {
      addInside(cell.children, mark, lines);
      gather(cell.blocks ?? [], mark, lines);
    }
  }
  addInlines(caption ?? [], mark, lines);
}

function addInlines(inlines: readonly Inline[], mark: Mark, lines: Gathered[]): void {
  if (inlines.length === 0) return;
  add(flat(plainText(inlines)), mark, lines);
  addInside(inlines, mark, lines);
}

/** What inlines hold that is text of its own: footnotes, and raw elements. */
function addInside(inlines: readonly Inline[], mark: Mark, lines: Gathered[]): void {
  walkInlines(inlines, (inline) => {
    if (inline.kind === 'footnote') gather(inline.blocks, mark, lines);
    else if (inline.kind === 'html-verbatim') addVerbatim(inline, mark, lines);
  });
}

function addVerbatim({ name, text }: { readonly name: string; readonly text: string }, mark: Mark, lines: Gathered[]): void {
  if (SHOWN_VERBATIM.has(name)) add(text, mark === '-' ? 'c' : mark, lines);
}

function add(text: string, mark: Mark, lines: Gathered[]): void {
  if (/[^\s·]/.test(text)) lines.push({ text, mark });
}

/** White space in which a line of text is not flat yet. */
const UNEVEN = /[^\S ]| {2}/;

function flat(text: string): string {
  return (UNEVEN.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}
