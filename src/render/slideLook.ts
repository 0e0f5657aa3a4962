/** A slide → how it is laid out: its kind, and how densely its text is set. */
import type { Block, ListItem, Question, Table } from '../model/blocks.ts';
import { codeLinesOf } from '../model/codeLines.ts';
import type { Cover, Slide } from '../model/lecture.ts';
import { type Choice, choicesIn, choicesOf } from '../model/question.ts';
import { inlinesOf, plainText } from '../model/walk.ts';
import { withoutLastLineEnds } from '../model/withoutLastLineEnds.ts';
import { attributeName } from './attributeNames.ts';
import { columnShares } from './columnShares.ts';
import { isLone } from './writeBlocks.ts';
import { codeSize } from './writeCode.ts';

export type SlideLook =
  | 'cover'
  | 'section'
  | 'statement'
  | 'quote'
  | 'references'
  | 'question'
  | 'figure'
  | 'columns'
  | 'code'
  | 'table';

const REFERENCES =
  /^(?:references|bibliography|sources|literature|further reading|r[ée]f[ée]rences|bibliographie|literatuur|referenties|quellen|literatur)$/i;

/** The kind as the styles know it; null for a slide of plain text. */
export function slideLook(slide: Slide): SlideLook | null {
  if (slide.kind !== 'slide') return slide.kind === 'cover' ? 'cover' : 'section';
  const shown = slide.body.filter((block) => block.kind !== 'notes');
  const [first] = shown;
  if (first === undefined) return isLoneTitle(slide) ? 'statement' : null;
  if (slide.heading === null && shown.length === 1 && isStatement(first)) return 'statement';
  if (first.kind === 'quote' && shown.slice(1).every((block) => block.kind === 'paragraph')) return 'quote';
  if (isReferences(first)) return 'references';
  if (REFERENCES.test(plainText(slide.heading?.children ?? []).trim())) return 'references';
  if (shown.some(({ kind }) => kind === 'question')) return 'question';
  if (shown.some((block) => block.kind === 'figure' || isLone(block))) return 'figure';
  if (shown.some((block) => block.kind === 'division' && block.attributes.classes.includes('columns'))) return 'columns';
  return shown.some(({ kind }) => kind === 'code') ? 'code' : shown.some(({ kind }) => kind === 'table') ? 'table' : null;
}

/** Where the list of references is, or goes on. */
function isReferences(block: Block): boolean {
  return block.kind === 'division' && block.attributes.classes.includes('csl-bib-body');
}

/** The room under a title of one line, in lines of normal text. */
const ROOM = 12.4;

/** `roomy` for a few words, `dense` for many, and for a cover with a long title; null is normal. */
export function slideDensity(slide: Slide, cover: Cover | null): 'roomy' | 'dense' | null {
  if (slide.kind === 'cover') return cover !== null && isLong(cover) ? 'dense' : null;
  if (slide.kind !== 'slide') return null;
  const shown = slide.body.filter((block) => block.kind !== 'notes');
  const measure = measureBlocks(shown, 80);
  const title = Math.ceil(plainText(slide.heading?.children ?? []).length / 46) - 1;
  if (measure.lines + 1.33 * Math.max(0, title) > ROOM || measure.words > 90) return 'dense';
  const plain = shown.every(({ kind }) => kind === 'paragraph' || kind === 'bullet-list' || kind === 'ordered-list');
  const text = plain && !shown.some(isLone) && shown.length > 0;
  return text && slide.heading !== null && measure.words <= 25 && measure.lines <= 5 ? 'roomy' : null;
}

/** More lines than there is room for under the ribbon; one holds about 20 letters. */
function isLong({ title, subtitle }: Cover): boolean {
  const text = plainText(title);
  return text.length > 40 || (subtitle !== null && wrappedLines(text, 20) > 2);
}

function wrappedLines(text: string, width: number): number {
  const state = { lines: 1, used: 0 };
  for (const { length } of text.split(/\s+/)) {
    const fits = state.used === 0 || state.used + 1 + length <= width;
    state.lines += fits ? 0 : 1;
    state.used = fits ? state.used + 1 + length : length;
  }
  return state.lines;
}

/** A title and nothing under it, such as “Questions?”; over a picture it leaves room for that. */
function isLoneTitle({ heading, attributes }: Slide): boolean {
  if (heading === null || heading.attributes.classes.includes('r-fit-text')) return false;
  const words = wordsOf(heading);
  const behind = attributes.pairs.map(({ key }) => attributeName(key)).filter((name) => name.startsWith('data-background'));
  return words > 0 && words <= 20 && behind.every((name) => name === 'data-background-color');
}

