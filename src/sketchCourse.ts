/** A course whose lectures nobody has worked on yet → the pages that say which there are: home, contents, the speaker view. */
import type { Site } from './dev/builder.ts';
import { filesOf, gatherAssets } from './gatherAssets.ts';
import { type KnownCourse, readKnownCourse } from './knownCourse.ts';
import type { ClientFiles } from './model/client.ts';
import { type CourseOptions, lookUp } from './pipeline.ts';
import { openFiles } from './read/openFiles.ts';
import { renderCourse } from './render/renderCourse.ts';
import { resolveCourse } from './resolve/resolveCourse.ts';
import { makeIntroduction } from './syllabus.ts';

export interface Sketch {
  readonly known: KnownCourse;
  /** Null where the course has errors. */
  readonly site: Site | null;
}

/** These say little or nothing of what is in lectures; the others would be wrong. */
const SKETCHED: ReadonlySet<string> = new Set(['index.html', 'read/index.html', 'speaker.html', '404.html']);

export function sketchCourse(options: CourseOptions, client: ClientFiles): Sketch {
  const { read, diagnostics, ...known } = readKnownCourse(options);
  const { root, folder, syllabus, lectures } = known;
  const files = openFiles(root);
  const introduction = makeIntroduction(read, syllabus, files);
  const published = lectures.filter(({ entry }) => entry.absence === null);
  const references = resolveCourse(syllabus, published, folder, files);
  const course = {
    syllabus,
    lectures: lectures.map(({ entry, settings, changed }) => ({ entry, minutes: settings.duration, changed, outline: null })),
  };
  const context = {
    ...{ syllabus, client, options: options.build, targetOf: lookUp(references) },
    targets: introduction?.targets ?? new Map(),
    formulas: introduction?.formulas ?? new Map(),
  };
  const found = [...diagnostics, ...lectures.flatMap((lecture) => lecture.diagnostics), ...(introduction?.diagnostics ?? [])];
  if (found.some(({ severity }) => severity === 'error')) return { known, site: null };
  const assets = gatherAssets(course, introduction, references, root, files);
  const pages = renderCourse(course, introduction?.lecture ?? null, [], context);
  const shown = [...pages.filter(({ path }) => SKETCHED.has(path) || path.startsWith('_lectern/')), ...assets.styles];
  return { known, site: { pages: new Map(shown.map(({ path, content }) => [path, content])), assets: filesOf(assets, root) } };
}
