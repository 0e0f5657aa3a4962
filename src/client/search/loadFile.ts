/** A file of the search → what it tells, by a script element: from disk, a page can load nothing else. */
import { SEARCH_FUNCTION } from '../../model/wire.ts';

/** Where this script stands: the files are in a folder beside it. */
const base = new URL('search/', (document.currentScript as HTMLScriptElement | null)?.src ?? location.href);
const told = new Map<string, unknown>();

Object.assign(window, { [SEARCH_FUNCTION]: (name: string, content: unknown) => void told.set(name, content) });

/** The root of the site. */
export const root = new URL('../..', base);

/** `again`: whatever the browser has of it is too old. */
export function loadFile(name: string, again = false): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL(`${name}.js${again ? `?${Date.now()}` : ''}`, base).href;
    script.addEventListener('load', () => {
      script.remove();
      if (told.has(name)) resolve(told.get(name));
      else reject(new Error(`“${name}” tells nothing.`));
      told.delete(name);
    });
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`“${name}” is not there.`));
    });
    document.head.append(script);
  });
}
