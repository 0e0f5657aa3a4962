/** Pages that changed → the browsers that show them (server-sent events). */
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { LiveEvent } from '../model/wire.ts';

/** What a round of work brings; `pages`, `saved`: of this round alone, the rest: as it is since. */
export type Told = Omit<LiveEvent, 'follow'>;

export interface LiveEvents {
  /** Names the state of the site now. A page that was loaded in it needs only what came after. */
  readonly state: () => string;
  /** Tells all who listen. */
  readonly send: (told: Told) => void;
  /** Begins to tell `response`: first all that changed after `since` (a state; null: now) and what is wrong, then what changes. */
  readonly connect: (response: ServerResponse, since: string | null) => void;
  readonly close: () => void;
}

/** A silent connection is taken for dead by some proxies and browsers. */
const HEARTBEAT = 20_000;
/** How soon a browser asks again, in milliseconds, when the server went away. */
const RETRY = 500;

/** `allPages`: every page of the site, for a browser that comes back to a server that was started anew. */
export function startLiveEvents(allPages: () => Iterable<string>, follow: boolean): LiveEvents {
  const session = randomBytes(4).toString('hex');
  const rounds: (readonly string[])[] = [];
  const now: { told: Told } = { told: { pages: [], problems: [], more: 0, held: false, saved: null } };
  const listeners = new Set<ServerResponse>();
  const state = (): string => `${session}.${rounds.length}`;
  const write = (told: Told): string => {
    const event: LiveEvent = { ...told, follow };
    return `id: ${state()}\ndata: ${JSON.stringify(event)}\n\n`;
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
    send: (told) => {
      if (told.pages.length > 0) rounds.push(told.pages);
      now.told = {
        ...told,
        problems: told.problems ?? now.told.problems,
        more: told.problems === null ? now.told.more : told.more,
      };
      const text = write(told);
      for (const response of listeners) response.write(text);
    },
    connect: (response, since) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
      const pages = since === null ? [] : [...new Set(changedSince(since))];
      response.write(`retry: ${RETRY}\n${write({ ...now.told, pages, saved: null })}`);
      listeners.add(response);
      response.once('close', () => listeners.delete(response));
    },
    close: () => {
      clearInterval(heartbeat);
      for (const response of listeners) response.end();
    },
  };
}
