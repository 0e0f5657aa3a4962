/**
 * Runs before a deck is painted: the slide that its address names stands at once where reveal.js, which is still on its way, will
 * put it. It stands in the page itself; what it needs of styles is in styles/deck-first.css. Behind a cover it shows that, where the
 * address names no slide; else it waits until it is called from behind all slides.
 */
import { type DeckConfig, SHOW_FIRST } from '../model/wire.ts';
import { readConfig } from './config.ts';
import { placeOf, slideElements, slideOf } from './deck/place.ts';

/** Addresses of decks in frames and on paper, which look otherwise. */
const ELSEWHERE = /[?&](?:receiver|print-pdf)\b/;
/** What an author may put behind a slide: reveal.js draws it, and says which colours go with it. */
const BACKED = /^data-background/;

const here = document.currentScript;
if (here?.closest('.slides') == null) showFirst();
else {
  here.remove();
  if (location.hash === '') showFirst();
  else Object.assign(window, { [SHOW_FIRST]: showFirst });
}

function showFirst(): void {
  if (ELSEWHERE.test(location.search)) return;
  const shown = slideElements().filter((one) => one.dataset.visibility !== 'hidden');
  const slide = slideOf(placeOf(location.hash, shown)?.number ?? 1, shown);
  if (slide === null || [slide, slide.parentElement].some(isBacked)) return;
  const { documentElement: root, body } = document;
  root.classList.add('reveal-full-page');
  body.classList.add(
    'reveal-viewport',
    'lectern-first',
    ...(slide.dataset.state?.split(/\s+/).filter((name) => name !== '') ?? []),
  );
  // Reveal.js would copy a class to the slide's background.
  slide.dataset.lecternShown = '';
  const { width, height } = readConfig<DeckConfig>();
  body.style.setProperty('--slide-width', `${width}px`);
  body.style.setProperty('--slide-height', `${height}px`);
  body.style.setProperty('--slide-scale', String(scaleOf(body.offsetWidth / width, body.offsetHeight / height)));
}

function isBacked(element: Element | null): boolean {
  return element?.getAttributeNames().some((name) => BACKED.test(name)) ?? false;
}

/** As reveal.js reckons it. */
function scaleOf(across: number, down: number): number {
  return Math.round(Math.min(Math.max(Math.min(across, down), 0.1), 6) * 100) / 100;
}
