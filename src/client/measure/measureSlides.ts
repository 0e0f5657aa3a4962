/** All slides of a deck, laid out at once → what is wrong with each, on screen at every step, and on paper. */
import type { DeckConfig, MeasuredOver, MeasuredSlide } from '../../model/wire.ts';
import { layOnPaper } from '../deck/paper.ts';
import { findOver } from './findOver.ts';
import { findSmall } from './findSmall.ts';
import { measurePictures } from './measurePictures.ts';
import { showAllSteps, showSteps, stepsOf } from './steps.ts';
import { shownSlides, unfold } from './unfold.ts';

/** As the deck does: see deck/fit.ts. */
const SMALLEST = 0.7;
const STEP = 0.03;
/** Text of a slide that is printed at less than half of its size cannot be read. */
const SMALLEST_ON_PAPER = 0.5;

type Slides = readonly HTMLElement[];
type Overs = Map<HTMLElement, MeasuredOver>;

/** On a screen of the window's shape. `settle` waits until typefaces and pictures are there. */
export async function measureOnScreen(config: DeckConfig, settle: () => Promise<void>): Promise<readonly MeasuredSlide[]> {
  const fold = unfold(config);
  const slides = shownSlides();
  slides.forEach(showAllSteps);
  await settle();
  const overs = findAll(slides);
  setSmaller(overs, config);
  const measured = slides.map((slide): MeasuredSlide => {
    const over = overs.get(slide) ?? null;
    return {
      number: Number(slide.dataset['number']),
      over,
      small: findSmall(slide, over?.size ?? 1, config.height),
      pictures: measurePictures(slide),
    };
  });
  const late = findAtSteps(slides.filter((slide) => !overs.has(slide)));
  fold();
  return measured.map((one, at) => ({ ...one, over: one.over ?? late.get(slides[at] as HTMLElement) ?? null }));
}

function findAll(slides: Slides): Overs {
  const found = new Map<HTMLElement, MeasuredOver>();
  for (const slide of slides) {
    const over = findOver(slide);
    if (over !== null) found.set(slide, { ...over, size: 1, cut: false, step: null });
  }
  return found;
}

/** Sets each of these smaller until all of it is seen, or no smaller: all at once, for each look at one lays out all. */
function setSmaller(overs: Overs, { width, height }: DeckConfig): void {
  const set = (slide: HTMLElement, size: number): void => {
    overs.set(slide, { ...(overs.get(slide) as MeasuredOver), size });
    slide.style.setProperty('--fit', size.toFixed(2));
    slide.style.setProperty('width', `${width / size}px`, 'important');
    slide.style.setProperty('height', `${height / size}px`, 'important');
  };
  let full = [...overs.keys()].filter(isFull);
  for (let size = 1 - STEP; full.length > 0 && size >= SMALLEST - 0.001; size -= STEP) {
    for (const slide of full) set(slide, Number(size.toFixed(2)));
    full = full.filter(isFull);
  }
  for (const [slide, over] of overs) if (over.size <= SMALLEST) overs.set(slide, { ...over, cut: findOver(slide) !== null });
}

function isFull({ scrollHeight, clientHeight, scrollWidth, clientWidth }: HTMLElement): boolean {
  return scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1;
}

/** What ends beyond an edge at one step alone, where all steps together do not: one step of all slides at a time. */
function findAtSteps(slides: Slides): Overs {
  const found: Overs = new Map();
  let stepped = slides.map((slide) => ({ slide, steps: stepsOf(slide) })).filter(({ steps }) => steps.length > 0);
  for (let shown = 0; stepped.length > 0; shown++) {
    for (const { steps } of stepped) showSteps(steps, shown);
    for (const { slide } of stepped) {
      const over = findOver(slide, true);
      if (over !== null) found.set(slide, { ...over, size: 1, cut: true, step: shown });
    }
    stepped = stepped.filter(({ slide, steps }) => shown < steps.length && !found.has(slide));
  }
  return found;
}

/** What is too large for its page: by number of the slide, where it is cut or too small to be read. */
export function measureOnPaper(config: DeckConfig): readonly Pick<MeasuredSlide, 'number' | 'over'>[] {
  const takeUp = layOnPaper(config);
  const sizes = new Map(shownSlides().map((slide) => [slide, Number(slide.style.getPropertyValue('--page-zoom') || 1)]));
  const cut = new Set([...sizes.keys()].filter((slide) => findOver(slide) !== null));
  const bad = [...sizes].filter(([slide, size]) => size < SMALLEST_ON_PAPER || cut.has(slide));
  for (const [slide] of bad) slide.style.removeProperty('--page-zoom');
  const found = bad.flatMap(([slide, size]) => {
    const over = findOver(slide);
    const number = Number(slide.dataset['number']);
    return over === null ? [] : [{ number, over: { ...over, size: Number(size.toFixed(2)), cut: cut.has(slide), step: null } }];
  });
  takeUp();
  return found;
}
