/** What the page of the whole course takes from one lecture: its article, written to stand among the others. */
import type { Syllabus } from './syllabus.ts';

export interface Excerpt {
  /** Of the lecture. */
  readonly address: string;
  /** An `<article>`; identifiers begin with the lecture's address and a colon, and addresses lead from `read/`. */
  readonly html: string;
  /** The lecture's own titles of the first rank: sections where there are some. `id` as on the page. */
  readonly outline: readonly { readonly id: string; readonly title: string }[];
  readonly formulas: boolean;
  /** The origins that it asks for something, sorted. */
  readonly origins: { readonly image: readonly string[]; readonly media: readonly string[]; readonly frame: readonly string[] };
}

/** Where the page of the whole course stands. */
export const WHOLE_PATH = 'read/all.html';

/** More lectures make a page that browsers hardly open: at 60 KB each, 24 MB. */
const MOST_LECTURES = 400;

/** Whether a course has a page with all of it: from two lectures on, not without bound, and where no lecture has its address. */
export function hasWhole({ entries }: Pick<Syllabus, 'entries'>): boolean {
  const count = entries.filter(({ absence, kind }) => absence === null && kind !== 'file').length;
  return count > 1 && count <= MOST_LECTURES && entries.every(({ address }) => address !== 'all');
}
