/** A course → the builder that `dev` calls after each change: only what changed is worked on again. */
import { basename, join } from 'node:path';
import { readClient } from './emit/copyClient.ts';
import { listPublic } from './emit/copyPublic.ts';
import type { Builder, Rebuilt } from './dev/keepBuilt.ts';
import { findSaved } from './findSaved.ts';
import { keyOfLecture } from './keyOfLecture.ts';
import type { LectureAnswer } from './lectureWorker.ts';
import { type CourseOptions, type CourseWork, type Memory, workOnCourse } from './pipeline.ts';

/** What is wrong: for the terminal, empty where nothing is, and for pages. */
export type Report = (work: CourseWork) => Pick<Rebuilt, 'report' | 'problems' | 'more'>;

/** `report` says what is wrong. */
export function createBuilder(root: string, options: CourseOptions, report: Report): Builder {
  const answers = new Map<string, { readonly key: string; readonly answer: LectureAnswer }>();
  const before = { pages: new Map<string, string>(), texts: new Map<string, string>() };
  return {
    root,
    rebuild: async (changed): Promise<Rebuilt> => {
      if (changed === null) answers.clear();
      else forget(answers, changed);
      const work = await workOnCourse(options, { to: 'answer' }, (around) => remember(answers, root, around));
      const pages = new Map(
        [...work.pages, ...work.lecturePages, ...work.assets.styles].map((page) => [page.path, page.content]),
      );
      const paths = [...pages].filter(([path, content]) => before.pages.get(path) !== content).map(([path]) => path);
      const gone = [...before.pages.keys()].filter((path) => !pages.has(path));
      before.pages = pages;
      return {
        pages,
        assets: new Map([
          ...listPublic(root).value,
          ...work.assets.copies.map((asset) => [asset.output, join(root, asset.file)] as const),
          ...readClient(options.client).files,
        ]),
        changed: [...paths, ...gone],
        failed: work.diagnostics.some(({ severity }) => severity === 'error'),
        saved: findSaved(root, work.course.lectures, changed, before.texts),
        ...report(work),
      };
    },
  };
}

/**
 * Drops what was made from a file that is no lecture: where it was shown, or one of the same name that it may go before, and
 * where something was missing.
 */
function forget(answers: Map<string, { readonly answer: LectureAnswer }>, changed: readonly string[]): void {
  const others = changed.filter((path) => !/\.(?:md|markdown)$/i.test(path));
  if (others.length === 0) return;
  const names = new Set(others.map((path) => basename(path)));
  for (const [source, { answer }] of answers) {
    const { outline, incomplete } = answer.work;
    if (incomplete || outline.assets.some(({ file }) => names.has(basename(file)))) answers.delete(source);
  }
}

/** Answers that hold as long as the lecture's text, its settings and what it is told of the others are the same. */
function remember(
  answers: Map<string, { readonly key: string; readonly answer: LectureAnswer }>,
  root: string,
  around: unknown,
): Memory {
  const key = keyOfLecture(root, around);
  return {
    get: (input) => {
      const kept = answers.get(input.entry.source);
      return kept?.key === key(input) ? kept.answer : null;
    },
    put: (input, answer) => void answers.set(input.entry.source, { key: key(input), answer }),
  };
}
