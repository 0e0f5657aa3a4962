import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { type ClientRequest, get } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { describeRound } from '../src/dev/describeRound.ts';
import type { Rebuilt } from '../src/dev/builder.ts';
import type { Running } from '../src/dev/listen.ts';
import type { LiveEvent, Problem } from '../src/model/wire.ts';
import { type DevOptions, serveDev } from '../src/dev/serveDev.ts';

/** What a browser hears: each event's number and pages. */
interface Listener {
  readonly events: (LiveEvent & { readonly id: string })[];
  readonly close: () => void;
}

const ROUNDS_ONLY = { ahead: null, close: async () => {} };

let root = '';
let printed: string[] = [];
let rounds: (readonly string[] | null)[] = [];
let open: (Running | Listener)[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-dev-'));
  [printed, rounds, open] = [[], [], []];
  save('slides/01-a.md', 'A');
  save('slides/02-b.md', 'B');
  save('assets/figure.svg', '<svg/>');
});
afterEach(async () => {
  for (const one of open) await one.close();
  rmSync(root, { recursive: true, force: true });
});

function save(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** One page for each lecture, with its text; `ERROR` in a text fails the course, `BUG` throws. */
async function buildFolder(before: ReadonlyMap<string, string>): Promise<Rebuilt> {
  const lectures = readdirSync(join(root, 'slides'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  const pages = new Map([['404.html', 'not here']]);
  for (const name of lectures) pages.set(`${name.slice(3, -3)}.html`, readFileSync(join(root, 'slides', name), 'utf8'));
  const wrong = [...pages].find(([, content]) => content.includes('ERROR'))?.[0];
  if ([...pages.values()].some((content) => content.includes('BUG'))) throw new Error('a bug');
  const changed = [...pages.keys()].filter((path) => pages.get(path) !== before.get(path));
  const assets = new Map([['assets/figure.svg', join(root, 'assets/figure.svg')]]);
  if (wrong === undefined) return { pages, assets, changed, failed: false, report: '', problems: [], more: 0, saved: null };
  const report = `error in ${wrong}`;
  return { pages, assets, changed, failed: true, report, problems: [problem(report)], more: 0, saved: null };
}

function problem(message: string): Problem {
  return { severity: 'error', rule: 'some-rule', message, hint: null, place: null, source: [], related: [] };
}

async function start(options: Partial<DevOptions> = {}): Promise<Running> {
  let before: ReadonlyMap<string, string> = new Map();
  const rebuild = async (changed: readonly string[] | null): Promise<Rebuilt> => {
    rounds.push(changed);
    const result = await buildFolder(before);
    before = result.pages;
    return result;
  };
  const defaults = { watch: null, out: join(root, 'dist'), port: 0, host: '127.0.0.1', open: false };
  const others = { follow: false, editors: [] };
  const server = await serveDev({
    ...{ builder: { root, rebuild, ...ROUNDS_ONLY }, ...defaults, ...others, print: (line: string) => printed.push(line) },
    ...options,
  });
  open.push(server);
  return server;
}

async function page(server: Running, path: string): Promise<string> {
  return (await fetch(server.url + path)).text();
}

/** Listens as a browser's `EventSource` does; resolves with the first event. */
async function listen(server: Running, path = '_lectern/live', headers: Record<string, string> = {}): Promise<Listener> {
  const events: Listener['events'] = [];
  const asked = await new Promise<ClientRequest>((resolve, reject) => {
    const request = get(server.url + path, { headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const [, id, data] = /id: (\S+)\ndata: (.+)/.exec(text.slice(0, end)) ?? [];
          if (id !== undefined && data !== undefined) events.push({ id, ...(JSON.parse(data) as LiveEvent) });
          text = text.slice(end + 2);
        }
        resolve(request);
      });
      response.on('error', () => {});
    });
    request.on('error', reject);
  });
  asked.off('error', () => {}).on('error', () => {});
  const listener = { events, close: () => asked.destroy() };
  open.push(listener);
  return listener;
}

function soon(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 4000, interval: 5 });
}

