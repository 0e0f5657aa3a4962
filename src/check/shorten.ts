/** A long text → as much of it as a message can hold. */

const MOST = 60;

/** On one line, cut with `…` where it is longer than a message bears. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= MOST ? line : `${letters.slice(0, MOST - 1).join('')}…`;
}
