/** Goes to a slide by its number or its title. */
import type { RevealApi } from 'reveal.js';
import { type DeckConfig, fill } from '../../model/wire.ts';
import { furniture } from '../config.ts';
import { findSlide } from '../findSlide.ts';
import { numberOf, shownSlides } from './place.ts';
import { goTo, titleOf } from './stand.ts';

export function makeJump(reveal: RevealApi, config: DeckConfig): { readonly open: () => void } {
  const dialog = furniture<HTMLDialogElement>('jump');
  const input = furniture<HTMLInputElement>('jump-to');
  const go = (): void => {
    const wanted = input?.value.trim() ?? '';
    const number = findSlide(
      wanted,
      shownSlides().map((slide) => ({ number: numberOf(slide), title: titleOf(slide) })),
    );
    const says = furniture('jump-says');
    if (says !== null) says.textContent = number === null ? fill(config.words.noSlide, { n: wanted }) : '';
    if (number === null) return;
    dialog?.close();
    goTo(reveal, { number, step: 0 });
  };
  furniture('jump-go')?.addEventListener('click', go);
  input?.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') go();
  });
  return {
    open: () => {
      dialog?.showModal();
      input?.select();
    },
  };
}
