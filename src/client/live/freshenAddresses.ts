/** Files that changed while the page is shown → addresses under which a browser asks for them anew. */

/** Path from the site's root → how often the file changed. */
export type Versions = ReadonlyMap<string, number>;

const NAMES = ['src', 'href', 'poster', 'data-src', 'data-background', 'data-background-image', 'data-background-video'] as const;
const ADDRESSED = [...NAMES.map((name) => `[${name}]`), '[srcset]'].join(', ');
/** A link that leads elsewhere shows nothing of what is there. */
const SHOWN = ':not(a, area)';
const VERSION = 'lectern-version';

/** Names the version in each address of a page that was just sent. `root`: of the site. */
export function freshenAddresses(page: Document, versions: Versions, root: URL): void {
  if (versions.size === 0) return;
  const freshen = (address: string): string => withVersion(address, versions, root);
  for (const element of page.querySelectorAll(ADDRESSED)) {
    if (!element.matches(SHOWN)) continue;
    for (const name of NAMES) {
      const address = element.getAttribute(name);
      if (address !== null) element.setAttribute(name, freshen(address));
    }
    const set = element.getAttribute('srcset');
    if (set !== null) element.setAttribute('srcset', set.replace(/[^\s,]\S*[^\s,]/, freshen));
  }
}

function withVersion(address: string, versions: Versions, root: URL): string {
  try {
    const url = new URL(address, location.href);
    const version = versions.get(decodeURIComponent(url.pathname.slice(root.pathname.length)));
    if (version === undefined || url.origin !== root.origin) return address;
    const [before = '', hash] = address.split('#');
    return `${before}${before.includes('?') ? '&' : '?'}${VERSION}=${version}${hash === undefined ? '' : `#${hash}`}`;
  } catch {
    return address;
  }
}
