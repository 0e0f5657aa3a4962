/** The pages of a built site → the words of every slide, line by line: what a plain look at the pages finds in them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { readLectures } from './readManifest.ts';

export interface ScannedSlide {
  /** `lecture/number#id`. */
  readonly at: string;
  /** Words in lower case without accents; none of a line is empty. */
  readonly lines: readonly (readonly string[])[];
}

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const BLOCKS =
  /^(?:p|li|dt|dd|tr|pre|h[1-6]|figure|figcaption|caption|blockquote|div|section|header|article|ul|ol|dl|table|aside|br)$/;
/** What is no text of the author. */
const LEFT_OUT = /^(?:svg|script|style|template|nav|mi|mo|mn|mtext|summary|button)$/;
/** What the page says of a choice itself. */
const VERDICT = /^\s*[A-Z] is (?:right|wrong)\.\s*$/;

/** Decks show what pages leave out, and the other way round: both are looked at. */
export function scanPages(site: string): readonly ScannedSlide[] {
  const home = flatten(parse(readFileSync(join(site, 'index.html'), 'utf8')).childNodes);
  const slides = readLectures(site).flatMap(({ name, kind, sections }): readonly ScannedSlide[] => {
    const read = flatten(parse(readFileSync(join(site, `read/${name}.html`), 'utf8')).childNodes);
    if (kind === 'page') return scanProse(name, read, 'lectern-prose');
    const deck = flatten(parse(readFileSync(join(site, `${name}.html`), 'utf8')).childNodes);
    return sections.flatMap(({ slides }) =>
      slides.map(({ number, id }) => ({
        at: `${name}/${number}${id === null ? '' : `#${id}`}`,
        lines: linesOf([
          ...deck.filter((one) => attribute(one, 'data-number') === String(number)),
          ...read.filter((one) => one.tagName === 'section' && attribute(one, 'id') === (id ?? `slide-${number}`)),
        ]),
      })),
    );
  });
  return [...scanProse('index', home, 'intro'), ...slides].filter(({ lines }) => lines.length > 0);
}

/** A page is cut at its headings. The home page's own title is every page's. */
function scanProse(name: string, elements: readonly Element[], className: string): readonly ScannedSlide[] {
  const prose = elements.find((one) => attribute(one, 'class') === className)?.childNodes ?? [];
  const cuts: Element[][] = [name === 'index' ? [] : elements.filter(({ tagName }) => tagName === 'h1')];
  const ids: (string | null)[] = [null];
  for (const node of prose.filter((one) => 'tagName' in one)) {
    if (!/^h[1-6]$/.test(node.tagName)) cuts.at(-1)?.push(node);
    else {
      cuts.push([node]);
      ids.push(attribute(node, 'id'));
    }
  }
  return cuts.map((some, at) => ({ at: `${name}/1${ids[at] === null ? '' : `#${ids[at]}`}`, lines: linesOf(some) }));
}

function linesOf(elements: readonly Element[]): readonly (readonly string[])[] {
  const lines = elements.flatMap((element) => textOf(element).split('\n'));
  return lines.map(scanWords).filter((words) => words.length > 0);
}

/** Blocks are parted by line ends; those of code and paragraphs are spaces. */
function textOf(node: Node): string {
  if (node.nodeName === '#text') {
    const { value } = node as DefaultTreeAdapterTypes.TextNode;
    return VERDICT.test(value) ? '' : value.replace(/\s+/g, ' ');
  }
  if (!('tagName' in node) || isLeftOut(node)) return '';
  const alt = node.tagName === 'img' ? (attribute(node, 'alt') ?? '') : '';
  const text = alt + node.childNodes.map(textOf).join('');
  return BLOCKS.test(node.tagName) ? `\n${text}\n` : text;
}

function isLeftOut(element: Element): boolean {
  const classes = attribute(element, 'class') ?? '';
  return (
    LEFT_OUT.test(element.tagName) ||
    /\b(?:acts|lectern-turn|lectern-foot|facts|hide|lectern-(?:letter|own|verdict)|footnote-(?:ref|back))\b/.test(classes)
  );
}

/** Another way to take words out of a text than the search has. */
function scanWords(text: string): readonly string[] {
  const folded = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

function flatten(nodes: readonly Node[]): readonly Element[] {
  return nodes.flatMap((node) => ('tagName' in node ? [node, ...flatten(node.childNodes)] : []));
}
