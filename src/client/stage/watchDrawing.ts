/** What a speaker draws on the slides and points at: its script is loaded when there is something to show. */
import { DRAW_FUNCTION, type DrawableDeck, type DrawnDeck } from '../../model/wire.ts';
import { kept } from '../kept.ts';
import { lazyScript } from '../lazyScript.ts';

/** `script` is its address. */
export function watchDrawing(script: string, deck: DrawableDeck): DrawnDeck {
  const drawn = lazyScript(script, () => window[DRAW_FUNCTION]?.(deck));
  const known = kept(`drawing:${location.pathname}`, 'sessionStorage') !== null;
  if (known) drawn.use(() => {});
  return {
    hear: (order) => drawn.use(({ hear }) => hear(order)),
    compare: (version) => {
      if (version > 0 || known || drawn.now() !== null) drawn.use(({ compare }) => compare(version));
    },
  };
}
