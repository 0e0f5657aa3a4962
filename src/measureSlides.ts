/** A course → what is wrong with its slides and pages as a browser lays them out: what has not changed is not looked at again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, openBrowser, OWN_FILES } from './browser/openBrowser.ts';
import { measurePages, type PageMeasured } from './browser/measurePages.ts';
import { describeExamined } from './check/describeExamined.ts';
import { describeFrames } from './check/describeFrames.ts';
import { describeMeasured } from './check/describeMeasured.ts';
import { readClient } from './emit/copyClient.ts';
import { forgetOthers, keepFile, keptPath } from './keptFiles.ts';
import { measuredTasks, type Task } from './measuredTasks.ts';
import { type Diagnostic, diagnose } from './model/diagnostic.ts';
import type { ExaminedPage, MeasuredDeck } from './model/measured.ts';
import type { PageTrouble } from './model/trouble.ts';
import type { CourseOptions, Inspectable, Inspected, Inspection } from './pipeline.ts';
import { publishMarked } from './publishMarked.ts';
import { withTemporaryFolder } from './temporaryFolder.ts';

/** What was found of each task. */
type Found = MeasuredDeck | ExaminedPage | PageTrouble;
type Known = Map<Task, Found>;

const NOT_MEASURED: Inspected = { ran: [], diagnostics: [] };

/**
 * Measures the decks of a course that is worked on with `options`, and examines its pages where `axe` says so; tells `onProgress`
 * how many pages are done. Never throws for a browser that fails; whoever names none by `CHROME_PATH=none` knows that nothing is
 * measured.
 */
export function measureSlides(options: CourseOptions, axe: boolean, onProgress: CourseOptions['onProgress']): Inspection {
  return { find: (course) => measureCourse({ ...options, onProgress }, course, axe) };
}

async function measureCourse(options: CourseOptions, course: Inspectable, axe: boolean): Promise<Inspected> {
  // what is wrong with a course that has errors is said without a browser
  if (process.env['CHROME_PATH'] === 'none' || course.broken) return NOT_MEASURED;
  const tasks = measuredTasks(options, course, axe);
  const known: Known = new Map();
  for (const task of tasks) {
    const kept = readKept(course.root, task);
    if (kept !== null) known.set(task, kept);
  }
  const missing = tasks.filter((task) => !known.has(task));
  const trouble = await measureMissing(options, course, missing, (task, found) => {
    known.set(task, found);
    keepFile(course.root, keptName(task), JSON.stringify(found));
  });
  if (trouble !== null) return trouble;
  for (const kind of ['measured', 'examined', 'watched'] as const)
    if (axe || kind !== 'examined') forgetOthers(course.root, kind, new Set(tasks.map(({ key }) => `${key}.json`)));
  return {
    ran: axe ? ['measured', 'examined'] : ['measured'],
    diagnostics: [...describeAll(tasks, known), ...describeWatched(course, tasks, known)],
  };
}

function describeAll(tasks: readonly Task[], known: Known): readonly Diagnostic[] {
  return [...new Set(tasks.map(({ source }) => source))].flatMap((source) => {
    const own = tasks.filter((task) => task.source === source);
    const found = (kind: Task['kind']) => own.flatMap((task) => (task.kind === kind ? (known.get(task) ?? []) : []));
    const [deck] = found('measured') as MeasuredDeck[];
    return [...describeMeasured(source, deck ?? null), ...describeExamined(source, found('examined') as ExaminedPage[])];
  });
}

function describeWatched(course: Inspectable, tasks: readonly Task[], known: Known): readonly Diagnostic[] {
  const files = new Map(course.assets.copies.map(({ file, output }) => [output, file]));
  const named = new Set(course.uses.flatMap(({ target }) => (target.to === 'remote' ? [target.host] : [])));
  const frames = course.uses.flatMap(({ reference, target }) => {
    const task = tasks.find(({ kind, path }) => kind === 'watched' && target.to === 'asset' && path === target.output);
    const trouble = task === undefined ? undefined : (known.get(task) as PageTrouble | undefined);
    return task === undefined || trouble === undefined ? [] : [{ file: task.source, span: reference.span, trouble }];
  });
  return describeFrames(frames, named, (path) => files.get(path) ?? path);
}

