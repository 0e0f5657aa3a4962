/** A deck that stands → what the script of `lectern dev` needs to change its slides under it; without that script nobody asks. */
import type { RevealApi } from 'reveal.js';
import { DECK_EVENT, type DeckConfig, type Place } from '../../model/wire.ts';
import { goTo, placeNow, stepsOf } from './stand.ts';
import { colourPictures } from './colourPictures.ts';

export interface RenewableDeck {
  readonly reveal: RevealApi;
  /** What stands in the page, as the deck's parts read it: it is changed in place. */
  readonly config: DeckConfig;
  /** Does what moves or changes slides, and tells nobody of it but those who have to show it. */
  readonly renew: (change: () => void) => void;
  /** Sets the slide that is shown as large as it can be. */
  readonly fitShown: () => void;
  readonly placeNow: () => Place;
  readonly goTo: (place: Place) => void;
  readonly stepsOf: (slide: Element) => number;
  /** Says of new slides whether the pictures behind them are dark. */
  readonly colourPictures: () => void;
}

export function offerRenewal(deck: Pick<RenewableDeck, 'reveal' | 'config' | 'renew' | 'fitShown'>): void {
  const { reveal } = deck;
  const detail: RenewableDeck = {
    ...{ ...deck, stepsOf, colourPictures },
    placeNow: () => placeNow(reveal),
    goTo: (place) => goTo(reveal, place),
  };
  document.dispatchEvent(new CustomEvent(DECK_EVENT, { detail }));
}
