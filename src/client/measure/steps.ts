/** A slide → its steps, in the order in which reveal.js shows them, and the slide as it is after so many. */

/** The elements that come with each step: those of one `data-fragment-index` come together, those without one after them. */
export function stepsOf(slide: Element): readonly (readonly Element[])[] {
  const ordered: Element[][] = [];
  const others: Element[][] = [];
  for (const element of slide.querySelectorAll('.fragment')) {
    const index = Number.parseInt(element.getAttribute('data-fragment-index') ?? '', 10);
    if (Number.isNaN(index)) others.push([element]);
    else ordered[index] = [...(ordered[index] ?? []), element];
  }
  return [...ordered.filter((step) => step !== undefined), ...others];
}

/** As the slide is when so many of its steps are shown; 0 as it opens. */
export function showSteps(steps: readonly (readonly Element[])[], shown: number): void {
  for (const [at, step] of steps.entries())
    for (const { classList } of step) {
      classList.toggle('visible', at < shown);
      classList.toggle('current-fragment', at === shown - 1);
    }
}

/** With all of its steps there at once. */
export function showAllSteps(slide: Element): void {
  for (const { classList } of slide.querySelectorAll('.fragment')) {
    classList.add('visible');
    classList.remove('current-fragment');
  }
}
