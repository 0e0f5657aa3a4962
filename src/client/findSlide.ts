/** What a reader types → the slide that is meant. */
import type { SlideName } from '../model/wire.ts';

/** The number of the slide that a number or a piece of a title names; null where there is none. */
export function findSlide(wanted: string, slides: readonly SlideName[]): number | null {
  if (/^\d+$/.test(wanted)) return slides.some(({ number }) => number === Number(wanted)) ? Number(wanted) : null;
  const words = fold(wanted);
  if (words === '') return null;
  const found =
    slides.find(({ title }) => fold(title).startsWith(words)) ?? slides.find(({ title }) => fold(title).includes(words));
  return found?.number ?? null;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
