/** The slides of a deck as they are sent now → the same in the deck that stands, which stays where it is. */
import type { RenewableDeck } from '../deck/renewal.ts';
import { arrangeSlides, type Placed } from './arrangeSlides.ts';
import { arrangeBackgrounds } from './arrangeBackgrounds.ts';
import { keepPlaying } from './keepPlaying.ts';
import { matchSlides, slidesIn } from './matchSlides.ts';
import { bringIn } from './origins.ts';
import { type Patch, patchElement } from './patch.ts';

/** What became of a slide: its text is new, or what it stands on as well. */
interface Renewed extends Placed {
  readonly changed: 'nothing' | 'text' | 'all';
}

/** `live`, `sent` and `now`: the element that holds all slides. */
export function renewSlides(deck: RenewableDeck, live: Element, sent: Element, now: Element, patch: Patch): void {
  const { reveal } = deck;
  const shown = reveal.getCurrentSlide();
  const { step } = deck.placeNow();
  const overview = reveal.isOverview();
  const release = keepPlaying(shown);
  if (overview) reveal.toggleOverview(false);
  const here = new Map([...live.querySelectorAll<HTMLElement>('section')].map((one) => [patch.origins.get(one), one] as const));
  const [olds, news] = [slidesIn(sent), slidesIn(now)];
  const found = matchSlides(olds, news);
  const heir = here.get(heirOf(patch.origins.get(shown), olds, new Set(found)));
  const slides = news.map((slide, at) =>
    renewSlide(here.get(found[at] ?? undefined), found[at] ?? null, slide as HTMLElement, patch),
  );
  arrangeSlides(live, sent, now, slides, shown, patch.origins);
  deck.colourPictures();
  const made = arrangeBackgrounds(reveal, live);
  for (const { slide, changed } of slides) {
    if (changed === 'all' || made.has(slide)) reveal.syncSlide(slide);
    if (changed === 'text') reveal.syncFragments(slide);
  }
  const target = heir ?? slides[0]?.slide ?? shown;
  const { h, v } = reveal.getIndices(target);
  reveal.slide(h, v, (target === shown ? Math.min(step, deck.stepsOf(target)) : 0) - 1);
  release();
  if (overview) reveal.toggleOverview(true);
}

/** The slide that is shown now: the same; where that is gone, the one that came after it, or the last before it. */
function heirOf(shown: Node | undefined, olds: readonly Element[], kept: ReadonlySet<Element | null>): Element | undefined {
  const at = olds.indexOf(shown as Element);
  return [...olds.slice(Math.max(0, at)), ...olds.slice(0, Math.max(0, at)).reverse()].find((one) => kept.has(one));
}

function renewSlide(live: HTMLElement | undefined, sent: Element | null, now: HTMLElement, patch: Patch): Renewed {
  if (live === undefined || sent === null) return { slide: bringIn(now, patch.origins), sent: now, changed: 'all' };
  if (sent.isEqualNode(now)) return { slide: live, sent, changed: 'nothing' };
  const grounded = !hasSameGround(sent, now);
  if (grounded) resetGround(live, sent);
  if (sent.innerHTML !== now.innerHTML) resetSteps(live, patch);
  patchElement(live, sent, now, patch);
  return { slide: live, sent, changed: grounded ? 'all' : 'text' };
}

const GROUND = /^(?:data-background|data-preload|class$)/;

function hasSameGround(one: Element, other: Element): boolean {
  const names = new Set([...one.getAttributeNames(), ...other.getAttributeNames()].filter((name) => GROUND.test(name)));
  return [...names].every((name) => one.getAttribute(name) === other.getAttribute(name));
}

/** Takes back what scripts said of a slide's background: it is said anew. */
function resetGround(live: Element, sent: Element): void {
  for (const name of live.getAttributeNames())
    if (name.startsWith('data-background') && !sent.hasAttribute(name)) live.removeAttribute(name);
}

/** Takes back the order in which reveal.js shows steps: those that come in between have none yet. */
function resetSteps(live: Element, { origins }: Patch): void {
  for (const step of live.querySelectorAll('.fragment[data-fragment-index]')) {
    const sent = origins.get(step) as Element | undefined;
    const index = sent?.getAttribute('data-fragment-index') ?? null;
    if (index === null) step.removeAttribute('data-fragment-index');
    else step.setAttribute('data-fragment-index', index);
  }
}
