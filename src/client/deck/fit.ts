/** A slide with more on it than it can hold → the same slide set smaller, so that nothing of it is lost. */
import { shownSlides } from './place.ts';
import type { RevealApi } from 'reveal.js';

/** Below this, text would be smaller than anybody can read from the back; what is still too much is cut. */
const SMALLEST = 0.7;
const STEP = 0.03;

/** Fits the slide that is shown, now, whenever another one is, as its pictures and typefaces come, and when the function is called that it gives. */
export function fitSlides(reveal: RevealApi): () => void {
  const fitShown = (): void => fitSlide(reveal.getCurrentSlide());
  reveal.on('slidechanged', fitShown);
  reveal.on('overviewshown', () => shownSlides().forEach(fitSlide));
  document.fonts.addEventListener('loadingdone', fitShown);
  // Pictures tell nobody but themselves.
  document.addEventListener('load', fitShown, true);
  fitShown();
  return fitShown;
}

/** Smaller by steps: lines break anew at each. */
function fitSlide(slide: HTMLElement): void {
  slide.style.removeProperty('--fit');
  for (let size = 1 - STEP; isFull(slide) && size >= SMALLEST; size -= STEP) slide.style.setProperty('--fit', size.toFixed(2));
}

function isFull({ scrollHeight, clientHeight, scrollWidth, clientWidth }: HTMLElement): boolean {
  return scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1;
}
