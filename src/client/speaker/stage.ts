/** What the audience sees while the speaker does not want it to see the slide: a black screen, or the slide of a moment ago. */
import { fill, type SpeakerWords, type Stand } from '../../model/wire.ts';
import { furniture } from '../config.ts';

export interface Stage {
  readonly show: (stand: Stand) => void;
  readonly black: () => void;
  readonly freeze: () => void;
}

/** `black` and `freeze` are told what the screen is to be from now on. */
export function makeStage(
  orders: { readonly black: (on: boolean) => void; readonly freeze: (on: boolean) => void },
  words: SpeakerWords,
): Stage {
  const state = { black: false, frozen: false };
  const black = (): void => orders.black(!state.black);
  const freeze = (): void => orders.freeze(!state.frozen);
  for (const name of ['black', 'light']) furniture(name)?.addEventListener('click', black);
  for (const name of ['freeze', 'thaw']) furniture(name)?.addEventListener('click', freeze);
  return {
    black,
    freeze,
    show: (stand) => {
      state.black = stand.black;
      state.frozen = stand.ahead !== null;
      furniture('black')?.setAttribute('aria-pressed', String(state.black));
      furniture('freeze')?.setAttribute('aria-pressed', String(state.frozen));
      furniture('is-black')?.toggleAttribute('hidden', !state.black);
      furniture('is-frozen')?.toggleAttribute('hidden', !state.frozen);
      const seen = furniture('frozen');
      const text = state.frozen ? fill(words.frozen, { n: stand.place.number }) : '';
      if (seen !== null && seen.textContent !== text) seen.textContent = text;
    },
  };
}
