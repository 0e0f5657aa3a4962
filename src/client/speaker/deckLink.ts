/** The speaker view's end of the line to the one open deck that it belongs to. */
import type { Place, Scheme } from '../../model/wire.ts';
import { openChannel } from '../channel.ts';

export interface DeckLink {
  /** Asks the deck where it is. */
  readonly ask: () => void;
  readonly go: (place: Place) => void;
  /** Opens the deck again, at this place, in a window that goes by the same name; false where the browser opens none. */
  readonly reopen: (place: Place | null) => boolean;
}

export interface Hears {
  readonly at: (place: Place, scheme: Scheme) => void;
  /** Whether the deck is there. */
  readonly open: (open: boolean) => void;
}

/** Milliseconds that a deck may take to answer, or to come back after it was loaded again. */
const PATIENCE = 2000;

/** `deck` is its address, `name` that of the open deck; null takes the first one that answers. */
export function linkDeck(deck: URL, name: string | null, hears: Hears): DeckLink {
  const state = { name, wait: 0, place: null as Place | null };
  const channel = openChannel(deck.pathname, (message) => {
    if (message.kind === 'gone' && message.deck === state.name) doubt();
    if (message.kind !== 'at' || (state.name !== null && message.deck !== state.name)) return;
    state.name = message.deck;
    clearTimeout(state.wait);
    hears.open(true);
    const { place } = state;
    state.place = null;
    if (place === null) hears.at(message.place, message.scheme);
    else go(place);
  });
  const doubt = (): void => {
    clearTimeout(state.wait);
    state.wait = setTimeout(() => hears.open(false), PATIENCE);
  };
  const go = (place: Place): void => {
    if (state.name !== null) channel.send({ kind: 'go', deck: state.name, place });
  };
  if (window.opener !== null) channel.join(window.opener as Window);
  doubt();
  return {
    ask: () => channel.send({ kind: 'hello', deck: state.name }),
    go,
    reopen: (place) => {
      const opened = window.open(deck.href, state.name ?? '');
      if (opened !== null) channel.join(opened);
      state.place = place;
      return opened !== null;
    },
  };
}
