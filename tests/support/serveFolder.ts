/** A folder → the same under a path of an http server, as a host of static sites serves it. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { createGzip } from 'node:zlib';

export interface Served {
  /** With a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** What hosts compress on its way. */
const TEXT = /\.(?:html|js|css|json|svg|txt)$/;

/**
 * `path` begins and ends with a slash; nothing is there outside it, and missing files show the site's 404.html. With `compress`
 * text is gzipped.
 */
export async function serveFolder(folder: string, path: string, compress = false): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const found = pathname.startsWith(path) ? fileAt(folder, decodeURIComponent(pathname.slice(path.length))) : null;
    const file = found ?? join(folder, '404.html');
    const zip = compress && TEXT.test(file);
    response.writeHead(found === null ? 404 : 200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      ...(zip ? { 'Content-Encoding': 'gzip' } : {}),
    });
    const content = createReadStream(file);
    (zip ? content.pipe(createGzip()) : content).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${path}`, close: () => stop(server) };
}

function fileAt(folder: string, path: string): string | null {
  const file = join(folder, normalize(`/${path}`), path === '' || path.endsWith('/') ? 'index.html' : '');
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
