/** The text of a lecture's slides → its words with their places, as compact as they travel from a worker. */
import { wordsOf } from '../model/wire.ts';
import type { Searchable } from '../model/searchable.ts';
import type { SlideText } from './collectSlides.ts';
import { growingText } from './growingText.ts';

/** Of one word. */
interface Found {
  /** As in `Searchable`. */
  readonly on: number[];
  readonly steps: number[];
  /** The last slide that has it, and the last place there. */
  slide: number;
  place: number;
}

export function indexSlides(slides: readonly SlideText[]): Pick<Searchable, 'slides' | 'words' | 'on' | 'places'> {
  const found = new Map<string, Found>();
  for (const [slide, { title, lines }] of slides.entries()) {
    let place = note(found, wordsOf(title), slide, 1, 1);
    // phrases do not go on from one line to the next: there is a gap between them
    for (const { text } of lines) place = note(found, wordsOf(text), slide, place + 1, 0);
  }
  return { slides: slides.length, words: [...found.keys()].join(' '), on: packSlides(found), places: writePlaces(found) };
}

/** Gives the place behind the last word. */
function note(found: Map<string, Found>, words: readonly string[], slide: number, from: number, title: 0 | 1): number {
  let place = from;
  for (const word of words) {
    const one = found.get(word);
    if (one === undefined) found.set(word, { on: [slide * 2 + title], steps: [place * 2], slide, place });
    else {
      if (one.slide === slide) one.steps.push((place - one.place) * 2);
      else {
        closeSlide(one);
        one.on.push(slide * 2 + title);
        one.steps.push(place * 2);
        one.slide = slide;
      }
      one.place = place;
    }
    place++;
  }
  return place;
}

function closeSlide({ steps }: Found): void {
  steps[steps.length - 1] = (steps.at(-1) ?? 0) + 1;
}

function packSlides(found: ReadonlyMap<string, Found>): Searchable['on'] {
  const all: number[] = [];
  for (const { on } of found.values()) {
    all.push(on.length);
    for (const slide of on) all.push(slide);
  }
  return all.every((number) => number < 65536) ? new Uint16Array(all) : new Uint32Array(all);
}

function writePlaces(found: ReadonlyMap<string, Found>): string {
  const text = growingText();
  for (const one of found.values()) {
    closeSlide(one);
    for (const step of one.steps) text.number(step);
    text.space();
  }
  return text.take();
}
