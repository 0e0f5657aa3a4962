/** Turns markdown-it's tokens into our tree of blocks; no token leaves this folder. */
import type { Block, Definition, Heading, Inline, ListItem, TableCell, TableRow } from '../model/blocks.ts';
import { NO_ATTRIBUTES } from '../model/attributes.ts';
import type { Span } from '../model/source.ts';
import { withoutLastLineEnds } from '../model/withoutLastLineEnds.ts';
import { makeAttributes } from './attributes.ts';
import { collectFootnotes, nameHeadings } from './beforeTree.ts';
import { buildInlines } from './inlines.ts';
import { isReadWith } from './isOn.ts';
import { blocksOfParagraph } from './paragraphs.ts';
import { balanceTags, divisionOf, foldDivisions } from './settle.ts';
import { htmlBlocks } from './reveal/htmlBlocks.ts';
import { attachCaptions } from './syntax/caption.ts';
import { rawHtml } from './rawHtml.ts';
import { makeHtmlAttributes } from './tag.ts';
import { metaOf, type Token, type TokenMeta } from './tokens.ts';
import { COMMENT, type TreeContext } from './treeContext.ts';

interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

/** What is known of a text before its tree. */
export type TextContext = Omit<TreeContext, 'footnote' | 'countFootnote' | 'headingId' | 'idOf'>;

/** The blocks that the tokens of a whole text make. */
export function buildTree(tokens: readonly Token[], text: TextContext): readonly Block[] {
  const footnotes = collectFootnotes(tokens);
  const headings = nameHeadings(tokens, text);
  const calls = { count: 0 };
  const context: TreeContext = {
    ...text,
    countFootnote: () => ++calls.count,
    footnote: (label, span) => {
      const content = footnotes.get(label);
      if (content === undefined) return null;
      const number = ++calls.count;
      const inside = { ...context, footnote: callInFootnote(context) };
      return { kind: 'footnote', number, blocks: blocksUntil({ tokens: content, at: 0 }, null, inside), span };
    },
    headingId: (label) => headings.byLabel.get(label) ?? null,
    idOf: (heading) => headings.byToken.get(heading) ?? null,
  };
  return blocksUntil({ tokens, at: 0 }, null, context);
}

/** A call in the text of a footnote stays text, as in pandoc: footnotes could call each other without end. */
function callInFootnote({ report }: TreeContext): TreeContext['footnote'] {
  return (label, span) => {
    const message = `“[^${label}]” stands in the text of a footnote, so it is shown as text.`;
    report('nested-footnote', span, message, 'Write what it says into the footnote itself.');
    return { kind: 'text', text: `[^${label}]`, span };
  };
}

function blocksUntil(cursor: Cursor, close: string | null, context: TreeContext): readonly Block[] {
  const blocks: Block[] = [];
  while (cursor.at < cursor.tokens.length) {
    const token = cursor.tokens[cursor.at++];
    if (token === undefined || token.type === close) break;
    for (const block of blocksOf(token, cursor, context)) blocks.push(block);
  }
  return foldDivisions(context.reveal || !isReadWith(context, 'table_captions') ? blocks : attachCaptions(blocks), context);
}

function blocksOf(token: Token, cursor: Cursor, context: TreeContext): readonly Block[] {
  const span = spanOf(token, context);
  const meta = metaOf(token);
  switch (token.type) {
    case 'paragraph_open': {
      const inline = takeInline(cursor);
      const blocks = blocksOfParagraph(inline, buildInlines(inline, context), token.hidden, span, context);
      return meta.attributes == null ? blocks : blocks.map((block) => withAttributes(block, meta, context));
    }
    case 'heading_open':
      return [headingOf(token, cursor, span, context)];
    case 'fence':
    case 'code_block':
      return [codeOf(token, span, context)];
    case 'blockquote_open':
      return [{ kind: 'quote', children: blocksUntil(cursor, 'blockquote_close', context), span }];
    case 'bullet_list_open':
      return [{ kind: 'bullet-list', items: itemsOf(cursor, 'bullet_list_close', context), incremental: false, span }];
    case 'ordered_list_open':
      return [
        {
          kind: 'ordered-list',
          items: itemsOf(cursor, 'ordered_list_close', context),
          start: Number(token.attrGet('start') ?? 1),
          style: meta.style ?? null,
          ...(meta.example && { attributes: { ...NO_ATTRIBUTES, classes: ['example'] } }),
          incremental: false,
          span,
        },
      ];
    case 'definition_list_open':
      return [{ kind: 'definition-list', items: definitionsOf(cursor, context), incremental: false, span }];
    case 'line_block_open':
      return [{ kind: 'line-block', lines: linesOf(cursor, context), span }];
    case 'footnote_text_open':
      skipTo(cursor, 'footnote_text_close');
      return [];
    case 'hr':
      return [{ kind: 'rule', span }];
    case 'division_open':
      return [
        divisionOf(
          makeAttributes(meta.attributes, context.place),
          blocksUntil(cursor, 'division_close', context),
          span,
          context.notes,
        ),
      ];
    case 'table_open':
      return [tableOf(token, cursor, span, context)];
    case 'html_tag':
      return meta.tag === undefined
        ? []
        : [
            {
              kind: 'html-tag',
              name: meta.tag.name,
              form: meta.tag.form,
              attributes: makeHtmlAttributes(meta.tag, context.place),
              span,
            },
          ];
    case 'html_verbatim':
      return meta.tag === undefined
        ? []
        : [
            {
              kind: 'html-verbatim',
              name: meta.tag.name,
              attributes: makeHtmlAttributes(meta.tag, context.place),
              text: meta.verbatim ?? '',
              span,
            },
          ];
    case 'html_block':
      return htmlBlocks(token, span, context);
    case 'html_raw':
      return rawHtml(meta.verbatim ?? '', span).map(
        (node): Block => (node.kind === 'text' ? { kind: 'paragraph', tight: true, children: [node], span } : node),
      );
    case 'tex_macro':
    case 'raw_tex':
      // to pandoc they are blocks, which a slide holds though it shows none of them
      return [{ kind: 'paragraph', tight: true, children: [], span }];
    case 'html_comment':
      return [{ kind: 'html-verbatim', name: COMMENT, attributes: [], text: meta.verbatim ?? '', span }];
    default:
      return [];
  }
}

