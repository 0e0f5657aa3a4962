/** A change of a source file: what stands at a span becomes another text. */
import type { Span } from './source.ts';

export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The text with all edits made, and nothing else changed; those of the same span count once, and none overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const byStart = new Map(edits.map((edit) => [edit.span.start, edit]));
  const sorted = [...byStart.values()].sort((a, b) => a.span.start - b.span.start);
  let written = '';
  let end = 0;
  for (const edit of sorted) {
    written += text.slice(end, edit.span.start) + edit.text;
    end = edit.span.end;
  }
  return written + text.slice(end);
}
