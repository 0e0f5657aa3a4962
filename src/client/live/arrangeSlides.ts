/** Slides that are on the page or new → all of them in their order and stacks; the one that is shown is not moved if need not be. */
import type { Origins } from './origins.ts';

/** A slide on the page, and as it was sent. */
export interface Placed {
  readonly slide: HTMLElement;
  readonly sent: Element;
}

/** `slides`: in the order in which they stand in `now`, which is taken apart: `sent` is what was sent after this. */
export function arrangeSlides(
  live: Element,
  sent: Element,
  now: Element,
  slides: readonly Placed[],
  shown: Element,
  origins: Origins,
): void {
  const wanted = new Set<Element>(slides.map(({ slide }) => slide));
  const old = [...live.querySelectorAll<HTMLElement>('section')];
  const stacks = old.filter((section) => section.querySelector('section') !== null);
  for (const section of old) if (!wanted.has(section) && !stacks.includes(section)) section.remove();
  const used = new Set<Element>();
  const queue = [...slides];
  const tops = [...now.children].map((top): Placed => {
    if (top.hasAttribute('data-number')) return queue.shift() as Placed;
    const inner = queue.splice(0, top.querySelectorAll('section[data-number]').length);
    const stack = stackFor(inner, stacks, used) ?? (document.importNode(top, false) as HTMLElement);
    used.add(stack);
    origins.set(stack, top);
    top.replaceChildren(...inner.map((one) => one.sent));
    inOrder(stack, inner, shown);
    return { slide: stack, sent: top };
  });
  inOrder(live, tops, shown);
  for (const stack of stacks) if (!used.has(stack)) stack.remove();
  sent.replaceChildren(...tops.map((one) => one.sent));
}

/** The stack in which most of the slides stood. */
function stackFor(slides: readonly Placed[], stacks: readonly HTMLElement[], used: ReadonlySet<Element>): HTMLElement | null {
  const parents = slides.flatMap(({ slide }) => stacks.find((stack) => stack === slide.parentElement && !used.has(stack)) ?? []);
  const count = (stack: HTMLElement): number => parents.filter((one) => one === stack).length;
  return parents.reduce<HTMLElement | null>((most, one) => (most === null || count(one) > count(most) ? one : most), null);
}

/** Puts slides into their parent, around the one that is shown. */
function inOrder(parent: Element, slides: readonly Placed[], shown: Element): void {
  const anchor = slides.findIndex(({ slide }) => slide.contains(shown) && slide.parentElement === parent);
  slides.forEach(({ slide }, at) => {
    const previous = slides[at - 1]?.slide ?? null;
    if (at > anchor && (slide.parentElement !== parent || slide.previousElementSibling !== previous))
      moveBefore(parent, slide, previous === null ? parent.firstElementChild : previous.nextElementSibling);
  });
  for (let at = anchor - 1; at >= 0; at--) {
    const [slide, next] = [slides[at]?.slide, slides[at + 1]?.slide ?? null];
    if (slide !== undefined && (slide.parentElement !== parent || slide.nextElementSibling !== next))
      moveBefore(parent, slide, next);
  }
}

/** Where browsers can, a player goes on while it is moved. */
export function moveBefore(parent: Element, child: Element, next: Element | null): void {
  const mover = parent as Element & { readonly moveBefore?: (child: Element, next: Element | null) => void };
  if (mover.moveBefore !== undefined && child.isConnected && parent.isConnected) mover.moveBefore(child, next);
  else parent.insertBefore(child, next);
}
