/** Loads a page again when the development server says that it has changed; the browser keeps the place, a deck its step. */

const script = document.currentScript as HTMLScriptElement | null;
const root = new URL('..', script?.src ?? location.href);

/** The state of the site that this page was loaded in: only what came after it counts. */
function loadedIn(): string | null {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.serverTiming.find(({ name }) => name === 'lectern')?.description ?? null;
}

/** The page's path from the site's root, as the server names it. */
function pagePath(): string {
  const path = decodeURIComponent(location.pathname.slice(root.pathname.length));
  if (path === '' || path.endsWith('/')) return `${path}index.html`;
  return path.includes('.') ? path : `${path}.html`;
}

const address = new URL('_lectern/live', root);
const since = loadedIn();
if (since !== null) address.searchParams.set('since', since);
new EventSource(address).addEventListener('message', ({ data }) => {
  const { pages } = JSON.parse(data as string) as { pages: readonly string[] };
  if (pages.includes(pagePath())) location.reload();
});
