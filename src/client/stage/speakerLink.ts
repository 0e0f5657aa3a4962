/** The deck's end of the line to its speaker views. */
import type { RevealApi } from 'reveal.js';
import type { DeckConfig, Followed, LinkMessage, Place, Scheme } from '../../model/wire.ts';
import { openChannel } from '../channel.ts';
import { keep, kept } from '../kept.ts';
import { stayAwake } from '../stayAwake.ts';
import type { Presented } from '../deck/openStage.ts';
import { goTo, placeNow } from '../deck/stand.ts';
import { takeName, windowName } from '../windowName.ts';
import { watchDrawing } from './watchDrawing.ts';

/** Milliseconds after which a speaker view that says nothing is not there. */
const PATIENCE = 1000;

/** What outlives a reload of the deck's window. */
interface Saved {
  readonly black: boolean;
  readonly ahead: Place | null;
}

export function linkSpeaker(reveal: RevealApi, config: DeckConfig): Presented['speaker'] {
  const saved = `stand:${location.pathname}`;
  const { black, ahead } = load(saved);
  const state = { obeying: false, name: windowName(), ahead, followed: null as Followed | null, heard: false, wait: 0 };
  if (black) reveal.togglePause(true);
  const awake = stayAwake(() => state.heard || document.fullscreenElement !== null);
  const tell = (renewed = false): void => {
    const stand = { place: placeNow(reveal), scheme: schemeNow(), black: reveal.isPaused(), ahead: state.ahead };
    keep(saved, stand.black || stand.ahead !== null ? JSON.stringify({ ...stand, place: undefined }) : null, 'sessionStorage');
    channel.send({ kind: 'at', deck: state.name, stand, followed: state.followed, renewed });
  };
  const go = (place: Place): void => {
    state.obeying = true;
    goTo(reveal, place);
    state.obeying = false;
  };
  const freeze = (at: Place | null): void => {
    const { ahead } = state;
    state.ahead = at;
    if (at === null && ahead !== null) go(ahead);
  };
  const obey = (message: LinkMessage): void => {
    if (message.kind === 'go') {
      clearTimeout(state.wait);
      state.followed = message.order;
      if (state.ahead === null) go(message.place);
      else state.ahead = message.place;
    } else if (message.kind === 'black') reveal.togglePause(message.on);
    else if (message.kind === 'freeze') freeze(message.at);
    else if (message.kind !== 'hello') return;
    tell();
    if (!state.heard) {
      state.heard = true;
      awake();
    }
  };
  const channel = openChannel(location.pathname, (message) => {
    const ours = message.deck === state.name;
    if (message.kind === 'hello' && (ours || message.deck === null)) drawing.compare(message.drawing);
    if (message.kind === 'drawing' && ours) drawing.hear(message.order);
    if (message.kind === 'claim' && ours) channel.send({ kind: 'taken', deck: state.name });
    else if (message.kind === 'taken' && ours) state.name = takeName();
    else if (ours || message.deck === null) obey(message);
  });
  const drawing = watchDrawing(config.draw, {
    ...{ width: config.width, height: config.height },
    slide: () => placeNow(reveal).number,
    send: (order) => channel.send({ kind: 'drawing', deck: state.name, order }),
  });
  if (window.opener !== null) channel.join(window.opener as Window);
  channel.send({ kind: 'claim', deck: state.name });
  new MutationObserver(() => tell()).observe(document.documentElement, { attributeFilter: ['data-scheme'] });
  for (const event of ['paused', 'resumed'] as const) reveal.on(event, () => tell());
  tell();
  addEventListener('pagehide', () => channel.send({ kind: 'gone', deck: state.name }));
  addEventListener('pageshow', ({ persisted }) => persisted && tell());
  return {
    join: channel.join,
    renew: () => tell(true),
    tell: () => {
      if (!state.obeying) tell();
    },
    passOn: (by) => {
      if (state.ahead === null) return false;
      channel.send({ kind: 'step', deck: state.name, by });
      clearTimeout(state.wait);
      // without a speaker view nobody looks ahead
      state.wait = setTimeout(() => {
        state.ahead = null;
        if (by === 1) reveal.next();
        else reveal.prev();
        tell();
      }, PATIENCE);
      return true;
    },
  };
}

function load(name: string): Saved {
  try {
    return (JSON.parse(kept(name, 'sessionStorage') ?? 'null') as Saved | null) ?? { black: false, ahead: null };
  } catch {
    return { black: false, ahead: null };
  }
}

function schemeNow(): Scheme {
  const { scheme } = document.documentElement.dataset;
  return scheme === 'light' || scheme === 'dark' ? scheme : null;
}
