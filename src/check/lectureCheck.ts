/** What every check of one lecture may look at. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Lecture } from '../model/lecture.ts';
import type { LectureSettings } from '../model/settings.ts';
import type { SourceFile, Span } from '../model/source.ts';
import type { Syllabus } from '../model/syllabus.ts';
import type { Targets } from '../model/target.ts';
import type { Formulas } from '../model/typeset.ts';

export interface LectureCheck {
  /** With its private notes: they are checked as well. */
  readonly lecture: Lecture;
  readonly targets: Targets;
  readonly formulas: Formulas;
  readonly source: SourceFile;
  readonly settings: LectureSettings;
  readonly syllabus: Syllabus;
}

/** One kind of trouble, looked for in one lecture. */
export type LectureRule = (check: LectureCheck) => readonly Diagnostic[];

/** The first line of a span, without the white space at its end: enough to point at a block. */
export function firstLine(span: Span, source: SourceFile): Span {
  const [line = ''] = source.text.slice(span.start, span.end).split(/[\r\n]/, 1);
  return { ...span, end: span.start + line.trimEnd().length };
}
