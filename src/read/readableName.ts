/** A file's or folder's name → words for people: `04-guest-talk.pdf` → “Guest talk”. */

/** Without folders, extension and leading number; only the first letter is changed. */
export function readableName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(md|markdown|pdf)$/i, '');
  const words = name
    .replace(/^\d{2,3}-(?=.)/, '')
    .replace(/[-_\s]+/g, ' ')
    .trim()
    .normalize('NFC');
  const [first = '', ...rest] = words;
  return first.toUpperCase() + rest.join('');
}
