/** Slides → those without notes, in a course that wants some for each. */
import { diagnose } from '../../model/diagnostic.ts';
import { slidesOf } from '../../model/lecture.ts';
import { firstLine, type LectureRule } from '../lectureCheck.ts';

/** Rule: `no-notes`. Covers and the titles of sections need none. */
export const checkMissingNotes: LectureRule = ({ lecture, source, syllabus }) => {
  const wanted = syllabus.settings.rules['no-notes'];
  if (wanted === undefined || wanted === 'off' || lecture.settings.kind !== 'lecture') return [];
  return slidesOf(lecture).flatMap(({ kind, number, notes, heading, span }) => {
    if (kind !== 'slide' || notes.length > 0) return [];
    const place = firstLine(heading?.span ?? span, source);
    return [diagnose('no-notes', place, `Slide ${number} has no notes.`, 'Write in “::: notes” what you say there.')];
  });
};
