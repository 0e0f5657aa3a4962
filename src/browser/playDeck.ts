/** A deck → what a room sees of it that has no network: played key by key to its end, as its lecturer would. */
import { pathToFileURL } from 'node:url';
import type { PageTrouble } from '../model/trouble.ts';
import { ROOM, type RoomPage, type RoomSlide, type RoomStand } from '../model/wire.ts';
import type { Browser, BrowserPage } from './openBrowser.ts';
import { watchPage } from './watchPage.ts';

export interface PlayedStop extends RoomStand, PageTrouble {}

export interface PlayedDeck {
  readonly slides: readonly RoomSlide[];
  /** In the order in which they are shown. */
  readonly stops: readonly PlayedStop[];
  readonly typefaces: readonly string[];
}

/** The deck says so once it runs. */
const READY = `new Promise((done, fail) => {
  const late = performance.now() + 15000;
  const look = () => document.documentElement?.dataset.ready ? done(true)
    : performance.now() > late ? fail(new Error('The deck does not start.')) : setTimeout(look, 20);
  look();
})`;
/** A deck that goes on for longer goes round in a circle. */
const MOST_STOPS = 5000;
const CUT = { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 };

/**
 * `file`: the deck's page, absolute; `script`: the text of the script that watches it. `onStop` is told how many slides are done,
 * and of how many. Throws what the browser throws.
 */
export async function playDeck(
  browser: Browser,
  file: string,
  script: string,
  onStop: (done: number, all: number) => void,
): Promise<PlayedDeck> {
  const window = await browser.newPage(1280, 720);
  const watch = await watchPage(window);
  await window.send('Network.emulateNetworkConditions', CUT);
  await window.send('Network.setBlockedURLs', { urls: ['http://*', 'https://*', 'ws://*', 'wss://*'] });
  await window.open(pathToFileURL(file).href);
  await window.evaluate(READY);
  await window.evaluate(script);
  const slides = await ask(window, 'slides');
  const stops: PlayedStop[] = [];
  for (let stop = await ask(window, 'stand'); ; stop = await ask(window, 'stand')) {
    const last = stops.at(-1);
    const stands = last !== undefined && last.number === stop.number && last.step === stop.step;
    if (!stands) stops.push({ ...stop, ...watch.take() });
    if (stands || stops.length > MOST_STOPS) break;
    onStop(slides.findIndex(({ number }) => number === stop.number) + 1, slides.length);
    await press(window, 'ArrowRight');
  }
  const typefaces = await ask(window, 'typefaces');
  await window.send('Page.close').catch(() => undefined);
  return { slides, stops, typefaces };
}

async function press(window: BrowserPage, key: string): Promise<void> {
  const facts = { key, code: key, windowsVirtualKeyCode: 39 };
  await window.send('Input.dispatchKeyEvent', { type: 'keyDown', ...facts });
  await window.send('Input.dispatchKeyEvent', { type: 'keyUp', ...facts });
}

async function ask<Name extends keyof RoomPage>(window: BrowserPage, name: Name): Promise<Awaited<ReturnType<RoomPage[Name]>>> {
  return (await window.evaluate(`${ROOM}.${name}()`)) as Awaited<ReturnType<RoomPage[Name]>>;
}
