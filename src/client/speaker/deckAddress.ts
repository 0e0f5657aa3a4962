/** Which deck the speaker view is for. */

/** The path that the address names, from the site's root; null where it names none. */
export function namedDeck(): string | null {
  return new URLSearchParams(location.search).get('deck');
}

/**
 * From `speaker.html?deck=lifecycle.html#/id`, absolute, with the hash; null where none is named, or one that is not in
 * this course: an address from elsewhere must not bring another page into ours.
 */
export function deckAddress(decks: readonly string[]): URL | null {
  const name = namedDeck();
  if (name === null || !decks.includes(name)) return null;
  const address = new URL(name.split('/').map(encodeURIComponent).join('/'), new URL('.', location.href));
  address.hash = location.hash;
  return address;
}

/** The name of the open deck that this view belongs to, from `&id=…`; null where the address names none. */
export function deckName(): string | null {
  return new URLSearchParams(location.search).get('id');
}
