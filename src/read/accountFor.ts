/** A folder that was never built → in a few plain lines, what was taken for what. */
import type { LectureInput } from '../model/syllabus.ts';

/** The first names of a list; the others are only counted. */
const SHOWN = 6;

/** `index` is the path of the course's file, null where there is none; no line where there is nothing to say. */
export function accountFor(
  lectures: readonly LectureInput[],
  leftAlone: readonly string[],
  index: string | null,
  title: string,
): readonly string[] {
  const of = (kind: string): readonly string[] =>
    lectures.filter(({ entry }) => entry.kind === kind).map(({ entry }) => entry.source);
  return [
    ...counted(of('lecture'), 'lecture', 'lectures'),
    ...counted(of('page'), 'page', 'pages'),
    ...counted(of('file'), 'guest lecture', 'guest lectures'),
    ...(leftAlone.length > 0 ? [`left alone: ${names(leftAlone)}`] : []),
    index === null ? `no index.md: the title is “${title}”, after the folder` : `the course: ${index}`,
  ];
}

function counted(paths: readonly string[], one: string, many: string): readonly string[] {
  return paths.length === 0 ? [] : [`${paths.length} ${paths.length === 1 ? one : many}: ${names(paths)}`];
}

function names(paths: readonly string[]): string {
  const more = paths.length - SHOWN;
  return more > 1 ? `${paths.slice(0, SHOWN).join(', ')} and ${more} more` : paths.join(', ');
}
