/** What a deck has to do with being presented: next to nothing before somebody does. Then its script is loaded. */
import type { RevealApi } from 'reveal.js';
import type { DeckConfig } from '../../model/wire.ts';
import { furniture } from '../config.ts';
import { lazyScript } from '../lazyScript.ts';
import { hasName, windowName } from '../windowName.ts';
import { hashOf } from './place.ts';

/** The name under which the script of presenting puts itself into the window. */
export const STAGE_OBJECT = 'lecternStage';

/** A deck that is presented. */
export interface Presented {
  readonly speaker: {
    /** A window of a speaker view that the deck has opened. */
    readonly join: (opened: Window) => void;
    /** Tells the speaker views where the deck stands, unless it was one of them that moved it. */
    readonly tell: () => void;
    /** Tells them that the same slide may have another number. */
    readonly renew: () => void;
    readonly passOn: (by: 1 | -1) => boolean;
  };
  readonly notes: { readonly toggle: () => void; readonly show: () => void };
}

export interface StageScript {
  readonly present: (reveal: RevealApi, config: DeckConfig) => Presented;
  /** For a deck in a frame of the speaker view; `next` shows one step further than it is told. `renewed`: its slides are others now. */
  readonly receive: (reveal: RevealApi, config: DeckConfig, role: 'current' | 'next') => { readonly renewed: () => void };
}

declare global {
  interface Window {
    [STAGE_OBJECT]?: StageScript;
  }
}

export interface StageDoor {
  /** Opens the speaker view. */
  readonly open: () => void;
  /** The notes below the slide, or no longer. */
  readonly toggleNotes: () => void;
  /** The deck has moved or, where it went nowhere, its slides are `renewed`. */
  readonly moved: (renewed: boolean) => void;
  /** Hands a step on to the speaker where the deck is frozen; false where it is not, and may go itself. */
  readonly passOn: (by: 1 | -1) => boolean;
}

/** `say` tells the reader something, with a link behind it. */
export function openStage(
  reveal: RevealApi,
  config: DeckConfig,
  say: (words: string, link: HTMLAnchorElement) => void,
): StageDoor {
  const stage = lazyScript(config.stage, () => window[STAGE_OBJECT]?.present(reveal, config));
  const load = (): void => stage.use(() => {});
  if (hasName() || window.opener !== null) load();
  else waitForSpeaker(load);
  document.addEventListener('fullscreenchange', load);
  return {
    open: () => {
      const address = `${config.speaker}&id=${encodeURIComponent(windowName())}${hashOf(reveal.getCurrentSlide())}`;
      const target = `lectern:${location.pathname}:${windowName()}`;
      const popup = window.open(address, target, 'popup,width=1200,height=760');
      if (popup === null) {
        const link = { href: address, target, textContent: furniture('speaker')?.title ?? '' };
        say(config.words.popupBlocked, Object.assign(document.createElement('a'), link));
      }
      stage.use(({ speaker }) => popup !== null && speaker.join(popup));
    },
    toggleNotes: () => stage.use(({ notes }) => notes.toggle()),
    moved: (renewed) => {
      stage.now()?.notes.show();
      stage.now()?.speaker[renewed ? 'renew' : 'tell']();
    },
    passOn: (by) => stage.now()?.speaker.passOn(by) ?? false,
  };
}

/** A speaker view that was opened by itself asks for any deck of its lecture, and asks again. */
function waitForSpeaker(load: () => void): void {
  try {
    new BroadcastChannel(`lectern:${location.pathname}`).addEventListener('message', load, { once: true });
  } catch {
    // without channels, it has to be opened from the deck
  }
}
