/** Blocks → HTML, for decks and for pages alike. */
import type {
  Block,
  BulletList,
  DefinitionList,
  Division,
  Heading,
  ListItem,
  Notes,
  OrderedList,
  Paragraph,
} from '../model/blocks.ts';
import { columnShares } from './columnShares.ts';
import { writeAttributes, writeOwnAttributes } from './writeAttributes.ts';
import { writeAnswer } from './writeAnswer.ts';
import { writeChoices } from './writeChoices.ts';
import { writeCode } from './writeCode.ts';
import { writeHtmlTag, writeHtmlVerbatim } from './writeHtmlTag.ts';
import { markSource } from './markSource.ts';
import { writeFootnotes } from './writeFootnotes.ts';
import { writeFigure } from './writeImage.ts';
import { writeFullSize } from './writeFullSize.ts';
import { writeInlines } from './writeInlines.ts';
import { writeQuestion } from './writeQuestion.ts';
import { writeTable } from './writeTable.ts';
import type { Writing } from './writing.ts';

/** Each block on lines of its own. */
export function writeBlocks(blocks: readonly Block[], writing: Writing): string {
  let html = '';
  for (const block of blocks) {
    const written = markSource(writeBlock(block, writing), block.span, writing);
    if (written !== '') html += html === '' ? written : `\n${written}`;
  }
  return html;
}

function writeBlock(block: Block, writing: Writing): string {
  switch (block.kind) {
    case 'paragraph':
      return writeParagraph(block, writing);
    case 'heading':
      return writeHeading(block, writing);
    case 'code':
      return writeCode(block, writing);
    case 'quote':
      return `<blockquote${writeOwnAttributes(block, writing)}>\n${writeBlocks(block.children, writing)}\n</blockquote>`;
    case 'bullet-list':
    case 'ordered-list':
      return block === writing.asked?.choices
        ? writeChoices(block, writing.asked, writing, writeBlocks)
        : writeList(block.kind === 'bullet-list' ? 'ul' : 'ol', orderOf(block), block, writing);
    case 'definition-list':
      return writeDefinitions(block, writing);
    case 'line-block':
      return `<div class="line-block">${block.lines.map((line) => writeInlines(line, writing)).join('<br>\n')}</div>`;
    case 'rule':
      return `<hr${writeOwnAttributes(block, writing)}>`;
    case 'division':
      return writeDivision(block, writing);
    case 'notes':
      return writeNotes(block, writing);
    case 'question':
      return writeQuestion(block, writing, writeBlocks);
    case 'answer':
      return writeAnswer(block, writing, writeBlocks);
    case 'figure':
      return writeFigure(block, writeInlines(block.image.children, writing), writing);
    case 'table':
      return writeTable(block, writing, (blocks) => writeBlocks(blocks, writing));
    case 'html-tag':
      return writeHtmlTag(block, writing);
    case 'html-verbatim':
      return writeHtmlVerbatim(block, writing);
  }
}

function writeParagraph(paragraph: Paragraph, writing: Writing): string {
  const text = writeInlines(paragraph.children, writing);
  const [only] = paragraph.children;
  const content = isLone(paragraph) && only?.kind === 'image' ? writeFullSize(text, only, writing) : text;
  const lone = isLone(paragraph);
  if (paragraph.tight || isBlank(paragraph, content) || (lone && stretches(paragraph))) return content.trim();
  return `<p${writeOwnAttributes(paragraph, writing, lone ? ['lone'] : [])}>${content}</p>`;
}

/** What stood in it may have been left out; text never is. A no-break space is there to take up room. */
function isBlank({ children: [first] }: Paragraph, content: string): boolean {
  return (first?.kind !== 'text' || first.text.trim() === '') && /^[ \t\n]*$/.test(content);
}

/** Whether a paragraph is one image and nothing else, in Markdown or in HTML. */
export function isLone(block: Block): boolean {
  if (block.kind !== 'paragraph' || block.tight || block.children.length !== 1) return false;
  const [only] = block.children;
  return only?.kind === 'image' || (only?.kind === 'html-tag' && only.name === 'img');
}

/** Whether a paragraph is one image that fills its slide: reveal.js stretches what stands right on the slide. */
function stretches({ children: [only] }: Paragraph): boolean {
  return only?.kind === 'image' && only.attributes.classes.includes('r-stretch');
}

