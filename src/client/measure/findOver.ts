/** A slide that is laid out → what ends furthest beyond one of its edges. */
import { MARK, type MeasuredOver, type MeasuredPart } from '../../model/wire.ts';

export type Over = MeasuredPart & Pick<MeasuredOver, 'edge' | 'pixels'>;

/** Pixels by which boxes may differ from what one sees, through rounding and the overhang of letters. */
const TOLERANCE = 2;
const NOT_SHOWN = 'aside.notes, .r-fit-text, [aria-hidden="true"], [role="presentation"]';

/**
 * Of boxes inside of others the innermost; null where all of it is inside. `seen`: only what can be seen now, and not what is
 * still to come.
 */
export function findOver(slide: HTMLElement, seen = false): Over | null {
  const edge = slide.getBoundingClientRect();
  let worst: Over | null = null;
  for (const element of slide.querySelectorAll('*')) {
    const box = boxOf(element);
    if (box.width < 2 || box.height < 2) continue;
    const beyond = [
      ['bottom', box.bottom - edge.bottom],
      ['right', box.right - edge.right],
      ['left', edge.left - box.left],
      ['top', edge.top - box.top],
    ] as const;
    for (const [side, pixels] of beyond)
      if (pixels > TOLERANCE && pixels >= (worst?.pixels ?? 0) && counts(element, slide, seen))
        worst = { ...partOf(element), edge: side, pixels: Math.round(pixels) };
  }
  return worst;
}

/** Text may be longer than the box that it stands in. */
function boxOf(element: Element): DOMRect {
  const { scrollHeight, clientHeight } = element;
  const longer = clientHeight > 0 && scrollHeight > clientHeight + TOLERANCE;
  const shown = longer && holdsText(element) && getComputedStyle(element).overflowY === 'visible';
  if (!shown) return element.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

function holdsText({ childNodes }: Element): boolean {
  return [...childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
}

/** Notes are not shown, a box that cuts or scrolls keeps what is in it, and decoration may bleed. */
function counts(element: Element, slide: HTMLElement, seen: boolean): boolean {
  if (element.closest(NOT_SHOWN) !== null || isDecoration(element)) return false;
  for (let box = element.parentElement; box !== null && box !== slide; box = box.parentElement)
    if (box.matches('svg, math') || box instanceof SVGElement || getComputedStyle(box).overflowX !== 'visible') return false;
  if (seen) return isSeen(element);
  return getComputedStyle(element).visibility !== 'hidden' || element.closest('.fragment, .lectern-reason') !== null;
}

function isSeen(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** A picture that says nothing and was taken out of the flow was put where it is. */
function isDecoration(element: Element): boolean {
  return element.matches('img[alt=""], svg') && /absolute|fixed/.test(getComputedStyle(element).position);
}

/** The place of an element, as the marks around it say. */
export function partOf(element: Element): MeasuredPart {
  const marked = element.closest(`[${MARK}]`);
  const part = marked?.matches('section') ? element : (marked ?? element);
  return { at: marked?.getAttribute(MARK) ?? null, tag: part.localName };
}
