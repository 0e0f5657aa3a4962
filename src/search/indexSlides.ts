/** The text of a lecture's slides → its words with their places, as compact as they travel from a worker. */
import { wordsOf } from '../model/wire.ts';
import type { Searchable } from '../model/searchable.ts';
import type { SlideText } from './collectSlides.ts';

interface Found {
  /** As `Searchable.places` has it, without the number of slides. */
  readonly numbers: number[];
  slides: number;
  /** The last slide that has it, and where in `numbers` its count stands. */
  slide: number;
  count: number;
}

export function indexSlides(slides: readonly SlideText[]): Pick<Searchable, 'slides' | 'words' | 'places'> {
  const found = new Map<string, Found>();
  for (const [slide, { title, lines }] of slides.entries()) {
    let place = note(found, wordsOf(title), slide, 1, true);
    for (const { text } of lines) place = note(found, wordsOf(text), slide, place, false);
  }
  return { slides: slides.length, words: [...found.keys()].join(' '), places: pack(found) };
}

/** Phrases do not go on from one line to the next: there is a gap between them. */
function note(found: Map<string, Found>, words: readonly string[], slide: number, from: number, title: boolean): number {
  let place = from;
  for (const word of words) {
    const one = found.get(word);
    if (one === undefined) found.set(word, { numbers: [slide * 2 + Number(title), 1, place], slides: 1, slide, count: 1 });
    else if (one.slide === slide) {
      one.numbers[one.count] = (one.numbers[one.count] ?? 0) + 1;
      one.numbers.push(place);
    } else {
      one.slides++;
      one.slide = slide;
      one.count = one.numbers.push(slide * 2 + Number(title), 1, place) - 2;
    }
    place++;
  }
  return place + 1;
}

function pack(found: ReadonlyMap<string, Found>): Uint16Array | Uint32Array {
  const all: number[] = [];
  let most = 0;
  for (const { slides, numbers } of found.values()) {
    all.push(slides);
    for (const number of numbers) {
      all.push(number);
      if (number > most) most = number;
    }
  }
  return most < 65536 && all.length > 0 ? Uint16Array.from(all) : Uint32Array.from(all);
}
