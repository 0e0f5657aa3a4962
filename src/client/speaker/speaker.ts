/** The script of the speaker view: the notes, the slide that is shown, the step that comes next, the time; in step with the deck. */
import type { Place, Showing, SpeakerConfig, SpeakerWords, Stand } from '../../model/wire.ts';
import { furniture, readConfig } from '../config.ts';
import { stayAwake } from '../stayAwake.ts';
import { toggleFullScreen } from '../toggleFullScreen.ts';
import { keepTrail } from '../trail.ts';
import { switchColours } from './colours.ts';
import { deckAddress, deckName, namedDeck } from './deckAddress.ts';
import { linkDeck } from './deckLink.ts';
import { makeDrawingTools } from './drawing.ts';
import { openFrames } from './frames.ts';
import { makeGoTo } from './goTo.ts';
import { showLost } from './showLost.ts';
import { watchKeys } from './keys.ts';
import { showCurrent, showUpcoming } from './showSlide.ts';
import { makeStage } from './stage.ts';
import { watchSwipes } from './swipes.ts';
import { sizeNotes } from './textSize.ts';
import { startTimer } from './timer.ts';

const { words, decks } = readConfig<SpeakerConfig>();
const resize = sizeNotes();
const scheme = switchColours();
const deck = deckAddress(decks);

if (deck === null) showLost(namedDeck(), words);
else follow(deck, words);

function follow(deck: URL, words: SpeakerWords): void {
  const state = { place: null as Place | null, total: 1, stand: '', frozen: false };
  const trail = keepTrail(deck.pathname);
  const timer = startTimer(deck.pathname, words, (time) => link.time(time));
  timer.belong(deckName() ?? '');
  const show = (place: Place): void => {
    order('current', { kind: 'show', place });
    order('upcoming', { kind: 'show', place });
  };
  const goTo = (place: Place): void => {
    stand(place);
    trail.visit(place);
    show(place);
    link.go(place);
  };
  const stand = (place: Place): void => {
    const { place: before } = state;
    if (before !== null && (before.number !== place.number || before.step !== place.step)) timer.begin();
    state.place = place;
  };
  const at = (deckStand: Stand, name: string, renewed: boolean): void => {
    timer.belong(name);
    stage.show(deckStand);
    state.frozen = deckStand.ahead !== null;
    if (!renewed) trail.visit(deckStand.ahead ?? deckStand.place);
    const place = deckStand.ahead ?? deckStand.place;
    const now = JSON.stringify([place, deckStand.scheme]);
    if (now === state.stand && place.number === state.place?.number && place.step === state.place.step) return;
    state.stand = now;
    // what its author writes does not begin the lecture
    if (renewed) state.place = place;
    else stand(place);
    for (const which of ['current', 'upcoming'] as const) order(which, { kind: 'colour', scheme: deckStand.scheme });
    show(place);
  };
  const move = (by: 1 | -1): void => order('current', { kind: 'move', by });
  const tools = makeDrawingTools(deck.pathname, (order) => link.draw(order));
  const link = linkDeck(deck, deckName(), {
    at,
    open: (open) => furniture('closed')?.toggleAttribute('hidden', open),
    step: move,
    time: timer.take,
    draw: tools.hear,
    drawing: tools.version,
  });
  const order = openFrames(deck, {
    ready: (which, slides) => {
      // The slide of the address until the deck says where it stands.
      if (state.place !== null) order(which, { kind: 'show', place: state.place });
      else if (which === 'current') order(which, { kind: 'tell' });
      if (which === 'current') find.offer(slides);
      state.stand = '';
      link.ask();
    },
    showing: (which, showing, asked) => {
      if (which === 'upcoming') showUpcoming(showing, state.place?.number ?? null, words);
      else current(showing, asked);
    },
  });
  const current = (showing: Showing, asked: boolean): void => {
    showCurrent(showing, deck, words);
    tools.show(showing.place.number, showing.width, showing.height);
    timer.plan(showing.plan);
    state.total = showing.total;
    const { place: before } = state;
    if (!asked && before !== null) return;
    stand(showing.place);
    order('upcoming', { kind: 'show', place: showing.place });
    if (!asked) return;
    trail.visit(showing.place);
    // at an end nothing moves, but who asked in a frozen window waits for an answer
    const moved = before?.number !== showing.place.number || before.step !== showing.place.step;
    if (moved || state.frozen) link.go(showing.place);
  };
  const find = makeGoTo(
    words,
    (number) => goTo({ number, step: 0 }),
    (text) => put('says', text),
  );
  const stage = makeStage({ black: link.black, freeze: (on) => link.freeze(on ? state.place : null) }, words);
  furniture<HTMLAnchorElement>('open')?.addEventListener('click', ({ currentTarget }) =>
    Object.assign(currentTarget as HTMLAnchorElement, { href: deck.href, target: link.reopen() }),
  );
  for (const [name, by] of [['next', 1] as const, ['back', -1] as const])
    furniture(name)?.addEventListener('click', () => move(by));
  const goBack = (): void => {
    const before = trail.back();
    if (before !== null) goTo(before);
  };
  furniture('return')?.addEventListener('click', goBack);
  watchSwipes(move);
  stayAwake(() => true);
  watchKeys({
    next: () => move(1),
    back: () => move(-1),
    home: () => goTo({ number: 1, step: 0 }),
    end: () => goTo({ number: state.total, step: 0 }),
    go: find.focus,
    return: goBack,
    black: stage.black,
    freeze: stage.freeze,
    ...{ pointer: tools.pointer, pen: tools.pen, undo: tools.undo, clear: tools.clear, rest: tools.rest },
    timer: timer.toggle,
    larger: () => resize(1),
    smaller: () => resize(-1),
    scheme,
    full: toggleFullScreen,
  });
}

function put(name: string, text: string): void {
  const element = furniture(name);
  if (element !== null) element.textContent = text;
}
