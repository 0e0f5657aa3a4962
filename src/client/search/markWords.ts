/** Marks words on the slide or in the passage that was found: as a highlight where browsers have them, else as elements. */
import { findHits } from './findHits.ts';
import { readQuery } from './readQuery.ts';

const NAME = 'lectern-found';
const BLOCKS =
  'p, li, dt, dd, td, th, pre, h1, h2, h3, h4, h5, h6, figcaption, caption, blockquote, summary, div, section, header, article';
/** What nobody sees as text. */
const LEFT_OUT = 'aside.notes, .acts, svg, math, script, style, template, .hide, .lectern-copy, dialog';

/** Marks what `query` looks for where the page's address leads, and brings the first of it into view. */
export function markWords(query: string): void {
  clearMarks();
  const terms = readQuery(query);
  const ranges = textsOf(placeOf(location.hash)).flatMap(({ nodes, text }) =>
    findHits(text, terms).map(({ start, end }) => rangeOf(nodes, start, end)),
  );
  // what is folded away is opened only where there is nothing else to see
  const first = ranges.find((range) => isOpen(range)) ?? ranges[0];
  const at = first?.startContainer.parentElement;
  if (at == null || first === undefined) return;
  for (let details = at.closest('details'); details !== null; details = details.parentElement?.closest('details') ?? null)
    details.open = true;
  at.closest('.fragment')?.dispatchEvent(new CustomEvent('lectern-show', { bubbles: true }));
  const { top, bottom } = first.getBoundingClientRect();
  if (at.closest('.reveal') === null && (top < 80 || bottom > innerHeight)) at.scrollIntoView({ block: 'center' });
  show(ranges);
}

export function clearMarks(): void {
  if (CSS.highlights !== undefined) CSS.highlights.delete(NAME);
  for (const mark of document.querySelectorAll(`mark.${NAME}`)) {
    const { parentNode } = mark;
    mark.replaceWith(...mark.childNodes);
    parentNode?.normalize();
  }
}

/** The slide that a deck shows; in a reading view the passage, a page's heading and what follows up to the next. */
function placeOf(hash: string): readonly Element[] {
  const slides = [...document.querySelectorAll('.reveal .slides section.present')];
  if (slides.length > 0) return slides.slice(-1);
  const id = decodeURIComponent(hash.slice(1));
  if (id === '') return placeAtTop();
  const target = document.getElementById(id);
  if (target === null) return [];
  return /^H[1-6]$/.test(target.tagName) ? [target, ...upToHeading(target.nextElementSibling)] : [target];
}

/** A page's title and what stands before its first heading. */
function placeAtTop(): readonly Element[] {
  const header = document.querySelector('article > header');
  return [...(header === null ? [] : [header]), ...upToHeading(document.querySelector('.lectern-prose > *, .intro > *'))];
}

function upToHeading(from: Element | null): readonly Element[] {
  const found: Element[] = [];
  for (let next = from; next !== null && !/^H[1-6]$/.test(next.tagName); next = next.nextElementSibling) found.push(next);
  return found;
}

/** Text that stands in one block, with the nodes that hold it. */
interface BlockText {
  readonly nodes: readonly Text[];
  readonly text: string;
}

function textsOf(roots: readonly Element[]): readonly BlockText[] {
  const blocks = new Map<Element, Text[]>();
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const block = node.parentElement?.closest(BLOCKS);
      if (block == null || node.parentElement?.closest(LEFT_OUT) != null) continue;
      const nodes = blocks.get(block);
      if (nodes === undefined) blocks.set(block, [node as Text]);
      else nodes.push(node as Text);
    }
  }
  return [...blocks.values()].map((nodes) => ({ nodes, text: nodes.map(({ data }) => data).join('') }));
}

function rangeOf(nodes: readonly Text[], start: number, end: number): Range {
  const range = document.createRange();
  let before = 0;
  for (const node of nodes) {
    const { length } = node.data;
    if (start >= before && start < before + length) range.setStart(node, start - before);
    if (end > before && end <= before + length) range.setEnd(node, end - before);
    before += length;
  }
  return range;
}

function isOpen({ startContainer }: Range): boolean {
  const element = startContainer.parentElement;
  // steps to come are there, and not seen
  return element?.checkVisibility?.({ visibilityProperty: true }) ?? true;
}

function show(ranges: readonly Range[]): void {
  if (CSS.highlights !== undefined) CSS.highlights.set(NAME, new Highlight(...ranges));
  // from the last on, so that those before keep their places
  else for (const range of [...ranges].reverse()) wrap(range);
}

/** An element cannot hold the half of another: what reaches over one is marked piece by piece. */
function wrap(range: Range): void {
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode())
    if (node instanceof Text && range.intersectsNode(node)) nodes.push(node);
  const { startContainer, startOffset, endContainer, endOffset } = range;
  for (const node of nodes) {
    const part = document.createRange();
    part.setStart(node, node === startContainer ? startOffset : 0);
    part.setEnd(node, node === endContainer ? endOffset : node.data.length);
    if (part.collapsed) continue;
    const mark = document.createElement('mark');
    mark.className = NAME;
    part.surroundContents(mark);
  }
}
