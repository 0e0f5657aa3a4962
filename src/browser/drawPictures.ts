/** Documents of pictures → PNG, one after the other in one page of a browser. */
import { readFileSync } from 'node:fs';
import { PICTURE_HEIGHT, PICTURE_WIDTH, type SharePicture } from '../model/sharePicture.ts';
import type { Browser } from './openBrowser.ts';

/** Makes the title as large as fits into what the rest leaves. */
const FIT = `{
  const title = document.querySelector('h1');
  const fits = (size) => {
    title.style.fontSize = size + 'px';
    return title.scrollHeight <= title.clientHeight && title.scrollWidth <= title.clientWidth;
  };
  title.classList.toggle('cut', ![104, 92, 80, 70, 60, 52, 44, 38].some(fits));
}`;

/**
 * Draws until `isLate` says so. `fileOf`: the file (absolute) of an address that a document names; `take` gets each picture
 * as it is done. Throws what the browser throws.
 */
export async function drawPictures(
  browser: Browser,
  pictures: readonly SharePicture[],
  fileOf: (path: string) => string | null,
  take: (picture: SharePicture, png: Uint8Array) => void,
  isLate: () => boolean = () => false,
): Promise<void> {
  const page = await browser.newPage(PICTURE_WIDTH, PICTURE_HEIGHT);
  for (const picture of pictures) {
    if (isLate()) return;
    await page.show(withFonts(picture.html, fileOf));
    await page.evaluate(FIT);
    take(picture, await page.draw());
  }
}

/** The fonts in the document itself: a page that was put in place has no files beside it. */
function withFonts(html: string, fileOf: (path: string) => string | null): string {
  return html.replace(/url\("([^":]+)"\)/g, (written, path: string) => {
    const file = fileOf(path);
    return file === null ? written : `url("data:font/woff2;base64,${readFileSync(file).toString('base64')}")`;
  });
}
