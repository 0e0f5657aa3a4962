/** The page as it is sent now → the page that is shown brought to it in place; where that cannot be done it is loaded again. */
import { CONFIG_ID, type DeckConfig, RENEWED_EVENT } from '../../model/wire.ts';
import type { RenewableDeck } from '../deck/renewal.ts';
import { keepScroll } from './keepScroll.ts';
import { type Origins, withoutScripts } from './origins.ts';
import { type Patch, patchElement } from './patch.ts';
import { renewSlides } from './renewSlides.ts';
import { swapSheet } from './swapSheet.ts';

export interface Renewable {
  /** The page as it was sent last; it is made what is sent now. */
  readonly sent: Document;
  readonly origins: Origins;
  /** Null where the page is none, or not there yet. */
  readonly deck: RenewableDeck | null;
}

/** Whether it could be done. Nothing is changed where not. */
export function renewPage({ sent, origins, deck }: Renewable, now: Document): boolean {
  if (!isSamePage(sent, now, deck)) return false;
  withoutScripts(now);
  const holdScroll = deck === null ? keepScroll() : () => undefined;
  const patch: Patch = { origins, special: (live, old, fresh) => isSpecial(live, old, fresh, patch, deck) };
  for (const name of ['lang', 'dir'])
    if (sent.documentElement.getAttribute(name) !== now.documentElement.getAttribute(name))
      setOrRemove(document.documentElement, name, now.documentElement.getAttribute(name));
  patchElement(document.head, sent.head, now.head, patch);
  if (deck === null) patchElement(document.body, sent.body, now.body, patch);
  else {
    Object.assign(deck.config, configOf(now));
    deck.renew(() => patchElement(document.body, sent.body, now.body, patch));
  }
  holdScroll();
  document.dispatchEvent(new Event(RENEWED_EVENT));
  return true;
}

function setOrRemove(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

const POLICY = 'meta[http-equiv="Content-Security-Policy"]';
const SLIDES = '.reveal > .slides';
/** Questions that stand where a script put them. */
const GATHERED = '#lectern-again:not([hidden])';

/** What a page cannot change while it is shown: what it may load, its scripts, the size of its slides. */
function isSamePage(sent: Document, now: Document, deck: RenewableDeck | null): boolean {
  const policy = (page: Document): string => page.querySelector(POLICY)?.getAttribute('content') ?? '';
  if (policy(sent) !== policy(now)) return false;
  // those that stand in the page itself are named in its policy by what they say, and some are gone when they have run
  const here = new Set([...document.scripts].map(({ src }) => src));
  if (![...now.scripts].every(({ src }) => src === '' || here.has(src))) return false;
  if (deck === null) return now.querySelector(SLIDES) === null && document.querySelector(GATHERED) === null;
  const [before, after] = [deck.config, configOf(now)];
  const colours = (page: Document): string | null => page.documentElement.getAttribute('data-scheme');
  return (
    now.querySelector(`${SLIDES} section[data-number]:not([data-visibility="hidden"])`) !== null &&
    colours(sent) === colours(now) &&
    (['width', 'height', 'transition'] as const).every((name) => before[name] === after?.[name])
  );
}

function configOf(page: Document): DeckConfig | null {
  const text = page.getElementById(CONFIG_ID)?.textContent;
  return text == null ? null : (JSON.parse(text) as DeckConfig);
}

function isSpecial(live: Element, sent: Element, now: Element, patch: Patch, deck: RenewableDeck | null): boolean {
  if (live instanceof HTMLLinkElement && live.rel === 'stylesheet') {
    swapSheet(live, sent, now, patch.origins, deck?.fitShown ?? null);
    return true;
  }
  if (deck === null || !live.matches(SLIDES)) return false;
  renewSlides(deck, live, sent, now, patch);
  return true;
}
