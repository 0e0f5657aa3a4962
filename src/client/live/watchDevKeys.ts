/** The keys of pages that are being written, by the table that the list of keys is written from. They are heard before the page's own. */
import { DEV_KEYS, type DevAction } from '../../model/wire.ts';
import { furniture } from '../config.ts';
import { NOTICES } from './notices.ts';

/** `hide` says whether there was something to hide, which Escape does then and nothing else. */
export function watchDevKeys(actions: Readonly<Record<DevAction, () => void>>, hide: () => boolean): void {
  const byKey = new Map(DEV_KEYS.flatMap(({ action, keys }) => keys.map((key) => [key, action] as const)));
  const hear = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || isElsewhere()) return;
    // a button of ours is pressed, and the deck stays where it is
    if ((event.target as Element).id === NOTICES && /^(?: |Enter)$/.test(event.key)) event.stopImmediatePropagation();
    const hidden = event.key === 'Escape' && hide();
    if (hidden) take(event);
    const action = byKey.get(event.key.toLowerCase());
    if (hidden || action === undefined || furniture<HTMLInputElement>('letters')?.checked === false) return;
    actions[action]();
    take(event);
  };
  addEventListener('keydown', hear, true);
}

function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** In a dialog, or where one types. */
function isElsewhere(): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  return (
    document.activeElement?.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]') === true
  );
}
