/** What a page remembers on this device. Origins are shared by many courses: names hold the course's base path. */
import { furniture } from './config.ts';

/** Null where nothing is kept under the name, or the browser keeps nothing. */
export function kept(name: string, storage: 'localStorage' | 'sessionStorage' = 'localStorage'): string | null {
  try {
    return window[storage].getItem(fullName(name));
  } catch {
    return null;
  }
}

/** Null takes away what was kept. */
export function keep(name: string, value: string | null, storage: 'localStorage' | 'sessionStorage' = 'localStorage'): void {
  try {
    if (value === null) window[storage].removeItem(fullName(name));
    else window[storage].setItem(fullName(name), value);
  } catch {
    // Without storage it is asked again next time.
  }
}

/** The speaker view has no link to home: it stands beside it. */
function fullName(name: string): string {
  const home = furniture<HTMLAnchorElement>('home')?.href ?? location.href;
  return `lectern:${new URL('.', home).pathname}:${name}`;
}
