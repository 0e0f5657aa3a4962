/** A fragment as written → the slide that it names. */

/**
 * The identifier in a fragment: `#id`, `#/id` and `#/id/2` (a step) give `id`; `#/17` and `#/4/2` (addresses by
 * position) stay `17` and `4/2`. Null for `#` and where there is none: the beginning.
 */
export function slideIdOf(fragment: string): string | null {
  const [first = '', second = ''] = fragment.replace(/^#\/?/, '').split('/');
  const isPosition = /^\d+$/.test(first) && /^\d+$/.test(second);
  const id = isPosition ? `${first}/${second}` : first;
  if (id === '') return null;
  try {
    return decodeURIComponent(id).normalize('NFC');
  } catch {
    return id.normalize('NFC');
  }
}