describe('what is shown', () => {
  test('Pages come from memory and assets from disk, with the types that a built site has.', async () => {
    const server = await start();
    expect(await page(server, 'a.html')).toBe('A');
    expect(await page(server, 'b')).toBe('B');
    expect(await page(server, 'assets/figure.svg')).toBe('<svg/>');
    const missing = await fetch(`${server.url}nothing.html`);
    expect([missing.status, missing.headers.get('content-type'), await missing.text()]).toEqual([
      404,
      'text/html; charset=utf-8',
      'not here',
    ]);
    expect(readdirSync(root).sort()).toEqual(['assets', 'slides']);
    expect(printed).toEqual([expect.stringMatching(/^built 3 pages in \d+ ms$/)]);
  });

  test('Strangers’ hosts and paths are turned away, for events too.', async () => {
    const server = await start();
    const ask = (path: string, host: string) =>
      new Promise((resolve) =>
        get(`${server.url}${path}`, { headers: { host } }, (response) => resolve(response.resume().statusCode)),
      );
    expect(await ask('a.html', 'example.org')).toBe(403);
    expect(await ask('_lectern/live', 'example.org')).toBe(403);
    expect(await ask('assets/%5c../slides/01-a.md', 'localhost')).toBe(400);
  });

  test('A saved lecture is on screen at once, and its readers are told.', async () => {
    const server = await start();
    const reader = await listen(server);
    save('slides/01-a.md', 'A again');
    await soon(() => expect(reader.events).toHaveLength(2));
    expect(reader.events[0]?.pages).toEqual([]);
    expect(reader.events[1]?.pages).toEqual(['a.html']);
    expect(await page(server, 'a.html')).toBe('A again');
    expect(rounds).toEqual([null, ['slides/01-a.md']]);
    expect(printed[1]).toMatch(/^rebuilt 1 lecture in \d+ ms$/);
  });

  test('A picture that changed has the pages loaded again that show it.', async () => {
    save('slides/02-b.md', 'B <img src="../assets/figure.svg">');
    const server = await start();
    const reader = await listen(server);
    save('assets/figure.svg', '<svg>new</svg>');
    await soon(() => expect(reader.events[1]?.pages).toEqual(['assets/figure.svg', 'b.html']));
    expect(await page(server, 'assets/figure.svg')).toBe('<svg>new</svg>');
  });

  test('New, renamed and removed lectures come and go.', async () => {
    const server = await start();
    save('slides/03-c.md', 'C');
    await soon(async () => expect(await page(server, 'c.html')).toBe('C'));
    renameSync(join(root, 'slides/03-c.md'), join(root, 'slides/03-d.md'));
    await soon(async () => expect([await page(server, 'c.html'), await page(server, 'd.html')]).toEqual(['not here', 'C']));
    unlinkSync(join(root, 'slides/03-d.md'));
    await soon(async () => expect(await page(server, 'd.html')).toBe('not here'));
  });
});

