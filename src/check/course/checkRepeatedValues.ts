/** The keys of all lectures → those with one value in every lecture, which the course could give once. */
import { diagnose } from '../../model/diagnostic.ts';
import type { LectureSettings } from '../../model/settings.ts';
import type { LectureInput } from '../../model/syllabus.ts';
import type { CourseRule } from '../courseCheck.ts';

/** Fewer lectures may agree by chance. */
const FEWEST = 3;

/** Keys that a course gives for all its lectures, with what each comes to; those that make a lecture what it is are left out. */
const KEYS: Readonly<Record<string, (settings: LectureSettings) => unknown>> = {
  author: ({ authors }) => authors.map(({ text }) => text),
  date: ({ date }) => date?.text,
  lang: ({ lang }) => lang,
  release: ({ release }) => release,
  notes: ({ notes }) => notes,
  duration: ({ duration }) => duration,
  tags: ({ tags }) => tags,
  'slide-level': ({ slideLevel }) => slideLevel,
  incremental: ({ incremental }) => incremental,
  dialect: ({ reveal }) => reveal != null,
  css: ({ css }) => css.map(({ address }) => address),
  width: ({ width }) => width,
  height: ({ height }) => height,
  transition: ({ transition }) => transition,
};

/** Rule: `repeated-value`, at the first lecture, once for each key. Pages do not count. */
export const checkRepeatedValues: CourseRule = ({ lectures, course }) => {
  const decks = lectures.filter(({ entry }) => entry.kind === 'lecture');
  const { index } = course.syllabus.settings;
  if (decks.length < FEWEST) return [];
  return Object.entries(KEYS).flatMap(([key, read]) => {
    const span = decks[0]?.settings.spans.get(key);
    const values = new Set(decks.map(({ settings }) => JSON.stringify(read(settings))));
    if (span === undefined || values.size > 1 || !decks.every((deck) => givesItself(deck, key))) return [];
    const hint = `Write it once, under “defaults” in ${index === null ? 'an “index.md” beside the lectures' : `“${index}”`}.`;
    return [diagnose('repeated-value', span, `All ${decks.length} lectures give the same “${key}”.`, hint)];
  });
};

/** In its own front matter, and not by the course's. */
function givesItself({ entry, settings }: LectureInput, key: string): boolean {
  return settings.spans.get(key)?.path === entry.source;
}
