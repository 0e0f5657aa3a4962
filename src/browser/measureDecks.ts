/** Decks that were written to be measured → what is wrong with their slides, as a browser lays them out. */
import { dirname } from 'node:path';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import type { MeasuredDeck, MeasuredRoom } from '../model/measured.ts';
import { MEASURE, type MeasuringPage } from '../model/wire.ts';
import type { Browser, BrowserPage } from './openBrowser.ts';

export interface DeckToMeasure {
  /** Absolute path of its page. */
  readonly file: string;
  /** In all rooms, as its styles may depend on them, and not in the first alone. */
  readonly everywhere: boolean;
}

/** In CSS pixels. */
const ROOMS = [
  { room: '16:9', width: 1280, height: 720 },
  { room: '4:3', width: 1024, height: 768 },
] as const;

const LOADED = "document.readyState === 'complete' || new Promise((done) => addEventListener('load', () => done(true)))";
/** Fewer decks than this for each page are done before another page is there. */
const WORTH_A_PAGE = 3;
const MOST_PAGES = 4;

/**
 * `script`: the text of the measuring script. `take` gets each deck as it is done, in any order. Throws what the browser throws.
 */
export async function measureDecks<Deck extends DeckToMeasure>(
  browser: Browser,
  decks: readonly Deck[],
  script: string,
  take: (deck: Deck, measured: MeasuredDeck) => void,
): Promise<void> {
  const waiting = [...decks];
  const measureNext = async (): Promise<void> => {
    const page = await browser.newPage(1280, 720);
    const state = { folder: '' };
    for (let deck = waiting.shift(); deck !== undefined; deck = waiting.shift()) {
      await showDeck(page, deck.file, script, state);
      take(deck, await measureShown(page, deck.everywhere));
    }
  };
  const pages = Math.min(availableParallelism(), MOST_PAGES, Math.ceil(decks.length / WORTH_A_PAGE));
  await Promise.all(Array.from({ length: pages }, measureNext));
}

/** In the page that is there, if it stands in the same folder and has the same styles. */
async function showDeck(page: BrowserPage, file: string, script: string, state: { folder: string }): Promise<void> {
  if (state.folder === dirname(file) && (await ask(page, 'show', readFileSync(file, 'utf8')))) return;
  await page.open(pathToFileURL(file).href);
  await page.evaluate(LOADED);
  await page.evaluate(script);
  await ask(page, 'show', null);
  state.folder = dirname(file);
}

async function measureShown(page: BrowserPage, everywhere: boolean): Promise<MeasuredDeck> {
  const rooms: MeasuredRoom[] = [];
  for (const { room, width, height } of everywhere ? ROOMS : ROOMS.slice(0, 1)) {
    if (everywhere) await page.resize(width, height);
    rooms.push({ room, slides: await ask(page, 'onScreen') });
  }
  await page.send('Emulation.setEmulatedMedia', { media: 'print' });
  const paper = await ask(page, 'onPaper');
  await page.send('Emulation.setEmulatedMedia', { media: '' });
  return { rooms, paper };
}

async function ask<Name extends keyof MeasuringPage>(
  page: BrowserPage,
  name: Name,
  ...given: Parameters<MeasuringPage[Name]>
): Promise<Awaited<ReturnType<MeasuringPage[Name]>>> {
  const words = given.map((one) => JSON.stringify(one)).join(', ');
  return (await page.evaluate(`${MEASURE}.${name}(${words})`)) as Awaited<ReturnType<MeasuringPage[Name]>>;
}
