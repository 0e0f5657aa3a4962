/** Pages that changed → the browsers that show them (server-sent events). */
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** Where browsers listen, from the site's root. */
export const LIVE_PATH = '_lectern/live';

/** What is sent, as JSON: the paths of pages to load again (`read/roles.html`). */
export interface LiveEvent {
  readonly pages: readonly string[];
}

export interface LiveEvents {
  /** Names the state of the site now. A page that was loaded in it needs only what came after. */
  readonly state: () => string;
  /** Tells all who listen. */
  readonly send: (pages: readonly string[]) => void;
  /** Begins to tell `response`: first all that changed after `since` (a state; null: now), then whatever changes. */
  readonly connect: (response: ServerResponse, since: string | null) => void;
  readonly close: () => void;
}

/** A silent connection is taken for dead by some proxies and browsers. */
const HEARTBEAT = 20_000;
/** How soon a browser asks again, in milliseconds, when the server went away. */
const RETRY = 500;

/** `allPages`: every page of the site, for a browser that comes back to a server that was started anew. */
export function startLiveEvents(allPages: () => Iterable<string>): LiveEvents {
  const session = randomBytes(4).toString('hex');
  const rounds: (readonly string[])[] = [];
  const listeners = new Set<ServerResponse>();
  const state = (): string => `${session}.${rounds.length}`;
  const write = (response: ServerResponse, pages: readonly string[]): void => {
    const event: LiveEvent = { pages };
    response.write(`id: ${state()}\ndata: ${JSON.stringify(event)}\n\n`);
  };
  const changedSince = (since: string): Iterable<string> => {
    const [known, round] = since.split('.');
    return known === session ? rounds.slice(Number(round)).flat() : allPages();
  };
  const heartbeat = setInterval(() => {
    for (const response of listeners) response.write(':\n\n');
  }, HEARTBEAT).unref();
  return {
    state,
    send: (pages) => {
      rounds.push(pages);
      for (const response of listeners) write(response, pages);
    },
    connect: (response, since) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
      response.write(`retry: ${RETRY}\n`);
      write(response, since === null ? [] : [...new Set(changedSince(since))]);
      listeners.add(response);
      response.once('close', () => listeners.delete(response));
    },
    close: () => {
      clearInterval(heartbeat);
      for (const response of listeners) response.end();
    },
  };
}
