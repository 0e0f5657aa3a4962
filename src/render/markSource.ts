/** An element of a deck that is measured → the same, with where it stands in its source. */
import type { Span } from '../model/source.ts';
import { MARK } from '../model/wire.ts';
import type { Writing } from './writing.ts';

/** What begins with no element stays as it is, and so does all of a deck that is published. */
export function markSource(html: string, { start, end }: Span, { marked = false }: Pick<Writing, 'marked'>): string {
  return marked ? html.replace(/^<[a-z][\w-]*(?=[\s>])/, (tag) => `${tag} ${MARK}="${start}-${end}"`) : html;
}
