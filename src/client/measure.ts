/**
 * A deck that nobody sees → what is wrong with its slides: all are laid out at once, as reveal.js would show each, and measured.
 * A check puts this script into pages that are never published.
 */
import { FILE_MARK, MARK, MEASURE_FUNCTION, type DeckConfig, type MeasuredPart, type MeasuredSlide } from '../model/wire.ts';
import { readConfig } from './config.ts';

/** Pixels by which boxes may differ from what one sees, through rounding and the overhang of letters. */
const TOLERANCE = 2;
/** As the deck does: see deck/fit.ts. */
const SMALLEST = 0.7;
const STEP = 0.03;
/** Letters less high than a fiftieth of the slide cannot be read from the back row. */
const READABLE = 1 / 50;
/** A picture that is shown so many times as large as it is looks coarse. */
const COARSE = 1.5;
/** Small pictures are icons, and nobody looks for their pixels. */
const ICON = 160;
/** Milliseconds that pictures may take. */
const PATIENCE = 5000;

Object.assign(globalThis, { [MEASURE_FUNCTION]: measure });

async function measure(): Promise<readonly MeasuredSlide[]> {
  const config = readConfig<DeckConfig>();
  unfold(config);
  await settle();
  const slides = [...document.querySelectorAll<HTMLElement>('.slides section[data-number]')];
  return slides.filter((slide) => slide.dataset['visibility'] !== 'hidden').map((slide) => measureSlide(slide, config));
}

/** Every slide under the one before, in its own size, with all its steps; also where it was measured before. */
function unfold({ width, height }: DeckConfig): void {
  document.body.classList.add('reveal-viewport');
  const slides = document.querySelector<HTMLElement>('.slides');
  const flow = { position: 'static', overflow: 'visible', transform: 'none', inset: 'auto' };
  for (let element = slides; element !== null; element = element.parentElement) set(element, { ...flow, height: 'auto' });
  if (slides !== null) set(slides, { width: `${width}px`, display: 'block', margin: '0' });
  for (const section of document.querySelectorAll<HTMLElement>('.slides section')) {
    const stack = section.querySelector('section') !== null;
    const box = stack
      ? { display: 'block', height: 'auto', padding: '0' }
      : { display: 'flex', height: `${height}px`, position: 'relative' };
    section.style.removeProperty('--fit');
    set(section, { ...flow, ...box, width: `${width}px`, visibility: 'visible', opacity: '1' });
  }
  for (const image of document.images) image.loading = 'eager';
}

function set({ style }: HTMLElement, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) style.setProperty(name, value, 'important');
}

/** Waits until typefaces and pictures are there, or will not come. */
async function settle(): Promise<void> {
  const pictures = [...document.images].map((image) => image.decode().catch(() => undefined));
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  await Promise.race([Promise.all([document.fonts.ready, ...pictures]), late]);
}

function measureSlide(slide: HTMLElement, { width, height }: DeckConfig): MeasuredSlide {
  const over = findOver(slide);
  const size = over === null ? 1 : setSmaller(slide, width, height);
  const after = over === null || size > SMALLEST ? null : findOver(slide);
  return {
    number: Number(slide.dataset['number']),
    over,
    size,
    cut: after !== null,
    small: findSmall(slide, size, height),
    pictures: measurePictures(slide),
  };
}

/** Sets the slide smaller until all of it is seen; gives the size. */
function setSmaller(slide: HTMLElement, width: number, height: number): number {
  const isFull = (): boolean => slide.scrollHeight > slide.clientHeight + 1 || slide.scrollWidth > slide.clientWidth + 1;
  let size = 1;
  while (isFull() && size - STEP >= SMALLEST - 0.001) {
    size -= STEP;
    slide.style.setProperty('--fit', size.toFixed(2));
    set(slide, { width: `${width / size}px`, height: `${height / size}px` });
  }
  return Number(size.toFixed(2));
}

/** What ends furthest beyond an edge; inside of others the innermost. */
function findOver(slide: HTMLElement): MeasuredSlide['over'] {
  const edge = slide.getBoundingClientRect();
  let worst: MeasuredSlide['over'] = null;
  for (const element of slide.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    const beyond = [
      ['bottom', box.bottom - edge.bottom],
      ['right', box.right - edge.right],
      ['left', edge.left - box.left],
      ['top', edge.top - box.top],
    ] as const;
    for (const [side, pixels] of beyond)
      if (pixels > TOLERANCE && pixels >= (worst?.pixels ?? 0) && counts(element, slide))
        worst = { ...partOf(element), edge: side, pixels: Math.round(pixels) };
  }
  return worst;
}

/** Notes are not shown, a box that cuts or scrolls keeps what is in it, and decoration may bleed. */
function counts(element: Element, slide: HTMLElement): boolean {
  if (element.closest('aside.notes, .r-fit-text, [aria-hidden="true"], [role="presentation"]') !== null) return false;
  if (isDecoration(element)) return false;
  for (let box = element.parentElement; box !== null && box !== slide; box = box.parentElement)
    if (box.matches('svg, math') || box instanceof SVGElement || getComputedStyle(box).overflowX !== 'visible') return false;
  return getComputedStyle(element).visibility !== 'hidden' || element.closest('.fragment, .lectern-reason') !== null;
}

/** A picture that says nothing and was taken out of the flow was put where it is. */
function isDecoration(element: Element): boolean {
  return element.matches('img[alt=""], svg') && /absolute|fixed/.test(getComputedStyle(element).position);
}

function partOf(element: Element): MeasuredPart {
  const marked = element.closest(`[${MARK}]`);
  const part = marked?.matches('section') ? element : (marked ?? element);
  return { at: marked?.getAttribute(MARK) ?? null, tag: part.localName };
}

/** The smallest letters that can be seen; code that is set small for its length counts too. */
function findSmall(slide: HTMLElement, size: number, slideHeight: number): MeasuredSlide['small'] {
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

function measurePictures(slide: HTMLElement): MeasuredSlide['pictures'] {
  return [...slide.querySelectorAll('img')].flatMap((image) => {
    if (image.getAttribute('src') === null || image.closest('aside.notes') !== null) return [];
    const empty = image.complete && image.naturalWidth === 0;
    // that a file is not there is told without a browser, and other hosts are not asked
    const failed = empty && image.hasAttribute(FILE_MARK);
    const { width, height } = image.getBoundingClientRect();
    const scale = empty || isDrawn(image) ? 1 : Math.min(width / image.naturalWidth, height / image.naturalHeight);
    const coarse = scale > COARSE && Math.max(width, height) > ICON;
    return failed || coarse ? [{ ...partOf(image), failed, scale: Number(scale.toFixed(1)) }] : [];
  });
}

/** Drawings have no pixels. */
function isDrawn({ currentSrc }: HTMLImageElement): boolean {
  return /\.svg(?:[?#]|$)|^data:image\/svg/i.test(currentSrc);
}
