/** The lines of a lecture → what git left in it when two versions could not be merged. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Span } from '../../model/source.ts';
import { codeSpans } from '../codeSpans.ts';
import type { LectureRule } from '../lectureCheck.ts';

interface Marker {
  readonly sign: string;
  readonly span: Span;
}

const NOTES: Readonly<Record<string, string>> = {
  '|': 'Here the common ancestor begins.',
  '=': 'Here the other version begins.',
  '>': 'Here it ends.',
};

/** Rule: `merge-conflict`, once for each conflict. */
export const checkConflictMarkers: LectureRule = ({ lecture, source }) => {
  if (!/^(?:<{7}|>{7}) /m.test(source.text)) return [];
  const isCode = codeSpans(lecture);
  const found = [...source.text.matchAll(/^(?:<{7} .*|\|{7}(?: .*)?|={7}[ \t]*|>{7} .*)$/gm)];
  const markers = found.map(({ 0: line, index }): Marker => {
    return { sign: line[0] ?? '', span: { path: source.path, start: index, end: index + line.trimEnd().length } };
  });
  return conflictsOf(markers.filter((marker) => !isCode(marker.span.start))).map(report);
};

/** Markers that belong together; a lone rule of `=` is the underline of a heading. */
function conflictsOf(markers: readonly Marker[]): readonly (readonly Marker[])[] {
  const conflicts: Marker[][] = [];
  let isOpen = false;
  for (const marker of markers) {
    if (marker.sign === '<' || (marker.sign === '>' && !isOpen)) conflicts.push([marker]);
    else if (isOpen) conflicts.at(-1)?.push(marker);
    isOpen = marker.sign === '<' || (isOpen && marker.sign !== '>');
  }
  return conflicts;
}

function report(markers: readonly Marker[]): Diagnostic {
  const [first, ...rest] = markers;
  const related = rest.map(({ sign, span }) => ({ message: NOTES[sign] ?? '', span }));
  const hint = 'Keep the version that you want, and remove the lines with these marks.';
  return diagnose('merge-conflict', first?.span ?? null, 'Here git could not merge two versions, and left both.', hint, related);
}
