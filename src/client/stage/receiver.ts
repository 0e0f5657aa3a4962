/** A deck in a frame of the speaker view: it shows what it is told to show, and says what that is. */
import type { RevealApi } from 'reveal.js';
import type { DeckConfig, Envelope, FrameOrder, FrameReport, Scheme, Showing } from '../../model/wire.ts';
import { isOurOrigin, newId, openEnvelope, target } from '../channel.ts';
import { numberOf, shownSlides } from '../deck/place.ts';
import { planSlides } from './planSlides.ts';
import { goTo, placeNow, stepsOf, titleOf } from '../deck/stand.ts';

/** `next` shows one step further than it is told. `renewed` says that the deck has other slides than it had. */
export function receive(reveal: RevealApi, config: DeckConfig, role: 'current' | 'next'): { readonly renewed: () => void } {
  if (window.parent === window) return { renewed: () => undefined };
  const report = (message: FrameReport): void => {
    const envelope: Envelope<FrameReport> = { lectern: 1, id: newId(), message };
    window.parent.postMessage(envelope, target());
  };
  const obey = (order: FrameOrder): void => {
    if (order.kind === 'colour') {
      colour(order.scheme);
      return;
    }
    if (order.kind === 'show') goTo(reveal, order.place);
    const beyond = order.kind === 'show' && role === 'next' ? advance(reveal) : true;
    if (order.kind === 'move' && order.by === 1) reveal.next();
    else if (order.kind === 'move') reveal.prev();
    report({ kind: 'showing', showing: { ...describe(reveal, config), last: !beyond }, asked: order.kind === 'move' });
  };
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== window.parent || !isOurOrigin(origin)) return;
    const envelope = openEnvelope<FrameOrder>(data);
    if (envelope !== null) obey(envelope.message);
  });
  const ready = (): void =>
    report({ kind: 'ready', slides: shownSlides().map((slide) => ({ number: numberOf(slide), title: titleOf(slide) })) });
  ready();
  return { renewed: ready };
}

function colour(scheme: Scheme): void {
  if (scheme === null) delete document.documentElement.dataset.scheme;
  else document.documentElement.dataset.scheme = scheme;
}

/** One step on; whether there was one. */
function advance(reveal: RevealApi): boolean {
  const before = placeNow(reveal);
  reveal.next();
  const after = placeNow(reveal);
  return before.number !== after.number || before.step !== after.step;
}

function describe(reveal: RevealApi, config: DeckConfig): Omit<Showing, 'last'> {
  const slide = reveal.getCurrentSlide();
  const notes = [...slide.querySelectorAll('aside.notes')];
  const given = slide.getAttribute('data-notes');
  return {
    place: placeNow(reveal),
    stops: stepsOf(slide) + 1,
    total: config.total,
    title: titleOf(slide),
    deck: document.title,
    plan: planSlides(shownSlides(), config.duration)(slide),
    width: config.width,
    height: config.height,
    notes: [...(given === null ? [] : [`<p>${asHtml(given)}</p>`]), ...notes.map((one) => one.innerHTML)].join('\n'),
  };
}

function asHtml(text: string): string {
  const element = document.createElement('p');
  element.textContent = text;
  return element.innerHTML;
}
