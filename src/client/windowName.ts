/** The name of a window that shows a deck, by which its speaker views know it. */

/** Begins the names of such windows. */
const NAME = 'lectern-deck:';

/** It outlives a reload and belongs to this window alone, unless the browser copied it with the whole tab. */
export function windowName(): string {
  return hasName() ? window.name : takeName();
}

/** Whether a speaker view has known this window before. */
export function hasName(): boolean {
  return window.name.startsWith(NAME);
}

/** A name that no other window has. */
export function takeName(): string {
  window.name = `${NAME}${Date.now()}-${Math.random()}`;
  return window.name;
}