/** A caption, with the attributes of its table. */
function withAttributes(block: Block, { attributes }: TokenMeta, { place }: TreeContext): Block {
  return block.kind === 'paragraph' ? { ...block, attributes: makeAttributes(attributes, place) } : block;
}

function headingOf(token: Token, cursor: Cursor, span: Span, context: TreeContext): Heading {
  const children = balanceTags(buildInlines(takeInline(cursor), context), 'paragraph', context);
  const meta = metaOf(token);
  const given = makeAttributes(meta.attributes, context.place);
  const id = context.reveal ? null : context.idOf(token);
  if (id !== null && given.id !== null && given.id !== id) reportDigits(given.id, id, given.idSpan ?? span, context);
  const attributes = { ...given, id };
  return { kind: 'heading', level: Number(token.tag.slice(1)), children, attributes, underlined: meta.underlined ?? false, span };
}

function reportDigits(given: string, id: string, span: Span, context: TreeContext): void {
  const message = `“#${given}” would be read as the number of a slide, so it becomes “#${id}”.`;
  context.report('numeric-identifier', span, message, 'Begin the identifier with a letter.');
}

function codeOf(token: Token, span: Span, context: TreeContext): Block {
  const meta = metaOf(token);
  const attributes = makeAttributes(meta.attributes, context.place);
  const classes = meta.language == null ? attributes.classes : [meta.language, ...attributes.classes];
  const text = token.content.replace(/\n$/, '');
  return {
    kind: 'code',
    language: languageOf(classes),
    text: token.type === 'code_block' ? withoutLastLineEnds(text) : text,
    attributes: { ...attributes, classes },
    span,
  };
}

/** Classes that say how to show code, not what language it is. */
const CODE_OPTIONS = new Set(['numberLines', 'number-lines', 'fragment']);

function languageOf(classes: readonly string[]): string | null {
  return classes.find((name) => !CODE_OPTIONS.has(name)) ?? null;
}

function itemsOf(cursor: Cursor, close: string, context: TreeContext): readonly ListItem[] {
  const items: ListItem[] = [];
  while (cursor.at < cursor.tokens.length) {
    const token = cursor.tokens[cursor.at++];
    if (token === undefined || token.type === close) break;
    const item = { span: spanOf(token, context), children: blocksUntil(cursor, 'list_item_close', context) };
    items.push(isReadWith(context, 'task_lists') ? asTask(item) : item);
  }
  return context.reveal || isReadWith(context, 'commonmark') ? items : compacted(items);
}

/** Where the only paragraph of a list is what it ends with, it is text, as in pandoc; else one makes a paragraph of every text (`compactify`). */
function compacted(items: readonly ListItem[]): readonly ListItem[] {
  const last = items.at(-1);
  const end = last?.children.at(-1);
  const loose = items.flatMap(({ children }) => children).filter((block) => block.kind === 'paragraph' && !block.tight);
  if (last === undefined || end === undefined || loose.length === 0) return items;
  if (loose.length > 1 || loose[0] !== end) return items.map((item) => ({ ...item, children: item.children.map(loosened) }));
  return [...items.slice(0, -1), { ...last, children: [...last.children.slice(0, -1), tightened(end)] }];
}

function loosened(block: Block): Block {
  return block.kind === 'paragraph' && block.tight && block.children.length > 0 ? { ...block, tight: false } : block;
}

function tightened(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, tight: true } : block;
}

