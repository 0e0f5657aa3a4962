/** A lecture → where each of its references leads. */
import type { Reference } from '../model/attributes.ts';
import type { Files } from '../model/files.ts';
import type { Lecture } from '../model/lecture.ts';
import type { Syllabus } from '../model/syllabus.ts';
import type { Target, Targets } from '../model/target.ts';
import { referencesOf } from './referencesOf.ts';
import { resolveReference } from './resolveReference.ts';

/**
 * Resolves everything that a lecture, or the course's introduction, refers to; `folder` is where lectures stand
 * (`slides` or `''`). A style sheet of the front matter, the course's or the lecture's, is among the keys as a reference with that setting's own
 * `span` object. A reference is looked up from the file that it stands in, which its span names.
 */
export function resolveLecture(lecture: Lecture, syllabus: Syllabus, folder: string, files: Files): Targets {
  const own = lecture.source === syllabus.settings.index ? null : lecture.address;
  const styles = [...syllabus.settings.css, ...lecture.settings.css].map(
    ({ address, span }): Reference => ({ role: 'style', address, span }),
  );
  const targets = new Map<Reference, Target>();
  for (const reference of [...styles, ...referencesOf(lecture)]) {
    const place = { from: reference.span.path, folder, lecture: own };
    targets.set(reference, resolveReference(reference, place, syllabus, files));
  }
  return targets;
}
