/** A finger that is drawn over the pictures of the slides → a step on, or back. */
import { furniture } from '../config.ts';

/** Pixels from which on it is meant. */
const FAR = 40;

export function watchSwipes(move: (by: 1 | -1) => void): void {
  const side = furniture('side');
  const state = { from: null as { readonly x: number; readonly y: number } | null };
  side?.addEventListener('pointerdown', ({ pointerType, isPrimary, target, clientX: x, clientY: y }) => {
    const draws = (target as Element).closest('[data-tool]') !== null;
    state.from = pointerType === 'mouse' || !isPrimary || draws ? null : { x, y };
  });
  side?.addEventListener('pointercancel', () => {
    state.from = null;
  });
  side?.addEventListener('pointerup', ({ clientX, clientY }) => {
    if (state.from === null) return;
    const [across, down] = [clientX - state.from.x, clientY - state.from.y];
    state.from = null;
    if (Math.abs(across) > FAR && Math.abs(across) > 2 * Math.abs(down)) move(across < 0 ? 1 : -1);
  });
}
