import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Running } from '../src/dev/listen.ts';
import { editorCommand } from '../src/dev/openEditor.ts';
import { serveDev } from '../src/dev/serveDev.ts';
import { writeFolder } from './support/writeFolder.ts';

const PLACE = { path: '/course/slides/01-a.md', line: 4, column: 7 };

describe('the author’s editor', () => {
  test.each([
    ['code', ['code', '--goto', '/course/slides/01-a.md:4:7']],
    ['code --wait', ['code', '--wait', '--goto', '/course/slides/01-a.md:4:7']],
    [
      '"C:\\Program Files\\VS Code\\Code.exe" -n',
      ['C:\\Program Files\\VS Code\\Code.exe', '-n', '--goto', '/course/slides/01-a.md:4:7'],
    ],
    ['/usr/bin/codium', ['/usr/bin/codium', '--goto', '/course/slides/01-a.md:4:7']],
    ['subl', ['subl', '/course/slides/01-a.md:4:7']],
    ['zed', ['zed', '/course/slides/01-a.md:4:7']],
    ['idea', ['idea', '--line', '4', '--column', '7', '/course/slides/01-a.md']],
    ['gvim', ['gvim', '+call cursor(4,7)', '/course/slides/01-a.md']],
    ['emacsclient -n', ['emacsclient', '-n', '+4:7', '/course/slides/01-a.md']],
    ['kate', ['kate', '--line', '4', '--column', '7', '/course/slides/01-a.md']],
    ['gedit', ['gedit', '+4:7', '/course/slides/01-a.md']],
  ])('%s is told the line and the column', (line, words) => {
    expect(editorCommand([line], PLACE)).toEqual(words);
  });

  test('the first that has a window of its own is taken', () => {
    expect(editorCommand([undefined, 'vim', 'subl'], PLACE)).toEqual(['subl', '/course/slides/01-a.md:4:7']);
  });

  test('one that needs a terminal, and none at all, are told in a sentence', () => {
    const hint = 'name an editor with a window of its own in LECTERN_EDITOR, such as “code”, and start “lectern dev” again.';
    expect(editorCommand([undefined, ' ', undefined], PLACE)).toBe(`No editor is set: ${hint}`);
    expect(editorCommand([undefined, undefined, 'nano'], PLACE)).toBe(
      `“nano” is no editor that can be opened at a line from here: ${hint}`,
    );
    expect(editorCommand(['constructor'], PLACE)).toContain('“constructor” is no editor');
  });
});

describe('a page that wants a file opened', () => {
  test('has it opened at the place, without a shell', async () => {
    const { root, server, told } = await start();
    expect(await ask(server, { path: 'slides/01-a $(touch x).md', line: 2, column: 3 })).toEqual([204, '']);
    await vi.waitFor(() => expect(existsSync(told)).toBe(true));
    await vi.waitFor(() => expect(readFileSync(told, 'utf8')).toBe(`--goto\n${join(root, 'slides/01-a $(touch x).md')}:2:3\n`));
  });

  test('is told where no editor is set, or where it does not start', async () => {
    const { server } = await start([undefined, undefined]);
    const order = { path: 'slides/02-b.md', line: 1, column: 1 };
    expect(await ask(server, order)).toEqual([501, expect.stringMatching(/^No editor is set: /)]);
    const other = await start(['/nowhere/code']);
    expect(await ask(other.server, order)).toEqual([501, '“/nowhere/code” could not be started.\n']);
  });

  test('gets files of the course alone', async () => {
    const { root, server, told } = await start();
    symlinkSync('/etc/hosts', join(root, 'slides/hosts.md'));
    mkdirSync(join(root, '.git'));
    writeFileSync(join(root, '.git/config'), '');
    for (const path of [
      '../../etc/hosts',
      '/etc/hosts',
      'slides/hosts.md',
      'slides',
      '',
      '.',
      '.git/config',
      'none.md',
      'slides/\0',
    ])
      expect([path, ...(await ask(server, { path, line: 1, column: 1 }))]).toEqual([
        path,
        404,
        'There is no such file in the course.\n',
      ]);
    expect(existsSync(told)).toBe(false);
  });

  test('gets nothing for what is no place', async () => {
    const { server } = await start();
    const path = 'slides/02-b.md';
    for (const order of [
      {},
      null,
      [],
      { path },
      { path, line: 0, column: 1 },
      { path, line: '1', column: 1 },
      { path, line: 1.5, column: 1 },
    ])
      expect(await ask(server, order)).toEqual([400, 'This names no place in a file.\n']);
    expect((await ask(server, { path: 'x'.repeat(5000), line: 1, column: 1 }))[0]).toBe(400);
  });

  test('is heard only if it is this server’s own', async () => {
    const { server, told } = await start();
    const order = { path: 'slides/02-b.md', line: 1, column: 1 };
    const strange: readonly Record<string, string | null>[] = [
      { origin: 'http://example.org' },
      { origin: 'null' },
      { origin: null },
      { origin: server.url.replace(/:\d+\/$/, ':1') },
      { origin: 'http://example.org', host: 'example.org' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'content-type': 'text/plain' },
    ];
    for (const headers of strange) expect([headers, (await ask(server, order, headers))[0]]).toEqual([headers, 403]);
    expect(existsSync(told)).toBe(false);
  });

  test('is not heard where others can reach the server', async () => {
    const { server } = await start([], '0.0.0.0');
    expect(await ask(server, { path: 'slides/02-b.md', line: 1, column: 1 })).toEqual([
      403,
      'Files are opened only where the server listens on this machine alone.\n',
    ]);
  });
});

/** A server whose editor writes its words into the file `told`, unless others are named. */
async function start(editors: readonly (string | undefined)[] | null = null, host = '127.0.0.1') {
  const root = writeFolder({ 'slides/01-a $(touch x).md': 'A', 'slides/02-b.md': 'B' });
  const editor = join(writeFolder({ code: '#!/bin/sh\nprintf "%s\\n" "$@" > "$0.told"\n' }), 'code');
  chmodSync(editor, 0o755);
  const site = { pages: new Map([['a.html', 'A']]), assets: new Map(), changed: [], failed: false };
  const rebuild = async () => ({ ...site, report: '', problems: [], more: 0, saved: null });
  const server = await serveDev({
    ...{
      builder: { root, rebuild, ahead: null, close: async () => {} },
      watch: null,
      out: null,
      port: 0,
      host,
      open: false,
      follow: false,
      print: () => {},
    },
    editors: editors ?? [undefined, editor],
  });
  onTestFinished(() => server.close());
  return { root, server, told: `${editor}.told` };
}

/** As a page of the server asks; `headers` go over a page's own, null leaves one out. */
function ask(
  server: Running,
  order: unknown,
  headers: Readonly<Record<string, string | null>> = {},
): Promise<readonly [number, string]> {
  const own = { origin: server.url.slice(0, -1), 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const all = Object.entries({ ...own, ...headers }).filter((header): header is [string, string] => header[1] !== null);
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers: Object.fromEntries(all) };
    const asked = request(`${server.url}_lectern/open`, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve([response.statusCode ?? 0, text]));
    });
    asked.on('error', reject).end(JSON.stringify(order));
  });
}
