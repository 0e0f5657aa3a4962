/** Keeps the page's address at the slide that is shown, and the deck at the slide that the address names. */
import type { RevealApi } from 'reveal.js';
import type { Place } from '../../model/wire.ts';
import { hashOf, numberOf, placeOf, shownSlides, slideOf } from './place.ts';
import { goTo, placeNow } from './stand.ts';

/** Browsers refuse addresses that change too often. */
const PAUSE = 250;

/** The history entry's own note of where the deck stood, so that a reload keeps the step. */
interface Saved {
  readonly lecternPlace?: Place;
}

/** Where the deck should open: at the address, and at the step that was shown there before a reload. */
export function savedPlace(slides: readonly HTMLElement[]): Place {
  const named = placeOf(location.hash, slides) ?? { number: 1, step: 0 };
  const slide = slideOf(named.number, slides);
  const place = { number: slide === null ? 1 : numberOf(slide), step: named.step };
  const saved = (history.state as Saved | null)?.lecternPlace;
  // The note belongs to this address, also when slides that came before have moved the slide to another number.
  return saved !== undefined && place.step === 0 ? { ...place, step: saved.step } : place;
}

/** Follows the address when a link or the reader changes it; `remember` writes where the deck stands into it, soon. */
export function watchAddress(reveal: RevealApi): { readonly remember: () => void } {
  const state = { pending: false, known: location.hash };
  const write = (): void => {
    removeEventListener('beforeunload', write);
    if (!state.pending) return;
    state.pending = false;
    // The reader has changed the address since, and the deck is about to hear of it.
    if (location.hash !== state.known) return;
    const saved: Saved = { lecternPlace: placeNow(reveal) };
    history.replaceState(saved, '', location.pathname + location.search + hashOf(reveal.getCurrentSlide()));
    state.known = location.hash;
  };
  const remember = (): void => {
    if (state.pending) return;
    state.pending = true;
    // Once the page is on its way out, browsers forget what is written into its address.
    addEventListener('beforeunload', write);
    setTimeout(write, PAUSE);
  };
  addEventListener('hashchange', () => {
    state.known = location.hash;
    if (placeOf(location.hash, shownSlides()) !== null) goTo(reveal, savedPlace(shownSlides()));
    // A link to an element leaves its own name in the address.
    remember();
  });
  keepLinks(write);
  return { remember };
}

/** Reveal.js would follow links within the deck by its own rules for addresses, and without a way back. `before` is called first. */
function keepLinks(before: () => void): void {
  document.querySelector('.reveal')?.addEventListener(
    'click',
    (event) => {
      if ((event.target as Element).closest('a[href^="#"]') === null) return;
      before();
      event.stopPropagation();
    },
    true,
  );
}
