/** Loads the script of questions as the first of them comes near: most readers of a page do not get to one. */

export function watchQuestions(): void {
  const { lecternQuestions } = document.querySelector('main')?.dataset ?? {};
  if (lecternQuestions === undefined) return;
  const observer = new IntersectionObserver(
    (seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      document.body.append(Object.assign(document.createElement('script'), { src: lecternQuestions }));
    },
    { rootMargin: '50% 0px' },
  );
  for (const question of document.querySelectorAll('[data-lectern-question]')) observer.observe(question);
}
