/** A page of the author's that decks show in a frame → what goes wrong in it, and what it asks other hosts for. */
import { pathToFileURL } from 'node:url';
import type { PageTrouble } from '../model/trouble.ts';
import type { Browser } from './openBrowser.ts';
import { watchPage } from './watchPage.ts';

/** Milliseconds that scripts may take to begin once the page is there, and that a page may take at all. */
const CALM = 400;
const PATIENCE = 5000;
const SETTLED = `new Promise((done) => {
  const calm = () => setTimeout(done, ${CALM}, true);
  if (document.readyState === 'complete') calm();
  else addEventListener('load', calm);
  setTimeout(done, ${PATIENCE}, true);
})`;

/** `file` is absolute. Throws what the browser throws. */
export async function watchFrame(browser: Browser, file: string): Promise<PageTrouble> {
  const window = await browser.newPage(1280, 720);
  const watch = await watchPage(window);
  await window.open(pathToFileURL(file).href);
  await window.evaluate(SETTLED);
  await window.send('Page.close').catch(() => undefined);
  return watch.take();
}
