/** A course with an address → the pictures that go with links to its pages: kept from before, drawn, or ours for all. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawPictures } from './browser/drawPictures.ts';
import { openBrowser } from './browser/openBrowser.ts';
import { readClient } from './emit/copyClient.ts';
import type { Output } from './emit/openOutput.ts';
import { forgetOthers, keepFile, keptPath } from './keptFiles.ts';
import { type Diagnostic, diagnose } from './model/diagnostic.ts';
import type { SharePicture } from './model/sharePicture.ts';
import type { CourseWork } from './pipeline.ts';
import { sharePictures } from './render/sharePicture.ts';

/** Shown where none could be drawn; a file of the package. */
const DEFAULT_PICTURE = fileURLToPath(new URL('client/share.png', import.meta.url));
/** Milliseconds that drawing may take in one build; the next one goes on where it stopped. */
const PATIENCE = 10_000;

/** Writes the pictures that pages name. Whatever becomes of the browser, there is a picture at each address. */
export async function publishPictures(work: CourseWork, client: string, output: Output): Promise<readonly Diagnostic[]> {
  const { files, ...names } = readClient(client);
  const pictures = sharePictures(work.course.syllabus, names);
  const { root } = work.input;
  const known = new Map(pictures.map((picture) => [picture, readKept(root, picture)]));
  const trouble = await drawMissing(
    pictures.filter((picture) => known.get(picture) === null),
    (address) => files.get(address) ?? null,
    (picture, png) => {
      known.set(picture, png);
      keepFile(root, `${FOLDER}/${keptName(picture)}`, png);
    },
  );
  forgetOthers(root, FOLDER, new Set(pictures.map(keptName)));
  for (const picture of pictures) output.draw(picture.path, known.get(picture) ?? readFileSync(DEFAULT_PICTURE));
  return trouble;
}

async function drawMissing(
  missing: readonly SharePicture[],
  fileOf: (address: string) => string | null,
  take: (picture: SharePicture, png: Uint8Array) => void,
): Promise<readonly Diagnostic[]> {
  if (missing.length === 0) return [];
  const last = performance.now() + PATIENCE;
  try {
    const browser = await openBrowser();
    if (browser === null) return [];
    try {
      await drawPictures(browser, missing, fileOf, take, () => performance.now() > last);
    } finally {
      await browser.close();
    }
    return [];
  } catch (error) {
    const why = (error as Error).message.replace(/\.$/, '');
    const hint =
      'Links show Lectern’s own picture instead. Set CHROME_PATH to the program of a Chrome, Chromium or Edge that runs.';
    return [diagnose('browser', null, `The pictures for links could not be drawn: ${why}.`, hint)];
  }
}

// ---- what was drawn before: by what it was drawn from. The browser's version is left out, since it changes nothing that one sees.

const FOLDER = 'share';

function keptName({ path }: SharePicture): string {
  return path.split('/').slice(2).join('-');
}

function readKept(root: string, picture: SharePicture): Uint8Array | null {
  try {
    const png = readFileSync(keptPath(root, `${FOLDER}/${keptName(picture)}`));
    return isWhole(png) ? png : null;
  } catch {
    return null;
  }
}

/** Whether it begins and ends as a PNG does. */
function isWhole(png: Buffer): boolean {
  return png.subarray(1, 4).toString('latin1') === 'PNG' && png.subarray(-8, -4).toString('latin1') === 'IEND';
}
