/** Attributes as pandoc's `{#id .class key=value}` gives them, and the references that hide in their values. */
import type { Span } from './source.ts';

/** What a reference is for; decides how it is looked up, reported and written. */
export type ReferenceRole = 'link' | 'image' | 'media' | 'frame' | 'style' | 'script';

/**
 * One address that the author wrote. Its identity (the object) is the key under which `resolve` answers where it
 * leads, for checks and pages alike.
 */
export interface Reference {
  readonly role: ReferenceRole;
  /** As written, without angle brackets, backslash escapes undone. */
  readonly address: string;
  readonly span: Span;
}

export interface Pair {
  /** As written: `background-color`, `data-foo`, `width`. */
  readonly key: string;
  readonly value: string;
  /** Key and value together, as written. */
  readonly span: Span;
  /** Not null where the value is an address (`src`, `background-image`, …). */
  readonly reference: Reference | null;
}

export interface Attributes {
  readonly id: string | null;
  /** The explicit identifier as written; null where it was made from the text, or there is none. */
  readonly idSpan: Span | null;
  readonly classes: readonly string[];
  readonly pairs: readonly Pair[];
}

/** Nothing was written between braces, or there were none. */
export const NO_ATTRIBUTES: Attributes = { id: null, idSpan: null, classes: [], pairs: [] };

/** The value of a key, with or without its `data-`; null where it is not given. */
export function attributeOf(attributes: Attributes, key: string): string | null {
  return attributes.pairs.find((pair) => pair.key === key || pair.key === `data-${key}`)?.value ?? null;
}
