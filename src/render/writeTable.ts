/** A table → HTML, with alignments as style and widths as column shares. */
import type { Block, Table, TableCell, TableRow } from '../model/blocks.ts';
import { blockText, plainText } from '../model/walk.ts';
import { escapeHtml } from './escape.ts';
import { writeOwnAttributes } from './writeAttributes.ts';
import { writeInlines } from './writeInlines.ts';
import { word, type Writing } from './writing.ts';

/** `writeBlocks` writes what stands in the cells of a grid table. */
export function writeTable(table: Table, writing: Writing, writeBlocks: (blocks: readonly Block[]) => string): string {
  const caption = table.caption === null ? '' : `<caption>${writeInlines(table.caption, writing)}</caption>\n`;
  const writePart = (name: 'thead' | 'tbody' | 'tfoot', part: readonly TableRow[]): string => {
    const rows = part.map((row) => `${writeRow(row, name === 'thead' ? 'th' : 'td', table, writing, writeBlocks)}\n`).join('');
    return rows === '' && name !== 'tbody' ? '' : `<${name}>\n${rows}</${name}>\n`;
  };
  const parts = writePart('thead', table.head) + writePart('tbody', table.rows) + writePart('tfoot', table.foot);
  const html = `<table${attributesOf(table, writing)}>\n${caption}${writeColumns(table)}${parts}</table>`;
  if (writing.view === 'deck') return html;
  // A page is narrower than a table may be; what scrolls can be reached with the keyboard.
  return `<div class="lectern-wide" tabindex="0" role="region" aria-label="${word(writing, 'table')}${escapeHtml(namesOf(table))}">${html}</div>`;
}

/** On a slide, a table that is drawn narrower than the page is narrower. */
function attributesOf(table: Table, writing: Writing): string {
  const share = table.columns.reduce((sum, { width }) => sum + (width ?? 0), 0);
  const own = table.attributes?.pairs.some(({ key }) => key === 'style') ?? false;
  const narrow = writing.view === 'deck' && share > 0 && share < 0.995 && !own;
  return `${narrow ? ` style="width:${Math.round(share * 100)}%"` : ''}${writeOwnAttributes(table, writing)}`;
}

/** What tells a table from others: its caption, or what stands over its columns. */
function namesOf({ caption, head, rows }: Table): string {
  const cells = (head[0] ?? rows[0] ?? []).map(textOf).filter((text) => text !== '');
  const name = caption === null ? cells.join(', ') : plainText(caption).trim();
  return name === '' ? '' : `: ${name}`;
}

function textOf({ children, blocks }: TableCell): string {
  return (blocks === undefined ? plainText(children) : blockText(blocks)).replace(/\s+/g, ' ').trim();
}

function writeColumns(table: Table): string {
  if (table.columns.every((column) => column.width === null)) return '';
  const columns = table.columns.map(({ width }) =>
    width === null ? '<col>\n' : `<col style="width:${Number((width * 100).toFixed(2))}%">\n`,
  );
  return `<colgroup>\n${columns.join('')}</colgroup>\n`;
}

function writeRow(
  row: TableRow,
  name: 'th' | 'td',
  table: Table,
  writing: Writing,
  writeBlocks: (blocks: readonly Block[]) => string,
): string {
  const cells = row.map((cell, at) => {
    const column = cell.column ?? at;
    const align = table.columns[column]?.align ?? null;
    const own = cell.attributes?.pairs.some(({ key }) => key === 'style') ?? false;
    const aligned = align === null || own ? '' : ` style="text-align:${align}"`;
    const style = aligned + writeOwnAttributes(own && align !== null ? withStyle(cell, `text-align:${align}`) : cell, writing);
    const content = cell.blocks === undefined ? writeInlines(cell.children, writing) : `\n${writeBlocks(cell.blocks)}\n`;
    const spans = spansOf(cell);
    if (column === 0 && name === 'td' && content !== '' && headsRows(table))
      return `<th scope="${cell.rows === undefined ? 'row' : 'rowgroup'}"${spans}${style}>${content}</th>`;
    // An empty header cell heads nothing.
    const element = content === '' ? 'td' : name;
    const scope = element === 'th' && cell.columns !== undefined ? ' scope="colgroup"' : '';
    return `<${element}${scope}${spans}${style}>${content}</${element}>`;
  });
  return `<tr>\n${cells.join('\n')}\n</tr>`;
}

function spansOf({ columns, rows }: TableCell): string {
  return (columns === undefined ? '' : ` colspan="${columns}"`) + (rows === undefined ? '' : ` rowspan="${rows}"`);
}

/** A cell whose own style comes after another. */
function withStyle(cell: TableCell, style: string): TableCell {
  if (cell.attributes === undefined) return cell;
  const pairs = cell.attributes.pairs.map((pair) => (pair.key === 'style' ? { ...pair, value: `${style};${pair.value}` } : pair));
  return { ...cell, attributes: { ...cell.attributes, pairs } };
}

/** With an empty corner over it, the first column names the rows. */
function headsRows({ head: [first, ...more], columns }: Table): boolean {
  if (first === undefined || more.length > 0 || columns.length <= 1) return false;
  return first[0] !== undefined && textOf(first[0]) === '' && first.slice(1).some((cell) => textOf(cell) !== '');
}
