/** The course's front matter → where its logos, style sheets and links lead. */
import type { Reference, ReferenceRole } from '../model/attributes.ts';
import type { Files } from '../model/files.ts';
import type { CourseSettings } from '../model/settings.ts';
import type { Span } from '../model/source.ts';
import type { LectureInput, Syllabus } from '../model/syllabus.ts';
import type { Resolved, Target } from '../model/target.ts';
import { outputOf } from './findAsset.ts';
import { resolveReference } from './resolveReference.ts';

/**
 * Resolves what no lecture's text holds: the course's logos, style sheets and the links of `parts`, and the files of
 * guest lectures. Each reference has the `span` object of its setting, and its address as it stands there.
 */
export function resolveCourse(
  syllabus: Syllabus,
  lectures: readonly LectureInput[],
  folder: string,
  files: Files,
): readonly Resolved[] {
  const ofSettings = courseReferences(syllabus.settings).map((reference) => {
    const place = { from: reference.span.path, folder, lecture: null };
    return { reference, target: resolveReference(reference, place, syllabus, files) };
  });
  return [...ofSettings, ...lectures.flatMap((lecture) => resolveFile(lecture, files))];
}

function courseReferences({ logos, css, parts }: CourseSettings): readonly Reference[] {
  const make = (role: ReferenceRole, address: string, span: Span): Reference => ({ role, address, span });
  const links = parts.flatMap((part) =>
    part.items.flatMap((item) => [
      ...(item.kind === 'link' ? [make('link', item.target, item.span)] : []),
      ...item.extra.map((extra) => make('link', extra.url, extra.span)),
    ]),
  );
  return [
    ...logos.flatMap((logo) => [
      make('image', logo.image, logo.span),
      ...(logo.link === null ? [] : [make('link', logo.link, logo.span)]),
    ]),
    ...css.map(({ address, span }) => make('style', address, span)),
    ...links,
  ];
}

/** The file of a guest lecture that is published, whose path was looked up when the course was read. */
function resolveFile({ entry, settings }: LectureInput, files: Files): readonly Resolved[] {
  const { file, absence, source } = entry;
  if (file === null || absence !== null || files.size(file) === null) return [];
  const span = settings.spans.get('file') ?? { path: source, start: 0, end: 0 };
  const target: Target = { to: 'asset', file, output: outputOf(file, files), fragment: '' };
  return [{ reference: { role: 'link', address: file, span }, target }];
}
