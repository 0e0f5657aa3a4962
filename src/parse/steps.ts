/** Counts the stops that a slide makes, as reveal.js does. */
import { attributeOf, type Attributes } from '../model/attributes.ts';
import type { Block, Code, HtmlTag, Inline } from '../model/blocks.ts';
import { furtherSteps } from '../model/codeLines.ts';
import { isLeftOut } from '../model/readership.ts';
import { attributesInside, attributesOf, inlinesOf, walkBlocks, walkInlines } from '../model/walk.ts';

/** 1, and one for each fragment; fragments with the same index are one step. Those in notes do not count. */
export function countSteps(body: readonly Block[]): number {
  const indices = new Set<string>();
  let unnumbered = 0;
  const count = (index: string | null): void => {
    if (index === null) unnumbered++;
    else indices.add(index);
  };
  walkBlocks(body, (block) => {
    if (block.kind === 'notes' || isLeftOut(block, 'deck')) return false;
    if ((block.kind === 'bullet-list' || block.kind === 'ordered-list') && block.incremental) unnumbered += block.items.length;
    if (block.kind === 'definition-list' && block.incremental)
      unnumbered += block.items.reduce((sum, { details }) => sum + 1 + details.length, 0);
    visit(block, count);
    if (block.kind === 'code') countCode(block, count);
    for (const attributes of attributesInside(block)) countAttributes(attributes, count);
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

/** Each further look at code is a step; they follow the number that the block has, as reveal.js gives it to them. */
function countCode(code: Code, count: (index: string | null) => void): void {
  const further = furtherSteps(code);
  if (further === 0) return;
  const { attributes } = code;
  const index = Number.parseInt(attributeOf(attributes, 'fragment-index') ?? '', 10);
  const following = index + (attributes.classes.includes('fragment') ? 1 : 0);
  for (let at = 0; at < further; at++) count(Number.isNaN(index) ? null : String(following + at));
}

function countAttributes(attributes: Attributes, count: (index: string | null) => void): void {
  if (attributes.classes.includes('fragment')) count(attributeOf(attributes, 'fragment-index'));
}

function visitTag(tag: HtmlTag, count: (index: string | null) => void): void {
  const value = (name: string): string | null => tag.attributes.find((attribute) => attribute.name === name)?.value ?? null;
  if (tag.form !== 'close' && value('class')?.split(/\s+/).includes('fragment')) count(value('data-fragment-index'));
}