/** `[ ]` and `[x]` at the start of an item make it a task. */
function asTask(item: ListItem): ListItem {
  const [first, ...rest] = item.children;
  const text = first?.kind === 'paragraph' ? first.children[0] : undefined;
  const mark = text?.kind === 'text' ? /^\[([ xX])\] /.exec(text.text) : null;
  if (first?.kind !== 'paragraph' || text?.kind !== 'text' || mark === null) return item;
  const shorter = { ...text, text: text.text.slice(4), span: { ...text.span, start: text.span.start + 4 } };
  const children = [{ ...first, children: [shorter, ...first.children.slice(1)] }, ...rest];
  return { ...item, task: mark[1] === ' ' ? 'open' : 'done', children };
}

function definitionsOf(cursor: Cursor, context: TreeContext): readonly Definition[] {
  const items: Definition[] = [];
  for (
    let token = cursor.tokens[cursor.at++];
    token !== undefined && token.type !== 'definition_list_close';
    token = cursor.tokens[cursor.at++]
  ) {
    if (token.type === 'term_open') {
      const term = balanceTags(buildInlines(takeInline(cursor), context), 'paragraph', context);
      items.push({ term, details: [], span: spanOf(token, context) });
    } else if (token.type === 'detail_open') {
      const last = items.pop();
      const detail = blocksUntil(cursor, 'detail_close', context);
      if (last !== undefined) items.push({ ...last, details: [...last.details, detail] });
    }
  }
  return items;
}

function linesOf(cursor: Cursor, context: TreeContext): readonly (readonly Inline[])[] {
  const lines: (readonly Inline[])[] = [];
  for (
    let token = cursor.tokens[cursor.at++];
    token !== undefined && token.type !== 'line_block_close';
    token = cursor.tokens[cursor.at++]
  ) {
    lines.push(balanceTags(buildInlines(token, context), 'paragraph', context));
  }
  return lines;
}

function skipTo(cursor: Cursor, close: string): void {
  while (cursor.at < cursor.tokens.length && cursor.tokens[cursor.at++]?.type !== close);
}

function tableOf(token: Token, cursor: Cursor, span: Span, context: TreeContext): Block {
  const rows: TableRow[] = [];
  let row: TableCell[] = [];
  for (
    let part = cursor.tokens[cursor.at++];
    part !== undefined && part.type !== 'table_close';
    part = cursor.tokens[cursor.at++]
  ) {
    if (part.type === 'tr_open') row = [];
    else if (part.type === 'tr_close') rows.push(row);
    else if (part.type === 'td_open') row.push(cellOf(part, cursor, context));
    else row.push({ children: balanceTags(buildInlines(part, context), 'paragraph', context), span: spanOf(part, context) });
  }
  const { columns = [], head: heads = 1, foot: feet = 0 } = metaOf(token);
  const head = rows.slice(0, heads);
  return {
    kind: 'table',
    columns,
    head: head.length === 1 && head[0]?.every(isEmpty) ? [] : head,
    rows: rows.slice(heads, rows.length - feet),
    foot: rows.slice(rows.length - feet),
    caption: null,
    span,
  };
}

/** A cell of a grid table; one paragraph in it is only text. */
function cellOf(token: Token, cursor: Cursor, context: TreeContext): TableCell {
  const blocks = blocksUntil(cursor, 'td_close', context);
  const { column = 0, columns = 1, rows = 1 } = metaOf(token).cell ?? {};
  const [only] = blocks;
  const place = { column, ...(columns > 1 && { columns }), ...(rows > 1 && { rows }), span: spanOf(token, context) };
  if (blocks.length === 1 && only?.kind === 'paragraph') return { children: only.children, ...place };
  return blocks.length === 0 ? { children: [], ...place } : { children: [], blocks, ...place };
}

function isEmpty({ children, blocks }: TableCell): boolean {
  return children.length === 0 && blocks === undefined;
}

function takeInline(cursor: Cursor): Token {
  const inline = cursor.tokens[cursor.at];
  if (inline === undefined) throw new Error('a paragraph or heading without its text');
  cursor.at += 2;
  return inline;
}

/** Where a block stands: as its rule said, else from its first mark to the end of its last line that is not blank. */
function spanOf(token: Token, context: TreeContext): Span {
  const [start, end] = metaOf(token).at ?? [0, 0];
  if (end > start || token.map === null) return context.place([start, Math.max(start, end)]);
  const from = STARTS_BEFORE.has(token.type) ? firstMark(context, token.map[0]) : start;
  const to = trimmedEnd(context.text, context.lineEnds[token.map[1] - 1] ?? from);
  return context.place([from, Math.max(from, to)]);
}

/** Tokens that markdown-it pushes after it has moved on. */
const STARTS_BEFORE = new Set(['hr', 'code_block', 'blockquote_open']);

function firstMark(context: TreeContext, line: number): number {
  const start = line === 0 ? 0 : (context.lineEnds[line - 1] ?? 0) + 1;
  return start + (/^[ \t]*/.exec(context.text.slice(start, context.lineEnds[line]))?.[0].length ?? 0);
}

function isWhite(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // what nearly every line ends with needs no look at the others
  return code > 32 && code < 127 ? false : /\s/.test(text[at] ?? '');
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && isWhite(text, at - 1)) at--;
  return at;
}
