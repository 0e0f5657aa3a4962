/** Light or dark for the speaker's own screen: the system's until it is switched here, then as kept on this device. */
import { furniture } from '../config.ts';
import { keep, kept } from '../kept.ts';

const NAME = 'speaker-scheme';

/** Sets the scheme that was kept, and gives a function that switches it. */
export function switchColours(): () => void {
  const root = document.documentElement;
  const saved = kept(NAME);
  if (saved === 'light' || saved === 'dark') root.dataset.scheme = saved;
  const change = (): void => {
    const shown = root.dataset.scheme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    const next = shown === 'dark' ? 'light' : 'dark';
    root.dataset.scheme = next;
    keep(NAME, next);
  };
  furniture('scheme')?.addEventListener('click', change);
  return change;
}
