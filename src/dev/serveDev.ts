/** A course that is being written → the same course in a browser, a moment after each save. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { sep } from 'node:path';
import { finishSwap } from '../emit/swapFolders.ts';
import { LIVE_PATH, OPEN_PATH } from '../model/wire.ts';
import { admit } from './admit.ts';
import { answer } from './answer.ts';
import type { Builder, Site } from './builder.ts';
import { keepBuilt } from './keepBuilt.ts';
import { type Address, listen, type Running, stop } from './listen.ts';
import { type LiveEvents, startLiveEvents } from './liveEvents.ts';
import { type Body, fileBody, textBody } from './openBody.ts';
import { openBrowser } from './openBrowser.ts';
import { answerOpen } from './answerOpen.ts';
import { sendPlain, setSafeHeaders } from './sendBody.ts';
import { watchCourse } from './watchCourse.ts';

export interface DevOptions extends Address {
  readonly builder: Builder;
  /** Absolute; null: the whole root. */
  readonly watch: readonly string[] | null;
  /** Where `build` writes, absolute: not watched. Null where that is outside the course. */
  readonly out: string | null;
  /** Show it in the browser at once. */
  readonly open: boolean;
  /** Have pages go to the slide that was saved. */
  readonly follow: boolean;
  /** Command lines of editors, the first that is set is taken: see `editorCommand`. */
  readonly editors: readonly (string | undefined)[];
  /** Takes text for the terminal. */
  readonly print: (text: string) => void;
}

/** Serves the course until closed, whatever its author does to it: from its first page on. Throws only where no port is free. */
export async function serveDev(options: DevOptions): Promise<Running> {
  const { builder, watch, out, print, port, host } = options;
  if (out !== null) finishSwap(out);
  const live = startLiveEvents(() => built.paths(), options.follow);
  const built = keepBuilt(builder, print, live.send);
  const first = { done: null as Promise<void> | null, isDone: false };
  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.destroy());
  });
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === `/${OPEN_PATH}` && request.method === 'POST')
      return answerOpen(request, response, { host, root: builder.root, editors: options.editors });
    const admission = admit(request, host);
    if (admission.status === 200 && admission.path === LIVE_PATH) return connect(request, response, live, admission.query);
    if (built.site().pages.size === 0) await first.done;
    if (built.site().pages.size === 0) return sendFailure(request, response, built.report());
    response.setHeader('Server-Timing', `lectern;desc="${live.state()}"`);
    await answer(request, response, host, find);
  };
  const find = async (path: string): Promise<Body | null> => {
    const body = await findBody(built.site(), path, builder.root);
    if (body !== null || first.isDone) return body;
    // a browser that asks while the course is built for the first time has its lecture before the others
    if (!built.demand(path.normalize('NFC'))) await first.done;
    return findBody(built.site(), path, builder.root);
  };
  const url = await listen(server, { port, host });
  const watched = watchCourse({
    root: builder.root,
    only: watch,
    except: out === null ? [] : [out],
    onTouch: built.glance,
    onChange: built.change,
    onError: (error) => print(`Some changes may go unnoticed: ${error.message}.`),
  });
  first.done = built.start().then(() => {
    first.isDone = true;
  });
  // what is saved before the watch is ready is noticed by then
  if (built.site().pages.size === 0) await Promise.all([first.done, watched.ready]);
  if (options.open) openBrowser(url);
  const close = async (): Promise<void> => {
    live.close();
    await Promise.all([watched.close(), built.close(), stop(server)]);
  };
  return { url, close };
}

function connect(request: IncomingMessage, response: ServerResponse, live: LiveEvents, query: URLSearchParams): void {
  setSafeHeaders(response);
  const last = request.headers['last-event-id'];
  if (request.method === 'HEAD') sendPlain(request, response, 200, '');
  else live.connect(response, typeof last === 'string' ? last : query.get('since'));
}

/** There is not one page yet: the browser asks again by itself. */
function sendFailure(request: IncomingMessage, response: ServerResponse, report: string): void {
  setSafeHeaders(response);
  response.setHeader('Refresh', '1');
  sendPlain(request, response, 503, report);
}

/** A file of the course may have become a link that leads out of it since the last round. */
async function findBody({ pages, assets }: Site, path: string, root: string): Promise<Body | null> {
  const name = path.normalize('NFC');
  const content = pages.get(name);
  if (content !== undefined) return textBody(name, content);
  const file = assets.get(name);
  return file === undefined ? null : fileBody(file, file.startsWith(root + sep) ? root : null);
}
