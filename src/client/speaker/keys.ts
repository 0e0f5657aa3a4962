/** Keys of the speaker view → what it does, by the table that the list of keys is written from. */
import { isSingleKey, keyNameOf, SPEAKER_KEYS, type SpeakerAction } from '../../model/wire.ts';
import { furniture } from '../config.ts';
import { keep, kept } from '../kept.ts';

export type SpeakerActions = Readonly<Record<SpeakerAction, () => void>>;

/** The same setting as the deck's. */
const LETTERS_OFF = 'letters-off';

/** All but the list of keys and the notes' scrolling is given. */
export function watchKeys(actions: Omit<SpeakerActions, 'help' | 'up' | 'down'>): void {
  const dialog = furniture<HTMLDialogElement>('keys');
  const letters = furniture<HTMLInputElement>('letters');
  if (letters !== null) letters.checked = kept(LETTERS_OFF) === null;
  letters?.addEventListener('change', () => keep(LETTERS_OFF, letters.checked ? null : '1'));
  furniture('help')?.addEventListener('click', () => dialog?.showModal());
  dialog?.addEventListener('click', ({ target }) => {
    if (target === dialog || (target as Element).closest('[data-lectern-close]') !== null) dialog.close();
  });
  const all = { ...actions, help: () => dialog?.showModal(), up: () => scrollNotes(-1), down: () => scrollNotes(1) };
  const byKey = new Map(SPEAKER_KEYS.flatMap(({ action, keys }) => keys.map((key) => [key, action] as const)));
  // After a mouse click the space bar belongs to the slides again.
  addEventListener('click', ({ target, detail }) => {
    if (detail > 0) (target as Element).closest<HTMLElement>('button, a')?.blur();
  });
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || dialog?.open === true || isTyping()) return;
    const onButton = document.activeElement?.matches('button:focus-visible, a:focus-visible') === true;
    if (onButton && (event.key === ' ' || event.key === 'Enter')) return;
    const name = keyNameOf(event);
    const action = byKey.get(name);
    if (action === undefined || (isSingleKey(name) && letters?.checked === false)) return;
    event.preventDefault();
    all[action]();
  });
}

function scrollNotes(by: 1 | -1): void {
  furniture('notes')?.scrollBy({ top: by * 120 });
}

function isTyping(): boolean {
  return document.activeElement?.matches('input:not([type="checkbox"]), textarea, select') === true;
}
