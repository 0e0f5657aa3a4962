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
/** Chromium without the parts that only a window needs: it starts and draws sooner. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];
const LINUX = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/opt/microsoft/msedge/msedge',
  '/usr/bin/chromium-headless-shell',
];
const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** The same in a folder of Playwright's cache. */
const DOWNLOADED_SHELLS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    'chrome-headless-shell-linux64/chrome-headless-shell',
    'chrome-headless-shell-linux-arm64/chrome-headless-shell',
    'chrome-linux/headless_shell',
  ],
  darwin: [
    'chrome-headless-shell-mac-arm64/chrome-headless-shell',
    'chrome-headless-shell-mac-x64/chrome-headless-shell',
    'chrome-mac/headless_shell',
  ],
  win32: ['chrome-headless-shell-win64\\chrome-headless-shell.exe', 'chrome-win\\headless_shell.exe'],
};

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
  const names = places.platform === 'win32' ? ['chrome.exe', 'chromium.exe', 'msedge.exe'] : [...COMMANDS, ...SHELLS];
  return [...onPath(names, places), ...usualPlaces(places)];
}

/** Where a Chromium is that can do without windows only: installed, or downloaded by Playwright. */
export function shellPlaces(places: Places): readonly string[] {
  const names = places.platform === 'win32' ? SHELLS.map((name) => `${name}.exe`) : SHELLS;
  return [...onPath(names, places), ...cached('chromium_headless_shell', DOWNLOADED_SHELLS, places)];
}

function onPath(names: readonly string[], { platform, environment }: Places): readonly string[] {
  const { join, delimiter } = pathsOf(platform);
  const folders = (environment['PATH'] ?? environment['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** What Playwright downloaded for this user, the newest first. */
export function downloadedPlaces(places: Places): readonly string[] {
  return [...cached('chromium', DOWNLOADED, places), ...cached('chromium_headless_shell', DOWNLOADED_SHELLS, places)];
}

/** Playwright keeps each revision of a browser in a folder of its own: `chromium-1255`. */
function cached(browser: string, files: typeof DOWNLOADED, places: Places): readonly string[] {
  const { platform, environment, home, names } = places;
  const { join } = pathsOf(platform);
  const cache = {
    darwin: join(home, 'Library', 'Caches'),
    win32: environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'),
  }[platform as string];
  const set = environment['PLAYWRIGHT_BROWSERS_PATH'];
  const folder = set || join(cache ?? (environment['XDG_CACHE_HOME'] || join(home, '.cache')), 'ms-playwright');
  const revisionOf = (name: string): number => Number(name.slice(browser.length + 1));
  return names(folder)
    .filter((name) => name.startsWith(`${browser}-`) && /^\d+$/.test(name.slice(browser.length + 1)))
    .toSorted((a, b) => revisionOf(b) - revisionOf(a))
    .flatMap((revision) => (files[platform] ?? []).map((file) => join(folder, revision, file)));
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
