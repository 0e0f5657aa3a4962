/** Without a deck to speak to: a sentence that says so and the way home, in place of all the rest. */
import { fill, type SpeakerWords } from '../../model/wire.ts';
import { furniture } from '../config.ts';

/** `name`: the deck that the address names; null where it names none. */
export function showLost(name: string | null, words: SpeakerWords): void {
  const lost = furniture('lost');
  const why = furniture('why');
  if (lost === null || why === null) return;
  why.textContent = name === null || name === '' ? words.noDeck : fill(words.missing, { name });
  for (const other of [...document.body.children]) if (other !== lost && !other.matches('script')) other.remove();
  lost.hidden = false;
}
