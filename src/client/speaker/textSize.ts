/** The size of the notes: 80 to 200 per cent of 28 pixels, kept on this device. */
import { furniture } from '../config.ts';
import { keep, kept } from '../kept.ts';

const NAME = 'speaker-notes';
const SIZES = [0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2] as const;
const NORMAL = 2;

/** Sets the size that was kept, and gives a function that makes it larger or smaller. */
export function sizeNotes(): (by: 1 | -1) => void {
  const found = SIZES.findIndex((size) => String(size) === kept(NAME));
  const state = { at: found < 0 ? NORMAL : found };
  const set = (at: number): void => {
    state.at = Math.max(0, Math.min(SIZES.length - 1, at));
    document.documentElement.style.setProperty('--notes', String(SIZES[state.at]));
    furniture('smaller')?.setAttribute('aria-disabled', String(state.at === 0));
    furniture('larger')?.setAttribute('aria-disabled', String(state.at === SIZES.length - 1));
  };
  const resize = (by: 1 | -1): void => {
    set(state.at + by);
    keep(NAME, String(SIZES[state.at]));
  };
  set(state.at);
  furniture('larger')?.addEventListener('click', () => resize(1));
  furniture('smaller')?.addEventListener('click', () => resize(-1));
  return resize;
}
