/** The places where a deck stood, one after the other → where it stood before the last jump. */
import type { Place } from '../model/wire.ts';
import { keep, kept } from './kept.ts';

export interface Trail {
  /** The deck stands here. */
  readonly visit: (place: Place) => void;
  /** Where it stood before it last went further than to the slide beside; null where it never did. */
  readonly back: () => Place | null;
}

interface Steps {
  readonly now: Place | null;
  readonly before: Place | null;
}

/** `path` is the deck's; what is left behind is kept for this window. */
export function keepTrail(path: string): Trail {
  const name = `trail:${path}`;
  const state: { steps: Steps } = { steps: saved(name) };
  return {
    visit: (place) => {
      const { now, before } = state.steps;
      const jumped = now !== null && Math.abs(now.number - place.number) > 1;
      state.steps = { now: place, before: jumped ? now : before };
      keep(name, JSON.stringify(state.steps), 'sessionStorage');
    },
    back: () => state.steps.before,
  };
}

function saved(name: string): Steps {
  try {
    return (JSON.parse(kept(name, 'sessionStorage') ?? 'null') as Steps | null) ?? { now: null, before: null };
  } catch {
    return { now: null, before: null };
  }
}
