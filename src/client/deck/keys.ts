/** Keys → what the deck does, by the table that the list of keys is written from. */
import type { RevealApi } from 'reveal.js';
import { DECK_KEYS, type DeckAction, isSingleKey, keyNameOf } from '../../model/wire.ts';
import { furniture } from '../config.ts';
import { keep, kept } from '../kept.ts';

export type DeckActions = Readonly<Record<DeckAction, () => void>>;

/** Kept where the reader switched single letters off. */
const LETTERS_OFF = 'letters-off';

/** `linear`: the arrows walk through everything; otherwise they go where they point. */
export function watchKeys(reveal: RevealApi, actions: DeckActions, linear: boolean): void {
  const byKey = new Map(DECK_KEYS.flatMap(({ action, keys }) => keys.map((key) => [key, action] as const)));
  const letters = furniture<HTMLInputElement>('letters');
  if (letters !== null) letters.checked = kept(LETTERS_OFF) === null;
  letters?.addEventListener('change', () => keep(LETTERS_OFF, letters.checked ? null : '1'));
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || interfaceHasKeys(event) || isTyping()) return;
    const name = keyNameOf(event);
    const action = byKey.get(name);
    const pointed = arrowsOf(reveal, linear || action === undefined).get(name);
    if (action === undefined && pointed === undefined) return;
    if (isSingleKey(name) && letters?.checked === false) return;
    // What is black stays black for whoever leans on a key.
    if (reveal.isPaused() && action !== 'black' && name !== 'Escape') return;
    event.preventDefault();
    if (reveal.isPaused()) reveal.togglePause(false);
    else if (pointed !== undefined) pointed();
    else if (action !== undefined) actions[action]();
  });
}

/** What the arrows do where they do not walk through everything: in the overview always, and in a grid. */
function arrowsOf(reveal: RevealApi, linear: boolean): ReadonlyMap<string, () => void> {
  const overview = reveal.isOverview();
  if (linear && !overview) return new Map();
  const enter = (): void => void reveal.toggleOverview(false);
  return new Map<string, () => void>([
    ['ArrowLeft', () => reveal.left()],
    ['ArrowRight', () => reveal.right()],
    ['ArrowUp', () => reveal.up()],
    ['ArrowDown', () => reveal.down()],
    ...(overview
      ? ([
          ['Enter', enter],
          [' ', enter],
        ] as const)
      : []),
  ]);
}

/** Whether a key belongs to what has the focus (a dialog, a button, a player, code that scrolls) and not to the slides. */
function interfaceHasKeys(event: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  // the key that closed a dialog
  if (event.key === 'Enter' && (event.target as Element).closest?.('dialog') != null) return true;
  const focused = document.activeElement;
  if (focused === null || !focused.matches(':focus-visible')) return false;
  if (focused.matches('a[href]')) return event.key === 'Enter';
  if (focused.matches('button, summary, select, [role="button"]')) return event.key === ' ' || event.key === 'Enter';
  if (focused.matches('video, audio, select')) return true;
  return focused.matches('[tabindex="0"]') && /^(?:Arrow|Page|Home|End)/.test(event.key);
}

/** What stands in a dialog that was closed keeps the focus until the next frame, and nobody types there. */
function isTyping(): boolean {
  const focused = document.activeElement as HTMLElement | null;
  if (focused === null || focused.closest('dialog:not([open])') !== null) return false;
  return focused.isContentEditable || /^(?:input|textarea|select)$/i.test(focused.tagName);
}
