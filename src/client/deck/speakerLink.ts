/** The deck's end of the line to its speaker view. */
import type { RevealApi } from 'reveal.js';
import type { DeckConfig, Scheme } from '../../model/wire.ts';
import { newId, openChannel } from '../channel.ts';
import { hashOf } from './place.ts';
import { goTo, placeNow } from './stand.ts';

export interface SpeakerLink {
  readonly open: () => void;
  /** Tells the speaker view where the deck stands, unless it was the speaker view that moved it. */
  readonly tell: () => void;
}

/** Begins the names of windows that show a deck. */
const NAME = 'lectern-deck:';

export function linkSpeaker(reveal: RevealApi, config: DeckConfig, say: (words: string) => void): SpeakerLink {
  const state = { obeying: false, name: ownName() };
  const channel = openChannel(location.pathname, (message) => {
    const ours = message.deck === state.name;
    if (message.kind === 'hello' && (ours || message.deck === null)) tell();
    if (message.kind === 'claim' && ours) channel.send({ kind: 'taken', deck: state.name });
    if (message.kind === 'taken' && ours) state.name = takeName();
    if (message.kind !== 'go' || !ours) return;
    state.obeying = true;
    goTo(reveal, message.place);
    state.obeying = false;
  });
  const tell = (): void => channel.send({ kind: 'at', deck: state.name, place: placeNow(reveal), scheme: schemeNow() });
  if (window.opener !== null) channel.join(window.opener as Window);
  channel.send({ kind: 'claim', deck: state.name });
  new MutationObserver(tell).observe(document.documentElement, { attributeFilter: ['data-scheme'] });
  addEventListener('pagehide', () => channel.send({ kind: 'gone', deck: state.name }));
  addEventListener('pageshow', ({ persisted }) => persisted && tell());
  return {
    open: () => {
      const address = `${config.speaker}&id=${encodeURIComponent(state.name)}${hashOf(reveal.getCurrentSlide())}`;
      const popup = window.open(address, `lectern:${location.pathname}:${state.name}`, 'popup,width=1200,height=760');
      if (popup === null) say(config.words.popupBlocked);
      else channel.join(popup);
    },
    tell: () => {
      if (!state.obeying) tell();
    },
  };
}

/** The window's name outlives a reload and belongs to this window alone, unless the browser copied it with the whole tab. */
function ownName(): string {
  return window.name.startsWith(NAME) ? window.name : takeName();
}

function takeName(): string {
  window.name = NAME + newId();
  return window.name;
}

function schemeNow(): Scheme {
  const { scheme } = document.documentElement.dataset;
  return scheme === 'light' || scheme === 'dark' ? scheme : null;
}
