/** Starts reveal.js at the place that the address names, with nothing in the address that could change how it works. */
import Reveal from 'reveal.js';
import type { RevealApi } from 'reveal.js';
import type { DeckConfig, Place } from '../../model/wire.ts';
import { colourPictures } from './colourPictures.ts';
import { numberOf, shownSlides } from './place.ts';

/** Names that stay in an address. Reveal.js takes all others as settings of its own. */
const ALLOWED: ReadonlySet<string> = new Set(['print-pdf', 'navigationMode', 'receiver', 'role']);

/** Takes everything out of the address's query that is not ours to honour. */
export function cleanQuery(): URLSearchParams {
  const query = new URLSearchParams(location.search);
  const kept = [...query].filter(([name, value]) => ALLOWED.has(name) && /^[\w-]*$/.test(value));
  const search = kept.map(([name, value]) => (value === '' ? name : `${name}=${value}`)).join('&');
  if (`?${search}` !== location.search && location.search !== '') {
    history.replaceState(history.state, '', location.pathname + (search === '' ? '' : `?${search}`) + location.hash);
  }
  return new URLSearchParams(search);
}

export interface Mode {
  /** From the address; null: linear. */
  readonly navigationMode: string | null;
  /** No transitions, no keys: for a deck in a frame of the speaker view. */
  readonly still?: boolean;
}

export async function startReveal(config: DeckConfig, place: Place, mode: Mode): Promise<RevealApi> {
  const { width, height, transition } = config;
  const still = mode.still === true;
  colourPictures();
  const { hash, search } = location;
  // Reveal.js reads the address itself as it starts, by its own rules: it gets the place in its own words, and nothing of paper.
  history.replaceState(history.state, '', location.pathname + indices(place));
  await Reveal.initialize({
    width,
    height,
    margin: 0,
    minScale: 0.1,
    maxScale: 6,
    center: false,
    display: 'flex',
    transition: still ? 'none' : (transition as 'none'),
    backgroundTransition: still || transition === 'none' ? 'none' : 'fade',
    navigationMode: mode.navigationMode === 'default' || mode.navigationMode === 'grid' ? mode.navigationMode : 'linear',
    controls: false,
    progress: false,
    slideNumber: false,
    hash: false,
    history: false,
    respondToHashChanges: false,
    fragmentInURL: true,
    jumpToSlide: false,
    help: false,
    postMessage: false,
    postMessageEvents: false,
    scrollActivationWidth: 0,
    keyboard: false,
    touch: !still,
    preloadIframes: false,
    // Two decks of the speaker view must not talk over the one that the audience sees.
    autoPlayMedia: still ? false : null,
  });
  history.replaceState(history.state, '', location.pathname + search + hash);
  handOver();
  if (Reveal.getConfig().navigationMode === 'linear') Reveal.on('slidechanged', forgetStacks);
  // It would keep screen readers from reading the slides as the text that they are.
  document.querySelector('.reveal')?.removeAttribute('role');
  if (document.querySelector('.r-fit-text') !== null) document.fonts.addEventListener('loadingdone', () => fitText(Reveal));
  return Reveal;
}

/** From the styles that show a slide before reveal.js runs (first.ts) to reveal.js' own. */
function handOver(): void {
  document.body.classList.remove('lectern-first');
  document.querySelector('[data-lectern-shown]')?.removeAttribute('data-lectern-shown');
}

/** Reveal.js enters a stack at the slide where one left it: after a jump, the next key would pass over those before it. */
function forgetStacks(): void {
  for (const stack of document.querySelectorAll('[data-previous-indexv]')) stack.removeAttribute('data-previous-indexv');
}

/** Text that is to fill its slide is measured anew once its typeface is there. */
function fitText(reveal: RevealApi): void {
  for (const slide of shownSlides()) if (slide.querySelector('.r-fit-text') !== null) reveal.syncSlide(slide);
}

/** A place as reveal.js writes it: horizontal, vertical, fragment; all 0-based, hidden slides not counted. */
function indices({ number, step }: Place): string {
  const visible = (parent: Element) => [...parent.querySelectorAll<HTMLElement>(':scope > section')].filter(isShown);
  const slides = document.querySelector('.reveal .slides');
  const tops = slides === null ? [] : visible(slides);
  for (const [h, top] of tops.entries()) {
    const inner = visible(top);
    const v = inner.findIndex((slide) => numberOf(slide) === number);
    if (v >= 0 || numberOf(top) === number) return `#/${h}/${Math.max(0, v)}/${step - 1}`;
  }
  return '';
}

/** Slides that their author hid are taken out by reveal.js, with a stack that has no others. */
function isShown(section: HTMLElement): boolean {
  if (section.dataset.visibility === 'hidden') return false;
  const inner = [...section.querySelectorAll<HTMLElement>(':scope > section')];
  return inner.length === 0 || inner.some((slide) => slide.dataset.visibility !== 'hidden');
}
