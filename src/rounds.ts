/** A course → the site after each round of work on all of it: only what changed is worked on again. */
import { basename } from 'node:path';
import type { Rebuilt } from './dev/builder.ts';
import { readClient } from './emit/copyClient.ts';
import { listPublic } from './emit/copyPublic.ts';
import { findSaved } from './findSaved.ts';
import { filesOf } from './gatherAssets.ts';
import { keyOfLecture } from './keyOfLecture.ts';
import type { KnownCourse } from './knownCourse.ts';
import type { LectureAnswer } from './lectureWorker.ts';
import type { SavedSlide } from './model/wire.ts';
import { type CourseOptions, type CourseWork, type Memory, workOnCourse } from './pipeline.ts';
import { readText } from './read/readText.ts';

/** What is wrong: for the terminal, empty where nothing is, and for pages. */
export type Report = (work: CourseWork) => Pick<Rebuilt, 'report' | 'problems' | 'more'>;

export interface Round extends Rebuilt {
  /** What the next lecture's work may be done with; null: what was known before still holds. */
  readonly known: KnownCourse | null;
}

export interface Rounds {
  /** `changed`: paths from the root; null: everything, as if for the first time. */
  readonly rebuild: (changed: readonly string[] | null) => Promise<Round>;
  readonly close: () => Promise<void>;
}

/** Rounds in this thread. `report` says what is wrong. */
export function makeRounds(root: string, options: CourseOptions, report: Report): Rounds {
  const answers = new Map<string, { readonly key: string; readonly answer: LectureAnswer }>();
  const before = { pages: new Map<string, string>() };
  const texts = new Map<string, string>();
  const client = readClient(options.client);
  const rebuild = async (changed: readonly string[] | null): Promise<Round> => {
    if (changed === null) answers.clear();
    else forget(answers, changed);
    const work = await workOnCourse(options, { to: 'answer' }, (around) => remember(answers, root, around));
    const pages = new Map([...work.pages, ...work.lecturePages, ...work.assets.styles].map((page) => [page.path, page.content]));
    const paths = [...pages].filter(([path, content]) => before.pages.get(path) !== content).map(([path]) => path);
    const gone = [...before.pages.keys()].filter((path) => !pages.has(path));
    before.pages = pages;
    const { input, course } = work;
    return {
      pages,
      assets: new Map([...listPublic(root).value, ...filesOf(work.assets, root), ...client.files, ...client.unpublished]),
      changed: [...paths, ...gone],
      failed: work.diagnostics.some(({ severity }) => severity === 'error'),
      saved: findSavedIn(root, work, changed, texts),
      known: { root: input.root, folder: input.folder, syllabus: course.syllabus, lectures: input.lectures },
      ...report(work),
    };
  };
  return { rebuild, close: async () => {} };
}

/** Of the one lecture whose text is new; null where there is none, or where there are several. Brings `texts` up to date. */
function findSavedIn(
  root: string,
  { course }: CourseWork,
  changed: readonly string[] | null,
  texts: Map<string, string>,
): SavedSlide | null {
  const paths = changed === null ? null : new Set(changed);
  const looked = course.lectures.filter(({ entry }) => entry.kind !== 'file' && (paths === null || paths.has(entry.source)));
  const saved = looked.flatMap(({ entry, outline }) => {
    const [before, after] = [texts.get(entry.source) ?? null, readText(root, entry.source).value?.text ?? ''];
    texts.set(entry.source, after);
    return before === after || before === null ? [] : [findSaved(entry, outline, before, after)];
  });
  return saved.length === 1 ? (saved[0] ?? null) : null;
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
