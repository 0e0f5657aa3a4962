/** What the speaker view remembers on this device. Origins are shared: names hold the course's base path. */

/** Null where nothing is kept under the name, or the browser keeps nothing. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(fullName(name));
  } catch {
    return null;
  }
}

/** Null takes away what was kept. */
export function keep(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(fullName(name));
    else localStorage.setItem(fullName(name), value);
  } catch {
    // The view works all the same.
  }
}

function fullName(name: string): string {
  return `lectern:${new URL('.', location.href).pathname}:${name}`;
}
