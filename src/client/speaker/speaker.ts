/** The script of the speaker view: the notes, the slide that is shown, the step that comes next, the time; in step with the deck. */
import type { Place, Showing, SpeakerConfig, SpeakerWords } from '../../model/wire.ts';
import { furniture, readConfig } from '../config.ts';
import { switchColours } from './colours.ts';
import { deckAddress, deckName, namedDeck } from './deckAddress.ts';
import { linkDeck } from './deckLink.ts';
import { openFrames } from './frames.ts';
import { makeGoTo } from './goTo.ts';
import { showLost } from './showLost.ts';
import { watchKeys } from './keys.ts';
import { showCurrent, showUpcoming } from './showSlide.ts';
import { sizeNotes } from './textSize.ts';
import { startTimer } from './timer.ts';

const { words, decks } = readConfig<SpeakerConfig>();
const view = { resize: sizeNotes(), scheme: switchColours() };
const deck = deckAddress(decks);

if (deck === null) showLost(namedDeck(), words);
else follow(deck, words);

function follow(deck: URL, words: SpeakerWords): void {
  const state = { place: null as Place | null, total: 1 };
  const timer = startTimer(deck.pathname, deckName() ?? '', words);
  const show = (place: Place): void => {
    order('current', { kind: 'show', place });
    order('upcoming', { kind: 'show', place });
  };
  const goTo = (place: Place): void => {
    stand(place);
    show(place);
    link.go(place);
  };
  const stand = (place: Place): void => {
    const { place: before } = state;
    if (before !== null && (before.number !== place.number || before.step !== place.step)) timer.begin();
    state.place = place;
  };
  const link = linkDeck(deck, deckName(), {
    at: (place, scheme) => {
      stand(place);
      for (const which of ['current', 'upcoming'] as const) order(which, { kind: 'colour', scheme });
      show(place);
    },
    open: (open) => furniture('closed')?.toggleAttribute('hidden', open),
  });
  const order = openFrames(deck, {
    ready: (which, slides) => {
      // The slide of the address until the deck says where it stands.
      if (state.place !== null) order(which, { kind: 'show', place: state.place });
      else if (which === 'current') order(which, { kind: 'tell' });
      if (which === 'current') find.offer(slides);
      link.ask();
    },
    showing: (which, showing, asked) => {
      if (which === 'upcoming') showUpcoming(showing, state.place?.number ?? null, words);
      else current(showing, asked);
    },
  });
  const current = (showing: Showing, asked: boolean): void => {
    showCurrent(showing, deck, words);
    timer.plan(showing.duration);
    state.total = showing.total;
    if (!asked && state.place !== null) return;
    stand(showing.place);
    order('upcoming', { kind: 'show', place: showing.place });
    if (asked) link.go(showing.place);
  };
  const find = makeGoTo(
    words,
    (number) => goTo({ number, step: 0 }),
    (text) => put('says', text),
  );
  furniture('open')?.addEventListener('click', () => link.reopen(state.place));
  const move = (by: 1 | -1): void => order('current', { kind: 'move', by });
  furniture('next')?.addEventListener('click', () => move(1));
  furniture('back')?.addEventListener('click', () => move(-1));
  watchKeys({
    ...view,
    move,
    first: () => goTo({ number: 1, step: 0 }),
    last: () => goTo({ number: state.total, step: 0 }),
    find: find.focus,
    timer: timer.toggle,
  });
}

function put(name: string, text: string): void {
  const element = furniture(name);
  if (element !== null) element.textContent = text;
}
