/** Runs before a page is painted: fonts begin to load, and the scheme that its reader chose is kept; then it minds the button that changes it, and has visits remembered. */

const root = document.documentElement;
const own = document.currentScript as HTMLScriptElement;
// The site's own path: origins are shared by many courses.
const base = `lectern:${new URL('..', own.src).pathname}:`;
const name = `${base}scheme`;
const system = matchMedia('(prefers-color-scheme: dark)');

/** Null: the reader's system decides. */
function chosen(): string | null {
  try {
    const scheme = localStorage.getItem(name);
    return scheme === 'light' || scheme === 'dark' ? scheme : null;
  } catch {
    return null;
  }
}

function choose(scheme: string | null): void {
  try {
    if (scheme === null) localStorage.removeItem(name);
    else localStorage.setItem(name, scheme);
  } catch {
    // Without storage it holds for this page.
  }
}

function isDark(scheme: string | null): boolean {
  return scheme === null ? system.matches : scheme === 'dark';
}

function show(scheme: string | null): void {
  if (scheme === null) delete root.dataset.scheme;
  else root.dataset.scheme = scheme;
  root.style.colorScheme = scheme ?? '';
  // The button shows what it leads to; without this script there is none.
  root.dataset.lecternSwitch = isDark(scheme) ? 'light' : 'dark';
}

/** From disk a font that is asked for ahead is refused, and asked for again. */
function loadFonts(): void {
  if (location.protocol === 'file:') return;
  for (const font of own.dataset.fonts?.split(' ') ?? []) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: '', href: font });
    document.head.append(link);
  }
}

/** The script that remembers visits: once the page is there if it has something to say, else as soon as its reader does anything. */
function loadVisits(): void {
  const { visits } = own.dataset;
  if (visits === undefined) return;
  const events = wasHere() ? ['load'] : ['scroll', 'pointermove', 'pointerdown', 'keydown'];
  const load = ({ type, movementX, movementY }: Event & Partial<PointerEvent>): void => {
    // A pointer that rests where the page comes up is told of too.
    if (type === 'pointermove' && !movementX && !movementY) return;
    for (const event of events) removeEventListener(event, load);
    document.body.append(Object.assign(document.createElement('script'), { src: visits }));
  };
  for (const event of events) addEventListener(event, load);
}

function wasHere(): boolean {
  try {
    return localStorage.getItem(`${base}seen`) !== null;
  } catch {
    return false;
  }
}

loadFonts();
loadVisits();
show(chosen());
system.addEventListener('change', () => show(chosen()));
addEventListener('storage', () => show(chosen()));
addEventListener('pageshow', () => show(chosen()));
document.addEventListener('click', ({ target }) => {
  if ((target as Element | null)?.closest('.lectern-scheme') == null) return;
  const wanted = root.dataset.lecternSwitch === 'dark' ? 'dark' : 'light';
  // What the system says anyway need not be kept: the page follows it again.
  const scheme = (wanted === 'dark') === system.matches ? null : wanted;
  choose(scheme);
  show(scheme);
});
export {};
