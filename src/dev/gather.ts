/** Paths that come in one by one → all of them at once, as soon as no more come for a moment. */

export interface Gatherer {
  readonly add: (paths: readonly string[]) => void;
  /** Does not wait any longer. */
  readonly flush: () => void;
  /** Forgets what waits. */
  readonly drop: () => void;
}

/** `quiet`: how long nothing more must come; `longest`: after this it no longer waits; both in milliseconds. */
export function gather(quiet: number, longest: number, onGathered: (paths: readonly string[]) => void): Gatherer {
  const paths = new Set<string>();
  const state = { timer: null as NodeJS.Timeout | null, first: 0 };
  const drop = (): void => {
    if (state.timer !== null) clearTimeout(state.timer);
    state.timer = null;
    paths.clear();
  };
  const flush = (): void => {
    const all = [...paths].sort();
    drop();
    onGathered(all);
  };
  const add = (more: readonly string[]): void => {
    if (more.length === 0) return;
    if (state.timer === null) state.first = Date.now();
    else clearTimeout(state.timer);
    for (const path of more) paths.add(path);
    state.timer = setTimeout(flush, Math.max(0, Math.min(quiet, state.first + longest - Date.now())));
  };
  return { add, flush, drop };
}
