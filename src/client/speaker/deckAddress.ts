/** Which deck the speaker view is for. */

/**
 * From `speaker.html?deck=lifecycle.html#/id`, absolute, with the hash; null where none is named, or one that is not in
 * this course: an address from elsewhere must not bring another page into ours.
 */
export function deckAddress(): URL | null {
  const name = new URLSearchParams(location.search).get('deck');
  if (name === null || !name.endsWith('.html')) return null;
  const base = new URL('.', location.href);
  const address = new URL(name.split('/').map(encodeURIComponent).join('/'), base);
  if (address.origin !== base.origin || !address.pathname.startsWith(base.pathname)) return null;
  address.hash = location.hash;
  return address;
}

/** The name of the open deck that this view belongs to, from `&id=…`; null where the address names none. */
export function deckName(): string | null {
  return new URLSearchParams(location.search).get('id');
}
