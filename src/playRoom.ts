/** A course → what a room without a network would see of its lectures, played from a copy that is built for it and thrown away. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser/openBrowser.ts';
import { playDeck } from './browser/playDeck.ts';
import { describeRoom } from './check/describeRoom.ts';
import { readClient } from './emit/copyClient.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import { nearest } from './model/nearest.ts';
import type { RoomLecture } from './model/room.ts';
import type { CourseOptions, CourseWork } from './pipeline.ts';
import { publishCourse } from './publishCourse.ts';
import { pathOf } from './render/hrefOf.ts';
import { withTemporaryFolder } from './temporaryFolder.ts';

export type RoomPlayed =
  | { readonly to: 'report'; readonly lectures: readonly RoomLecture[] }
  /** The course has errors, which are said as by any check. */
  | { readonly to: 'mend'; readonly work: CourseWork; readonly diagnostics: readonly Diagnostic[] }
  /** There is no such lecture, or no browser. */
  | { readonly to: 'refuse'; readonly message: string; readonly hint: string };

/** `name`: of one lecture, as in its address or its file's name; null is all of them. Throws what the browser throws. */
export async function playRoom(options: CourseOptions, name: string | null): Promise<RoomPlayed> {
  return withTemporaryFolder(async (folder) => {
    const site = join(folder, 'site');
    // a copy for the lecturer's own laptop has what they say there
    const build = { ...options.build, privateNotes: true, url: null };
    const { work, diagnostics, written } = await publishCourse({ ...options, build }, site, false);
    if (work === null || !written) return work === null ? refuseFolder(folder) : { to: 'mend', work, diagnostics };
    const decks = decksOf(work).filter(({ entry }) => name === null || [entry.address, entry.source].includes(name));
    return decks.length === 0 && name !== null ? refuseName(name, work) : await playAll(options, work, decks, site);
  });
}

type Deck = CourseWork['course']['lectures'][number];

function decksOf({ course }: CourseWork): readonly Deck[] {
  return course.lectures.filter(({ entry, outline }) => outline !== null && entry.kind === 'lecture');
}

async function playAll(options: CourseOptions, work: CourseWork, decks: readonly Deck[], site: string): Promise<RoomPlayed> {
  const browser = await openBrowser();
  if (browser === null) {
    const hint = 'Install one, or set CHROME_PATH to its program.';
    return { to: 'refuse', message: 'There is no Chrome, Chromium or Edge here to play lectures in.', hint };
  }
  try {
    const script = readClient(options.client).text('room.js');
    const lectures: RoomLecture[] = [];
    for (const { entry, outline } of decks) {
      const file = join(site, pathOf(entry, 'deck') ?? '');
      const played = await playDeck(browser, file, script, options.onProgress);
      const { title, source, address } = entry;
      const { duration } = work.input.lectures.find((one) => one.entry.address === address)?.settings ?? { duration: null };
      const known = { name: address, title, source, duration, sections: outline?.sections ?? [], nameOf: nameIn(site, work) };
      lectures.push(describeRoom({ ...played, ...known }));
    }
    return { to: 'report', lectures };
  } finally {
    await browser.close();
  }
}

/** Files of the course by their path in it, all else by its address. */
function nameIn(site: string, { assets }: CourseWork): (url: string) => string {
  const files = new Map(assets.copies.map(({ file, output }) => [output, file]));
  return (url) => {
    if (!url.startsWith('file:')) return url;
    const path = fileURLToPath(url.replace(/[?#].*$/, '')).slice(site.length + 1);
    return files.get(path) ?? path;
  };
}

function refuseName(name: string, work: CourseWork): RoomPlayed {
  const near = nearest(
    name,
    decksOf(work).map(({ entry }) => entry.address),
  );
  const hint = near === null ? 'Give the name of a lecture, as it stands in its address.' : `Did you mean “${near}”?`;
  return { to: 'refuse', message: `There is no lecture “${name}” to play.`, hint };
}

function refuseFolder(folder: string): RoomPlayed {
  return { to: 'refuse', message: `Nothing can be written to “${folder}”.`, hint: 'Set TMPDIR to a folder where there is room.' };
}
