/** Loads the script of questions as the first of them comes near: most readers of a page do not get to one. */
import { RENEWED_EVENT } from '../../model/wire.ts';

export function watchQuestions(): void {
  const state = { stop: (): void => undefined, loaded: false };
  const watch = (): void => {
    state.stop();
    if (state.loaded) return;
    state.stop = loadNear(() => {
      state.loaded = true;
    });
  };
  watch();
  document.addEventListener(RENEWED_EVENT, watch);
}

/** Gives the function that ends it. */
function loadNear(onLoad: () => void): () => void {
  const { lecternQuestions } = document.querySelector('main')?.dataset ?? {};
  if (lecternQuestions === undefined) return () => undefined;
  const observer = new IntersectionObserver(
    (seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      onLoad();
      document.body.append(Object.assign(document.createElement('script'), { src: lecternQuestions }));
    },
    { rootMargin: '50% 0px' },
  );
  for (const question of document.querySelectorAll('[data-lectern-question]')) observer.observe(question);
  return () => observer.disconnect();
}
