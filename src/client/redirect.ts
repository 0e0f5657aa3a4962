/** The script of a page that leads on: to its target, with the hash that the reader came with. */

const link = document.querySelector<HTMLAnchorElement>('#lectern-target');
if (link !== null) {
  const target = new URL(link.href);
  // A reading view has its places without a slash.
  target.hash = /\/read\//.test(target.pathname) ? location.hash.replace(/^#\//, '#') : location.hash;
  location.replace(target.href);
}
