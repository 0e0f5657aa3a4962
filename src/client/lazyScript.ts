/** A script of ours that a page loads when it is first wanted. */

export interface LazyScript<Offer> {
  /** What it offers; null as long as it is not there. */
  readonly now: () => Offer | null;
  /** Does something with what it offers, as soon as it has come. Where it does not come, the next use tries again. */
  readonly use: (what: (offer: Offer) => void) => void;
}

/** `take` is called once it has run. */
export function lazyScript<Offer>(src: string, take: () => Offer | undefined): LazyScript<Offer> {
  const state = { offer: null as Offer | null, loaded: null as Promise<void> | null };
  const load = (): Promise<void> =>
    new Promise((resolve) => {
      const onload = (): void => {
        state.offer = take() ?? null;
        resolve();
      };
      const onerror = (): void => {
        state.loaded = null;
      };
      document.head.append(Object.assign(document.createElement('script'), { src, onload, onerror }));
    });
  return {
    now: () => state.offer,
    use: (what) => {
      state.loaded ??= load();
      void state.loaded.then(() => state.offer !== null && what(state.offer));
    },
  };
}
