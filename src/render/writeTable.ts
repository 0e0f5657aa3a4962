/** A table → HTML, with alignments as style and widths as column shares. */
import type { Table, TableCell } from '../model/blocks.ts';
import { plainText } from '../model/walk.ts';
import { escapeHtml } from './escape.ts';
import { writeOwnAttributes } from './writeAttributes.ts';
import { writeInlines } from './writeInlines.ts';
import { word, type Writing } from './writing.ts';

export function writeTable(table: Table, writing: Writing): string {
  const caption = table.caption === null ? '' : `<caption>${writeInlines(table.caption, writing)}</caption>\n`;
  const head = table.head === null ? '' : `<thead>\n${writeRow(table.head, 'th', table, writing)}\n</thead>\n`;
  const rows = table.rows.map((row) => `${writeRow(row, 'td', table, writing)}\n`).join('');
  const body = rows === '' ? '' : `<tbody>\n${rows}</tbody>\n`;
  const html = `<table${writeOwnAttributes(table, writing)}>\n${caption}${writeColumns(table)}${head}${body}</table>`;
  if (writing.view === 'deck') return html;
  // A page is narrower than a table may be; what scrolls can be reached with the keyboard.
  return `<div class="lectern-wide" tabindex="0" role="region" aria-label="${word(writing, 'table')}${escapeHtml(namesOf(table))}">${html}</div>`;
}

/** What tells a table from others: its caption, or what stands over its columns. */
function namesOf({ caption, head, rows }: Table): string {
  const cells = (head ?? rows[0] ?? []).map(({ children }) => plainText(children).trim()).filter((text) => text !== '');
  const name = caption === null ? cells.join(', ') : plainText(caption).trim();
  return name === '' ? '' : `: ${name}`;
}

function writeColumns(table: Table): string {
  if (table.columns.every((column) => column.width === null)) return '';
  const columns = table.columns.map(({ width }) =>
    width === null ? '<col>\n' : `<col style="width:${Number((width * 100).toFixed(2))}%">\n`,
  );
  return `<colgroup>\n${columns.join('')}</colgroup>\n`;
}

function writeRow(row: readonly TableCell[], name: 'th' | 'td', table: Table, writing: Writing): string {
  const cells = row.map((cell, at) => {
    const align = table.columns[at]?.align ?? null;
    const own = cell.attributes?.pairs.some(({ key }) => key === 'style') ?? false;
    const aligned = align === null || own ? '' : ` style="text-align:${align}"`;
    const style = aligned + writeOwnAttributes(own && align !== null ? withStyle(cell, `text-align:${align}`) : cell, writing);
    const content = writeInlines(cell.children, writing);
    if (at === 0 && name === 'td' && content !== '' && headsRows(table)) return `<th scope="row"${style}>${content}</th>`;
    // An empty header cell heads nothing.
    const element = content === '' ? 'td' : name;
    return `<${element}${style}>${content}</${element}>`;
  });
  return `<tr>\n${cells.join('\n')}\n</tr>`;
}

/** A cell whose own style comes after another. */
function withStyle(cell: TableCell, style: string): TableCell {
  if (cell.attributes === undefined) return cell;
  const pairs = cell.attributes.pairs.map((pair) => (pair.key === 'style' ? { ...pair, value: `${style};${pair.value}` } : pair));
  return { ...cell, attributes: { ...cell.attributes, pairs } };
}

/** With an empty corner over it, the first column names the rows. */
function headsRows({ head, columns }: Table): boolean {
  return columns.length > 1 && head?.[0]?.children.length === 0 && head.slice(1).some(({ children }) => children.length > 0);
}
