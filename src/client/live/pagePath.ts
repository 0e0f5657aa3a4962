/** This page's address → its path from the site's root, as the server names it. */

export function pagePath(root: URL): string {
  const path = decodeURIComponent(location.pathname.slice(root.pathname.length));
  if (path === '' || path.endsWith('/')) return `${path}index.html`;
  return path.includes('.') ? path : `${path}.html`;
}
