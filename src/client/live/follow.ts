/** The slide that was saved → the page there, where its author asked for that. */
import type { SavedSlide } from '../../model/wire.ts';
import type { RenewableDeck } from '../deck/renewal.ts';

/** `own`: the page's path from the site's root. A page that shows another lecture is left for the one that was saved. */
export function followSaved(saved: SavedSlide, own: string, root: URL, deck: RenewableDeck | null): void {
  const { number, slide } = saved;
  if (deck !== null && own === saved.deck) {
    if (deck.placeNow().number !== number) deck.goTo({ number, step: 0 });
    return;
  }
  const name = slide ?? `slide-${number}`;
  if (own === saved.read) {
    document.getElementById(name)?.scrollIntoView({ block: 'start' });
    return;
  }
  const other = deck !== null ? saved.deck : own.startsWith('read/') ? saved.read : null;
  if (other === null || isInFrame()) return;
  const address = new URL(other.split('/').map(encodeURIComponent).join('/'), root);
  address.hash = deck === null ? name : `/${slide ?? number}`;
  location.assign(address);
}

/** The speaker view decides what its frames show. */
function isInFrame(): boolean {
  return window.parent !== window;
}
