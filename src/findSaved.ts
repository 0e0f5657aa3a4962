/** The texts of a lecture before and after it was saved → the first slide that is not what it was. */
import { readText } from './read/readText.ts';
import type { CourseLecture } from './model/course.ts';
import type { SavedSlide } from './model/wire.ts';

/** Texts by their paths in the course, as the last round knew them. */
export type Texts = Map<string, string>;

/**
 * Of the one lecture among `changed` (null: everything) whose text is new; null where there is none, or where there are several.
 * Brings `texts` up to date.
 */
export function findSaved(
  root: string,
  lectures: readonly CourseLecture[],
  changed: readonly string[] | null,
  texts: Texts,
): SavedSlide | null {
  const paths = changed === null ? null : new Set(changed);
  const looked = lectures.filter(({ entry }) => entry.kind !== 'file' && (paths === null || paths.has(entry.source)));
  const saved = looked.flatMap((lecture) => {
    const { source } = lecture.entry;
    const [before, after] = [texts.get(source) ?? null, readText(root, source).value?.text ?? ''];
    texts.set(source, after);
    return before === after || before === null ? [] : [savedSlide(lecture, firstNewLine(before, after))];
  });
  return saved.length === 1 ? (saved[0] ?? null) : null;
}

/** 1-based. */
function firstNewLine(before: string, after: string): number {
  let [at, line] = [0, 1];
  for (; at < after.length && after[at] === before[at]; at++) if (after[at] === '\n') line++;
  return line;
}

/** The slide on whose lines it is; the first one for what stands before all. Null where nothing of the lecture is shown. */
function savedSlide({ entry, outline }: CourseLecture, line: number): SavedSlide | null {
  const slides = outline?.sections.flatMap((section) => section.slides) ?? [];
  const slide = slides.findLast((one) => one.line <= line) ?? slides[0];
  if (slide === undefined) return null;
  const deck = entry.kind === 'page' ? null : `${entry.address}.html`;
  return { deck, read: `read/${entry.address}.html`, number: slide.number, slide: slide.id };
}
