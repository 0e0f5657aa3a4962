/** Keys of the speaker view: those of a presenter's remote, and letters, which can be switched off. */
import { furniture } from '../config.ts';
import { keep, kept } from '../kept.ts';

export interface KeyActions {
  readonly move: (by: 1 | -1) => void;
  readonly first: () => void;
  readonly last: () => void;
  readonly find: () => void;
  readonly timer: () => void;
  readonly scheme: () => void;
  readonly resize: (by: 1 | -1) => void;
}

/** The same setting as the deck's. */
const LETTERS_OFF = 'letters-off';

export function watchKeys(actions: KeyActions): void {
  const dialog = furniture<HTMLDialogElement>('keys');
  const letters = furniture<HTMLInputElement>('letters');
  if (letters !== null) letters.checked = kept(LETTERS_OFF) === null;
  letters?.addEventListener('change', () => keep(LETTERS_OFF, letters.checked ? null : '1'));
  furniture('help')?.addEventListener('click', () => dialog?.showModal());
  dialog?.addEventListener('click', ({ target }) => {
    if (target === dialog || (target as Element).closest('[data-lectern-close]') !== null) dialog.close();
  });
  const byKey = keyTable(actions, () => dialog?.showModal());
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || dialog?.open === true || isTyping()) return;
    const onButton = document.activeElement?.matches('button:focus-visible, a:focus-visible') === true;
    if (onButton && (event.key === ' ' || event.key === 'Enter')) return;
    const isLetter = event.key.length === 1 && event.key !== ' ';
    if (isLetter && letters?.checked === false) return;
    const name = event.key === ' ' && event.shiftKey ? 'Shift ' : isLetter ? event.key.toLowerCase() : event.key;
    const action = byKey.get(name);
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
}

/** Up and down scroll the notes; a presenter's remote sends the page keys. */
function keyTable(actions: KeyActions, help: () => void): ReadonlyMap<string, () => void> {
  const on = (): void => actions.move(1);
  const back = (): void => actions.move(-1);
  return new Map<string, () => void>([
    ...['ArrowRight', 'PageDown', 'n', 'l', ' '].map((key) => [key, on] as const),
    ...['ArrowLeft', 'PageUp', 'p', 'h', 'Shift '].map((key) => [key, back] as const),
    ['ArrowDown', () => scrollNotes(1)],
    ['ArrowUp', () => scrollNotes(-1)],
    ['Home', actions.first],
    ['End', actions.last],
    ['g', actions.find],
    ['t', actions.timer],
    ['d', actions.scheme],
    ['+', () => actions.resize(1)],
    ['-', () => actions.resize(-1)],
    ['?', help],
    ['F1', help],
  ]);
}

function scrollNotes(by: 1 | -1): void {
  furniture('notes')?.scrollBy({ top: by * 120 });
}

function isTyping(): boolean {
  return document.activeElement?.matches('input:not([type="checkbox"]), textarea, select') === true;
}
