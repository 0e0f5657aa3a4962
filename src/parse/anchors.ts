/** Collects the identifiers of a lecture that a link can lead to. */
import type { Block, HtmlTag, HtmlVerbatim, Inline } from '../model/blocks.ts';
import type { Section } from '../model/lecture.ts';
import { attributesOf, inlinesOf, walkBlocks, walkInlines } from '../model/walk.ts';

/** Identifiers of slides, and of whatever stands on them. */
export function collectAnchors(sections: readonly Section[]): ReadonlySet<string> {
  const anchors = new Set<string>();
  const visit = (node: Block | Inline): void => {
    const id = node.kind === 'html-tag' || node.kind === 'html-verbatim' ? idOfTag(node) : (attributesOf(node)?.id ?? null);
    if (id !== null) anchors.add(id);
  };
  for (const slide of sections.flatMap((section) => section.slides)) {
    if (slide.id !== null) anchors.add(slide.id);
    walkBlocks([...(slide.heading === null ? [] : [slide.heading]), ...slide.body], (block) => {
      visit(block);
      walkInlines(inlinesOf(block), visit);
    });
  }
  return anchors;
}

function idOfTag(tag: HtmlTag | HtmlVerbatim): string | null {
  return (
    tag.attributes.find((attribute) => attribute.name === 'id' || (attribute.name === 'name' && tag.name === 'a'))?.value ?? null
  );
}
