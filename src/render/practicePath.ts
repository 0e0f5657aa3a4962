/** Where the questions of the course stand together, from the site's root. */
export const PRACTICE = 'practice.html';

/** The identifier of a lecture's questions there. */
export function practiceAnchor(address: string): string {
  return `lectern-lecture-${address.replaceAll('/', '-')}`;
}
