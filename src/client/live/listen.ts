/** What the development server tells of → the page that it concerns; also after the server was away. */
import { LIVE_PATH, type LiveEvent } from '../../model/wire.ts';

/** Milliseconds after which a server that refused is asked again; browsers themselves ask again one that is gone. */
const AGAIN = 1000;

export function listen(root: URL, hear: (event: LiveEvent) => void): void {
  const state = { since: loadedIn() };
  const connect = (): void => {
    const address = new URL(LIVE_PATH, root);
    if (state.since !== null) address.searchParams.set('since', state.since);
    const source = new EventSource(address);
    source.addEventListener('message', ({ data, lastEventId }) => {
      state.since = lastEventId;
      hear(JSON.parse(data as string) as LiveEvent);
    });
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, AGAIN);
    });
  };
  connect();
}

/** The state of the site that this page was loaded in: only what came after it counts. */
function loadedIn(): string | null {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.serverTiming.find(({ name }) => name === 'lectern')?.description ?? null;
}
