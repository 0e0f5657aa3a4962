/** What the development server tells of → the page that it concerns; also after the server was away. */
import { LIVE_PATH, type LiveEvent } from '../../model/wire.ts';

/** Milliseconds after which a server that refused is asked again; browsers themselves ask again one that is gone. */
const AGAIN = 1000;

/** `restarted`: the server is another than the one that sent the page, and what it has may all be new. */
export function listen(root: URL, hear: (event: LiveEvent, restarted: boolean) => void): void {
  const state = { since: loadedIn() };
  const connect = (): void => {
    const address = new URL(LIVE_PATH, root);
    if (state.since !== null) address.searchParams.set('since', state.since);
    const source = new EventSource(address);
    source.addEventListener('message', ({ data, lastEventId }) => {
      const restarted = state.since !== null && sessionOf(state.since) !== sessionOf(lastEventId);
      state.since = lastEventId;
      hear(JSON.parse(data as string) as LiveEvent, restarted);
    });
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, AGAIN);
    });
  };
  connect();
}

/** A state of the site begins with the name of the server that has it. */
function sessionOf(state: string): string {
  return state.split('.')[0] ?? '';
}

/** The state of the site that this page was loaded in: only what came after it counts. */
function loadedIn(): string | null {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.serverTiming.find(({ name }) => name === 'lectern')?.description ?? null;
}
