/** Two paths in the site → the address that leads from the one to the other. */

/**
 * The address of `to` as a page at `from` writes it (both from the site's root): `read/b/x.html` → `lifecycle.html` is
 * `../../lifecycle.html`. It always names the file, so that the same bytes work under any address and from disk.
 */
export function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  const up = '../'.repeat(here.length - same);
  return up + there.slice(same).map(encodeURIComponent).join('/');
}
