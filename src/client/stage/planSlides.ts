/** The minutes that an author gave a lecture, its sections and its slides → when each slide is to be shown. */
import type { Plan } from '../../model/wire.ts';

/**
 * `duration`: the lecture's, in minutes; null where its author did not say. A slide's minutes are `data-minutes`, or reveal.js'
 * `data-timing` in seconds; those of a section's own slide are the whole section's. What nobody gave is shared equally among the
 * slides that have none, first in their section and then in the lecture. Null: nothing is known.
 */
export function planSlides(slides: readonly HTMLElement[], duration: number | null): (slide: HTMLElement) => Plan | null {
  const minutes = new Map<HTMLElement, number>();
  for (const slide of slides) {
    const own = minutesOf(slide);
    if (own !== null && !isSectionTitle(slide)) minutes.set(slide, own);
  }
  for (const title of slides.filter(isSectionTitle)) {
    const own = minutesOf(title);
    if (own !== null)
      share(
        own,
        slides.filter(({ parentElement }) => parentElement === title.parentElement),
        minutes,
      );
  }
  if (duration !== null) share(duration, slides, minutes);
  const total = duration ?? sumOf(slides, minutes);
  return (slide) => {
    if (total === 0) return null;
    const from = sumOf(slides.slice(0, slides.indexOf(slide)), minutes);
    return { from, to: from + (minutes.get(slide) ?? 0), total };
  };
}

/** What is left of some minutes, to those of the slides that have none yet. */
function share(all: number, slides: readonly HTMLElement[], minutes: Map<HTMLElement, number>): void {
  const rest = Math.max(0, all - sumOf(slides, minutes));
  const without = slides.filter((slide) => !minutes.has(slide));
  for (const slide of without) minutes.set(slide, rest / without.length);
}

function sumOf(slides: readonly HTMLElement[], minutes: ReadonlyMap<HTMLElement, number>): number {
  return slides.reduce((sum, slide) => sum + (minutes.get(slide) ?? 0), 0);
}

function minutesOf({ dataset: { minutes, timing } }: HTMLElement): number | null {
  const given = minutes === undefined ? Number(timing ?? Number.NaN) / 60 : Number(minutes);
  return given > 0 && given < Number.POSITIVE_INFINITY ? given : null;
}

/** The first of the slides that stand under a section's heading. */
function isSectionTitle(slide: HTMLElement): boolean {
  return slide.classList.contains('title-slide') && slide.parentElement?.matches('section') === true;
}
