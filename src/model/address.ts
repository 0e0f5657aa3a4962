/** The address that follows from a file's name, and nothing else. */

/** A leading number of two or three digits, as lectures are ordered by: `01-`. */
const NUMBER = /^(\d{2,3})-(?=.)/;

/** The number in a file's name as written, or null; `path` may have folders and an extension. */
export function numberOf(path: string): string | null {
  return NUMBER.exec(lastName(path))?.[1] ?? null;
}

/**
 * The address of a lecture's file, from its path under the folder that holds the lectures: `01-lifecycle.md` →
 * `lifecycle`, `Part B/02-Été.md` → `part-b/été`. Lower case, anything but letters, digits, `.`, `_` and `-` as `-`.
 */
export function addressOf(path: string): string {
  const stem = path.replace(/\.[^./]+$/, '');
  const folders = stem.split('/').slice(0, -1);
  return [...folders.map(safe), safe(lastName(stem).replace(NUMBER, ''))].join('/');
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function safe(name: string): string {
  const slug = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return slug === '' ? 'lecture' : slug;
}
