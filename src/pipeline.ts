/** A course, from its files to its pages: syllabus → each lecture (spread over workers) → course. */
import { checkCourse } from './check/checkCourse.ts';
import { settleDiagnostics } from './check/settleDiagnostics.ts';
import { readClient } from './emit/copyClient.ts';
import { type GatheredAssets, gatherAssets } from './gatherAssets.ts';
import { gatherUses } from './gatherUses.ts';
import { readKnownCourse } from './knownCourse.ts';
import { type LectureDone, workOnLectures } from './lectures.ts';
import type { LectureAnswer, WorkerData } from './lectureWorker.ts';
import type { ReferenceRole } from './model/attributes.ts';
import type { BuildOptions } from './model/client.ts';
import type { Course } from './model/course.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Secret } from './model/outline.ts';
import type { InspectionName } from './model/rule.ts';
import { rulesNotRun } from './model/rules.ts';
import type { Page } from './model/page.ts';
import type { Files } from './model/files.ts';
import type { LectureInput } from './model/syllabus.ts';
import type { Resolved, Target } from './model/target.ts';
import { openFiles } from './read/openFiles.ts';
import { readAssets } from './read/readAssets.ts';
import type { CourseInput } from './read/readCourse.ts';
import { renderCourse } from './render/renderCourse.ts';
import { resolveCourse } from './resolve/resolveCourse.ts';
import { searchCourse } from './searchCourse.ts';
import { makeIntroduction } from './syllabus.ts';

export interface CourseOptions {
  /** Absolute path of the course's folder or file. */
  readonly argument: string;
  /** Absolute path of the output, which is never read as part of the course; null where there is none. */
  readonly out: string | null;
  readonly build: BuildOptions;
  /** Absolute path of the built client. */
  readonly client: string;
  /** Told how many lectures are done, and of how many. */
  readonly onProgress: (done: number, all: number) => void;
  readonly inspections?: readonly Inspection[];
}

/** What is known of a course before it is inspected. */
export interface Inspectable {
  /** Absolute. */
  readonly root: string;
  readonly course: Course;
  /** Where lectures stand, from the root. */
  readonly folder: string;
  readonly lectures: readonly LectureInput[];
  readonly assets: GatheredAssets;
  readonly files: Files;
  /** Whatever it refers to outside of its lectures. */
  readonly uses: readonly Resolved[];
  /** The file of the home page's text; null where it has none. */
  readonly home: string | null;
  /** It has errors, and no build would write it. */
  readonly broken: boolean;
  /** Home and the like, as a build with these options has them. */
  readonly renderPages: (build: BuildOptions) => readonly Page[];
}

/** Something that takes longer than other checks. */
export interface Inspection {
  readonly find: (course: Inspectable) => Promise<Inspected>;
}