function isStatement(block: Block): boolean {
  if (block.kind !== 'paragraph' || block.children.some(({ kind }) => kind === 'image' || kind === 'html-tag')) return false;
  const words = wordsOf(block);
  return words > 0 && words <= 20;
}

interface Measure {
  readonly lines: number;
  readonly words: number;
}

function measureBlocks(blocks: readonly Block[], width: number): Measure {
  return sum(blocks.map((block) => measureBlock(block, width)));
}

/** `width`: how many characters a line holds; `nested`: inside a list, where text is smaller. */
function measureBlock(block: Block, width: number, nested = false): Measure {
  switch (block.kind) {
    case 'paragraph': {
      const lines = Math.ceil(plainText(block.children).length / width);
      return { lines: block.tight ? lines : lines + 0.44, words: wordsOf(block) };
    }
    case 'heading':
      return { lines: 1.6 * Math.ceil(plainText(block.children).length / width), words: wordsOf(block) };
    case 'bullet-list':
    case 'ordered-list':
      return measureList(block.items, width, nested);
    case 'quote': {
      const { lines, words } = measureBlocks(block.children, Math.floor(width * 0.66));
      return { lines: lines * 1.32, words };
    }
    case 'code':
      return {
        lines:
          withoutLastLineEnds(block.text).split('\n').length *
            CODE_LINE[codeSize(block.text, width / 80, codeLinesOf(block)) ?? 'l'] +
          1.4,
        words: 0,
      };
    case 'table':
      return { lines: [...block.rows, ...block.foot].reduce((lines, row) => lines + rowLines(row, width), 1.7), words: 0 };
    case 'question':
      return measureQuestion(block, Math.floor(width * 0.88));
    case 'answer':
      return sum([{ lines: block.children.length === 0 ? 0 : 0.9, words: 0 }, measureBlocks(block.children, width)]);
    case 'division':
      return block.attributes.classes.includes('columns') ? tallest(block.children, width) : measureBlocks(block.children, width);
    default:
      return { lines: 0, words: 0 };
  }
}

/** The reason for a choice is set small right under it; the room of both is kept from the start. */
function measureQuestion(question: Question, width: number): Measure {
  const choices = choicesOf(question);
  const measures = question.children.map((child) =>
    child === choices ? sum(choicesIn(choices).map((choice) => measureChoice(choice, width - 3))) : measureBlock(child, width),
  );
  return sum([{ lines: 1.4, words: 0 }, ...measures]);
}

function measureChoice({ text, reason }: Choice, width: number): Measure {
  const said = measureBlocks(text, width);
  const why = measureBlocks(reason, Math.floor(width / 0.84));
  return { lines: Math.floor(said.lines) + Math.floor(why.lines) * 0.86 + 0.7, words: said.words + why.words };
}

/** A line of code, in lines of normal text. */
const CODE_LINE = { l: 0.83, m: 0.73, s: 0.58 } as const;

function measureList(items: readonly ListItem[], width: number, nested: boolean): Measure {
  return sum(
    items.map(({ children }) => {
      const inner = sum(children.map((child) => measureBlock(child, width - 3, true)));
      return nested
        ? { lines: inner.lines * 0.89 + 0.17, words: inner.words }
        : { lines: inner.lines + 0.33, words: inner.words };
    }),
  );
}

/** The longest cell of a row decides how high it is. */
function rowLines(row: Table['rows'][number], width: number): number {
  const each = (width * 1.15) / Math.max(1, row.length);
  const lines = row.map(({ children, blocks }) =>
    blocks === undefined ? Math.ceil(plainText(children).length / each) : measureBlocks(blocks, each).lines,
  );
  return 0.64 + 0.82 * Math.max(1, ...lines);
}

/** Columns stand beside each other: the tallest counts. */
function tallest(columns: readonly Block[], width: number): Measure {
  const shares = columnShares(columns);
  const each = columns.map((column, at) => measureBlock(column, Math.max(10, Math.floor(width * (shares[at] ?? 1)))));
  return { lines: Math.max(0, ...each.map(({ lines }) => lines)), words: Math.max(0, ...each.map(({ words }) => words)) };
}

function wordsOf(block: Block): number {
  return plainText(inlinesOf(block)).match(/\S+/g)?.length ?? 0;
}

function sum(measures: readonly Measure[]): Measure {
  let lines = 0;
  let words = 0;
  for (const measure of measures) {
    lines += measure.lines;
    words += measure.words;
  }
  return { lines, words };
}
