/** A slide that is laid out → the smallest of its letters, where they are too small for the back row. */
import type { MeasuredSlide } from '../../model/wire.ts';
import { partOf } from './findOver.ts';

/** Letters less high than a fiftieth of the slide cannot be read from the back row. */
const READABLE = 1 / 50;

/** `size`: how much smaller the slide is set as a whole; code that is set small for its length counts too. */
export function findSmall(slide: HTMLElement, size: number, slideHeight: number): MeasuredSlide['small'] {
  const least = slideHeight * READABLE;
  let smallest: MeasuredSlide['small'] = null;
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || !/[\p{L}\p{N}]/u.test(node.nodeValue ?? '') || isUnread(element)) continue;
    const pixels = heightOf(element) * size;
    if (pixels >= least || pixels >= (smallest?.pixels ?? Infinity)) continue;
    smallest = { ...partOf(element), pixels: Math.round(pixels), slideHeight };
  }
  return smallest;
}

/** Notes, what has no room, and what stands a little above or below its line by its nature. */
function isUnread(element: Element): boolean {
  if (element.closest('aside.notes, sub, sup, math, small, cite, style, title, desc, .footnotes, .r-fit-text') !== null)
    return true;
  return element.getClientRects().length === 0;
}

/** The size of type as it is seen, also in a drawing that was scaled. */
function heightOf(element: Element): number {
  const size = Number.parseFloat(getComputedStyle(element).fontSize);
  if (!(element instanceof SVGGraphicsElement)) return size;
  const scale = element.getScreenCTM();
  return scale === null ? size : size * Math.hypot(scale.b, scale.d);
}
