/** Notes → those that begin with a heading, which pandoc does not take for notes. */
import { diagnose } from '../../model/diagnostic.ts';
import { slidesOf } from '../../model/lecture.ts';
import type { LectureRule } from '../lectureCheck.ts';

/** Rule: `notes-heading`. They are notes here all the same. */
export const checkNotesHeadings: LectureRule = ({ lecture }) =>
  slidesOf(lecture).flatMap((slide) =>
    slide.notes.flatMap(({ children: [first] }) => {
      if (first?.kind !== 'heading') return [];
      const message = 'These notes begin with a heading, so pandoc would show them to the audience.';
      return [diagnose('notes-heading', first.span, message, 'Begin them with a sentence where pandoc builds this lecture too.')];
    }),
  );
