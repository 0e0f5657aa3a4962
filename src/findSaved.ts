/** The texts of a lecture before and after it was saved → the first slide that is not what it was. */
import type { Outline } from './model/outline.ts';
import type { SyllabusEntry } from './model/syllabus.ts';
import type { SavedSlide } from './model/wire.ts';

/** The slide on the first line that is new; the first slide where that stands before all. Null where nothing of it is shown. */
export function findSaved(entry: SyllabusEntry, outline: Outline | null, before: string, after: string): SavedSlide | null {
  const line = firstNewLine(before, after);
  const slides = outline?.sections.flatMap((section) => section.slides) ?? [];
  const slide = slides.findLast((one) => one.line <= line) ?? slides[0];
  if (slide === undefined) return null;
  const deck = entry.kind === 'page' ? null : `${entry.address}.html`;
  return { deck, read: `read/${entry.address}.html`, number: slide.number, slide: slide.id };
}

/** 1-based. */
function firstNewLine(before: string, after: string): number {
  let [at, line] = [0, 1];
  for (; at < after.length && after[at] === before[at]; at++) if (after[at] === '\n') line++;
  return line;
}
