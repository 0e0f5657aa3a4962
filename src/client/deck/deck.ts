/** The script of a deck's page: reveal.js at the right place, and around it our bar, keys, addresses and speaker view. */
import { shownSlides } from './place.ts';
import type { RevealApi } from 'reveal.js';
import type { DeckConfig, Place } from '../../model/wire.ts';
import { readConfig } from '../config.ts';
import { lazyScript } from '../lazyScript.ts';
import { makeSearch, takeMarks } from '../openSearch.ts';
import { toggleFullScreen } from '../toggleFullScreen.ts';
import { watchWaiting } from '../waiting.ts';
import { savedPlace, watchAddress } from './address.ts';
import { announce } from './announce.ts';
import { makeBar } from './bar.ts';
import { followCode } from './codeSteps.ts';
import { switchColours } from './colours.ts';
import { fitSlides } from './fit.ts';
import { makeJump } from './jump.ts';
import { type DeckActions, watchKeys } from './keys.ts';
import { openStage, STAGE_OBJECT, type StageDoor } from './openStage.ts';
import { layOnPaper, watchPrinting } from './paper.ts';
import { offerRenewal } from './renewal.ts';
import { cleanQuery, startReveal } from './start.ts';
import { goTo, placeNow, showSteps } from './stand.ts';

/** What reveal.js tells whenever it stands elsewhere. */
const STOPS = ['slidechanged', 'fragmentshown', 'fragmenthidden'] as const;

const config = readConfig<DeckConfig>();
const marks = takeMarks();
const query = cleanQuery();
const receiver = query.get('receiver');

readyStyles();
if (query.has('print-pdf')) void print();
else if (receiver === 'current' || receiver === 'next') void follow(receiver);
else void present();

async function present(): Promise<void> {
  const reveal = await startReveal(config, savedPlace(shownSlides()), { navigationMode: query.get('navigationMode') });
  const bar = makeBar(reveal, config);
  const stage = openStage(reveal, config, bar.say);
  const jump = makeJump(reveal, config);
  const address = watchAddress(reveal);
  const search = makeSearch(marks);
  const scheme = switchColours();
  const told = announce(reveal, config);
  const linear = !/^(?:default|grid)$/.test(query.get('navigationMode') ?? '');
  const own = { speaker: stage.open, notes: stage.toggleNotes, go: jump.open, search, help: bar.help, scheme };
  watchKeys(reveal, { ...moves(reveal, stage), ...own, return: goBack(reveal) }, linear);
  bar.connect({ speaker: stage.open, jump: jump.open, scheme });
  watchPrinting(config, () => reveal.layout());
  // Backgrounds are made anew, with what the slide now asks for.
  watchWaiting(() => reveal.sync());
  const show = (): void => {
    bar.show();
    address.remember();
  };
  const moved = (): void => {
    show();
    stage.moved(false);
  };
  const { hear, renew } = hushed(reveal);
  for (const event of STOPS) hear(event, moved);
  hear('slidechanged', told.slide);
  hear('slidechanged', () => document.dispatchEvent(new Event('lectern-moved')));
  showSteps(reveal);
  hear('fragmentshown', (event) => told.step((event as Event & { readonly fragments: readonly Element[] }).fragments));
  const fitShown = fitSlides(reveal);
  followCode(reveal);
  offerRenewal({
    ...{ reveal, config, fitShown },
    renew: (change) => {
      renew(change);
      told.name();
      show();
      stage.moved(true);
      fitShown();
    },
  });
  bar.show();
  document.documentElement.dataset.ready = String(placeNow(reveal).number);
}

/** Listens to a deck but while its slides are renewed: it stands where it stood, and nobody went anywhere. */
function hushed(reveal: RevealApi): {
  readonly hear: (event: 'slidechanged' | 'fragmentshown' | 'fragmenthidden', heard: (event: Event) => void) => void;
  readonly renew: (change: () => void) => void;
} {
  const state = { renewing: false };
  return {
    hear: (name, heard) => reveal.on(name, (event) => state.renewing || heard(event as Event)),
    renew: (change) => {
      state.renewing = true;
      try {
        change();
      } finally {
        state.renewing = false;
      }
    },
  };
}

/** What keys do to the slides themselves. */
function moves(
  reveal: RevealApi,
  stage: StageDoor,
): Pick<DeckActions, 'next' | 'back' | 'home' | 'end' | 'overview' | 'black' | 'full'> {
  return {
    next: () => void (stage.passOn(1) || reveal.next()),
    back: () => void (stage.passOn(-1) || reveal.prev()),
    home: () => reveal.slide(0, 0),
    end: () => goTo(reveal, { number: config.total, step: 0 }),
    overview: () => reveal.toggleOverview(),
    black: () => reveal.togglePause(),
    full: toggleFullScreen,
  };
}

/** The way back to where the deck stood before it last went further than to the slide beside. */
function goBack(reveal: RevealApi): () => void {
  const state = { now: placeNow(reveal), before: null as Place | null };
  const visit = (): void => {
    const place = placeNow(reveal);
    if (Math.abs(place.number - state.now.number) > 1) state.before = state.now;
    state.now = place;
  };
  for (const event of STOPS) reveal.on(event, visit);
  return () => state.before !== null && goTo(reveal, state.before);
}

async function follow(role: 'current' | 'next'): Promise<void> {
  document.documentElement.classList.add('lectern-receiver');
  const reveal = await startReveal(config, savedPlace(shownSlides()), { navigationMode: null, still: true });
  const fitShown = fitSlides(reveal);
  followCode(reveal);
  const receiver = lazyScript(config.stage, () => window[STAGE_OBJECT]?.receive(reveal, config, role));
  receiver.use(() => {});
  offerRenewal({
    ...{ reveal, config, fitShown },
    renew: (change) => {
      change();
      fitShown();
      receiver.now()?.renewed();
    },
  });
}

/** Stays on paper, for whoever prints it without the browser's own menu. */
async function print(): Promise<void> {
  const reveal = await startReveal(config, { number: 1, step: 0 }, { navigationMode: null, still: true });
  layOnPaper(config);
  document.documentElement.dataset.ready = String(placeNow(reveal).number);
}

/** Browsers that do not know the media feature `scripting` would leave reveal.js without its styles. */
function readyStyles(): void {
  if (matchMedia('(scripting: enabled)').matches) return;
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[media="(scripting: enabled)"]')) link.media = 'all';
}
