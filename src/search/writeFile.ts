/** What search keeps under a name → the file of the site that tells it: from disk, a script is all that a page can load. */
import type { Page } from '../model/page.ts';
import { SEARCH_FUNCTION } from '../model/wire.ts';

/** `content` is JSON. */
export function writeFile(name: string, content: string): Page {
  return { path: `_lectern/search/${name}.js`, content: `${SEARCH_FUNCTION}(${JSON.stringify(name)},${content})\n` };
}