function writeHeading(heading: Heading, writing: Writing): string {
  const name = `h${writing.headingLevel(heading.level)}`;
  return `<${name}${writeAttributes(heading.attributes, writing)}>${writeInlines(heading.children, writing)}</${name}>`;
}

function orderOf(list: BulletList | OrderedList): string {
  if (list.kind === 'bullet-list') return '';
  return (list.start === 1 ? '' : ` start="${list.start}"`) + (list.style === null ? '' : ` type="${list.style}"`);
}

function writeList(name: 'ul' | 'ol', attributes: string, list: BulletList | OrderedList, writing: Writing): string {
  const step = list.incremental && writing.view === 'deck' ? ['fragment'] : [];
  const items = list.items.map((one) => `<li${writeOwnAttributes(one, writing, step)}>${writeItem(one, writing)}</li>\n`);
  const tasks = name === 'ul' && list.items.every((one) => one.task !== undefined) ? ['task-list'] : [];
  return `<${name}${attributes}${writeOwnAttributes(list, writing, tasks)}>\n${items.join('')}</${name}>`;
}

/** A task has a box that shows whether it is done, and cannot be changed; its first text is what the box is for. */
function writeItem(item: ListItem, writing: Writing): string {
  const [first, ...rest] = item.children;
  if (item.task === undefined || first?.kind !== 'paragraph') return writeBlocks(item.children, writing);
  const box = `<input type="checkbox"${item.task === 'done' ? ' checked' : ''}>`;
  const label = `<label>${box}${writeInlines(first.children, writing).trim()}</label>`;
  const text = first.tight ? label : `<p${writeOwnAttributes(first, writing, [])}>${label}</p>`;
  return rest.length === 0 ? text : `${text}\n${writeBlocks(rest, writing)}`;
}

function writeDefinitions(list: DefinitionList, writing: Writing): string {
  const step = list.incremental && writing.view === 'deck' ? ' class="fragment"' : '';
  const items = list.items.flatMap(({ term, details }) => [
    `<dt${step}>${writeInlines(term, writing)}</dt>`,
    ...details.map((detail) => `<dd${step}>${writeBlocks(detail, writing)}</dd>`),
  ]);
  return `<dl>\n${items.join('\n')}\n</dl>`;
}

function writeDivision(division: Division, writing: Writing): string {
  const { attributes } = division;
  const columns = attributes.classes.includes('columns');
  // What the author's steps hide on the deck is there from the beginning on a page.
  const classes = writing.view === 'deck' ? attributes.classes : attributes.classes.filter((name) => name !== 'fragment');
  const tall = columns && holdsFigure(division.children) ? [...classes, 'tall'] : classes;
  const width = attributes.classes.includes('column') ? widthOf(division) : null;
  const style = width === null ? '' : ` style="width:${width};"`;
  const without = width === null ? [] : ['width', 'style'];
  const shares = columns ? columnShares(division.children) : [];
  const children = columns
    ? division.children.map((child, at) => writeBlock(child, { ...writing, share: shares[at] ?? 1 })).join('')
    : writeBlocks(division.children, writing);
  return `<div${writeAttributes(attributes, writing, { classes: tall, without })}${style}>\n${children}\n</div>`;
}

/** A column's width as CSS; null where none is given, or none that CSS knows. */
function widthOf(column: Division): string | null {
  const width = column.attributes.pairs.find((pair) => pair.key === 'width')?.value.trim() ?? '';
  return /^[\d.]+(?:%|px|em|rem|vw|ch|in|cm|mm|pt)$/.test(width) ? width : null;
}

function holdsFigure(columns: readonly Block[]): boolean {
  return columns.some(
    (column) => column.kind === 'division' && column.children.some((child) => child.kind === 'figure' || isLone(child)),
  );
}

function writeNotes(notes: Notes, writing: Writing): string {
  if (writing.notes === 'apart') return '';
  if (writing.notes === 'in-place') return writeBlocks(notes.children, writing);
  const classes = ['notes', ...notes.attributes.classes.filter((name) => name !== 'notes')];
  const still = { ...writing, still: true };
  const content = `${writeBlocks(notes.children, still)}${writeFootnotes(notes.children, (text) => writeBlocks(text, still))}`;
  return `<aside${writeAttributes(notes.attributes, writing, { classes })}>\n${content}\n</aside>`;
}
