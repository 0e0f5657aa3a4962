/** Numbers of slides in rising order → a list as the search reads it: steps from one to the next, or a bit for each slide. */
import { SEARCH_BITS } from '../model/wire.ts';
import type { GrowingText } from './growingText.ts';

/** `all`: how many slides there are. The shorter of both forms. */
export function writeSlideList(slides: readonly number[], all: number, text: GrowingText): string {
  const most = Math.ceil(all / 6);
  // each step is a digit at least
  const steps = slides.length > most ? null : writeSteps(slides, text);
  if (steps !== null && steps.length <= most) return steps;
  for (let from = 0, at = 0; from < all; from += 6) {
    let bits = 0;
    for (; (slides[at] ?? all) < from + 6 && at < slides.length; at++) bits |= 1 << ((slides[at] ?? 0) - from);
    text.digit(bits);
  }
  return SEARCH_BITS + text.take();
}

function writeSteps(slides: readonly number[], text: GrowingText): string {
  let before = -1;
  for (const slide of slides) {
    text.number(slide - before - 1);
    before = slide;
  }
  return text.take();
}
