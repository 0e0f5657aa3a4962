/** Slides in their order → the backgrounds that reveal.js keeps for them in the same order, without those that play beginning anew. */
import type { RevealApi } from 'reveal.js';
import { moveBefore } from './arrangeSlides.ts';

/** As reveal.js has it: each slide and stack knows its own. */
interface Grounded extends HTMLElement {
  slideBackgroundElement?: HTMLElement;
  slideBackgroundContentElement?: HTMLElement;
}

/** Gives the slides and stacks that have a new one, which shows nothing yet. */
export function arrangeBackgrounds(reveal: RevealApi, slides: Element): ReadonlySet<HTMLElement> {
  const made = new Set<HTMLElement>();
  const root = reveal.getBackgroundsElement();
  if (root === undefined) return made;
  const tops = [...slides.querySelectorAll<Grounded>(':scope > section')];
  const wanted = tops.map((top) => {
    const ground = groundOf(top, made);
    const inner = [...top.querySelectorAll<Grounded>(':scope > section')];
    ground.classList.toggle('stack', inner.length > 0);
    arrange(
      ground,
      inner.map((slide) => groundOf(slide, made)),
    );
    return ground;
  });
  arrange(root, wanted);
  for (const stack of tops) if (made.has(stack) && stack.querySelector('section') !== null) reveal.syncSlide(stack);
  return made;
}

function groundOf(slide: Grounded, made: Set<HTMLElement>): HTMLElement {
  const before = slide.slideBackgroundElement;
  if (before !== undefined) {
    const own = [...before.classList].filter((name) => STATES.has(name));
    before.className = ['slide-background', ...namesOf(slide), ...own].join(' ');
    return before;
  }
  const ground = document.createElement('div');
  const content = document.createElement('div');
  ground.className = ['slide-background', ...namesOf(slide)].join(' ');
  content.className = 'slide-background-content';
  ground.append(content);
  slide.slideBackgroundElement = ground;
  slide.slideBackgroundContentElement = content;
  made.add(slide);
  return ground;
}

/** Where a slide or background stands now. */
const STATES = new Set(['past', 'present', 'future', 'stack', 'has-dark-background', 'has-light-background']);

function namesOf({ classList }: Element): readonly string[] {
  return [...classList].filter((name) => !STATES.has(name));
}

function arrange(parent: HTMLElement, wanted: readonly HTMLElement[]): void {
  for (const old of parent.querySelectorAll(':scope > .slide-background')) if (!wanted.includes(old as HTMLElement)) old.remove();
  wanted.forEach((ground, at) => {
    const previous = wanted[at - 1] ?? null;
    const next = previous === null ? parent.querySelector(':scope > .slide-background') : previous.nextElementSibling;
    if (ground !== next) moveBefore(parent, ground, next);
  });
}
