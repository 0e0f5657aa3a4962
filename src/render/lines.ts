/** Parts of a page → one text, each part on lines of its own. */

/** Without those that are empty. Put together without being copied: a page is copied once, when it is whole. */
export function lines(parts: readonly string[]): string {
  let text = '';
  for (const part of parts) if (part !== '') text = text === '' ? part : `${text}\n${part}`;
  return text;
}
