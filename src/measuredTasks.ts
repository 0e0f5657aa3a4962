/** A course → the pages that a browser has to look at, each with what that depends on, as a name for it. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { axeVersion } from './browser/measurePages.ts';
import { readClient } from './emit/copyClient.ts';
import type { Files } from './model/files.ts';
import type { LectureInput } from './model/syllabus.ts';
import type { CourseOptions, Inspectable } from './pipeline.ts';
import { readText } from './read/readText.ts';
import { pathOf } from './render/hrefOf.ts';

/** One page to be measured, to be examined, or to be watched: a page of the author's that lectures show in a frame. */
export interface Task {
  readonly kind: 'measured' | 'examined' | 'watched';
  /** The file of its text, from the course's root. */
  readonly source: string;
  /** Null: the home page, and what is in a frame. */
  readonly lecture: LectureInput | null;
  /** From the site's root. */
  readonly path: string;
  readonly key: string;
  /** Something in its styles depends on the size of the screen. */
  readonly everywhere: boolean;
}

/** What styles say that depend on the screen. */
const SCREEN = /\d(?:[sld]?v(?:w|h|min|max|i|b)|cq\w+)\b|@media|@container/;
const STYLES = { deck: ['deck.css', 'reveal.css', 'math.css'], read: ['read.css', 'math.css'], home: ['home.css'] };

/** In the course's order, then the home page and what is in frames; of a lecture the deck before the reading view. `axe`: with what is examined. */
export function measuredTasks({ client, build }: CourseOptions, course: Inspectable, axe: boolean): readonly Task[] {
  const files = readClient(client);
  const styles = course.assets.styles.map(({ content }) => content);
  const { settings } = course.course.syllabus;
  const look = (view: keyof typeof STYLES): string =>
    hashOf([['measure.js', ...STYLES[view]].map(files.path), styles, settings.accent, settings.scheme, build.version]);
  const looks = { deck: look('deck'), read: look('read'), home: look('home') };
  const version = axe ? axeVersion() : '';
  const tasksOf = (lecture: LectureInput): readonly Task[] => {
    const { entry } = lecture;
    if (entry.absence !== null || entry.kind === 'file') return [];
    const { text, content } = contentOf(lecture, course);
    const everywhere = [text, ...styles].some((one) => SCREEN.test(one));
    const task = (kind: Task['kind'], view: 'deck' | 'read'): readonly Task[] => {
      const path = pathOf(entry, view);
      const key = hashOf([looks[view], path, content, kind === 'examined' ? version : '']);
      return path === null ? [] : [{ kind, source: entry.source, lecture, path, key, everywhere }];
    };
    const deck = entry.kind === 'lecture';
    return [
      ...(deck ? task('measured', 'deck') : []),
      ...(deck && axe ? task('examined', 'deck') : []),
      ...(axe ? task('examined', 'read') : []),
    ];
  };
  const { home } = course;
  const key = hashOf([looks.home, home === null ? '' : readText(course.root, home).value?.text, version]);
  const homeTask = { kind: 'examined', lecture: null, path: 'index.html', key, everywhere: false } as const;
  const homeTasks = axe && home !== null ? [{ ...homeTask, source: home }] : [];
  return [...course.lectures.flatMap(tasksOf), ...homeTasks, ...framesOf(course)];
}

/** The pages of the author's that lectures show in frames: what they load is near them, or in `public/`. */
function framesOf({ uses, files }: Inspectable): readonly Task[] {
  const frames = uses.flatMap(({ reference, target }) =>
    reference.role === 'frame' && target.to === 'asset' && /\.html?$/i.test(target.file) ? [target] : [],
  );
  const unique = [...new Map(frames.map((target) => [target.output, target])).values()];
  return unique.map(({ file, output }) => {
    const near = [file.includes('/') ? posix.dirname(file) : '', 'public'];
    const key = hashOf([output, files.hash(file), near.map((folder) => sizesBelow(folder, files))]);
    return { kind: 'watched', source: file, lecture: null, path: output, key, everywhere: false };
  });
}

function sizesBelow(folder: string, files: Files): readonly unknown[] {
  return files.names(folder).map((name) => {
    const path = folder === '' ? name : `${folder}/${name}`;
    return [path, name.endsWith('/') ? sizesBelow(path.slice(0, -1), files) : files.size(path)];
  });
}

/** The text of a lecture, and whatever else it shows. */
function contentOf({ entry, settings }: LectureInput, { root, course, files }: Inspectable) {
  const text = readText(root, entry.source).value?.text ?? '';
  const outline = course.lectures.find((lecture) => lecture.entry.address === entry.address)?.outline;
  const shown = (outline?.assets ?? []).map(({ file }) => [file, files.hash(file)]);
  return { text, content: hashOf([text, shown, { ...settings, spans: null }]) };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 24);
}
