/** The script of pages that `lectern dev` serves: it brings the page to what is saved, in place. It runs before all others. */
import { DECK_EVENT, type SavedSlide } from '../model/wire.ts';
import type { RenewableDeck } from './deck/renewal.ts';
import { followSaved } from './live/follow.ts';
import { freshenAddresses } from './live/freshenAddresses.ts';
import { freshPages } from './live/freshPage.ts';
import { listen } from './live/listen.ts';
import { type Origins, sentDocument } from './live/origins.ts';
import { pagePath } from './live/pagePath.ts';
import { renewPage } from './live/renewPage.ts';

const script = document.currentScript as HTMLScriptElement | null;
const root = new URL('..', script?.src ?? location.href);
const own = pagePath(root);
const origins: Origins = new WeakMap();
const sent = sentDocument(origins);
const isDeck = document.querySelector('.reveal > .slides') !== null;
const versions = new Map<string, number>();
const state: { deck: RenewableDeck | null; waiting: boolean; saved: SavedSlide | null } = {
  deck: null,
  waiting: false,
  saved: null,
};

const ask = freshPages((page) => {
  if (page === null) return location.reload();
  freshenAddresses(page, versions, root);
  if (!renewPage({ sent, origins, deck: state.deck }, page)) return location.reload();
  follow();
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

document.addEventListener(DECK_EVENT, (event) => {
  state.deck = (event as CustomEvent<RenewableDeck>).detail;
  if (state.waiting) ask();
  state.waiting = false;
});

listen(root, (event) => {
  if (event.follow && event.saved !== null) state.saved = event.saved;
  const files = event.pages.filter((path) => !path.endsWith('.html'));
  for (const file of files) versions.set(file, (versions.get(file) ?? 0) + 1);
  if (event.pages.includes(own) || files.length > 0) renew();
  else follow();
});
