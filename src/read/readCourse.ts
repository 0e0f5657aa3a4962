/** A folder of Markdown, or one file → the course: its settings, and its lectures in order. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { RevealOptions } from '../model/client.ts';
import { type Diagnostic, diagnose, type Result } from '../model/diagnostic.ts';
import type { CourseSettings } from '../model/settings.ts';
import type { SourceFile } from '../model/source.ts';
import type { LectureInput } from '../model/syllabus.ts';
import { accountFor } from './accountFor.ts';
import { isPage } from './findLectures.ts';
import { COURSE_OF_ONE, lectureScope } from './keys/scopes.ts';
import { orderLectures, placeLectures } from './placeLectures.ts';
import { type Configuration, checkUrl, readConfiguration } from './readConfiguration.ts';
import { readableName } from './readableName.ts';
import { type Layout, readLayout } from './readLayout.ts';
import { type ReadLecture, readLecture, type Surroundings } from './readLecture.ts';
import { type CourseSettingsWithoutParts, courseSettings } from './settings/courseSettings.ts';
import { readParts } from './settings/readParts.ts';
import { readRules } from './settings/readRules.ts';

export interface ReadOptions {
  /** Absolute path of a course's folder, or of one Markdown file. */
  readonly argument: string;
  /** Absolute path of the output folder, which is never read; null where nothing is written. */
  readonly out: string | null;
  /** ISO date: lectures released after it are absent. */
  readonly asOf: string;
  readonly drafts: boolean;
  /** Goes over every lecture's own; null: each has its own. */
  readonly slideLevel: number | null;
  /** The same of dialect and separators. */
  readonly reveal?: RevealOptions;
  /** Goes over the course's own; null: the course's own. */
  readonly url: string | null;
}

export interface CourseInput {
  /** Absolute; every path of the course starts there. */
  readonly root: string;
  /** Where lectures stand: `slides`, or `''` for the root itself. */
  readonly folder: string;
  readonly settings: CourseSettings;
  /** In the course's order, absent ones among them. Each stands at an address of its own. */
  readonly lectures: readonly LectureInput[];
  /** `index.md`, where it is the course; its text below the front matter introduces the home page. */
  readonly introduction: SourceFile | null;
  /** What was taken for what, in a few plain lines; empty for a course with a `slides/index.md`, and for one file. */
  readonly account: readonly string[];
}

/**
 * Reads a course: a folder with `slides/` inside, any folder of Markdown files, or one file. What is wrong with one lecture
 * is among its own diagnostics; the result's are those of the course.
 */
export function readCourse(options: ReadOptions): Result<CourseInput> {
  const layout = readLayout(options.argument, options.out);
  const configuration = readConfiguration(layout);
  const read = readLectures(layout, configuration, options);
  const placed = placeLectures(read.map((lecture) => lecture.input));
  const top = layout.folder === '' ? 0 : layout.folder.length + 1;
  const named = placed.value.map(({ entry }) => ({
    address: entry.address,
    stem: entry.source.slice(top).replace(/\.[^./]+$/, ''),
  }));
  const parts = readParts(configuration.course.values.get('parts') ?? configuration.tool?.parts ?? null, named);
  const [only] = layout.single ? read : [];
  const rules = readRules((only?.given ?? configuration.course).values.get('rules') ?? null);
  const settings = settingsOf(layout, configuration, read, options.url);
  const input: CourseInput = {
    root: layout.root,
    folder: layout.folder,
    settings: { ...settings, parts: parts.value, rules: rules.value },
    lectures: orderLectures(placed.value, parts.value),
    introduction: layout.index?.source ?? null,
    account:
      layout.single || (layout.folder === 'slides' && layout.index)
        ? []
        : accountFor(placed.value, layout.leftAlone, settings.index, settings.title),
  };
  const found = [layout, configuration, placed, parts, rules].flatMap((stage) => stage.diagnostics);
  return { value: input, diagnostics: [...found, ...checkUrl(options.url), ...checkEmpty(read.length, options.argument)] };
}

function readLectures(
  layout: Layout,
  { course, defaults, texts, tool }: Configuration,
  options: ReadOptions,
): readonly ReadLecture[] {
  const lang = course.values.get('lang');
  const surroundings: Omit<Surroundings, 'otherwise'> = {
    ...{ root: layout.root, files: layout.files, defaults, texts },
    ...{ asOf: options.asOf, drafts: options.drafts, slideLevel: options.slideLevel },
    scope: layout.single ? COURSE_OF_ONE : lectureScope(layout.index?.source.path ?? null),
  };
  return layout.candidates.map((candidate) => {
    const kind = isPage(candidate, layout.candidates) ? 'page' : 'lecture';
    return readLecture(candidate, {
      ...surroundings,
      otherwise: {
        kind,
        lang: lang?.kind === 'scalar' && lang.value !== null ? lang.text : 'en',
        tool: tool?.program ?? null,
        reveal: options.reveal ?? null,
      },
    });
  });
}

/** Of one file the front matter is the course's too, but for its style sheets, which are the lecture's. */
function settingsOf(
  layout: Layout,
  { course, tool }: Configuration,
  read: readonly ReadLecture[],
  url: string | null,
): CourseSettingsWithoutParts {
  const [only] = layout.single ? read : [];
  const title = only ? readableName(only.input.entry.source) : (tool?.title ?? readableName(basename(layout.root)));
  const settings = courseSettings(only?.given ?? course, {
    title: title || 'Course',
    url,
    index: layout.index?.source.path ?? null,
  });
  return only ? { ...settings, css: [] } : settings;
}

function checkEmpty(lectures: number, argument: string): readonly Diagnostic[] {
  const name = basename(argument);
  if (!existsSync(argument)) return [diagnose('no-lectures', null, `There is no “${name}”.`)];
  if (lectures > 0) return [];
  const hint = 'Put a Markdown file there, such as “slides/01-introduction.md”.';
  return [diagnose('no-lectures', null, `There is no lecture in “${name}”.`, hint)];
}
