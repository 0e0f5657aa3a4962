import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isLoopback } from '../src/dev/admit.ts';
import { contentTypeOf } from '../src/dev/contentTypes.ts';
import type { Running } from '../src/dev/listen.ts';
import { servePreview } from '../src/dev/servePreview.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let root = '';
let out = '';
let server: Running;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'lectern-preview-'));
  out = join(root, 'dist');
  write('dist/lectern.json', '{"version":1}');
  write('dist/index.html', '<p>home');
  write('dist/404.html', '<p>not here');
  write('dist/roles.html', '<p>rôles');
  write('dist/read/index.html', '<p>contents');
  write('dist/été/plan a.html', '<p>été');
  write('dist/assets/film.mp4', '0123456789');
  write('dist/assets/empty.txt', '');
  write('secret.txt', 'secret');
  symlinkSync(join(root, 'secret.txt'), join(out, 'link.txt'));
  symlinkSync(root, join(out, 'up'));
  server = await servePreview({ out, port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** Sends the path as it is, which a browser's `fetch` would not. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET', url = server.url): Promise<Answer> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, method }, async (response) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: await text(response) });
    })
      .on('error', reject)
      .end();
  });
}

describe('what is served', () => {
  test('A page, with its type and character set.', async () => {
    const { status, headers, body } = await ask('/roles.html?view=x');
    expect([status, body]).toEqual([200, '<p>rôles']);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-length': '9',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  test('A folder as its index.html, and a page without its ending, as static hosts do.', async () => {
    expect((await ask('/')).body).toBe('<p>home');
    expect((await ask('/read/')).body).toBe('<p>contents');
    expect((await ask('/roles')).body).toBe('<p>rôles');
    const { status, headers } = await ask('/read');
    expect([status, headers.location]).toEqual([301, 'read/']);
  });

  test('Paths with spaces and letters of any language.', async () => {
    expect((await ask(encodeURI('/été/plan a.html'))).body).toBe('<p>été');
  });

  test('The site’s own 404 page.', async () => {
    for (const path of ['/nothing.html', '/read/nothing/', '/roles.html/']) {
      const { status, headers, body } = await ask(path);
      expect([status, headers['content-type'], body]).toEqual([404, 'text/html; charset=utf-8', '<p>not here']);
    }
  });

  test('The new site once it was built again.', async () => {
    write('next/index.html', '<p>new home');
    renameSync(out, join(root, 'old'));
    expect((await ask('/')).status).toBe(404);
    renameSync(join(root, 'next'), out);
    expect((await ask('/')).body).toBe('<p>new home');
    renameSync(out, join(root, 'next'));
    renameSync(join(root, 'old'), out);
  });

  test.each([
    ['a.css', 'text/css; charset=utf-8'],
    ['a.JS', 'text/javascript; charset=utf-8'],
    ['a.svg', 'image/svg+xml; charset=utf-8'],
    ['a.woff2', 'font/woff2'],
    ['a.mp4', 'video/mp4'],
    ['a.pdf', 'application/pdf'],
    ['CNAME', 'application/octet-stream'],
    ['a.constructor', 'application/octet-stream'],
  ])('%s is sent as %s.', (path, type) => {
    expect(contentTypeOf(path)).toBe(type);
  });
});

