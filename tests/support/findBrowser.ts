/** A machine → the path of a Chromium that runs on it, installed there if need be. */
import { downloadedPlaces, installedPlaces, shellPlaces, type Places } from '../../src/browser/browserPlaces.ts';

/** A machine that can be asked, and made to do something. */
export interface Machine extends Places {
  /** Whether we may install packages for all users. */
  readonly root: boolean;
  /** Whether a file is there. */
  readonly exists: (path: string) => boolean;
  /** Whether a program starts: a browser may be there and lack the libraries that it needs. */
  readonly starts: (path: string) => boolean;
  /** Runs a command to its end, or for so many seconds, without asking anything; whether it did what it should. */
  readonly run: (command: readonly string[], seconds: number) => boolean;
  /** One line for whoever waits. */
  readonly say: (line: string) => void;
}

const APT = '/usr/bin/apt-get';

/**
 * In this order: `CHROME_PATH`, a browser without windows, which takes little more than half of the time, one with them,
 * Playwright's own download, the system's packages where we are root. Throws where all that fails: tests are never left out
 * in silence.
 */
export function findBrowser(machine: Machine): string {
  const named = machine.environment['CHROME_PATH'];
  if (named !== undefined && named !== '') return takeNamed(named, machine);
  const found =
    firstThatStarts(machine) ??
    (download(machine) ? firstThatStarts(machine) : null) ??
    (install('chromium-headless-shell', machine) ? firstThatStarts(machine) : null) ??
    (install('chromium', machine) ? firstThatStarts(machine) : null);
  if (found !== null) return found;
  throw new Error(
    'The tests need Chrome, Chromium or Edge: none was found, and none could be installed. Install one, or set CHROME_PATH to its program.',
  );
}

/** Who names a browser wants that one and no other. */
function takeNamed(path: string, machine: Machine): string {
  if (!machine.exists(path)) throw new Error(`CHROME_PATH names “${path}”, and there is no such file.`);
  if (!machine.starts(path)) throw new Error(`CHROME_PATH names “${path}”, and that does not start.`);
  return path;
}

function firstThatStarts(machine: Machine): string | null {
  const paths = [...shellPlaces(machine), ...installedPlaces(machine), ...downloadedPlaces(machine)];
  return paths.find((path) => machine.exists(path) && machine.starts(path)) ?? null;
}

function download({ say, run }: Machine): boolean {
  say('No browser was found for the tests: downloading Chromium with Playwright.');
  return run(['npx', 'playwright-core', 'install', '--only-shell', 'chromium'], 300);
}

/** Debian has both packages; others may have the second only. */
function install(name: string, { platform, root, exists, say, run }: Machine): boolean {
  if (platform !== 'linux' || !root || !exists(APT)) return false;
  say(`No browser is there yet: installing ${name} with apt-get.`);
  return run([APT, 'update'], 120) && run([APT, 'install', '-y', name], 600);
}