export interface Inspected {
  /** Which rules of the catalogue it could look for: comments that silence them are idle only then. */
  readonly ran: readonly InspectionName[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Answers of earlier rounds, for lectures whose inputs are what they were. */
export interface Memory {
  readonly get: (input: LectureInput) => LectureAnswer | null;
  readonly put: (input: LectureInput, answer: LectureAnswer) => void;
}

export interface CourseWork {
  readonly input: CourseInput;
  readonly course: Course;
  /** Home and the like. */
  readonly pages: readonly Page[];
  /** Of every published lecture; without content where they went into a folder. */
  readonly lecturePages: readonly Page[];
  readonly assets: GatheredAssets;
  readonly secrets: readonly Secret[];
  /** All that is said in public: a secret that stands there too is none. */
  readonly publicTexts: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whatever the course refers to that is a file of it, of another host, or not there. */
  readonly uses: readonly Resolved[];
  /** How many lectures were worked on in this round. */
  readonly worked: number;
}

/** Works on a whole course. `recall` makes the memory of earlier rounds from what every lecture's work depends on. */
export async function workOnCourse(
  options: CourseOptions,
  pages: WorkerData['pages'],
  recall: ((around: unknown) => Memory) | null = null,
): Promise<CourseWork> {
  const { build, client } = options;
  const { read, root, folder, syllabus, lectures, publicTexts, diagnostics: found } = readKnownCourse(options);
  const sources = lectures.map(({ entry }) => entry.source);
  // the day decides which lectures are absent, which the syllabus says
  const { asOf: _, ...lasting } = build;
  const memory = recall === null ? null : recall([syllabus, folder, lasting]);
  const done = await workOnLectures(
    lectures,
    { root, folder, syllabus, options: build, client, pages },
    memory,
    options.onProgress,
  );

  const files = openFiles(root);
  const course = assembleCourse(syllabus, lectures, done);
  const published = lectures.filter(({ entry }) => entry.absence === null);
  const introduction = makeIntroduction(read, syllabus, files);
  const references = resolveCourse(syllabus, published, folder, files);
  const assets = gatherAssets(course, introduction, references, root, files);
  const context = {
    syllabus,
    client: readClient(client),
    options: build,
    targets: introduction?.targets ?? new Map(),
    formulas: introduction?.formulas ?? new Map(),
    targetOf: lookUp(references),
  };
  const works = done.map(({ answer }) => answer.work);
  const { uses, ...named } = gatherUses(lectures, works, introduction, [...references, ...assets.styleReferences]);
  const checked = checkCourse({
    ...{ course, lectures, introduction, references, folder, uses },
    styles: assets.styleReferences,
    asOf: build.asOf,
    assets: readAssets({ root, folder, files, sources, ...named }),
  });
  const shown = done.filter(({ lecture }) => lecture.entry.absence === null);
  const excerpts = shown.flatMap(({ answer }) => answer.work.excerpt ?? []);
  const said = [
    ...found,
    ...lectures.filter(({ entry }) => entry.kind === 'file').flatMap(({ diagnostics }) => diagnostics),
    ...works.flatMap(({ diagnostics }) => diagnostics),
    ...(introduction?.diagnostics ?? []),
    ...checked,
  ];
  const { inspections = [] } = options;
  const inspectable: Inspectable = {
    ...{ root, folder, course, lectures, assets, files, uses },
    home: introduction?.lecture.source ?? null,
    broken: said.some(({ severity }) => severity === 'error'),
    renderPages: (marked) => renderCourse(course, introduction?.lecture ?? null, excerpts, { ...context, options: marked }),
  };
  const inspected = await Promise.all(inspections.map(({ find }) => find(inspectable)));
  const silences = [...works.flatMap((work) => work.silences), ...(introduction?.silences ?? [])];
  return {
    input: { ...read, lectures },
    course,
    pages:
      pages.to === 'nowhere'
        ? []
        : [
            ...renderCourse(course, introduction?.lecture ?? null, excerpts, context),
            ...searchCourse(course, introduction?.lecture ?? null, context),
          ],
    lecturePages: shown.flatMap(({ answer }) => answer.pages),
    assets,
    secrets: [...works.flatMap(({ outline }) => outline.secrets), ...(introduction?.secrets ?? [])],
    publicTexts: [...publicTexts, introduction?.publicText ?? '', ...shown.map(({ answer }) => answer.work.outline.publicText)],
    diagnostics: settleDiagnostics(
      withoutRepeats([...said, ...inspected.flatMap(({ diagnostics }) => diagnostics)]),
      silences,
      read.settings.rules,
      rulesNotRun(
        read.settings.rules,
        inspected.flatMap(({ ran }) => ran),
      ),
    ),
    uses,
    worked: done.filter(({ fresh }) => fresh).length,
  };
}

/** What the course says once may be noticed in every lecture. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ rule, span, message }: Diagnostic): string => [rule, span?.path, span?.start, span?.end, message].join('\n');
  return [...new Map(diagnostics.map((one) => [keyOf(one), one])).values()];
}

/** The course with what is known of each lecture; absent ones have no outline. */
function assembleCourse(syllabus: Course['syllabus'], lectures: readonly LectureInput[], done: readonly LectureDone[]): Course {
  const works = new Map(done.map(({ lecture, answer }) => [lecture.entry.address, answer.work]));
  return {
    syllabus,
    lectures: lectures.map(({ entry, settings, changed }) => {
      const work = entry.absence === null ? works.get(entry.address) : undefined;
      const minutes = work?.minutes ?? settings.duration;
      return { entry, minutes, changed, outline: work?.outline ?? null };
    }),
  };
}

/** Where an address of the course's configuration leads. */
export function lookUp(references: readonly Resolved[]): (address: string, role: ReferenceRole) => Target {
  const targets = new Map(references.map(({ reference, target }) => [`${reference.role} ${reference.address}`, target]));
  return (address, role) => targets.get(`${role} ${address}`) ?? { to: 'nowhere', why: 'missing', nearest: null };
}
