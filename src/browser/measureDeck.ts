/** A deck that was written to be measured → what is wrong with its slides, as a browser lays them out. */
import type { MeasuredRoom } from '../model/measured.ts';
import { MEASURE_FUNCTION, type MeasuredSlide } from '../model/wire.ts';
import type { BrowserPage } from './openBrowser.ts';

/** In CSS pixels. */
const ROOMS = [
  { room: '16:9', width: 1280, height: 720 },
  { room: '4:3', width: 1024, height: 768 },
] as const;

const LOADED = "document.readyState === 'complete' || new Promise((done) => addEventListener('load', () => done(true)))";

/**
 * `url`: of the deck; `script`: the text of the measuring script; `everywhere`: in all rooms, as its styles may depend on them, and
 * not in the first alone. Throws what the browser throws.
 */
export async function measureDeck(
  page: BrowserPage,
  url: string,
  script: string,
  everywhere: boolean,
): Promise<readonly MeasuredRoom[]> {
  await page.open(url);
  await page.evaluate(LOADED);
  await page.evaluate(script);
  const measured: MeasuredRoom[] = [];
  for (const { room, width, height } of everywhere ? ROOMS : ROOMS.slice(0, 1)) {
    await page.resize(width, height);
    measured.push({ room, slides: (await page.evaluate(`${MEASURE_FUNCTION}()`)) as readonly MeasuredSlide[] });
  }
  return measured;
}
