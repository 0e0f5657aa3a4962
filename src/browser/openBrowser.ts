/**
 * A machine → a Chromium that runs on it without a window, and is gone afterwards. It is spoken to over a pipe: when this
 * process ends, however it ends, the pipe breaks, and the browser ends by itself.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { browserPlaces } from './browserPlaces.ts';
import { type Answer, type Protocol, speakProtocol } from './speakProtocol.ts';
import { whenEnded } from './whenEnded.ts';

/** One page of the browser. */
export interface BrowserPage {
  /** Any command of the DevTools protocol, to this page. */
  readonly send: (method: string, parameters?: Answer) => Promise<Answer>;
  /** Calls `hear` for whatever the page tells of its own accord: events of the DevTools protocol. */
  readonly listen: (hear: (event: string, facts: Answer) => void) => void;
  /** Goes to an address; what the page does then has to be waited for. Throws where it cannot be reached. */
  readonly open: (url: string) => Promise<void>;
  /** Makes its window so large, in CSS pixels. */
  readonly resize: (width: number, height: number) => Promise<void>;
  /** Puts a whole document in its place, and waits for its fonts. */
  readonly show: (html: string) => Promise<void>;
  /** The value of an expression, once it is settled. Throws what the page throws. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** What is in its window, as PNG. */
  readonly draw: () => Promise<Uint8Array>;
}

export interface Browser {
  /** An empty page with a window of this size, in CSS pixels. */
  readonly newPage: (width: number, height: number) => Promise<BrowserPage>;
  /** Ends it, and takes away what it kept. Never throws. */
  readonly close: () => Promise<void>;
}

/** It asks nobody for anything, shows no window, and stores no password. */
const ARGUMENTS = [
  '--headless',
  '--remote-debugging-pipe',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--password-store=basic',
  '--use-mock-keychain',
];
const PROFILE = 'lectern-browser-';
/** Milliseconds that it may take to end by itself. */
const FAREWELL = 3000;

/** Pages from disk may look at each other's files, and at the pixels of their pictures. */
export const OWN_FILES = '--allow-file-access-from-files';

/**
 * `also`: further words for its command line. Null where there is no browser. Throws where there are some and none of them
 * starts.
 */
export async function openBrowser(
  environment: NodeJS.ProcessEnv = process.env,
  also: readonly string[] = [],
): Promise<Browser | null> {
  const names = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);
  const places = browserPlaces({ platform: process.platform, environment, home: homedir(), names });
  const named = environment['CHROME_PATH'];
  if (named && places.length > 0 && !existsSync(named))
    throw new Error(`CHROME_PATH names “${named}”, and there is no such file.`);
  const found = [...new Set(places)].filter((path) => existsSync(path));
  const failures: string[] = [];
  for (const path of found) {
    try {
      return await launch(path, also);
    } catch (error) {
      failures.push(`“${path}” does not start: ${(error as Error).message}`);
    }
  }
  if (failures.length > 0) throw new Error(failures[0]);
  return null;
}

async function launch(path: string, also: readonly string[]): Promise<Browser> {
  removeStale();
  const profile = mkdtempSync(join(tmpdir(), `${PROFILE}${process.pid}-`));
  // Chromium refuses its sandbox to root.
  const own = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(path, [...ARGUMENTS, ...also, ...own, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // a group of its own, so that whatever it starts can be ended with it
    detached: process.platform !== 'win32',
  });
  const protocol = speakProtocol(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const ended = watchEnd(child, protocol);
  // a browser that hangs does not notice that its pipe broke
  const undo = whenEnded(() => {
    killGroup(child);
    removeProfile(profile);
  });
  const close = async (): Promise<void> => {
    protocol.send('Browser.close').catch(() => undefined);
    const timer = setTimeout(() => killGroup(child), FAREWELL);
    await ended;
    clearTimeout(timer);
    undo();
    removeProfile(profile);
  };
  try {
    await protocol.send('Browser.getVersion');
  } catch (error) {
    killGroup(child);
    await close();
    throw error;
  }
  return { newPage: (width, height) => openPage(protocol, width, height), close };
}

/** Ends the browser and whatever it started. */
function killGroup(child: ChildProcess): void {
  try {
    if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // All of them have ended already.
  }
}

/** Done when the process has ended; whoever waits for an answer hears why. */
function watchEnd(child: ChildProcess, protocol: Protocol): Promise<void> {
  const said = { last: '' };
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.last = text.trim().split('\n').at(-1) || said.last;
  });
  return new Promise((done) => {
    child.on('error', ({ message }) => {
      protocol.end(message);
      done();
    });
    child.on('close', (status, signal) => {
      protocol.end(`it ended with ${signal ?? status}${said.last === '' ? '' : ` (${said.last.slice(0, 200)})`}`);
      done();
    });
  });
}

async function openPage(protocol: Protocol, width: number, height: number): Promise<BrowserPage> {
  const { targetId } = await protocol.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await protocol.send('Target.attachToTarget', { targetId, flatten: true });
  const send: BrowserPage['send'] = (method, parameters) => protocol.send(method, parameters, sessionId as string);
  const resize: BrowserPage['resize'] = async (wide, high) => {
    await send('Emulation.setDeviceMetricsOverride', { width: wide, height: high, deviceScaleFactor: 1, mobile: false });
  };
  await resize(width, height);
  const { frameTree } = (await send('Page.getFrameTree')) as { frameTree: { frame: { id: string } } };
  const evaluate: BrowserPage['evaluate'] = async (expression) => {
    const wanted = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = (await send('Runtime.evaluate', wanted)) as {
      result: { value?: unknown; description?: string };
      exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
    };
    // an error is told as such in one place, and what else a page throws in another
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? result.description ?? exceptionDetails.text);
    return result.value;
  };
  return {
    send,
    listen: (hear) => protocol.listen(sessionId as string, hear),
    evaluate,
    resize,
    open: async (url) => {
      const { errorText } = (await send('Page.navigate', { url })) as { errorText?: string };
      if (errorText !== undefined) throw new Error(`“${url}” was not reached: ${errorText}`);
    },
    show: async (html) => {
      await send('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
      await evaluate('Promise.all([...document.fonts].map((font) => font.load())).then(() => null)');
    },
    draw: async () => {
      const { data } = await send('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(data as string, 'base64');
    },
  };
}

/** Profiles of processes that were killed, and could not take theirs away. */
function removeStale(): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(PROFILE))) {
    const owner = Number(/^\d+/.exec(name.slice(PROFILE.length))?.[0]);
    if (Number.isInteger(owner) && owner > 0 && !runs(owner)) removeProfile(join(tmpdir(), name));
  }
}

function runs(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function removeProfile(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch {
    // Another user's, or still being written: the next one takes it away.
  }
}
