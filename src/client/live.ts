/** The script of pages that `lectern dev` serves: it brings the page to what is saved, in place. It runs before all others. */
import { DECK_EVENT, type DevWords, type SavedSlide } from '../model/wire.ts';
import type { RenewableDeck } from './deck/renewal.ts';
import { followSaved } from './live/follow.ts';
import { freshenAddresses } from './live/freshenAddresses.ts';
import { freshPages } from './live/freshPage.ts';
import { listen } from './live/listen.ts';
import { type Origins, sentDocument } from './live/origins.ts';
import { type Notices, placeNotices } from './live/notices.ts';
import { openInEditor } from './live/openInEditor.ts';
import { type Overflow, watchOverflow } from './live/overflow.ts';
import { pagePath } from './live/pagePath.ts';
import { renewPage } from './live/renewPage.ts';
import { showProblems } from './live/showProblems.ts';
import { watchDevKeys } from './live/watchDevKeys.ts';

const script = document.currentScript as HTMLScriptElement | null;
const root = new URL('..', script?.src ?? location.href);
const own = pagePath(root);
const origins: Origins = new WeakMap();
const sent = sentDocument(origins);
const isDeck = document.querySelector('.reveal > .slides') !== null;
const versions = new Map<string, number>();
const state: { deck: RenewableDeck | null; waiting: boolean; saved: SavedSlide | null; overflow: Overflow | null } = {
  ...{ deck: null, waiting: false, saved: null, overflow: null },
};
// the speaker view and its frames are for the audience's hour
const notices = window.parent === window ? placeNotices(script?.dataset.lang ?? 'en') : null;
const problems = notices === null ? null : watchProblems(notices);

const ask = freshPages((page) => {
  if (page === null) return location.reload();
  freshenAddresses(page, versions, root);
  if (!renewPage({ sent, origins, deck: state.deck }, page)) return location.reload();
  follow();
  look();
});

/** A deck cannot be changed before it stands. */
function renew(): void {
  if (isDeck && state.deck === null) state.waiting = true;
  else ask();
}

function follow(): void {
  const { saved } = state;
  state.saved = null;
  if (saved !== null) followSaved(saved, own, root, state.deck);
}

/** Whether the slide that is shown has room for what is on it. */
function look(): void {
  const { deck, overflow } = state;
  if (deck !== null) overflow?.look(deck.placeNow().number);
}

function watchProblems(shown: Notices): ReturnType<typeof showProblems> {
  const words = JSON.parse(script?.dataset.words ?? '{}') as DevWords;
  const shows = showProblems(shown, words, (problem) => openInEditor(root, problem, words.noAnswer));
  watchDevKeys({ edit: shows.edit, mistakes: shows.toggle }, shows.hide);
  return shows;
}

document.addEventListener(DECK_EVENT, (event) => {
  state.deck = (event as CustomEvent<RenewableDeck>).detail;
  const { measure } = script?.dataset ?? {};
  if (notices !== null && measure !== undefined) state.overflow = watchOverflow(sent, measure, notices.say);
  state.deck.reveal.on('slidechanged', look);
  look();
  if (state.waiting) ask();
  state.waiting = false;
});

listen(root, (event, restarted) => {
  problems?.hear(event);
  if (event.follow && event.saved !== null) state.saved = event.saved;
  const files = event.pages.filter((path) => !path.endsWith('.html'));
  for (const file of files) versions.set(file, (versions.get(file) ?? 0) + 1);
  if (restarted || event.pages.includes(own) || files.length > 0) renew();
  else follow();
});