describe('what it takes', () => {
  test('Errors leave the last good pages, are told once, and heal.', async () => {
    const server = await start();
    const reader = await listen(server);
    save('slides/01-a.md', 'ERROR');
    await soon(() => expect(printed).toHaveLength(3));
    expect(printed.slice(1)).toEqual(['error in a.html', 'The course has errors: the pages stay as they were.']);
    expect(await page(server, 'a.html')).toBe('A');
    save('slides/02-b.md', 'B again');
    await soon(() => expect(printed).toHaveLength(4));
    expect(printed[3]).toBe('The course has errors: the pages stay as they were.');
    // the second round told nothing new
    expect(reader.events.map(({ pages, problems, held }) => ({ pages, problems, held }))).toEqual([
      { pages: [], problems: [], held: false },
      { pages: [], problems: [problem('error in a.html')], held: true },
    ]);
    expect((await listen(server)).events[0]).toMatchObject({ problems: [problem('error in a.html')], held: true });
    save('slides/01-a.md', 'A healed');
    await soon(() => expect(reader.events).toHaveLength(3));
    expect(reader.events[2]).toMatchObject({ pages: ['a.html', 'b.html'], problems: [], held: false });
    expect([await page(server, 'a.html'), await page(server, 'b.html')]).toEqual(['A healed', 'B again']);
  });

  test('A course that never was right is shown as far as it goes.', async () => {
    save('slides/01-a.md', 'ERROR');
    const server = await start();
    expect(printed).toEqual(['error in a.html', 'The course has errors.']);
    expect(await page(server, 'b.html')).toBe('B');
    expect((await listen(server)).events[0]).toMatchObject({ problems: [problem('error in a.html')], held: false });
    save('slides/02-b.md', 'B again');
    await soon(async () => expect(await page(server, 'b.html')).toBe('B again'));
  });

  test('A fault of ours is told, and the next change builds everything.', async () => {
    const server = await start();
    save('slides/01-a.md', 'BUG');
    await soon(() => expect(printed[1]).toMatch(/^Lectern itself failed:\nError: a bug\n/));
    expect(await page(server, 'a.html')).toBe('A');
    const told = { ...problem('Lectern itself failed: a bug'), rule: 'lectern', hint: expect.stringMatching(/^Save again/) };
    expect((await listen(server)).events[0]).toMatchObject({ problems: [told], held: true });
    save('slides/01-a.md', 'fixed');
    await soon(async () => expect(await page(server, 'a.html')).toBe('fixed'));
    expect(rounds).toEqual([null, ['slides/01-a.md'], null]);
  });

  test('Where there is no page yet, the browser is told why and asks again.', async () => {
    save('slides/01-a.md', 'BUG');
    const server = await start();
    const answer = await fetch(server.url);
    expect([answer.status, answer.headers.get('refresh')]).toEqual([503, '1']);
    expect(await answer.text()).toMatch(/^Lectern itself failed:\nError: a bug\n/);
  });

  test('A file that is empty for a moment while it is saved is not shown empty.', async () => {
    const server = await start();
    const reader = await listen(server);
    save('slides/01-a.md', '');
    await setTimeout(30);
    save('slides/01-a.md', 'A whole');
    await soon(async () => expect(await page(server, 'a.html')).toBe('A whole'));
    expect(reader.events.map((event) => event.pages)).toEqual([[], ['a.html']]);
  });

  test('A file that is empty stays empty.', async () => {
    const server = await start();
    save('slides/01-a.md', '');
    await soon(async () => expect(await page(server, 'a.html')).toBe(''));
  });

  test('A file that is replaced by renaming, as editors do, is one change.', async () => {
    const server = await start();
    for (const text of ['first', 'second', 'third']) {
      save('slides/01-a.md~', text);
      renameSync(join(root, 'slides/01-a.md~'), join(root, 'slides/01-a.md'));
      await soon(async () => expect(await page(server, 'a.html')).toBe(text));
    }
  });

  test('A folder that is deleted and made again is watched again.', async () => {
    const server = await start();
    rmSync(join(root, 'slides'), { recursive: true });
    await soon(() => expect(printed.at(-1)).toMatch(/^Lectern itself failed:\nError: ENOENT/));
    expect(await page(server, 'a.html')).toBe('A');
    save('slides/01-a.md', 'A is back');
    await soon(async () => expect(await page(server, 'a.html')).toBe('A is back'));
    save('slides/01-a.md', 'A is here to stay');
    await soon(async () => expect(await page(server, 'a.html')).toBe('A is here to stay'));
  });

  test('Many files at once are one round, or few.', async () => {
    const server = await start();
    for (let at = 10; at < 90; at++) save(`slides/${at}-many${at}.md`, `${at}`);
    await soon(async () => expect([await page(server, 'many10.html'), await page(server, 'many89.html')]).toEqual(['10', '89']));
    expect(rounds.length).toBeLessThan(12);
  });

  test('What is no part of the course starts nothing.', async () => {
    for (const folder of ['node_modules', '.git', '.lectern', 'dist', 'slides/.cache']) save(`${folder}/x.md`, '');
    await start();
    await setTimeout(50);
    for (const path of ['node_modules/x.md', '.git/x.md', '.lectern/x.md', 'dist/x.md', 'slides/.cache/x.md', '.x.swp'])
      save(path, 'new');
    save('slides/01-a.md', 'A again');
    await soon(() => expect(rounds).toEqual([null, ['slides/01-a.md']]));
    await setTimeout(60);
    expect(rounds).toHaveLength(2);
  });

  test('What changes while everything is built for the first time is built as well.', async () => {
    let release = (): void => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    const rebuild = async (changed: readonly string[] | null): Promise<Rebuilt> => {
      const result = await buildFolder(new Map());
      rounds.push(changed);
      if (changed === null) await held;
      return result;
    };
    const starting = start({ builder: { root, rebuild, ...ROUNDS_ONLY } });
    await soon(() => expect(rounds).toHaveLength(1));
    save('slides/01-a.md', 'A meanwhile');
    release();
    const server = await starting;
    await soon(async () => expect(await page(server, 'a.html')).toBe('A meanwhile'));
  });

  test('A course behind a symbolic link is watched, and links in it lead it nowhere.', async () => {
    symlinkSync('/', join(root, 'slides', 'everything'));
    const link = `${root}-link`;
    symlinkSync(root, link);
    const rebuild = async (changed: readonly string[] | null): Promise<Rebuilt> => {
      rounds.push(changed);
      return {
        pages: new Map([['a.html', readFileSync(join(root, 'slides/01-a.md'), 'utf8')]]),
        assets: new Map(),
        changed: ['a.html'],
        failed: false,
        report: '',
        problems: [],
        more: 0,
        saved: null,
      };
    };
    const server = await start({ builder: { root: link, rebuild, ...ROUNDS_ONLY }, out: join(link, 'dist') });
    save('dist/x', '');
    save('slides/01-a.md', 'A again');
    await soon(async () => expect(await page(server, 'a.html')).toBe('A again'));
    for (const path of rounds.flat()) expect([null, 'slides/01-a.md', 'slides/everything']).toContain(path);
    unlinkSync(link);
  });

  test('Only what was asked for is watched.', async () => {
    const server = await start({ watch: [join(root, 'slides/01-a.md')] });
    save('slides/02-b.md', 'B again');
    save('slides/01-a.md', 'A again');
    await soon(async () => expect(await page(server, 'a.html')).toBe('A again'));
    expect(rounds).toEqual([null, ['slides/01-a.md']]);
  });
});

