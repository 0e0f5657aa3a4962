/** Walks over the tree: every block and inline in reading order, and the plain text of either. */
import type { Attributes } from './attributes.ts';
import type { Block, Inline, Table, TableCell, TableRow } from './blocks.ts';

/** Most of what is walked holds nothing. */
const NOTHING: readonly never[] = [];

/** The blocks directly inside a block; none for a leaf. */
export function childBlocks(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'quote':
    case 'division':
    case 'notes':
    case 'question':
    case 'answer':
      return block.children;
    case 'bullet-list':
    case 'ordered-list':
      return block.items.flatMap((item) => item.children);
    case 'definition-list':
      return block.items.flatMap((item) => item.details.flat());
    case 'table':
      return cellsOf(block).flatMap((cell) => cell.blocks ?? []);
    default:
      return NOTHING;
  }
}

/** All cells of a table, in reading order. */
export function cellsOf({ head, rows, foot }: Table): readonly TableCell[] {
  return [...head.flat(), ...rows.flat(), ...foot.flat()];
}

/** Every cell of a table, in reading order, without a list of them all: walks over the tree come here again and again. */
function eachCell({ head, rows, foot }: Table, visit: (cell: TableCell) => void): void {
  for (const part of [head, rows, foot]) for (const row of part) for (const cell of row) visit(cell);
}

/** The table with each of its cells changed; one in which nothing changes as it is. */
export function mapCells(table: Table, change: (cell: TableCell) => TableCell): Table {
  const changeRow = (row: TableRow): TableRow => mapChanged(row, change);
  const [head, rows, foot] = [
    mapChanged(table.head, changeRow),
    mapChanged(table.rows, changeRow),
    mapChanged(table.foot, changeRow),
  ];
  return head === table.head && rows === table.rows && foot === table.foot ? table : { ...table, head, rows, foot };
}

/** The block with each list of blocks directly inside it changed; one in which nothing changes, and a leaf, as it is. */
export function mapChildBlocks(block: Block, change: (children: readonly Block[]) => readonly Block[]): Block {
  switch (block.kind) {
    case 'quote':
    case 'division':
    case 'notes':
    case 'question':
    case 'answer': {
      const children = change(block.children);
      return children === block.children ? block : { ...block, children };
    }
    case 'bullet-list':
    case 'ordered-list': {
      const items = mapChanged(block.items, (item) => {
        const children = change(item.children);
        return children === item.children ? item : { ...item, children };
      });
      return items === block.items ? block : { ...block, items };
    }
    case 'definition-list': {
      const items = mapChanged(block.items, (item) => {
        const details = mapChanged(item.details, change);
        return details === item.details ? item : { ...item, details };
      });
      return items === block.items ? block : { ...block, items };
    }
    case 'table':
      return mapCells(block, (cell) => {
        const blocks = cell.blocks === undefined ? undefined : change(cell.blocks);
        return blocks === undefined || blocks === cell.blocks ? cell : { ...cell, blocks };
      });
    default:
      return block;
  }
}

/** What `change` makes of each; the same list where it gives every one of them back. */
export function mapChanged<One>(list: readonly One[], change: (one: One) => One): readonly One[] {
  let changed: One[] | null = null;
  for (let at = 0; at < list.length; at++) {
    const one = list[at] as One;
    const made = change(one);
    if (changed !== null) changed.push(made);
    else if (made !== one) changed = [...list.slice(0, at), made];
  }
  return changed ?? list;
}

/** The inlines directly inside a block: of all its cells for a table, its caption for a figure. */
export function inlinesOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.children;
    case 'figure':
      return [block.image];
    case 'definition-list':
      return block.items.flatMap((item) => item.term);
    case 'line-block':
      return block.lines.flat();
    case 'table':
      return inlinesOfTable(block);
    default:
      return NOTHING;
  }
}

