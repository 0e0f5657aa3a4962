/** Where a deck stands, in our numbers, and how to make it stand elsewhere. */
import type { RevealApi } from 'reveal.js';
import type { Place } from '../../model/wire.ts';
import { numberOf, shownSlides, slideOf } from './place.ts';

export function placeNow(reveal: RevealApi): Place {
  const slide = reveal.getCurrentSlide();
  return { number: numberOf(slide), step: (reveal.getIndices().f ?? -1) + 1 };
}

/** Goes to the slide with the number, or the nearest before it, with so many steps shown. */
export function goTo(reveal: RevealApi, { number, step }: Place): void {
  const slide = slideOf(number, shownSlides());
  if (slide === null) return;
  const now = placeNow(reveal);
  if (now.number === numberOf(slide) && now.step === step) return;
  const { h, v } = reveal.getIndices(slide);
  reveal.slide(h, v, Math.min(step, stepsOf(slide)) - 1);
}

/** Shows the steps up to one that asks for it: what was looked for stands in it. */
export function showSteps(reveal: RevealApi): void {
  document.addEventListener('lectern-show', ({ target }) => {
    const indices: number[] = [];
    for (let one = target as Element | null | undefined; one != null; one = one.parentElement?.closest('.fragment'))
      indices.push(Number(one.getAttribute('data-fragment-index')));
    const { number, step } = placeNow(reveal);
    goTo(reveal, { number, step: Math.max(step, ...indices.map((index) => index + 1)) });
  });
}

/** How many steps a slide reveals. */
export function stepsOf(slide: Element): number {
  const indices = [...slide.querySelectorAll('.fragment')].map((one) => one.getAttribute('data-fragment-index') ?? '');
  return new Set(indices).size;
}

/** The text of a slide's heading; empty where it has none. */
export function titleOf(slide: Element): string {
  return slide.querySelector(':scope > :is(h1,h2,h3,h4,h5,h6)')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
