/** Turns headings into identifiers by pandoc's algorithm (`auto_identifiers`), unique in their lecture. */

import { type Extensions, PANDOC } from '../model/extensions.ts';

/** Hands out identifiers in document order; asked once for each heading. */
export interface Identifiers {
  /** The identifier of a heading with this plain text; null where headings get none by themselves. */
  readonly fromText: (text: string) => string | null;
  /** Makes an identifier that the author chose known; it stays as it is. */
  readonly register: (id: string) => void;
}

/** For one lecture: none is used yet. */
export function createIdentifiers(extensions: Extensions = PANDOC): Identifiers {
  const automatic = extensions.has('auto_identifiers') || extensions.has('gfm_auto_identifiers');
  const used = new Set<string>();
  const next = new Map<string, number>();
  return {
    register: (id) => void used.add(id),
    fromText: (text) => {
      if (!automatic) return null;
      const base = identifierOf(text, extensions);
      let id = base;
      let count = next.get(base) ?? 1;
      while (used.has(id)) id = `${base}-${count++}`;
      next.set(base, count);
      used.add(id);
      return id;
    },
  };
}

/**
 * pandoc's algorithm: lower case; letters, digits, `_`, `-` and `.` stay, other marks go; white space becomes one
 * hyphen; what stands before the first letter goes; nothing left: `section`.
 */
export function identifierOf(text: string, extensions: Extensions = PANDOC): string {
  const ascii = extensions.has('ascii_identifiers') ? toAscii : (words: string) => words;
  if (extensions.has('gfm_auto_identifiers')) return addressable(ascii(githubWords(text)).toLowerCase());
  const words = text
    .replace(/[^\p{L}\p{M}\p{N}_.\-\s]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
  const id = ascii(words)
    .replace(/^[^\p{L}]+/u, '')
    .toLowerCase();
  return id === '' ? 'section' : id;
}

/** GitHub's way (`gfm_auto_identifiers`): each white space becomes a hyphen, and what stands before the first letter stays. */
function githubWords(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** Digits alone would be read as the number of a slide. */
function addressable(id: string): string {
  if (id === '') return 'section';
  return /^\p{N}+$/u.test(id) ? `section-${id}` : id;
}

/** Letters without their accents; those that are none then go (`ascii_identifiers`). */
function toAscii(words: string): string {
  return words
    .normalize('NFD')
    .replaceAll('ı', 'i')
    .replace(/[^\x20-\x7e]/g, '');
}
