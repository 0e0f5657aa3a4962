/** The end of a link that names a slide → a diagnostic where that slide is not there. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { nearest } from '../model/nearest.ts';
import type { Span } from '../model/source.ts';
import { shorten } from './shorten.ts';

/** What a link can lead to in one lecture. */
export interface SlideLinkEnds {
  /** As a message calls the lecture. */
  readonly name: string;
  readonly anchors: ReadonlySet<string>;
  /** How many slides it has. */
  readonly slides: number;
}

/** Rule: `dead-link`. `id` is an identifier, a slide's number, pandoc's `4/2`, or null for the beginning. */
export function checkSlideLink(id: string | null, span: Span, ends: SlideLinkEnds): Diagnostic | null {
  if (id === null || ends.anchors.has(id)) return null;
  if (/^\d+(?:\/\d+)?$/.test(id)) {
    if (Number.parseInt(id, 10) <= ends.slides) return null;
    const count = ends.slides === 1 ? '1 slide' : `${ends.slides} slides`;
    return diagnose('dead-link', span, `There is no slide ${id} in ${ends.name}, which has ${count}.`, 'Correct the number.');
  }
  const near = nearest(id, ends.anchors);
  const hint = near === null ? 'Give the slide this identifier, or correct the link.' : `Write “#${near}”.`;
  return diagnose('dead-link', span, `There is no “#${shorten(id)}” in ${ends.name}.`, hint);
}
