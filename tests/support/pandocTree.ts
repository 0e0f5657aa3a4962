/** HTML of slides, pandoc's or ours → lines that a person can compare: elements, classes, attributes, text. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Attributes of ours that pandoc has no word for, or that only say how something is loaded. */
const OURS =
  /^(?:data-(?:number|kind|density|state|lecture|section|lang|size|light|plate)|loading|decoding|rel|tabindex|preload|aria-(?:label|roledescription))$/;
const OUR_CLASSES = /^(?:lone|tall|hljs.*|sourceCode|numberSource)$/;

/** One line an element or text, indented by its depth. */
export function pandocTree(html: string): string {
  return linesOf(parseFragment(html).childNodes, 0).join('\n');
}

/** The same of the slides on a deck's page, without the cover, which pandoc writes in its template. */
export function slidesTree(page: string): string {
  const slides = find(parseFragment(page.slice(page.indexOf('<main'))), (one) => classesOf(one).includes('slides'));
  if (slides === null) return '';
  const shown = slides.childNodes.filter((one) => !('tagName' in one) || attributeOf(one, 'id') !== 'title-slide');
  return linesOf(shown, 0).join('\n');
}

function linesOf(nodes: readonly Node[], depth: number): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (node.nodeName === '#text') return textLines((node as DefaultTreeAdapterTypes.TextNode).value, depth);
    if (!('tagName' in node)) return [];
    if (node.tagName === 'div' && classesOf(node).includes('sourceCode')) return linesOf(node.childNodes, depth);
    return [line(node, depth), ...contentOf(node, depth + 1)];
  });
}

function contentOf(node: Element, depth: number): readonly string[] {
  if (node.tagName === 'pre') return textLines(textOf(node), depth);
  if (node.tagName === 'span' && classesOf(node).includes('math')) return textLines(texOf(node), depth);
  return linesOf(node.childNodes, depth);
}

function line(node: Element, depth: number): string {
  const attributes = node.attrs
    .filter(
      ({ name }) =>
        !OURS.test(name) && !(name === 'aria-hidden' && node.tagName === 'figcaption') && !/^cb\d/.test(attributeOf(node, name)),
    )
    .map(({ name, value }) => [name === 'data-src' ? 'src' : name, normal(name, value)] as const)
    .filter(([name, value]) => name !== 'class' || value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${'  '.repeat(depth)}<${node.tagName}${attributes.map(([name, value]) => ` ${name}="${value}"`).join('')}>`;
}

function normal(name: string, value: string): string {
  if (name === 'class')
    return value
      .split(/\s+/)
      .filter((one) => one !== '' && !OUR_CLASSES.test(one))
      .join(' ');
  if (name === 'style') return value.replace(/\s+/g, '').replace(/;$/, '');
  return value;
}

function textLines(text: string, depth: number): readonly string[] {
  const words = text.replace(/[\s\u00a0]+/g, ' ').trim();
  return words === '' ? [] : [`${'  '.repeat(depth)}${JSON.stringify(words)}`];
}

function classesOf(node: Element): readonly string[] {
  return attributeOf(node, 'class').split(/\s+/);
}

function attributeOf(node: Element, name: string): string {
  return node.attrs.find((attribute) => attribute.name === name)?.value ?? '';
}

function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** The TeX of a formula: ours is in an annotation, pandoc's between marks. */
function texOf(node: Element): string {
  const annotation = find(node, (one) => one.tagName === 'annotation');
  return textOf(annotation ?? node)
    .replace(/^\\[([]|\\[)\]]$/g, '')
    .trim();
}

function find(node: { readonly childNodes: readonly Node[] }, wanted: (node: Element) => boolean): Element | null {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    const found = wanted(child) ? child : find(child, wanted);
    if (found !== null) return found;
  }
  return null;
}
