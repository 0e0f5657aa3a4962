/** What a frame shows → the words around it: titles, numbers, steps, notes. */
import { fill, type Showing, type SpeakerWords } from '../../model/wire.ts';
import { furniture } from '../config.ts';
import { showNotes } from './notes.ts';

/** `deck` is the address that links and images of the notes start from. */
export function showCurrent(showing: Showing, deck: URL, words: SpeakerWords): void {
  const { place, total, stops } = showing;
  put('title', titleOf(showing, words));
  put('place', fill(words.place, { n: place.number, total }));
  put('count', `${place.number} / ${total}`);
  put('step', stops > 1 ? fill(words.step, { n: place.step + 1, total: stops }) : '');
  showDashes(stops > 1 ? stops : 0, place.step);
  if (showing.plan === null) furniture('progress')?.style.setProperty('--done', String(place.number / Math.max(1, total)));
  document.title = fill(words.title, { title: showing.deck });
  shape('current', showing, words);
  const said = furniture('said');
  if (said !== null) showNotes(said, showing.notes, deck, words.noNotes);
}

/** `current` is null until that frame has said what it shows. */
export function showUpcoming(showing: Showing, current: number | null, words: SpeakerWords): void {
  const { place, last, stops } = showing;
  const step = fill(words.step, { n: place.step + 1, total: stops });
  put('end', last ? words.end : place.number === current ? step : titleOf(showing, words));
  shape('upcoming', showing, words);
}

function titleOf({ title, place }: Showing, words: SpeakerWords): string {
  return title === '' ? fill(words.untitled, { n: place.number }) : title;
}

/** A dash for each stop of the slide, up to the one that is shown in accent. */
function showDashes(stops: number, step: number): void {
  const dashes = Array.from({ length: stops }, (_, at) => {
    const dash = document.createElement('i');
    dash.classList.toggle('on', at <= step);
    return dash;
  });
  furniture('dashes')?.replaceChildren(...dashes);
}

/** The frame in the slides' own format, and its name for those who do not see it. */
function shape(which: 'current' | 'upcoming', showing: Showing, words: SpeakerWords): void {
  const box = furniture(which)?.parentElement;
  if (box == null) return;
  box.style.setProperty('aspect-ratio', `${showing.width} / ${showing.height}`);
  const title = titleOf(showing, words);
  box.setAttribute('aria-label', showing.title === '' ? title : fill(words.picture, { n: showing.place.number, title }));
}

function put(name: string, text: string): void {
  const element = furniture(name);
  if (element !== null && element.textContent !== text) element.textContent = text;
}
