/** A site on disk → the same site in a browser, as a host of static sites would serve it. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { finishSwap } from '../emit/swapFolders.ts';
import { answer } from './answer.ts';
import { type Address, listen, type Running, stop } from './listen.ts';
import { fileBody } from './openBody.ts';

export interface PreviewOptions extends Address {
  /** The folder that `build` wrote, absolute. */
  readonly out: string;
}

/** Serves the site, also after it was built anew. Throws where there is none, or where no port is free. */
export async function servePreview({ out, port, host }: PreviewOptions): Promise<Running> {
  finishSwap(out);
  const manifest = await fileBody(join(out, 'lectern.json'), out);
  if (manifest === null) throw new Error(`There is no site in “${out}” yet: run “lectern build” first.`);
  await manifest.close();
  const server = createServer((request, response) => {
    answer(request, response, host, (path) => fileBody(join(out, path), out)).catch(() => response.destroy());
  });
  const url = await listen(server, { port, host });
  return { url, close: () => stop(server) };
}
