/** What a page remembers on this device. Origins are shared by many courses: names hold the course's base path. */

type Where = 'localStorage' | 'sessionStorage';

/** The site's own path, found from where this script stands: pages stand at many depths. */
const base = new URL('..', (document.currentScript as HTMLScriptElement).src).pathname;

/** Null where nothing is kept under the name, or the browser keeps nothing. */
export function kept(name: string, storage: Where = 'localStorage'): string | null {
  try {
    return window[storage].getItem(fullName(name));
  } catch {
    return null;
  }
}

/** Null takes away what was kept. */
export function keep(name: string, value: string | null, storage: Where = 'localStorage'): void {
  try {
    if (value === null) window[storage].removeItem(fullName(name));
    else window[storage].setItem(fullName(name), value);
  } catch {
    // Without storage it is asked again next time.
  }
}

function fullName(name: string): string {
  return `lectern:${base}:${name}`;
}
