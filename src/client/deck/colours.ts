/** Light or dark: as the course says, until a key switches it; never by the lecturer's laptop alone. */
import { keep, kept } from '../kept.ts';

const NAME = 'deck-scheme';

/** Sets what was switched earlier in this window, and gives a function that switches. */
export function switchColours(): () => void {
  const root = document.documentElement;
  const saved = kept(NAME, 'sessionStorage');
  if (saved === 'light' || saved === 'dark') root.dataset.scheme = saved;
  return () => {
    const shown = root.dataset.scheme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    root.dataset.scheme = shown === 'dark' ? 'light' : 'dark';
    // For the next deck of the same hour, not for next week.
    keep(NAME, root.dataset.scheme, 'sessionStorage');
  };
}
