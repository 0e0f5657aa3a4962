/** A course → what is wrong with its slides as a browser lays them out: what has not changed is not measured again. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, openBrowser } from './browser/openBrowser.ts';
import { measureDeck } from './browser/measureDeck.ts';
import { describeMeasured } from './check/describeMeasured.ts';
import { readClient } from './emit/copyClient.ts';
import { forgetOthers, keepFile, keptPath } from './keptFiles.ts';
import { diagnose } from './model/diagnostic.ts';
import type { MeasuredRoom } from './model/measured.ts';
import type { SyllabusEntry } from './model/syllabus.ts';
import type { CourseOptions, Inspectable, Inspected, Inspection } from './pipeline.ts';
import { publishCourse } from './publishCourse.ts';
import { readText } from './read/readText.ts';
import { pathOf } from './render/hrefOf.ts';

/** A deck with what its measurement depends on, as a name for it. */
interface Deck {
  readonly entry: SyllabusEntry;
  readonly path: string;
  readonly key: string;
  /** Something in its styles depends on the size of the screen. */
  readonly minds: boolean;
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
  if (process.env['CHROME_PATH'] === 'none') return NOT_MEASURED;
  const decks = decksOf(options, course);
  const known = new Map(decks.map((deck) => [deck, readKept(course.root, deck)]));
  const missing = decks.filter((deck) => known.get(deck) === null);
  const trouble = await measureMissing(options, missing, (deck, rooms) => {
    known.set(deck, rooms);
    keepFile(course.root, keptName(deck), JSON.stringify(rooms));
  });
  if (trouble !== null) return trouble;
  forgetOthers(course.root, FOLDER, new Set(decks.map(({ key }) => `${key}.json`)));
  return { ran: true, diagnostics: decks.flatMap((deck) => describeMeasured(deck.entry.source, known.get(deck) ?? [])) };
}

function decksOf({ client }: CourseOptions, { lectures, course, styles, root }: Inspectable): readonly Deck[] {
  const files = readClient(client);
  const look = ['measure.js', 'deck.css', 'reveal.css', 'math.css'].map(files.path);
  const shared = hashOf([look, styles.map(({ content }) => content)]);
  const hashes = new Map(course.lectures.map(({ entry, outline }) => [entry.address, outline?.hash ?? null]));
  return lectures.flatMap(({ entry, settings }) => {
    const path = entry.absence === null && entry.kind === 'lecture' ? pathOf(entry, 'deck') : null;
    if (path === null) return [];
    const text = readText(root, entry.source).value?.text ?? '';
    const key = hashOf([shared, text, hashes.get(entry.address), { ...settings, spans: null }]);
    return [{ entry, path, key, minds: SCREEN.test(text) || styles.some(({ content }) => SCREEN.test(content)) }];
  });
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 24);
}

/** Null: all of them were measured. */
async function measureMissing(
  options: CourseOptions,
  missing: readonly Deck[],
  take: (deck: Deck, rooms: readonly MeasuredRoom[]) => void,
): Promise<Inspected | null> {
  if (missing.length === 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'lectern-measured-'));
  try {
    const browser = await openBrowser();
    if (browser === null) return complain('there is no Chrome, Chromium or Edge here');
    try {
      const build = { ...options.build, marked: true, url: null } as const;
      const { written } = await publishCourse({ ...options, build, onProgress: () => {} }, join(folder, 'site'), false);
      // What is wrong with such a course is said without a browser.
      if (!written) return NOT_MEASURED;
      await measureAll(browser, missing, join(folder, 'site'), options, take);
      return null;
    } finally {
      await browser.close();
    }
  } catch (error) {
    return complain((error as Error).message.replace(/\.$/, ''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
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
  take: (deck: Deck, rooms: readonly MeasuredRoom[]) => void,
): Promise<void> {
  const script = readClient(client).text('measure.js');
  const page = await browser.newPage(1280, 720);
  for (const [at, deck] of decks.entries()) {
    take(deck, await measureDeck(page, pathToFileURL(join(site, deck.path)).href, script, deck.minds));
    onProgress(at + 1, decks.length);
  }
}

// ---- what was measured before

const FOLDER = 'measured';

function keptName({ key }: Deck): string {
  return `${FOLDER}/${key}.json`;
}

function readKept(root: string, deck: Deck): readonly MeasuredRoom[] | null {
  try {
    const rooms: unknown = JSON.parse(readFileSync(keptPath(root, keptName(deck)), 'utf8'));
    return Array.isArray(rooms) ? (rooms as MeasuredRoom[]) : null;
  } catch {
    return null;
  }
}