function inlinesOfTable(table: Table): readonly Inline[] {
  const inlines: Inline[] = [];
  eachCell(table, (cell) => {
    for (const inline of cell.children) inlines.push(inline);
  });
  return table.caption === null ? inlines : [...inlines, ...table.caption];
}

/** The inlines directly inside an inline. */
export function childInlines(inline: Inline): readonly Inline[] {
  return 'children' in inline ? inline.children : [];
}

/** Every block, parents before children, in reading order. `enter` returning false leaves out what is inside. */
export function walkBlocks(blocks: readonly Block[], enter: (block: Block) => boolean | void): void {
  for (const block of blocks) {
    if (enter(block) === false) continue;
    // told apart here and not by childBlocks: this is the hottest loop of a build
    switch (block.kind) {
      case 'quote':
      case 'division':
      case 'notes':
      case 'question':
      case 'answer':
        walkBlocks(block.children, enter);
        break;
      case 'bullet-list':
      case 'ordered-list':
        for (const item of block.items) walkBlocks(item.children, enter);
        break;
      case 'definition-list':
        walkBlocks(childBlocks(block), enter);
        break;
      case 'table':
        eachCell(block, (cell) => {
          if (cell.blocks !== undefined) walkBlocks(cell.blocks, enter);
        });
    }
  }
}

/** Every inline, parents before children, in reading order. `enter` returning false leaves out what is inside. */
export function walkInlines(inlines: readonly Inline[], enter: (inline: Inline) => boolean | void): void {
  for (const inline of inlines) if (enter(inline) !== false && 'children' in inline) walkInlines(inline.children, enter);
}

/** Every inline of every block, those of footnotes among them (raw tags between blocks are blocks, and not among them). */
export function walkAllInlines(blocks: readonly Block[], enter: (inline: Inline, block: Block) => boolean | void): void {
  walkBlocks(blocks, (block) =>
    walkInlines(inlinesOf(block), (inline) => {
      const inside = enter(inline, block);
      if (inline.kind === 'footnote') walkAllInlines(inline.blocks, enter);
      return inside;
    }),
  );
}

/** The attributes of a block or inline; null for those that have none. */
export function attributesOf(node: Block | Inline): Attributes | null {
  switch (node.kind) {
    case 'text':
    case 'soft-break':
    case 'hard-break':
    case 'formula':
    case 'footnote':
    case 'citation':
    case 'html-tag':
    case 'html-verbatim':
    case 'definition-list':
    case 'line-block':
      return null;
    case 'figure':
      return node.image.attributes;
    default:
      return node.attributes ?? null;
  }
}

/** The attributes of what a block holds that is no block: the items of a list, the cells of a table. */
export function attributesInside(block: Block): readonly Attributes[] {
  const parts: readonly { readonly attributes?: Attributes }[] =
    block.kind === 'bullet-list' || block.kind === 'ordered-list' ? block.items : block.kind === 'table' ? cellsOf(block) : [];
  return parts.flatMap(({ attributes }) => attributes ?? []);
}

/** What a reader would hear: text and code without markup, line ends as spaces. */
export function plainText(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) text += textOf(inline);
  return text;
}

function textOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'inline-code':
      return inline.text;
    case 'soft-break':
    case 'hard-break':
      return ' ';
    case 'html-tag':
      return inline.name === 'br' ? ' ' : '';
    case 'formula':
      return inline.tex;
    case 'footnote':
    case 'html-verbatim':
      return '';
    default:
      return plainText(inline.children);
  }
}

/** The plain text of blocks, one line a paragraph, heading, item, cell or code block; notes among them. */
export function blockText(blocks: readonly Block[]): string {
  const lines: string[] = [];
  walkBlocks(blocks, (block) => {
    if (block.kind === 'code') lines.push(block.text);
    else if (block.kind === 'table') {
      for (const cell of cellsOf(block)) lines.push(plainText(cell.children));
      lines.push(plainText(block.caption ?? []));
    } else lines.push(plainText(inlinesOf(block)));
  });
  return lines.filter((line) => line.trim() !== '').join('\n');
}