/** Null: all of it was done. */
async function measureMissing(
  options: CourseOptions,
  course: Inspectable,
  missing: readonly Task[],
  take: (task: Task, found: Found) => void,
): Promise<Inspected | null> {
  if (missing.length === 0) return null;
  const lectures = [...new Set(missing.flatMap(({ lecture }) => lecture ?? []))];
  try {
    return await withTemporaryFolder((site) =>
      withBrowser(async (opening) => {
        await publishMarked(options, course, lectures, site);
        await measureAll(await opening, missing, site, options, take);
      }),
    );
  } catch (error) {
    return complain((error as Error).message.replace(/\.$/, ''));
  }
}

/** The browser starts while `work` does what can be done before it is there, and ends when all is done. Null: it was done. */
async function withBrowser(work: (opening: Promise<Browser>) => Promise<void>): Promise<Inspected | null> {
  const state = { browser: null as Browser | null };
  const opening = openBrowser(process.env, [OWN_FILES]).then((browser) => {
    state.browser = browser;
    if (browser === null) throw new Error('there is no Chrome, Chromium or Edge here');
    return browser;
  });
  try {
    await Promise.all([opening, work(opening)]);
    return null;
  } finally {
    await opening.catch(() => null);
    await state.browser?.close();
  }
}

function complain(why: string): Inspected {
  const hint = 'Set CHROME_PATH to the program of one that runs, or leave this out with “--no-browser”.';
  return { ran: [], diagnostics: [diagnose('browser', null, `The slides were not measured: ${why}.`, hint)] };
}

/** Each page once, whatever is to be done with it; decks first, for all of them have the same styles. */
async function measureAll(
  browser: Browser,
  missing: readonly Task[],
  site: string,
  { client, onProgress }: CourseOptions,
  take: (task: Task, found: Found) => void,
): Promise<void> {
  const pages = [...new Set(missing.map(({ path }) => path))].map((path) => {
    const tasks = missing.filter((task) => task.path === path);
    const measured = tasks.find(({ kind }) => kind === 'measured');
    const examined = tasks.find(({ kind }) => kind === 'examined');
    const framed = tasks.some(({ kind }) => kind === 'watched');
    const rooms = measured === undefined ? null : measured.everywhere ? ('all' as const) : ('first' as const);
    return { file: join(site, path), tasks, rooms, examined: examined !== undefined, framed, read: path.startsWith('read/') };
  });
  const sorted = pages.toSorted((a, b) => Number(a.read) - Number(b.read));
  const state = { done: 0 };
  await measurePages(browser, sorted, readClient(client).text('measure.js'), ({ tasks }, all: PageMeasured) => {
    const found = { ...all, watched: all.watched === null ? null : withoutFolder(all.watched, pathToFileURL(site).href) };
    for (const task of tasks) {
      const one = found[task.kind];
      if (one !== null) take(task, one);
    }
    state.done += 1;
    onProgress(state.done, pages.length);
  });
}

/** Addresses of files become their paths in the site, which is in another folder each time. */
function withoutFolder(trouble: PageTrouble, site: string): PageTrouble {
  const short = (url: string): string => url.replaceAll(`${site}/`, '');
  return {
    errors: trouble.errors.map((error) => ({
      ...error,
      text: short(error.text),
      url: error.url === null ? null : short(error.url),
    })),
    requests: trouble.requests.map((request) => ({ ...request, by: short(request.by) })),
  };
}

// ---- what was found before

/** What each has that is of this form. */
const WHOLE = { measured: 'vanishing', examined: 'dark', watched: 'requests' } as const;

function keptName({ kind, key }: Task): string {
  return `${kind}/${key}.json`;
}

function readKept(root: string, task: Task): Found | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(keptPath(root, keptName(task)), 'utf8'));
    return typeof kept === 'object' && kept !== null && WHOLE[task.kind] in kept ? (kept as Found) : null;
  } catch {
    return null;
  }
}