describe('HTTP', () => {
  test('HEAD sends what GET would, without the content.', async () => {
    const { status, headers, body } = await ask('/roles.html', {}, 'HEAD');
    expect([status, headers['content-length'], body]).toEqual([200, '9', '']);
  });

  test('Other methods are turned away.', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const { status, headers, body } = await ask('/', {}, method);
      expect([status, headers.allow, body]).toEqual([405, 'GET, HEAD', 'Only GET and HEAD are answered.\n']);
    }
  });

  test('What a browser has already is not sent again.', async () => {
    const { headers } = await ask('/roles.html');
    const tag = headers.etag ?? '';
    expect(await ask('/roles.html', { 'if-none-match': `"other", W/${tag}` })).toMatchObject({ status: 304, body: '' });
    expect((await ask('/roles.html', { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await ask('/nothing', { 'if-none-match': '*' })).status).toBe(404);
  });

  test.each([
    ['bytes=2-4', 206, 'bytes 2-4/10', '234'],
    ['bytes=7-', 206, 'bytes 7-9/10', '789'],
    ['bytes=-3', 206, 'bytes 7-9/10', '789'],
    ['bytes=0-99', 206, 'bytes 0-9/10', '0123456789'],
    ['bytes=-99', 206, 'bytes 0-9/10', '0123456789'],
    ['bytes=10-', 416, 'bytes */10', ''],
    ['bytes=-0', 416, 'bytes */10', ''],
    ['bytes=4-2', 200, undefined, '0123456789'],
    ['bytes=0-1,4-5', 200, undefined, '0123456789'],
    ['lines=1-2', 200, undefined, '0123456789'],
    ['bytes=-', 200, undefined, '0123456789'],
  ])('A film is sent in ranges: %s.', async (range, status, contentRange, body) => {
    const found = await ask('/assets/film.mp4', { range });
    expect([found.status, found.headers['content-range'], found.body]).toEqual([status, contentRange, body]);
    expect(found.headers['accept-ranges']).toBe('bytes');
  });

  test('A range of what has changed meanwhile is the whole.', async () => {
    const { headers } = await ask('/assets/film.mp4');
    expect((await ask('/assets/film.mp4', { range: 'bytes=1-1', 'if-range': headers.etag ?? '' })).status).toBe(206);
    expect((await ask('/assets/film.mp4', { range: 'bytes=1-1', 'if-range': '"old"' })).body).toBe('0123456789');
  });

  test('An empty file is sent, and has no ranges.', async () => {
    expect(await ask('/assets/empty.txt')).toMatchObject({ status: 200, body: '' });
    expect((await ask('/assets/empty.txt', { range: 'bytes=0-' })).status).toBe(416);
  });
});

describe('what is turned away', () => {
  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/roles.html%00.txt',
    '/./roles.html',
    '//example.org/',
    '/%',
    '/%ff',
    'http://example.org/roles.html',
    '*',
  ])('The path %s.', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 400, body: 'This is no path of the site.\n' });
  });

  test('Links out of the site.', async () => {
    expect((await ask('/link.txt')).status).toBe(404);
    expect((await ask('/up/secret.txt')).status).toBe(404);
  });

  test.each(['example.org', 'localhost.example.org', '127.0.0.1.example.org', '192.168.0.7:4000', 'localhost:4000:1', '[::1'])(
    'A host of another name: “%s”.',
    async (host) => {
      expect(await ask('/', { host })).toMatchObject({ status: 403, body: 'This server answers to its own address only.\n' });
    },
  );

  test.each(['localhost', 'LOCALHOST:4000', '127.0.0.1', '127.0.0.1:80', '[::1]:4000'])('But not “%s”.', async (host) => {
    expect((await ask('/', { host })).status).toBe(200);
  });

  test('Whoever listens on every address is reached by any address, and by no stranger’s name.', async () => {
    const open = await servePreview({ out, port: 0, host: '0.0.0.0' });
    expect(open.url).toMatch(/^http:\/\/localhost:\d+\/$/);
    expect((await ask('/', { host: '192.168.0.7:4000' }, 'GET', open.url)).status).toBe(200);
    expect((await ask('/', { host: 'example.org' }, 'GET', open.url)).status).toBe(403);
    await open.close();
  });

  test('Only this machine’s own addresses are loopback.', () => {
    expect(['127.0.0.1', 'localhost', '::1', '127.1.2.3'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '192.168.0.7', '127.0.0.1.example.org'].some(isLoopback)).toBe(false);
  });
});

describe('where it listens', () => {
  test('On the next port where one is taken.', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const next = await servePreview({ out, port, host: '127.0.0.1' });
    expect(Number(new URL(next.url).port)).toBeGreaterThan(port);
    await next.close();
    await new Promise((done) => other.close(done));
  });

  test('A host that is not this machine’s is told in a sentence.', async () => {
    await expect(servePreview({ out, port: 4000, host: '203.0.113.1' })).rejects.toThrow(
      'The server cannot listen on 203.0.113.1, port 4000 (EADDRNOTAVAIL).',
    );
  });

  test('A folder without a site is told in a sentence.', async () => {
    const nothing = join(root, 'nothing');
    await expect(servePreview({ out: nothing, port: 0, host: '127.0.0.1' })).rejects.toThrow(
      `There is no site in “${nothing}” yet: run “lectern build” first.`,
    );
  });
});
