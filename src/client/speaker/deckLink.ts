/** The speaker view's end of the line to the one open deck that it belongs to. */
import type { DrawOrder, Followed, LinkMessage, Place, Stand, Time } from '../../model/wire.ts';
import { newId, openChannel } from '../channel.ts';

export interface DeckLink {
  /** Asks the deck where it is. */
  readonly ask: () => void;
  readonly go: (place: Place) => void;
  readonly black: (on: boolean) => void;
  /** Where the speaker is, who goes on without the audience's window; null: it follows again. */
  readonly freeze: (at: Place | null) => void;
  /** Tells other speaker views of the time. */
  readonly time: (time: Time) => void;
  readonly draw: (order: DrawOrder) => void;
  /** The name of the window in which a link has to open the deck: it then stands as the last one did. */
  readonly reopen: () => string;
}

export interface Hears {
  /** The deck stands so, and it is not known from here. `deck`: its name; `renewed`: it went nowhere, and has other slides. */
  readonly at: (stand: Stand, deck: string, renewed: boolean) => void;
  /** Whether the deck is there. */
  readonly open: (open: boolean) => void;
  /** Somebody asked the deck's own window for a step that is the speaker's. */
  readonly step: (by: 1 | -1) => void;
  readonly time: (time: Time) => void;
  readonly draw: (order: DrawOrder) => void;
  /** The version of the drawing that is known here. */
  readonly drawing: () => number;
}

/** Milliseconds between two questions where the deck is. */
const BEAT = 1500;
/** So many questions without an answer mean that it is closed. A window that was loaded again is back by then. */
const PATIENCE = 2;
/** Milliseconds that a deck may take to follow an order. */
const DELAY = 1000;

interface State {
  /** The deck's name; null before the first one has answered. */
  name: string | null;
  unanswered: number;
  /** It is closed, or being loaded again. */
  gone: boolean;
  sent: Followed;
  /** Until when the deck may still be on its way to where it was sent. */
  until: number;
  /** How the deck stood last, or was told to. */
  stand: Stand | null;
  /** Whether a deck that answers now has to be told how to stand. */
  restores: boolean;
}

/** `deck` is its address, `name` that of the open deck; null takes the first one that answers. */
export function linkDeck(deck: URL, name: string | null, hears: Hears): DeckLink {
  const sent = { by: newId(), count: 0 };
  const state: State = { name, unanswered: 0, gone: false, sent, until: 0, stand: null, restores: false };
  const channel = openChannel(deck.pathname, (message) => {
    if (message.kind === 'at' && (state.name ?? message.deck) === message.deck) heard(message);
    if (message.deck !== state.name) return;
    if (message.kind === 'gone') state.gone = true;
    else if (message.kind === 'step') hears.step(message.by);
    else if (message.kind === 'time') hears.time(message.time);
    else if (message.kind === 'drawing') hears.draw(message.order);
  });
  const heard = ({ deck, stand, followed, renewed }: LinkMessage & { readonly kind: 'at' }): void => {
    state.name = deck;
    state.unanswered = 0;
    state.gone = false;
    hears.open(true);
    if (state.restores && state.stand !== null) {
      restore(state.stand, stand.ahead !== null);
      return;
    }
    const ours = followed?.by === state.sent.by && followed.count >= state.sent.count;
    if (!ours && Date.now() < state.until) return;
    state.until = 0;
    state.stand = stand;
    hears.at(stand, deck, renewed === true);
  };
  const send = (make: (deck: string) => LinkMessage): void => {
    if (state.name !== null) channel.send(make(state.name));
  };
  const go = (place: Place): void => {
    state.sent = { ...state.sent, count: state.sent.count + 1 };
    state.until = Date.now() + DELAY;
    const { stand, sent: order } = state;
    if (stand !== null) state.stand = stand.ahead === null ? { ...stand, place } : { ...stand, ahead: place };
    // it will come back, and then stands elsewhere
    if (state.gone) state.restores = true;
    send((deck) => ({ kind: 'go', deck, place, order }));
  };
  const freeze = (at: Place | null): void => send((deck) => ({ kind: 'freeze', deck, at }));
  const black = (on: boolean): void => send((deck) => ({ kind: 'black', deck, on }));
  const restore = (stand: Stand, frozen: boolean): void => {
    state.restores = false;
    if (frozen && stand.ahead === null) freeze(null);
    if (!frozen || stand.ahead === null) go(stand.place);
    if (stand.ahead !== null) freeze(stand.ahead);
    black(stand.black);
    state.stand = stand;
  };
  const ask = (): void => channel.send({ kind: 'hello', deck: state.name, drawing: hears.drawing() });
  setInterval(() => {
    if (state.unanswered >= PATIENCE) {
      state.gone = true;
      hears.open(false);
    }
    state.unanswered += 1;
    ask();
  }, BEAT);
  if (window.opener !== null) channel.join(window.opener as Window);
  return {
    ask,
    go,
    black,
    freeze,
    time: (time) => send((deck) => ({ kind: 'time', deck, time })),
    draw: (order) => send((deck) => ({ kind: 'drawing', deck, order })),
    reopen: () => {
      state.restores = true;
      return state.name ?? '_blank';
    },
  };
}
