/** Old addresses that lead on → those that two lectures claim, or that a lecture stands at. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { LectureInput } from '../../model/syllabus.ts';
import type { CourseRule } from '../courseCheck.ts';

/** Rule: `duplicate-redirect`. */
export const checkRedirects: CourseRule = ({ lectures, folder }) => {
  const taken = new Map(lectures.flatMap((lecture) => ownNames(lecture, folder).map((name) => [name, lecture] as const)));
  return lectures.flatMap((lecture) =>
    lecture.settings.redirectFrom.flatMap((written): readonly Diagnostic[] => {
      const name = written.replace(/\.html$/, '');
      const other = taken.get(name);
      if (other === undefined) taken.set(name, lecture);
      if (other === undefined || other === lecture) return [];
      const span = lecture.settings.spans.get('redirect-from') ?? { path: lecture.entry.source, start: 0, end: 0 };
      const message = `“${written}” leads to “${other.entry.title}” already.`;
      return [diagnose('duplicate-redirect', span, message, 'Remove it from one of the two lectures.')];
    }),
  );
};

/** The address of a lecture, and the name of its file, under which pandoc's page stood. */
function ownNames({ entry }: LectureInput, folder: string): readonly string[] {
  const inside = folder === '' ? entry.source : entry.source.slice(folder.length + 1);
  return [entry.address, inside.replace(/\.[^./]+$/, '')];
}
