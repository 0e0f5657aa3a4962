/** Counts the stops that a slide makes, as reveal.js does. */
import { attributeOf, type Attributes } from '../model/attributes.ts';
import type { Block, HtmlTag, Inline } from '../model/blocks.ts';
import { attributesOf, inlinesOf, walkBlocks, walkInlines } from '../model/walk.ts';

/** 1, and one for each fragment; fragments with the same index are one step. Those in notes do not count. */
export function countSteps(body: readonly Block[]): number {
  const indices = new Set<string>();
  let unnumbered = 0;
  const count = (index: string | null): void => {
    if (index === null) unnumbered++;
    else indices.add(index);
  };
  walkBlocks(body, (block) => {
    if (block.kind === 'notes') return false;
    if ((block.kind === 'bullet-list' || block.kind === 'ordered-list') && block.incremental) unnumbered += block.items.length;
    if (block.kind === 'definition-list' && block.incremental)
      unnumbered += block.items.reduce((sum, { details }) => sum + 1 + details.length, 0);
    visit(block, count);
    if (block.kind === 'bullet-list' || block.kind === 'ordered-list') {
      for (const { attributes } of block.items) if (attributes !== undefined) countAttributes(attributes, count);
    }
    walkInlines(inlinesOf(block), (inline) => {
      // a figure stands for its image
      if (block.kind !== 'figure' || inline !== block.image) visit(inline, count);
    });
    return true;
  });
  return 1 + unnumbered + indices.size;
}

function visit(node: Block | Inline, count: (index: string | null) => void): void {
  if (node.kind === 'html-tag') visitTag(node, count);
  const attributes: Attributes | null = attributesOf(node);
  if (attributes !== null) countAttributes(attributes, count);
}

function countAttributes(attributes: Attributes, count: (index: string | null) => void): void {
  if (attributes.classes.includes('fragment')) count(attributeOf(attributes, 'fragment-index'));
}

function visitTag(tag: HtmlTag, count: (index: string | null) => void): void {
  const value = (name: string): string | null => tag.attributes.find((attribute) => attribute.name === name)?.value ?? null;
  if (tag.form !== 'close' && value('class')?.split(/\s+/).includes('fragment')) count(value('data-fragment-index'));
}
