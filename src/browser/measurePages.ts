/** Pages that were written to be measured → what is wrong with them, as a browser lays them out and as axe examines them. */
import { dirname } from 'node:path';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import type { ExaminedPage, MeasuredDeck, MeasuredRoom } from '../model/measured.ts';
import { MEASURE, type MeasuringPage } from '../model/wire.ts';
import type { PageTrouble } from '../model/trouble.ts';
import type { Browser, BrowserPage } from './openBrowser.ts';
import { watchFrame } from './watchFrame.ts';

export interface PageToMeasure {
  /** Absolute path. */
  readonly file: string;
  /** Null: its slides are not measured. Else in all rooms, as its styles may depend on them, or in the first alone. */
  readonly rooms: 'all' | 'first' | null;
  /** Whether axe examines it. */
  readonly examined: boolean;
  /** It is the author's own, shown in a frame, and what goes wrong in it is to be told. */
  readonly framed: boolean;
}

export interface PageMeasured {
  readonly measured: MeasuredDeck | null;
  readonly examined: ExaminedPage | null;
  readonly watched: PageTrouble | null;
}

/** In CSS pixels. */
const ROOMS = [
  { room: '16:9', width: 1280, height: 720 },
  { room: '4:3', width: 1024, height: 768 },
] as const;

const LOADED = "document.readyState === 'complete' || new Promise((done) => addEventListener('load', () => done(true)))";
/** Fewer pages than this for each window are done before another window is there. */
const WORTH_A_WINDOW = 3;
const MOST_WINDOWS = 4;

/**
 * `script`: the text of the measuring script. `take` gets each page as it is done, in any order. Throws what the browser throws.
 */
export async function measurePages<Page extends PageToMeasure>(
  browser: Browser,
  pages: readonly Page[],
  script: string,
  take: (page: Page, measured: PageMeasured) => void,
): Promise<void> {
  const waiting = pages.filter(({ framed }) => !framed);
  const scripts = pages.some(({ examined }) => examined) ? [script, axeScript()] : [script];
  const measureNext = async (): Promise<void> => {
    const window = await browser.newPage(1280, 720);
    const state = { folder: '' };
    for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
      await show(window, page.file, scripts, state);
      const measured = page.rooms === null ? null : await measureDeck(window, page.rooms);
      take(page, { measured, examined: page.examined ? await examine(window) : null, watched: null });
    }
  };
  const windows = Math.min(availableParallelism(), MOST_WINDOWS, Math.ceil(waiting.length / WORTH_A_WINDOW));
  await Promise.all(Array.from({ length: windows }, measureNext));
  for (const page of pages.filter(({ framed }) => framed))
    take(page, { measured: null, examined: null, watched: await watchFrame(browser, page.file) });
}

/** The version of axe, on which depends what it finds. */
export function axeVersion(): string {
  return (createRequire(import.meta.url)('axe-core/package.json') as { readonly version: string }).version;
}

function axeScript(): string {
  return readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}

/** In the window's page, if that stands in the same folder and has the same styles. */
async function show(window: BrowserPage, file: string, scripts: readonly string[], state: { folder: string }): Promise<void> {
  if (state.folder === dirname(file) && (await ask(window, 'show', readFileSync(file, 'utf8')))) return;
  await window.open(pathToFileURL(file).href);
  await window.evaluate(LOADED);
  for (const script of scripts) await window.evaluate(script);
  await ask(window, 'show', null);
  state.folder = dirname(file);
}

async function measureDeck(window: BrowserPage, wanted: 'all' | 'first'): Promise<MeasuredDeck> {
  const rooms: MeasuredRoom[] = [];
  for (const { room, width, height } of wanted === 'all' ? ROOMS : ROOMS.slice(0, 1)) {
    await window.resize(width, height);
    rooms.push({ room, slides: await ask(window, 'onScreen') });
  }
  const vanishing = await ask(window, 'vanishing');
  await window.send('Emulation.setEmulatedMedia', { media: 'print' });
  const paper = await ask(window, 'onPaper');
  await window.send('Emulation.setEmulatedMedia', { media: '' });
  return { rooms, vanishing, paper };
}

async function examine(window: BrowserPage): Promise<ExaminedPage> {
  return { light: await ask(window, 'examine', 'light'), dark: await ask(window, 'examine', 'dark') };
}

async function ask<Name extends keyof MeasuringPage>(
  window: BrowserPage,
  name: Name,
  ...given: Parameters<MeasuringPage[Name]>
): Promise<Awaited<ReturnType<MeasuringPage[Name]>>> {
  const words = given.map((one) => JSON.stringify(one)).join(', ');
  return (await window.evaluate(`${MEASURE}.${name}(${words})`)) as Awaited<ReturnType<MeasuringPage[Name]>>;
}
