/** An address's hash ↔ a place in the deck: a slide and a step. */
import type { Place } from '../../model/wire.ts';

/** Every slide of the deck, in order; stacks are none. */
export function slideElements(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.reveal .slides section[data-number]')];
}

/** The slides that are shown, in order. */
export function shownSlides(): readonly HTMLElement[] {
  return slideElements().filter((slide) => slide.dataset.visibility !== 'hidden');
}

/** The slide's own number. */
export function numberOf(slide: Element): number {
  return Number(slide.getAttribute('data-number'));
}

/**
 * The place that a hash names; null where it names none. `#/id` and `#id` (of a slide, or of anything on one), `#/17` (a
 * slide's number), `#/4/2` (pandoc's: 0-based, horizontal and vertical); a last `/n` names a step as reveal.js counts
 * them: `/0` is the first that appears.
 */
export function placeOf(hash: string, slides: readonly HTMLElement[]): Place | null {
  const name = decode(hash.replace(/^#\/?/, ''));
  if (name === '') return null;
  const numbers = /^(\d+)(?:\/(\d+)(?:\/(-?\d+))?)?$/.exec(name);
  if (numbers !== null) return placeOfNumbers(numbers, slides);
  const whole = slideWith(name);
  if (whole !== null) return { number: numberOf(whole), step: 0 };
  const [, id = '', step = ''] = /^(.*)\/(-?\d+)$/.exec(name) ?? [];
  const slide = id === '' ? null : slideWith(id);
  return slide === null ? null : { number: numberOf(slide), step: Math.max(0, Number(step) + 1) };
}

/** The hash that leads to a slide. */
export function hashOf(slide: HTMLElement): string {
  return `#/${slide.id === '' ? numberOf(slide) : encodeURIComponent(slide.id)}`;
}

/** The slide with a number or, where there is none (its author hid it), the one before it. */
export function slideOf(number: number, slides: readonly HTMLElement[]): HTMLElement | null {
  return slides.findLast((slide) => numberOf(slide) <= number) ?? slides[0] ?? null;
}

function placeOfNumbers([, first, second, third]: RegExpExecArray, slides: readonly HTMLElement[]): Place | null {
  if (second === undefined) {
    const slide = slideOf(Number(first), slides);
    return slide === null ? null : { number: numberOf(slide), step: 0 };
  }
  const top = [...document.querySelectorAll<HTMLElement>('.reveal .slides > section:not([data-visibility="hidden"])')][
    Number(first)
  ];
  const inner =
    top === undefined ? [] : [...top.querySelectorAll<HTMLElement>(':scope > section:not([data-visibility="hidden"])')];
  const slide = inner.length === 0 ? top : inner[Number(second)];
  const step = third === undefined ? 0 : Math.max(0, Number(third) + 1);
  return slide === undefined ? null : { number: numberOf(slide), step };
}

function slideWith(id: string): HTMLElement | null {
  return document.getElementById(id)?.closest<HTMLElement>('.reveal .slides section[data-number]') ?? null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
