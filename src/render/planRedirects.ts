/** Lectures → the old addresses that lead on to each: where pandoc put it, and what its author names. */
import type { Redirect, SyllabusEntry } from '../model/syllabus.ts';
import { pathOf } from './hrefOf.ts';

export interface Moved {
  readonly entry: SyllabusEntry;
  /** As its author wrote them. */
  readonly redirectFrom: readonly string[];
}

/**
 * `NN-name.html` and each lecture's `redirect-from`, one list a lecture, in their order. An address that a page of the
 * course has, or that was taken before, stays what it is.
 */
export function planRedirects(lectures: readonly Moved[]): readonly (readonly Redirect[])[] {
  const taken = new Set(['index.html', '404.html', 'speaker.html', 'read/index.html']);
  for (const { entry } of lectures) for (const view of ['deck', 'read'] as const) taken.add(pathOf(entry, view) ?? '');
  return lectures.map((lecture) =>
    oldAddresses(lecture).filter(({ from }) => {
      if (taken.has(from)) return false;
      taken.add(from);
      return true;
    }),
  );
}

function oldAddresses({ entry, redirectFrom }: Moved): readonly Redirect[] {
  const deck = pathOf(entry, 'deck');
  const read = pathOf(entry, 'read');
  if (entry.absence !== null || deck === null || read === null) return [];
  const found = entry.number === null ? [] : [{ from: publishedByPandoc(entry.address, entry.source), to: deck }];
  for (const old of redirectFrom) {
    const name = old.replace(/^\/+|\.html$/g, '');
    if (name === '' || name.split('/').some((part) => part === '' || part.startsWith('.'))) continue;
    found.push({ from: `${name}.html`, to: deck });
    if (entry.kind === 'lecture' && !name.startsWith('read/')) found.push({ from: `read/${name}.html`, to: read });
  }
  return found;
}

/** The name of the source file with `.html`, beside the lecture. */
function publishedByPandoc(address: string, source: string): string {
  const folder = address.includes('/') ? address.slice(0, address.lastIndexOf('/') + 1) : '';
  return folder + source.slice(source.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '.html');
}
