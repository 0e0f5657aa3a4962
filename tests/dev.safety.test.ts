import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { startDev } from './support/startDev.ts';
import { startWriting } from './support/startWriting.ts';
import { writeFolder } from './support/writeFolder.ts';

const COURSE = {
  'slides/index.md': '---\ntitle: Course\n---\n',
  'slides/01-a.md':
    '# A\n\n## One\n\n![x](../assets/x.svg) ![y](../assets/y.svg) ![z](../assets/out/secret.svg)\n\n::: {.notes .private}\nWhispered.\n:::\n',
  'slides/_later.md': '# SECRET\n',
  'assets/x.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '.env': 'SECRET',
  'notes.txt': 'SECRET',
};

describe('what is served', () => {
  test('is the site, and no other file of the course or of the machine, however it is asked for', async () => {
    const dev = await startWriting(COURSE);
    writeFileSync(join(dirname(dev.root), 'secret.txt'), 'SECRET');
    const up = [
      '..',
      '%2e%2e',
      '%2E.',
      '.%2e',
      '%252e%252e',
      '..%2f..',
      '%2e%2e%2f%2e%2e',
      '..%5c..',
      '%c0%ae%c0%ae',
      '....//',
      '..;',
    ];
    const paths = [
      ...up.flatMap((one) => [`/${one}/secret.txt`, `/assets/${one}/${one}/secret.txt`, `/_lectern/${one}/${one}/secret.txt`]),
      ...[
        '/slides/01-a.md',
        '/slides/_later.md',
        '/.env',
        '/%2eenv',
        '/notes.txt',
        '/assets/../notes.txt',
        '//etc/hosts',
        '/etc/hosts',
      ],
      ...[
        '/assets/x.svg%00.html',
        '/assets/x.svg/../../notes.txt',
        '/a.html%00',
        'http://example.org/notes.txt',
        '/file:///etc/hosts',
      ],
    ];
    for (const path of paths) {
      const { status, body } = await ask(dev.url, path);
      expect([path, status === 400 || status === 404]).toEqual([path, true]);
      expect([path, body.includes('SECRET'), body.includes('localhost')]).toEqual([path, false, false]);
    }
    expect((await ask(dev.url, '/assets/x.svg')).status).toBe(200);
  });

  test('is nothing behind a link that leads out of the course, nor once a file became one', async () => {
    const outside = writeFolder({ 'secret.svg': '<svg>SECRET</svg>' });
    const root = writeFolder(COURSE);
    mkdirSync(join(root, 'public'));
    symlinkSync(outside, join(root, 'assets/out'));
    symlinkSync(join(outside, 'secret.svg'), join(root, 'assets/y.svg'));
    const dev = await startDev(root);
    onTestFinished(() => dev.stop());
    for (const path of ['/assets/y.svg', '/assets/out/secret.svg'])
      expect([path, (await ask(dev.url, path)).status]).toEqual([path, 404]);
    expect((await ask(dev.url, '/assets/x.svg')).status).toBe(200);
    rmSync(join(root, 'assets/x.svg'));
    symlinkSync(join(outside, 'secret.svg'), join(root, 'assets/x.svg'));
    for (let n = 0; n < 20; n++) expect((await ask(dev.url, '/assets/x.svg')).body).not.toContain('SECRET');
  });

  test('is for the server’s own names alone', async () => {
    const dev = await startWriting(COURSE);
    const { port } = new URL(dev.url);
    for (const host of ['example.org', `example.org:${port}`, `localhost.example.org:${port}`, '192.168.0.7'])
      for (const path of ['/', '/a.html', '/assets/x.svg', '/_lectern/live'])
        expect([host, path, (await ask(dev.url, path, { host })).status]).toEqual([host, path, 403]);
    expect((await ask(dev.url, '/a.html', { host: `localhost:${port}` })).status).toBe(200);
  });
});

describe('where it listens', () => {
  test('is this machine alone, with private notes, unless --host says otherwise, without them', async () => {
    const here = await startWriting(COURSE);
    expect(new URL(here.url).hostname).toBe('127.0.0.1');
    expect((await ask(here.url, '/a.html')).body).toContain('Whispered');
    expect((await ask(here.url, '/read/a.html')).body).not.toContain('Whispered');
    const everywhere = await startWriting(COURSE, { options: ['--host', '0.0.0.0'] });
    for (const path of ['/a.html', '/read/a.html', '/lectern.json']) {
      const { status, body } = await ask(everywhere.url, path);
      expect([path, status, body.includes('Whispered')]).toEqual([path, 200, false]);
    }
  });

  test('is the next port where the one that is asked for is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await vi.waitFor(() => expect(other.listening).toBe(true));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const dev = await startWriting(COURSE, { port });
    expect(Number(new URL(dev.url).port)).toBeGreaterThan(port);
  });
});

describe('a server that was killed and started again', () => {
  test('tells every page that is open that it may have changed, and has what was saved meanwhile', async () => {
    const root = writeFolder(COURSE);
    const first = await startDev(root);
    const last = (await hearFirst(first.url, '')).id;
    await first.stop();
    writeFileSync(
      join(root, 'slides/01-a.md'),
      readFileSync(join(root, 'slides/01-a.md'), 'utf8').replace('## One', '## Meanwhile'),
    );
    const again = await startDev(root, { port: Number(new URL(first.url).port) });
    onTestFinished(() => again.stop());
    expect(again.url).toBe(first.url);
    const { pages } = await hearFirst(again.url, `?since=${last}`);
    expect(pages).toEqual(expect.arrayContaining(['index.html', 'a.html', 'read/a.html', 'speaker.html']));
    expect((await ask(again.url, '/a.html')).body).toContain('Meanwhile');
  });
});

/** The path is sent as it stands. */
function ask(url: string, path: string, headers: Readonly<Record<string, string>> = {}) {
  const { hostname, port } = new URL(url);
  return new Promise<{ readonly status: number; readonly body: string }>((resolve, reject) => {
    const asked = request({ host: hostname, port, path, headers }, async (response) => {
      const isStream = String(response.headers['content-type']).startsWith('text/event-stream');
      if (isStream) response.destroy();
      resolve({ status: response.statusCode ?? 0, body: isStream ? '' : await text(response) });
    });
    asked.on('error', reject).end();
  });
}

/** The event that comes with the connection. */
async function hearFirst(url: string, query: string): Promise<{ readonly id: string; readonly pages: readonly string[] }> {
  const reader = (await fetch(`${url}_lectern/live${query}`)).body?.getReader();
  const decoder = new TextDecoder();
  let heard = '';
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    heard += decoder.decode(part.value, { stream: true });
    const [, id, data] = /id: (\S+)\ndata: (.+)\n\n/.exec(heard) ?? [];
    if (id === undefined || data === undefined) continue;
    await reader?.cancel();
    return { id, pages: (JSON.parse(data) as { readonly pages: readonly string[] }).pages };
  }
  throw new Error('Nothing was heard.');
}
