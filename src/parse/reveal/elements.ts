/** Finds the element that each comment with attributes is about, in the tree as the browser would have it. */
import type { Pair } from '../../model/attributes.ts';
import type { Block, HtmlVerbatim, Inline, ListItem, TableCell } from '../../model/blocks.ts';
import { cellsOf } from '../../model/walk.ts';
import { COMMENT } from '../treeContext.ts';
import { directiveOf } from './directive.ts';

/** What can be given attributes. */
export type Element = Block | Inline | ListItem | TableCell | 'slide';

export interface Found {
  readonly pairs: ReadonlyMap<Element, readonly Pair[]>;
  /** The comments that gave attributes, and those that look as if they should. */
  readonly used: ReadonlySet<Block | Inline>;
  readonly useless: readonly HtmlVerbatim[];
}

interface Level {
  readonly parent: Element;
  /** The last element in it so far. */
  last: Element | null;
  /** The name of the raw tag that opened it. */
  readonly tag: string | null;
}

interface Finding {
  readonly pairs: Map<Element, readonly Pair[]>;
  readonly used: Set<Block | Inline>;
  readonly useless: HtmlVerbatim[];
}

/** The attributes that comments in the blocks of one slide give, by the element that they are for. */
export function findDirectives(blocks: readonly Block[]): Found {
  const finding: Finding = { pairs: new Map(), used: new Set(), useless: [] };
  visitInside(blocks, 'slide', finding);
  return finding;
}

function visitInside(nodes: readonly (Block | Inline)[], parent: Element, finding: Finding): void {
  const levels: Level[] = [{ parent, last: null, tag: null }];
  for (const node of nodes) visit(node, levels, finding);
}

function visit(node: Block | Inline, levels: Level[], finding: Finding): void {
  const level = levels.at(-1);
  if (level === undefined) return;
  if (node.kind === 'html-verbatim' && node.name === COMMENT) take(node, level.last ?? level.parent, finding);
  else if (node.kind === 'html-tag') visitTag(node, levels, level);
  else if (node.kind === 'paragraph' && node.tight) for (const child of node.children) visit(child, levels, finding);
  else if (!NO_ELEMENTS.has(node.kind)) {
    visitChildren(node, finding);
    level.last = node;
  }
}

/** What is no element in the browser, or none that reveal.js looks at. */
const NO_ELEMENTS: ReadonlySet<string> = new Set(['text', 'soft-break', 'hard-break', 'formula', 'footnote']);

function visitTag(tag: (Block | Inline) & { readonly kind: 'html-tag' }, levels: Level[], level: Level): void {
  if (tag.form === 'open') levels.push({ parent: tag, last: null, tag: tag.name });
  else if (tag.form === 'void') level.last = tag.name === 'br' ? level.last : tag;
  else {
    const at = levels.findLastIndex((open) => open.tag === tag.name);
    const closed = at < 0 ? undefined : levels.splice(at)[0];
    const outer = levels.at(-1);
    if (closed !== undefined && outer !== undefined) outer.last = closed.parent;
  }
}

function visitChildren(node: Block | Inline, finding: Finding): void {
  switch (node.kind) {
    case 'bullet-list':
    case 'ordered-list':
      for (const item of node.items) visitInside(item.children, item, finding);
      break;
    case 'table':
      for (const cell of cellsOf(node)) visitInside(cell.children, cell, finding);
      break;
    case 'image':
      break;
    default:
      if ('children' in node) visitInside(node.children, node, finding);
  }
}

function take(comment: HtmlVerbatim, before: Element, finding: Finding): void {
  const directive = directiveOf(comment.text, comment.span);
  if (directive === null) return;
  const element = directive.of === 'slide' ? 'slide' : before;
  finding.used.add(comment);
  if (directive.pairs.length === 0) finding.useless.push(comment);
  else finding.pairs.set(element, [...(finding.pairs.get(element) ?? []), ...directive.pairs]);
}