describe('a browser that comes back', () => {
  test('It hears what changed while it was away, and no more.', async () => {
    const server = await start();
    const reader = await listen(server);
    save('slides/01-a.md', 'A again');
    await soon(() => expect(reader.events).toHaveLength(2));
    reader.close();
    save('slides/02-b.md', 'B again');
    await soon(() => expect(rounds).toHaveLength(3));
    const back = await listen(server, '_lectern/live', { 'last-event-id': reader.events[1]?.id ?? '' });
    expect(back.events[0]?.pages).toEqual(['b.html']);
    const again = await listen(server, '_lectern/live', { 'last-event-id': back.events[0]?.id ?? '' });
    expect(again.events[0]?.pages).toEqual([]);
  });

  test('From a server that was started anew it hears of every page.', async () => {
    const server = await start();
    const back = await listen(server, '_lectern/live', { 'last-event-id': 'deadbeef.7' });
    expect(back.events[0]?.pages.toSorted()).toEqual(['404.html', 'a.html', 'b.html']);
  });

  test('A page says which state it was loaded in, so that nothing is missed before it listens.', async () => {
    const server = await start();
    const state = /desc="(.+)"/.exec((await fetch(`${server.url}a.html`)).headers.get('server-timing') ?? '')?.[1];
    save('slides/01-a.md', 'A again');
    await soon(() => expect(rounds).toHaveLength(2));
    await soon(async () => expect(await page(server, 'a.html')).toBe('A again'));
    const reader = await listen(server, `_lectern/live?since=${state}`);
    expect(reader.events[0]?.pages).toEqual(['a.html']);
  });
});

test('A line says what a round did.', () => {
  const told = { report: '', problems: [], more: 0, saved: null };
  const result = { pages: new Map([['a.html', '']]), assets: new Map(), changed: [] as string[], failed: false, ...told };
  const line = (changed: readonly string[], first = false): string => describeRound({ ...result, changed }, true, first, 12.4);
  expect(line(['a.html'])).toBe('rebuilt 1 lecture in 12 ms');
  expect(line(['a.html', 'read/a.html', 'read/b.html', 'index.html', 'lectern.json'])).toBe('rebuilt 2 lectures in 12 ms');
  expect(line(['index.html', 'lectern.json'])).toBe('rebuilt 2 pages in 12 ms');
  expect(line([])).toBe('nothing to rebuild (looked for 12 ms)');
  expect(line(['a.html'], true)).toBe('built 1 page in 12 ms');
});
