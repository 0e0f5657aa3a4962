/** Settles raw tags: pairs that mean a construct of ours become it, and what the author left open is closed. */
import { type Attributes, NO_ATTRIBUTES, type Pair } from '../model/attributes.ts';
import type { Block, HtmlTag, Inline } from '../model/blocks.ts';
import type { Span } from '../model/source.ts';
import { childBlocks, childInlines } from '../model/walk.ts';
import { TOO_DEEP_HINT } from './depth.ts';
import { DEEPEST } from './tokens.ts';
import { isReadWith } from './isOn.ts';
import type { TreeContext } from './treeContext.ts';

/** Elements whose end tag HTML lets one leave out. */
const OPTIONAL_END = new Set('li p td th tr dt dd option thead tbody tfoot colgroup'.split(' '));

/** `<div>` pairs as divisions, `<aside class="notes">` as notes, in every list of blocks; other tags stay. */
export function foldDivisions(
  blocks: readonly Block[],
  context: Pick<TreeContext, 'report' | 'notes' | 'extensions'>,
): readonly Block[] {
  const native = isReadWith(context, 'native_divs');
  return fold(
    blocks,
    context,
    // notes are notes however they are written, or the audience would see them
    (open) => (native && open.name === 'div') || (/^(?:aside|div)$/.test(open.name) && classesOf(open).includes('notes')),
    (open, children, span) => divisionOf(attributesFrom(open), children, span, context.notes),
  );
}

/** A division, or notes where it has that class (also as `<aside class="notes">`). */
export function divisionOf(attributes: Attributes, children: readonly Block[], span: Span, notes: 'public' | 'private'): Block {
  if (!attributes.classes.includes('notes')) return { kind: 'division', attributes, children, span };
  const visibility = attributes.classes.includes('private')
    ? 'private'
    : attributes.classes.includes('public')
      ? 'public'
      : notes;
  return { kind: 'notes', visibility, attributes, children, span };
}

/** `<span>` pairs as spans; other tags stay. */
export function foldSpans(inlines: readonly Inline[], context: Pick<TreeContext, 'report' | 'extensions'>): readonly Inline[] {
  if (!isReadWith(context, 'native_spans')) return inlines;
  return fold(
    inlines,
    context,
    (open) => open.name === 'span',
    (open, children, span): Inline => ({ kind: 'span', attributes: attributesFrom(open), children, span }),
  );
}

/**
 * Every tag that was left open closed at the end, and ends that close nothing left out; both reported. For the blocks
 * of a slide, and for the inlines of a paragraph.
 */
export function balanceTags<Node extends Foldable>(
  nodes: readonly Node[],
  where: 'slide' | 'paragraph',
  context: Pick<TreeContext, 'report'>,
): readonly Node[] {
  if (!nodes.some(isTag)) return nodes;
  const open: HtmlTag[] = [];
  const settled: Foldable[] = [];
  for (const node of nodes) {
    if (!isTag(node) || node.form === 'void') settled.push(node);
    else if (node.form === 'open') {
      open.push(node);
      settled.push(node);
    } else {
      const at = open.findLastIndex((tag) => tag.name === node.name);
      if (at < 0) {
        context.report(
          'stray-end-tag',
          node.span,
          `“</${node.name}>” closes nothing in this ${where}, and is left out.`,
          `Remove it, or open “<${node.name}>” in the same ${where}.`,
        );
        continue;
      }
      for (const closing of closings(open.splice(at + 1), where, context)) settled.push(closing);
      settled.push(node);
      open.pop();
    }
  }
  return [...settled, ...closings(open, where, context)] as Node[];
}

/** End tags for what is open, innermost first. */
function closings(open: readonly HtmlTag[], where: string, context: Pick<TreeContext, 'report'>): readonly HtmlTag[] {
  return [...open].reverse().flatMap((tag): HtmlTag[] => {
    if (OPTIONAL_END.has(tag.name)) return [];
    context.report(
      'unclosed-tag',
      tag.span,
      `“<${tag.name}>” is never closed in this ${where}, and ends with it.`,
      `Add “</${tag.name}>” where it should end.`,
    );
    return [{ ...tag, form: 'close', attributes: [] }];
  });
}

