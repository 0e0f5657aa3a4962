/** Turns headings into identifiers by pandoc's algorithm (`auto_identifiers`), unique in their lecture. */

/** Hands out identifiers in document order; asked once for each heading. */
export interface Identifiers {
  /** The identifier of a heading with this plain text. */
  readonly fromText: (text: string) => string;
  /** Makes an identifier that the author chose known; it stays as it is. */
  readonly register: (id: string) => void;
}

/** For one lecture: none is used yet. */
export function createIdentifiers(): Identifiers {
  const used = new Set<string>();
  const next = new Map<string, number>();
  return {
    register: (id) => void used.add(id),
    fromText: (text) => {
      const base = identifierOf(text);
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
export function identifierOf(text: string): string {
  const words = text
    .replace(/[^\p{L}\p{M}\p{N}_.\-\s]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
  const id = words.replace(/^[^\p{L}]+/u, '').toLowerCase();
  return id === '' ? 'section' : id;
}
