/** A machine → the files on it that may be a Chromium, the likeliest first. */
import { posix, win32 } from 'node:path';

/** What is known of a machine without touching it, and what may be looked up there. */
export interface Places {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The user's own folder. */
  readonly home: string;
  /** The names in a folder; none where there is no such folder. */
  readonly names: (folder: string) => readonly string[];
}

const COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const LINUX = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/opt/microsoft/msedge/msedge',
];
const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** In a folder of Playwright's cache, of this and of older versions. */
const DOWNLOADED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['chrome-linux64/chrome', 'chrome-linux-arm64/chrome', 'chrome-linux/chrome'],
  darwin: [
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['chrome-win64\\chrome.exe', 'chrome-win\\chrome.exe'],
};

/** Where Chrome, Chromium and Edge are when somebody installed them: the folders of PATH first, then the usual places. */
export function installedPlaces(places: Places): readonly string[] {
  const { platform, environment } = places;
  const { join, delimiter } = pathsOf(platform);
  const folders = (environment['PATH'] ?? environment['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const names = platform === 'win32' ? ['chrome.exe', 'chromium.exe', 'msedge.exe'] : COMMANDS;
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...usualPlaces(places)];
}

/** What Playwright downloaded for this user, the newest first. */
export function downloadedPlaces({ platform, environment, home, names }: Places): readonly string[] {
  const { join } = pathsOf(platform);
  const cache = {
    darwin: join(home, 'Library', 'Caches'),
    win32: environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'),
  }[platform as string];
  const set = environment['PLAYWRIGHT_BROWSERS_PATH'];
  const folder = set || join(cache ?? (environment['XDG_CACHE_HOME'] || join(home, '.cache')), 'ms-playwright');
  const revisions = names(folder).filter((name) => /^chromium-\d+$/.test(name));
  return revisions
    .toSorted((a, b) => Number(b.slice('chromium-'.length)) - Number(a.slice('chromium-'.length)))
    .flatMap((revision) => (DOWNLOADED[platform] ?? []).map((file) => join(folder, revision, file)));
}

/** Where a browser may be, in the order in which they are tried; who names one by `CHROME_PATH` wants that one and no other, or `none`. */
export function browserPlaces(places: Places): readonly string[] {
  const named = places.environment['CHROME_PATH'];
  if (named === 'none') return [];
  return named ? [named] : [...installedPlaces(places), ...downloadedPlaces(places)];
}

function usualPlaces({ platform, environment, home }: Places): readonly string[] {
  if (platform === 'win32') {
    const folders = [environment['ProgramFiles'], environment['ProgramFiles(x86)'], environment['LOCALAPPDATA']];
    return WINDOWS.flatMap((file) => folders.flatMap((folder) => (folder === undefined ? [] : [win32.join(folder, file)])));
  }
  if (platform !== 'darwin') return LINUX;
  const folders = ['/Applications', posix.join(home, 'Applications')];
  return MAC_APPLICATIONS.flatMap((name) => folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`));
}

function pathsOf(platform: NodeJS.Platform): typeof posix {
  return platform === 'win32' ? win32 : posix;
}