type Foldable = { readonly kind: string; readonly span: Span };

/** What stands in an element that is open; an element too deep to be one of ours shares the list around it. */
interface Level<Node> {
  readonly open: HtmlTag | null;
  readonly nodes: Node[];
  readonly deep: boolean;
  /** How many blocks or inlines stand in each other in it. */
  height: number;
}

function fold<Node extends Block | Inline>(
  nodes: readonly Node[],
  context: Pick<TreeContext, 'report'>,
  wanted: (open: HtmlTag) => boolean,
  make: (open: HtmlTag, children: readonly Node[], span: Span) => Node,
): readonly Node[] {
  if (!nodes.some(isTag)) return nodes;
  const outermost: Level<Node> = { open: null, nodes: [], deep: false, height: 0 };
  const levels = [outermost];
  const innermost = (): Level<Node> => levels.at(-1) ?? outermost;
  const push = (node: Node, height: number): void => {
    const level = innermost();
    level.nodes.push(node);
    level.height = Math.max(level.height, height);
  };
  for (const node of nodes) {
    const tag = isTag(node) ? node : null;
    if (tag?.form === 'open' && wanted(tag)) levels.push(openLevel(tag, levels, node, context));
    else if (tag?.form === 'close' && innermost().open?.name === tag.name) {
      const level = levels.pop() ?? outermost;
      if (level.open === null || level.deep) push(node, level.height);
      else if (level.height < DEEPEST)
        push(make(level.open, level.nodes, { ...level.open.span, end: tag.span.end }), level.height + 1);
      else {
        reportDeep(level.open, context);
        for (const inside of [level.open as unknown as Node, ...level.nodes, node]) push(inside, level.height);
      }
    } else push(node, levels.length > 1 ? heightOf(node) : 0);
  }
  // what was never closed stays a tag, followed by what would have been inside
  while (levels.length > 1) {
    const level = levels.pop() ?? outermost;
    if (!level.deep) for (const node of [level.open as unknown as Node, ...level.nodes]) push(node, level.height);
  }
  return outermost.nodes;
}

function openLevel<Node extends Block | Inline>(
  open: HtmlTag,
  levels: readonly Level<Node>[],
  node: Node,
  context: Pick<TreeContext, 'report'>,
): Level<Node> {
  const around = levels.at(-1);
  if (around === undefined || levels.length <= DEEPEST) return { open, nodes: [], deep: false, height: 0 };
  if (!around.deep) reportDeep(open, context);
  around.nodes.push(node);
  return { open, nodes: around.nodes, deep: true, height: 0 };
}

function reportDeep(open: HtmlTag, context: Pick<TreeContext, 'report'>): void {
  const message = `“<${open.name}>” is nested too deep, so it is only a tag, without what such a tag means in Markdown.`;
  context.report('too-deep', open.span, message, TOO_DEEP_HINT);
}

/** How many blocks or inlines stand in each other, in this one; 0 for a leaf. */
function heightOf(node: Block | Inline): number {
  const inside: readonly (Block | Inline)[] =
    node.kind === 'footnote' ? node.blocks : [...childBlocks(node as Block), ...childInlines(node as Inline)];
  return inside.reduce((height, child) => Math.max(height, heightOf(child) + 1), 0);
}

function isTag(node: Foldable): node is HtmlTag {
  return node.kind === 'html-tag';
}

function classesOf(tag: HtmlTag): readonly string[] {
  return (tag.attributes.find((attribute) => attribute.name === 'class')?.value ?? '').split(/\s+/).filter((name) => name !== '');
}

function attributesFrom(tag: HtmlTag): Attributes {
  const id = tag.attributes.find((attribute) => attribute.name === 'id') ?? null;
  const others = tag.attributes.filter((attribute) => attribute.name !== 'id' && attribute.name !== 'class');
  if (tag.attributes.length === 0) return NO_ATTRIBUTES;
  return {
    id: id?.value ?? null,
    idSpan: id?.span ?? null,
    classes: classesOf(tag),
    pairs: others.map(
      (attribute): Pair => ({
        key: attribute.name,
        value: attribute.value ?? '',
        span: attribute.span,
        reference: attribute.reference,
      }),
    ),
  };
}
