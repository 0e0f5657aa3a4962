/** Settles raw tags: pairs that mean a construct of ours become it, and what the author left open is closed. */
import { type Attributes, NO_ATTRIBUTES, type Pair } from '../model/attributes.ts';
import type { Block, HtmlTag, Inline } from '../model/blocks.ts';
import type { Span } from '../model/source.ts';
import type { TreeContext } from './treeContext.ts';

/** Elements whose end tag HTML lets one leave out. */
const OPTIONAL_END = new Set('li p td th tr dt dd option thead tbody tfoot colgroup'.split(' '));

/** `<div>` pairs as divisions, `<aside class="notes">` as notes, in every list of blocks; other tags stay. */
export function foldDivisions(blocks: readonly Block[], notes: 'public' | 'private'): readonly Block[] {
  return fold(
    blocks,
    (open) => open.name === 'div' || (open.name === 'aside' && classesOf(open).includes('notes')),
    (open, children, span) => divisionOf(attributesFrom(open), children, span, notes),
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
export function foldSpans(inlines: readonly Inline[]): readonly Inline[] {
  return fold(
    inlines,
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
          'warning',
          'stray-end-tag',
          node.span,
          `“</${node.name}>” closes nothing in this ${where}, and is left out.`,
          `Remove it, or open “<${node.name}>” in the same ${where}.`,
        );
        continue;
      }
      settled.push(...closings(open.splice(at + 1), where, context), node);
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
      'warning',
      'unclosed-tag',
      tag.span,
      `“<${tag.name}>” is never closed in this ${where}, and ends with it.`,
      `Add “</${tag.name}>” where it should end.`,
    );
    return [{ ...tag, form: 'close', attributes: [] }];
  });
}

type Foldable = { readonly kind: string; readonly span: Span };

function fold<Node extends Foldable>(
  nodes: readonly Node[],
  wanted: (open: HtmlTag) => boolean,
  make: (open: HtmlTag, children: readonly Node[], span: Span) => Node,
): readonly Node[] {
  if (!nodes.some(isTag)) return nodes;
  const levels: { open: HtmlTag | null; nodes: Node[] }[] = [{ open: null, nodes: [] }];
  const push = (node: Node): void => void levels.at(-1)?.nodes.push(node);
  for (const node of nodes) {
    const tag = isTag(node) ? node : null;
    if (tag?.form === 'open' && wanted(tag)) levels.push({ open: tag, nodes: [] });
    else if (tag?.form === 'close' && levels.at(-1)?.open?.name === tag.name) {
      const level = levels.pop();
      if (level?.open != null) push(make(level.open, level.nodes, { ...level.open.span, end: tag.span.end }));
    } else push(node);
  }
  // what was never closed stays a tag, followed by what would have been inside
  while (levels.length > 1) {
    const level = levels.pop();
    if (level?.open != null) for (const node of [level.open as unknown as Node, ...level.nodes]) push(node);
  }
  return levels[0]?.nodes ?? [];
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
