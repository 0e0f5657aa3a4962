/** A course → what is wrong with its slides as a browser lays them out: what has not changed is not measured again. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, openBrowser } from './browser/openBrowser.ts';
import { measureDecks } from './browser/measureDecks.ts';
import { describeMeasured } from './check/describeMeasured.ts';
import { readClient } from './emit/copyClient.ts';
import { forgetOthers, keepFile, keptPath } from './keptFiles.ts';
import { diagnose } from './model/diagnostic.ts';
import type { MeasuredDeck } from './model/measured.ts';
import type { LectureInput } from './model/syllabus.ts';
import type { CourseOptions, Inspectable, Inspected, Inspection } from './pipeline.ts';
import { publishMarked } from './publishMarked.ts';
import { readText } from './read/readText.ts';
import { pathOf } from './render/hrefOf.ts';

/** A deck with what its measurement depends on, as a name for it. */
interface Deck {
  readonly lecture: LectureInput;
  /** From the site's root. */
  readonly path: string;
  readonly key: string;
  /** Something in its styles depends on the size of the screen. */
  readonly everywhere: boolean;
}

/** What styles say that depend on the screen. */
const SCREEN = /\d(?:[sld]?v(?:w|h|min|max|i|b)|cq\w+)\b|@media|@container/;

const NOT_MEASURED: Inspected = { ran: false, diagnostics: [] };

/**
 * Measures the decks of a course that is worked on with `options`. Never throws for a browser that fails; whoever names none by
 * `CHROME_PATH=none` knows that nothing is measured.
 */
export function measureSlides(options: CourseOptions): Inspection {
  return { runs: 'measured', find: (course) => measureCourse(options, course) };
}

async function measureCourse(options: CourseOptions, course: Inspectable): Promise<Inspected> {
  // what is wrong with a course that has errors is said without a browser
  if (process.env['CHROME_PATH'] === 'none' || course.broken) return NOT_MEASURED;
  const decks = decksOf(options, course);
  const known = new Map(decks.map((deck) => [deck, readKept(course.root, deck)]));
  const missing = decks.filter((deck) => known.get(deck) === null);
  const trouble = await measureMissing(options, course, missing, (deck, measured) => {
    known.set(deck, measured);
    keepFile(course.root, keptName(deck), JSON.stringify(measured));
  });
  if (trouble !== null) return trouble;
  forgetOthers(course.root, FOLDER, new Set(decks.map(({ key }) => `${key}.json`)));
  return {
    ran: true,
    diagnostics: decks.flatMap((deck) => describeMeasured(deck.lecture.entry.source, known.get(deck) ?? null)),
  };
}

function decksOf({ client }: CourseOptions, { lectures, course, assets, files, root }: Inspectable): readonly Deck[] {
  const { path: clientPath } = readClient(client);
  const look = ['measure.js', 'deck.css', 'reveal.css', 'math.css'].map(clientPath);
  const styles = assets.styles.map(({ content }) => content);
  const shared = hashOf([look, styles, course.syllabus.settings.accent]);
  const outlines = new Map(course.lectures.map(({ entry, outline }) => [entry.address, outline]));
  return lectures.flatMap((lecture) => {
    const { entry, settings } = lecture;
    const path = entry.absence === null && entry.kind === 'lecture' ? pathOf(entry, 'deck') : null;
    if (path === null) return [];
    const text = readText(root, entry.source).value?.text ?? '';
    const shown = (outlines.get(entry.address)?.assets ?? []).map(({ file }) => [file, files.hash(file)]);
    const key = hashOf([shared, text, shown, { ...settings, spans: null }]);
    return [{ lecture, path, key, everywhere: [text, ...styles].some((one) => SCREEN.test(one)) }];
  });
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 24);
}

/** Null: all of them were measured. */
async function measureMissing(
  options: CourseOptions,
  course: Inspectable,
  missing: readonly Deck[],
  take: (deck: Deck, measured: MeasuredDeck) => void,
): Promise<Inspected | null> {
  if (missing.length === 0) return null;
  const site = mkdtempSync(join(tmpdir(), 'lectern-measured-'));
  try {
    return await withBrowser(async (opening) => {
      const lectures = missing.map(({ lecture }) => lecture);
      await publishMarked(options, course, lectures, site);
      await measureAll(await opening, missing, site, options, take);
    });
  } catch (error) {
    return complain((error as Error).message.replace(/\.$/, ''));
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
}

/** The browser starts while `work` does what can be done before it is there, and ends when all is done. Null: it was done. */
async function withBrowser(work: (opening: Promise<Browser>) => Promise<void>): Promise<Inspected | null> {
  const state = { browser: null as Browser | null };
  const opening = openBrowser().then((browser) => {
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
  return { ran: false, diagnostics: [diagnose('browser', null, `The slides were not measured: ${why}.`, hint)] };
}

async function measureAll(
  browser: Browser,
  decks: readonly Deck[],
  site: string,
  { client, onProgress }: CourseOptions,
  take: (deck: Deck, measured: MeasuredDeck) => void,
): Promise<void> {
  const script = readClient(client).text('measure.js');
  const state = { done: 0 };
  const placed = decks.map((deck) => ({ deck, file: join(site, deck.path), everywhere: deck.everywhere }));
  await measureDecks(browser, placed, script, ({ deck }, measured) => {
    take(deck, measured);
    state.done += 1;
    onProgress(state.done, decks.length);
  });
}

// ---- what was measured before

const FOLDER = 'measured';

function keptName({ key }: Deck): string {
  return `${FOLDER}/${key}.json`;
}

function readKept(root: string, deck: Deck): MeasuredDeck | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(keptPath(root, keptName(deck)), 'utf8'));
    return typeof kept === 'object' && kept !== null && 'paper' in kept ? (kept as MeasuredDeck) : null;
  } catch {
    return null;
  }
}
