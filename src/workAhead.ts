/** A course that is being written → what can be shown of it before a whole round of work is done. */
import type { Ahead, EarlyLecture, Site } from './dev/builder.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { listPublic } from './emit/copyPublic.ts';
import { settleDiagnostics } from './check/settleDiagnostics.ts';
import { readClient } from './emit/copyClient.ts';
import { filesOf, gatherAssets } from './gatherAssets.ts';
import { findSaved } from './findSaved.ts';
import type { KnownCourse } from './knownCourse.ts';
import { workOnLecture } from './lecture.ts';
import type { Page } from './model/page.ts';
import type { LectureInput } from './model/syllabus.ts';
import type { CourseOptions } from './pipeline.ts';
import { keepsSettings } from './read/keepsSettings.ts';
import { openFiles } from './read/openFiles.ts';
import { readText } from './read/readText.ts';
import { sketchCourse } from './sketchCourse.ts';
import { titleOf } from './syllabus.ts';

export interface LearningAhead extends Ahead {
  /** Takes in what a round knew (null: what is known still holds), after these files changed (null: all of them). */
  readonly learn: (known: KnownCourse | null, changed: readonly string[] | null) => void;
  /** Has the work done some times for nothing, so that the first save is shown as fast as those after it. */
  readonly warmUp: () => Promise<void>;
  /** How many lectures are known. */
  readonly size: () => number;
}

/** More lectures than these at once are no save of an author's. */
const MOST = 4;
/** After so many lectures the work is as fast as it gets. */
const WARM = 24;
/** Between two of them, so that nobody waits for long; in milliseconds. */
const PAUSE = 20;
/** How many texts are read before others have their turn. */
const AT_ONCE = 20;

/** Nothing is known before `sketch` or `learn` was called. */
export function workAhead(root: string, options: CourseOptions): LearningAhead {
  const state = { known: null as KnownCourse | null, lectures: new Map<string, LectureInput>() };
  /** As they were seen last: by a round, or by what was made ahead of one. */
  const texts = new Map<string, string>();
  /** What was left to a round. */
  const left = new Set<string>();
  const client = readClient(options.client);

  const learn: LearningAhead['learn'] = (known, changed) => {
    if (known !== null) {
      state.known = known;
      state.lectures = new Map(known.lectures.map((lecture) => [lecture.entry.source, lecture]));
    }
    for (const path of changed ?? texts.keys()) if (changed === null || left.delete(path)) texts.delete(path);
    void readTexts(root, [...state.lectures.keys()], texts);
  };
  const published = (): readonly LectureInput[] =>
    [...state.lectures.values()].filter(({ entry }) => entry.kind !== 'file' && entry.absence === null);
  const work = (input: LectureInput, text: string): { readonly early: EarlyLecture; readonly isFine: boolean } | null => {
    const { known } = state;
    if (known === null) return null;
    const { folder, syllabus } = known;
    const [pages, files]: [Page[], ReturnType<typeof openFiles>] = [[], openFiles(root)];
    const deliver = (page: Page): void => void pages.push(page);
    const around = { root, folder, syllabus, options: options.build, client, files, deliver };
    const { outline, minutes, diagnostics, silences } = workOnLecture(input, around, text);
    const { entry, changed } = input;
    const shown = entry.absence === null ? outline : null;
    const assets = gatherAssets({ syllabus, lectures: [{ entry, minutes, changed, outline: shown }] }, null, [], root, files);
    const before = texts.get(entry.source);
    const early = {
      source: entry.source,
      pages: new Map([...pages, ...assets.styles].map(({ path, content }) => [path, content])),
      assets: new Map(filesOf(assets, root)),
      saved: before === undefined || before === text ? null : findSaved(entry, shown, before, text),
    };
    const settled = settleDiagnostics(diagnostics, silences, syllabus.settings.rules, new Set());
    return { early, isFine: !settled.some(({ severity }) => severity === 'error') };
  };
  const saveOne = (path: string): readonly EarlyLecture[] | null => {
    const [input, before] = [state.lectures.get(path), texts.get(path)];
    if (input === undefined || before === undefined) return null;
    const after = readText(root, path).value?.text ?? '';
    if (after === before) return [];
    if (after === '' || !keepsSettings(input, before, after)) return null;
    if (titleOf(input, () => ({ path, text: after })) !== input.entry.title) return null;
    const done = work(input, after);
    if (done?.isFine !== true) return null;
    texts.set(path, after);
    return [done.early];
  };
  return {
    learn,
    warmUp: async () => {
      const inputs = published();
      for (let at = 0; at < WARM && inputs.length > 0; at++) {
        await pause(PAUSE, null, { ref: false });
        const input = inputs[at % inputs.length];
        const text = texts.get(input?.entry.source ?? '');
        if (input !== undefined && text !== undefined) work(input, text);
      }
    },
    size: () => state.lectures.size,
    sketch: () => {
      const { known, site } = sketchCourse(options, client);
      learn(known, null);
      return site === null ? null : withFiles(site, root, [...client.files, ...client.unpublished]);
    },
    save: (changed) => {
      const saved = changed.length > MOST ? [null] : changed.map(saveOne);
      const isAll = saved.every((one) => one !== null);
      if (!isAll) for (const path of changed) left.add(path);
      return isAll ? saved.flat() : null;
    },
    lectureAt: (path) => {
      const address = /^(?:read\/)?(.+)\.html$/.exec(path)?.[1];
      const input = published().find(({ entry }) => entry.address === address);
      return input === undefined ? null : (work(input, readText(root, input.entry.source).value?.text ?? '')?.early ?? null);
    },
    paths: () =>
      published().flatMap(({ entry: { address, kind } }) => [
        ...(kind === 'page' ? [] : [`${address}.html`]),
        `read/${address}.html`,
      ]),
  };
}

function withFiles({ pages, assets }: Site, root: string, client: Iterable<readonly [string, string]>): Site {
  return { pages, assets: new Map([...listPublic(root).value, ...assets, ...client]) };
}

/** Those that are not known yet, little by little. */
async function readTexts(root: string, sources: readonly string[], texts: Map<string, string>): Promise<void> {
  let done = 0;
  for (const source of sources) {
    if (texts.has(source)) continue;
    if (++done % AT_ONCE === 0) await new Promise((next) => setImmediate(next));
    // a save may have come in between
    if (!texts.has(source)) texts.set(source, readText(root, source).value?.text ?? '');
  }
}
