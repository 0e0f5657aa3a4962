/** What a screen reader is told: each slide's name and place, and once, in one place, whatever comes into view. */
import type { RevealApi } from 'reveal.js';
import { type DeckConfig, fill } from '../../model/wire.ts';
import { furniture } from '../config.ts';
import { numberOf, shownSlides } from './place.ts';
import { titleOf } from './stand.ts';

/** Names the slides, once and by `name`; `slide` says which one is shown now, `step` what appeared on it. */
export function announce(
  reveal: RevealApi,
  config: DeckConfig,
): { readonly name: () => void; readonly slide: () => void; readonly step: (shown: readonly Element[]) => void } {
  // Reveal.js would say it all a second time.
  document.querySelector('.reveal > .aria-status')?.remove();
  const name = (): void => {
    for (const slide of shownSlides()) nameSlide(slide, config);
  };
  name();
  const live = furniture('live');
  const say = (words: string): void => {
    if (live !== null) live.textContent = words;
  };
  return {
    name,
    slide: () => {
      const slide = reveal.getCurrentSlide();
      say([slide.getAttribute('aria-label') ?? '', textOf(slide)].filter((part) => part !== '').join('. '));
    },
    step: (shown) => say(shown.map((one) => (one.matches('.code-lines') ? emphasisIn(one) : textOf(one))).join(' ')),
  };
}

function nameSlide(slide: HTMLElement, { total, words }: DeckConfig): void {
  const title = titleOf(slide);
  const place = { n: numberOf(slide), total, title };
  if (!slide.hasAttribute('role')) slide.setAttribute('role', 'group');
  slide.setAttribute('aria-roledescription', words.slide);
  slide.setAttribute('aria-label', fill(title === '' ? words.untitled : words.titled, place));
}

/** What an element shows, in words: without its title, notes, and steps that are still to come. */
function textOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  const hidden =
    ':scope > :is(h1,h2,h3,h4,h5,h6):first-child, aside.notes, [hidden], [aria-hidden="true"], style, .fragment:not(.visible)';
  for (const one of copy.querySelectorAll(element.matches('section') ? hidden : hidden.slice(hidden.indexOf('aside'))))
    one.remove();
  for (const figure of copy.querySelectorAll('svg')) figure.replaceWith(figureName(figure));
  for (const image of copy.querySelectorAll('img')) image.replaceWith(` ${image.alt} `);
  for (const block of copy.querySelectorAll('p, li, tr, td, th, pre, h3, h4, h5, h6, figcaption, br')) block.append(' ');
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Code that stands there already was read: of a further look at it, only the lines that it is about. */
function emphasisIn(lines: Element): string {
  return [...lines.querySelectorAll('.on')].map(textOf).join(' ');
}

function figureName(figure: SVGElement): string {
  return ` ${figure.getAttribute('aria-label') ?? figure.querySelector('title')?.textContent ?? ''} `;
}
