import { describe, expect, test } from 'vitest';
import { findBrowser, type Machine } from './support/findBrowser.ts';

/** A machine with these files, and what it was made to do. `gives`: what a command leaves, by its last word. */
function machine(has: readonly string[], options: Partial<Machine> & { readonly gives?: Readonly<Record<string, string>> } = {}) {
  const files = new Set(has);
  const done: string[] = [];
  const { gives = {}, ...rest } = options;
  const asked: Machine = {
    platform: 'linux',
    environment: { PATH: '/usr/local/bin:/usr/bin' },
    home: '/home/ada',
    root: false,
    names: (folder) =>
      [...files].filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1).split('/')[0] ?? ''),
    exists: (path) => files.has(path),
    starts: () => true,
    run: (command) => {
      done.push(command.join(' '));
      const made = gives[command.at(-1) ?? ''];
      if (made !== undefined) files.add(made);
      return made !== undefined;
    },
    say: (line) => void done.push(`says ${line}`),
    ...rest,
  };
  return { asked, done };
}

const DOWNLOADED = '/home/ada/.cache/ms-playwright/chromium-1240/chrome-linux64/chrome';
const DOWNLOADED_SHELL =
  '/home/ada/.cache/ms-playwright/chromium_headless_shell-1240/chrome-headless-shell-linux64/chrome-headless-shell';
const NONE =
  'The tests need Chrome, Chromium or Edge: none was found, and none could be installed. Install one, or set CHROME_PATH to its program.';

describe('the browser of the tests', () => {
  test('is the one that CHROME_PATH names, whatever else is there', () => {
    const { asked } = machine(['/opt/mine', '/usr/bin/chromium'], {
      environment: { CHROME_PATH: '/opt/mine', PATH: '/usr/bin' },
    });
    expect(findBrowser(asked)).toBe('/opt/mine');
  });

  test('is not another where the one that CHROME_PATH names is missing', () => {
    const { asked } = machine(['/usr/bin/chromium'], { environment: { CHROME_PATH: '/opt/mine', PATH: '/usr/bin' } });
    expect(() => findBrowser(asked)).toThrow('CHROME_PATH names “/opt/mine”, and there is no such file.');
  });

  test('is not another where the one that CHROME_PATH names does not start', () => {
    const { asked } = machine(['/opt/mine'], { environment: { CHROME_PATH: '/opt/mine' }, starts: () => false });
    expect(() => findBrowser(asked)).toThrow('CHROME_PATH names “/opt/mine”, and that does not start.');
  });

  test('is looked for in all folders of PATH, Chrome before Chromium before Edge', () => {
    expect(findBrowser(machine(['/usr/bin/microsoft-edge', '/usr/local/bin/chromium']).asked)).toBe('/usr/local/bin/chromium');
    expect(findBrowser(machine(['/usr/bin/google-chrome', '/usr/local/bin/chromium']).asked)).toBe('/usr/bin/google-chrome');
  });

  test('is found in the usual places where PATH is empty', () => {
    const { asked } = machine(['/opt/google/chrome/chrome'], { environment: {} });
    expect(findBrowser(asked)).toBe('/opt/google/chrome/chrome');
  });

  test('is one that starts: a package of Ubuntu leaves a script that only says how to get the browser', () => {
    const { asked } = machine(['/usr/bin/chromium-browser', DOWNLOADED], { starts: (path) => path === DOWNLOADED });
    expect(findBrowser(asked)).toBe(DOWNLOADED);
  });

  test.each([
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Users/ada/Library/Caches/ms-playwright/chromium-1240/chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ])('is found on a Mac at %s', (path) => {
    expect(findBrowser(machine([path], { platform: 'darwin', home: '/Users/ada' }).asked)).toBe(path);
  });

  test.each([
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Users\\ada\\AppData\\Local\\Chromium\\Application\\chrome.exe',
    'D:\\tools\\chrome.exe',
  ])('is found on Windows at %s', (path) => {
    const environment = {
      Path: 'C:\\Windows;D:\\tools',
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
      LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local',
    };
    expect(findBrowser(machine([path], { platform: 'win32', home: 'C:\\Users\\ada', environment }).asked)).toBe(path);
  });

  test('is one without windows before one with them, installed or downloaded', () => {
    const shell = '/usr/bin/chromium-headless-shell';
    expect(findBrowser(machine(['/usr/bin/google-chrome', shell, DOWNLOADED]).asked)).toBe(shell);
    expect(findBrowser(machine(['/usr/bin/google-chrome', DOWNLOADED_SHELL, DOWNLOADED]).asked)).toBe(DOWNLOADED_SHELL);
    const older = DOWNLOADED_SHELL.replace('1240', '1117').replace(/chrome-headless-shell.*/, 'chrome-linux/headless_shell');
    expect(findBrowser(machine([older, DOWNLOADED]).asked)).toBe(older);
  });

  test('is the newest that Playwright downloaded, where none is installed', () => {
    const older = DOWNLOADED.replace('1240', '998');
    expect(findBrowser(machine([older, DOWNLOADED]).asked)).toBe(DOWNLOADED);
  });

  test('is looked for where PLAYWRIGHT_BROWSERS_PATH says', () => {
    const path = '/srv/browsers/chromium-7/chrome-linux/chrome';
    expect(findBrowser(machine([path], { environment: { PLAYWRIGHT_BROWSERS_PATH: '/srv/browsers' } }).asked)).toBe(path);
  });

  test('is downloaded with Playwright where there is none', () => {
    const { asked, done } = machine([], { gives: { chromium: DOWNLOADED_SHELL } });
    expect(findBrowser(asked)).toBe(DOWNLOADED_SHELL);
    expect(done).toEqual([
      'says No browser was found for the tests: downloading Chromium with Playwright.',
      'npx playwright-core install --only-shell chromium',
    ]);
  });

  test('comes from the system’s packages where the download fails and we are root', () => {
    const { asked, done } = machine(['/usr/bin/apt-get'], { root: true });
    const run = (command: readonly string[]): boolean => {
      done.push(command.join(' '));
      return command[0] === '/usr/bin/apt-get';
    };
    const exists = (path: string): boolean =>
      asked.exists(path) ||
      (path === '/usr/bin/chromium-headless-shell' && done.includes('/usr/bin/apt-get install -y chromium-headless-shell'));
    expect(findBrowser({ ...asked, run, exists })).toBe('/usr/bin/chromium-headless-shell');
    expect(done.filter((line) => line.startsWith('/'))).toEqual([
      '/usr/bin/apt-get update',
      '/usr/bin/apt-get install -y chromium-headless-shell',
    ]);
  });

  test('is the package with windows where the system has no other', () => {
    const { asked, done } = machine(['/usr/bin/apt-get'], { root: true });
    const run = (command: readonly string[]): boolean => {
      done.push(command.join(' '));
      return command[0] === '/usr/bin/apt-get' && !command.includes('chromium-headless-shell');
    };
    const exists = (path: string): boolean =>
      asked.exists(path) || (path === '/usr/bin/chromium' && done.includes('/usr/bin/apt-get install -y chromium'));
    expect(findBrowser({ ...asked, run, exists })).toBe('/usr/bin/chromium');
  });

  test('is told to be missing, in one sentence, where nothing helps', () => {
    const { asked, done } = machine(['/usr/bin/apt-get']);
    expect(() => findBrowser(asked)).toThrow(NONE);
    expect(done.filter((line) => !line.startsWith('says'))).toEqual(['npx playwright-core install --only-shell chromium']);
  });
});
