/** A lecture → every address that its author wrote in it. */
import type { Attributes, Reference } from '../model/attributes.ts';
import type { Block, HtmlAttribute, HtmlVerbatim, Inline } from '../model/blocks.ts';
import type { Cover, Lecture } from '../model/lecture.ts';
import { slidesOf } from '../model/lecture.ts';
import type { Span } from '../model/source.ts';
import { styleAddresses } from '../model/styleAddresses.ts';
import { attributesInside, attributesOf, inlinesOf, walkBlocks, walkInlines } from '../model/walk.ts';

/**
 * All references in reading order, each once: of cover, headings, text, notes, attributes and raw tags. Addresses
 * inside CSS come as references of the role `style` that are made here.
 */
export function referencesOf(lecture: Lecture): readonly Reference[] {
  const inlines = lecture.cover === null ? [] : coverInlines(lecture.cover);
  const slides = slidesOf(lecture).flatMap((slide) => [
    ...ofAttributes(slide.attributes),
    ...ofBlocks(slide.heading === null ? slide.body : [slide.heading, ...slide.body]),
  ]);
  return [...new Set([...ofAttributes(lecture.settings.titleSlideAttributes), ...ofInlines(inlines), ...slides])];
}

function coverInlines(cover: Cover): readonly Inline[] {
  return [...cover.title, ...(cover.subtitle ?? []), ...cover.authors.flat(), ...(cover.date ?? [])];
}

function ofBlocks(blocks: readonly Block[]): readonly Reference[] {
  const found: Reference[] = [];
  walkBlocks(blocks, (block) => {
    if (block.kind !== 'figure') found.push(...ofNode(block));
    for (const attributes of attributesInside(block)) found.push(...ofAttributes(attributes));
    for (const reference of ofInlines(inlinesOf(block))) found.push(reference);
  });
  return found;
}

function ofInlines(inlines: readonly Inline[]): readonly Reference[] {
  const found: Reference[] = [];
  walkInlines(inlines, (inline) => {
    found.push(...ofNode(inline));
    if (inline.kind === 'footnote') for (const reference of ofBlocks(inline.blocks)) found.push(reference);
  });
  return found;
}

const NONE: readonly Reference[] = [];

function ofNode(node: Block | Inline): readonly Reference[] {
  if (node.kind === 'html-tag') return ofHtml(node.attributes);
  if (node.kind === 'html-verbatim') return [...ofHtml(node.attributes), ...ofStyleElement(node)];
  const attributes = attributesOf(node);
  const rest = attributes === null ? NONE : ofAttributes(attributes);
  if (node.kind === 'link') return [node.target, ...rest];
  return node.kind === 'image' ? [node.source, ...rest] : rest;
}

function ofAttributes(attributes: Attributes): readonly Reference[] {
  if (attributes.pairs.length === 0) return NONE;
  return attributes.pairs.flatMap((pair) => {
    if (pair.key === 'style') return ofStyle(pair.value, pair.span);
    return pair.reference === null ? [] : [pair.reference];
  });
}

function ofHtml(attributes: readonly HtmlAttribute[]): readonly Reference[] {
  return attributes.flatMap(({ name, value, span, reference }) => {
    if (name === 'style') return ofStyle(value ?? '', span);
    return reference === null ? [] : [reference];
  });
}

function ofStyle(css: string, span: Span): readonly Reference[] {
  return styleAddresses(css).map(({ address }) => ({ role: 'style', address, span }));
}

/** Places are true where the text stands in the source as it is, up to the end tag. */
function ofStyleElement({ name, text, span }: HtmlVerbatim): readonly Reference[] {
  if (name !== 'style') return [];
  const start = span.end - '</style>'.length - text.length;
  return styleAddresses(text).map(({ address, start: from, end: to }) => ({
    role: 'style',
    address,
    span: { path: span.path, start: start + from, end: start + to },
  }));
}
