/** A folder → a server that does the least: it watches, tells what changed, and sends a file as it is. For comparison. */
import { readFile } from 'node:fs/promises';
import { watch } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';

const [folder, , port] = process.argv.slice(2);
const listeners = new Set();
watch(folder, (_, name) => {
  for (const response of listeners) response.write(`data: ${JSON.stringify({ pages: [name] })}\n\n`);
});
createServer(async (request, response) => {
  if (request.url === '/_lectern/live') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('\n');
    listeners.add(response);
    return;
  }
  const name = basename(request.url);
  const body = name === '' ? 'A page.' : await readFile(join(folder, name)).catch(() => null);
  response.writeHead(body === null ? 404 : 200).end(body);
}).listen(Number(port), '127.0.0.1');
