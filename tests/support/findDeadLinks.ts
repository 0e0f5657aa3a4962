/** A site's pages → every relative address in them that leads nowhere, with the page that it stands on. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PageElement, SitePage } from './readPages.ts';

const ADDRESSES = [
  'href',
  'src',
  'poster',
  'data',
  'action',
  'data-background-image',
  'data-background-video',
  'data-lectern-src',
];

/** Lines such as `roles.html: drift.html#/levels`; an address must name a file, and an anchor that is on its page. */
export function findDeadLinks(site: string, pages: readonly SitePage[]): readonly string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return pages.flatMap((page) =>
    addressesOf(page)
      .filter((address) => !/^[a-z][a-z0-9+.-]*:/i.test(address))
      .filter((address) => !leadsSomewhere(address, page, site, byPath))
      .map((address) => `${page.path}: ${address}`),
  );
}

function addressesOf({ elements }: SitePage): readonly string[] {
  return elements.flatMap(({ attributes }) => [
    ...ADDRESSES.flatMap((name) => attributes[name] ?? []),
    ...(attributes['srcset'] ?? '').split(',').flatMap((one) => one.trim().split(/\s/)[0] || []),
    ...(/url=(\S+)$/.exec(attributes['http-equiv'] === 'refresh' ? (attributes['content'] ?? '') : '')?.slice(1) ?? []),
  ]);
}

/** A site lies anywhere: an address that begins with a slash leaves it, one that ends with a slash needs a server. */
function leadsSomewhere(address: string, from: SitePage, site: string, pages: ReadonlyMap<string, SitePage>): boolean {
  const [, path = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(address) ?? [];
  if (path.startsWith('/') || path.endsWith('/')) return false;
  const target = path === '' ? from.path : decodeURIComponent(new URL(path, `http://site/${from.path}`).pathname.slice(1));
  const file = join(site, target);
  if (!existsSync(file) || !statSync(file).isFile()) return false;
  const page = pages.get(target);
  return hash === '' || page === undefined || isAnchor(decodeURIComponent(hash), page);
}

/** `#id` on any page; `#/id` and `#/17`, a slide's number, on a deck. */
function isAnchor(hash: string, { elements }: SitePage): boolean {
  const has = (test: (element: PageElement) => boolean): boolean => elements.some(test);
  if (!hash.startsWith('/')) return has(({ attributes }) => attributes['id'] === hash);
  const name = hash.slice(1);
  return has(
    ({ name: tag, attributes }) =>
      tag === 'section' &&
      attributes['data-number'] !== undefined &&
      (attributes['id'] === name || attributes['data-number'] === name),
  );
}
