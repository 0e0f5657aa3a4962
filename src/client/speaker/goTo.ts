/** The field that takes a slide's number or a piece of its title, and leads there. */
import { fill, type SlideName, type SpeakerWords } from '../../model/wire.ts';
import { furniture } from '../config.ts';
import { findSlide } from '../findSlide.ts';

export interface GoTo {
  /** What can be found, and is offered while one types. */
  readonly offer: (slides: readonly SlideName[]) => void;
  readonly focus: () => void;
}

export function makeGoTo(words: SpeakerWords, go: (number: number) => void, say: (text: string) => void): GoTo {
  const input = furniture<HTMLInputElement>('go-to');
  const list = furniture<HTMLDataListElement>('slides');
  const state: { slides: readonly SlideName[] } = { slides: [] };
  const leave = (): void => {
    if (input !== null) input.value = '';
    input?.blur();
  };
  const choose = (): void => {
    const wanted = input?.value.trim() ?? '';
    const offered = state.slides.find((slide) => labelOf(slide) === wanted);
    const number = offered?.number ?? findSlide(wanted, state.slides);
    say(number === null && wanted !== '' ? fill(words.noSlide, { n: wanted }) : '');
    if (number === null) return;
    leave();
    go(number);
  };
  input?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    // the field is left by it, and must not hand it on to the slides
    event.preventDefault();
    if (event.key === 'Enter') choose();
    else leave();
  });
  // A choice from the list needs no key.
  input?.addEventListener('input', () => {
    if (state.slides.some((slide) => labelOf(slide) === input.value)) choose();
  });
  return {
    offer: (slides) => {
      state.slides = slides;
      list?.replaceChildren(...slides.filter(({ title }) => title !== '').map((slide) => new Option('', labelOf(slide))));
    },
    focus: () => input?.focus(),
  };
}

function labelOf({ number, title }: SlideName): string {
  return `${number}. ${title}`;
}
