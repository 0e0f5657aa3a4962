/** Gives the elements of a slide the attributes that comments have for them; those comments go. */
import { type Attributes, NO_ATTRIBUTES } from '../../model/attributes.ts';
import type { Block, Inline, ListItem, TableCell } from '../../model/blocks.ts';
import { mapCells, mapChildBlocks } from '../../model/walk.ts';
import type { TreeContext } from '../treeContext.ts';
import { setAttributes, setTagAttributes } from './directive.ts';
import { type Found, findDirectives } from './elements.ts';

/** The blocks of a slide with their attributes, and the slide's own. */
export function applyComments(
  blocks: readonly Block[],
  context: Pick<TreeContext, 'report'>,
): { readonly blocks: readonly Block[]; readonly slide: Attributes } {
  const found = findDirectives(blocks);
  for (const { text, span } of found.useless) {
    const name = text.includes('.slide') ? '.slide:' : '.element:';
    context.report(
      'idle-comment',
      span,
      `This comment gives nothing any attributes.`,
      `Write \`<!-- ${name} class="name" -->\`, with double quotes.`,
    );
  }
  return {
    blocks: found.used.size === 0 ? blocks : inBlocks(blocks, found),
    slide: setAttributes(NO_ATTRIBUTES, found.pairs.get('slide') ?? []),
  };
}

function inBlocks(blocks: readonly Block[], found: Found): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (found.used.has(block)) return [];
    const inside = insideOf(block, found);
    if (inside.kind === 'paragraph' && inside.children.length === 0) return [];
    return [given(inside, block, found)];
  });
}

function insideOf(block: Block, found: Found): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: inInlines(block.children, found) };
    case 'table':
      return mapCells(block, (cell) => ({ ...cell, children: inInlines(cell.children, found), ...attributesFor(cell, found) }));
    case 'bullet-list':
    case 'ordered-list':
      return {
        ...block,
        items: block.items.map((item): ListItem => {
          return { ...item, children: inBlocks(item.children, found), ...attributesFor(item, found) };
        }),
      };
    default:
      return mapChildBlocks(block, (children) => inBlocks(children, found));
  }
}

/** The attributes of an item or a cell, where it has some. */
function attributesFor(part: ListItem | TableCell, found: Found): { readonly attributes?: Attributes } {
  const pairs = found.pairs.get(part);
  return pairs === undefined ? {} : { attributes: setAttributes(NO_ATTRIBUTES, pairs) };
}

function inInlines(inlines: readonly Inline[], found: Found): readonly Inline[] {
  const kept = inlines.flatMap((inline): readonly Inline[] => {
    if (found.used.has(inline)) return [];
    const inside = 'children' in inline ? { ...inline, children: inInlines(inline.children, found) } : inline;
    return [given(inside, inline, found)];
  });
  return kept.every(({ kind }) => kind === 'soft-break') ? [] : kept;
}

/** A node, changed inside, with the attributes that were found for what it was. */
function given<Node extends Block | Inline>(node: Node, before: Block | Inline, found: Found): Node {
  const pairs = found.pairs.get(before);
  if (pairs === undefined || WITHOUT.has(node.kind)) return node;
  if (node.kind === 'html-tag' || node.kind === 'html-verbatim')
    return { ...node, attributes: setTagAttributes(node.attributes, pairs) };
  const attributes = 'attributes' in node && !Array.isArray(node.attributes) ? (node.attributes as Attributes) : NO_ATTRIBUTES;
  return { ...node, attributes: setAttributes(attributes, pairs) };
}

/** What has no attributes in our tree. */
const WITHOUT: ReadonlySet<string> = new Set(['definition-list', 'line-block', 'figure']);
