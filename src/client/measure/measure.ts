/**
 * Pages that nobody sees → what is wrong with them. A check puts this script into a page that is never published, and shows one
 * after the other in it: those of a course have styles and typefaces in common, which need not be loaded again.
 */
import { type DeckConfig, MEASURE, type MeasuringPage } from '../../model/wire.ts';
import { readConfig } from '../config.ts';
import { colourPictures } from '../deck/colourPictures.ts';
import { examine } from './examine.ts';
import { findVanishing } from './findVanishing.ts';
import { measureOnPaper, measureOnScreen } from './measureSlides.ts';
import { standStill } from './unfold.ts';

/** Milliseconds that pictures may take. */
const PATIENCE = 5000;

const page: MeasuringPage = {
  show: async (html) => {
    const shown = html === null || showPage(html);
    if (shown && isDeck()) {
      document.body.classList.add('reveal-viewport');
      // as reveal.js names what holds slides
      for (const stack of document.querySelectorAll('.slides section:has(> section)')) stack.classList.add('stack');
      colourPictures();
    }
    return shown;
  },
  onScreen: () => measureOnScreen(readConfig<DeckConfig>(), settle),
  vanishing: () => findVanishing(readConfig<DeckConfig>()),
  onPaper: () => measureOnPaper(readConfig<DeckConfig>()),
  examine: async (scheme) => {
    await settle();
    return examine(scheme, isDeck() ? readConfig<DeckConfig>() : null);
  },
};
Object.assign(globalThis, { [MEASURE]: page });
standStill();

function isDeck(): boolean {
  return document.querySelector('.reveal .slides') !== null;
}

/** Puts another page in the place of this one. False: it has other styles, and needs a page of its own. */
function showPage(html: string): boolean {
  const other = new DOMParser().parseFromString(html, 'text/html');
  if (stylesOf(other) !== stylesOf(document)) return false;
  document.documentElement.lang = other.documentElement.lang;
  document.title = other.title;
  document.body.replaceChildren(...other.body.childNodes);
  return true;
}

function stylesOf({ head }: Document): string {
  return [...head.querySelectorAll('link[rel="stylesheet"], style')].map(({ outerHTML }) => outerHTML).join('\n');
}

/** Waits until typefaces and pictures are there, or will not come. */
async function settle(): Promise<void> {
  for (const image of document.images) image.loading = 'eager';
  const pictures = [...document.images].map((image) => image.decode().catch(() => undefined));
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  await Promise.race([Promise.all([document.fonts.ready, ...pictures]), late]);
}
