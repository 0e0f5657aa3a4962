/** Images → those of which someone who cannot see them learns nothing. */
import type { Attributes } from '../../model/attributes.ts';
import type { HtmlTag, Image } from '../../model/blocks.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { objectPicture } from '../../model/refusedHtml.ts';
import type { Span } from '../../model/source.ts';
import { plainText } from '../../model/walk.ts';
import type { LectureRule } from '../lectureCheck.ts';
import { shorten } from '../shorten.ts';
import { nodesOfKind } from '../visitNodes.ts';

/** Rule: `missing-alt`. An empty `alt` says that the image only decorates, and is in order. */
export const checkAlternativeText: LectureRule = ({ lecture }) => {
  const found: Diagnostic[] = [];
  for (const node of nodesOfKind(lecture, 'image', 'html-tag')) {
    if (node.kind === 'image' && isSilentImage(node)) found.push(report(node.source.address, node.span, 'between the brackets'));
    if (node.kind === 'html-tag' && isSilentTag(node))
      found.push(report(attributeOf(node, 'src') ?? attributeOf(node, 'data') ?? '', node.span, 'in `alt="…"`'));
  }
  return found;
};

function isSilentImage({ source, children, attributes }: Image): boolean {
  return source.role === 'image' && plainText(children).trim() === '' && !hasAlt(attributes);
}

function hasAlt({ pairs }: Attributes): boolean {
  return pairs.some(({ key }) => key === 'alt' || key === 'aria-label' || key === 'aria-hidden');
}

function isSilentTag(tag: HtmlTag): boolean {
  if ((tag.name !== 'img' && objectPicture(tag) === null) || tag.form === 'close') return false;
  const role = attributeOf(tag, 'role');
  const names = ['alt', 'aria-label', 'aria-labelledby', 'aria-hidden', ...(tag.name === 'object' ? ['title'] : [])];
  const isNamed = names.some((name) => tag.attributes.some((one) => one.name === name));
  return !isNamed && role !== 'presentation' && role !== 'none';
}

function attributeOf(tag: HtmlTag, name: string): string | null {
  return tag.attributes.find((attribute) => attribute.name === name)?.value ?? null;
}

function report(address: string, span: Span, where: string): Diagnostic {
  const message = `Image “${shorten(address)}” has no alternative text.`;
  return diagnose('missing-alt', span, message, `Say ${where} what it shows, or give it \`alt=""\` where it only decorates.`);
}
