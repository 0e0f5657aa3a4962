/** A reference and its target → the address that the page writes. */
import type { Reference } from '../model/attributes.ts';
import type { SyllabusEntry } from '../model/syllabus.ts';
import type { Target } from '../model/target.ts';
import { relativePath } from './relativePath.ts';
import type { View, Writing } from './writing.ts';

/** The target of a reference; one that nobody resolved stays as it is written. */
export function targetOf(reference: Reference, writing: Writing): Target {
  return writing.targets.get(reference) ?? { to: 'as-written' };
}

/** The address to write for a reference; null where the link becomes text. */
export function hrefOf(reference: Reference, writing: Writing): string | null {
  return addressOfTarget(targetOf(reference, writing), reference.address, writing);
}

/** The address to write for a target; `written` is the author's own address, for targets that keep it. */
export function addressOfTarget(
  target: Target,
  written: string,
  writing: Pick<Writing, 'page' | 'view' | 'syllabus'>,
): string | null {
  switch (target.to) {
    case 'lecture':
      return lectureHref(target.address, target.id, writing);
    case 'home':
      return relativePath(writing.page, 'index.html');
    case 'asset':
      return relativePath(writing.page, target.output) + fragment(target.fragment);
    case 'remote':
      return encoded(remoteUrl(target.url));
    case 'absent':
    case 'refused':
      return null;
    case 'nowhere':
    case 'as-written':
      return harmless(written) ? encoded(written) : null;
  }
}

/** White space and marks that no address may hold, as pandoc writes them; brackets may stand in one. */
function encoded(address: string): string {
  return address.replace(/[\s<>|"{}^`]/gu, encodeURIComponent);
}

/** A remote address with its scheme: from disk `//host/` would lead to the disk. */
export function remoteUrl(url: string): string {
  return url.startsWith('//') ? `https:${url}` : url;
}

/** The origin of a remote address, as a policy names it; null where it has none. */
export function originOf(url: string): string | null {
  return /^https?:\/\/[^/?#\\\s;,'"]+/i.exec(remoteUrl(url))?.[0].toLowerCase() ?? null;
}

/** The path of the page that shows a lecture in a view: decks lead to decks, all else to reading views. Null for a file. */
export function pathOf(entry: Pick<SyllabusEntry, 'address' | 'kind'>, view: View): string | null {
  if (entry.kind === 'file') return null;
  return view === 'deck' && entry.kind === 'lecture' ? `${entry.address}.html` : `read/${entry.address}.html`;
}

function lectureHref(address: string, id: string | null, writing: Pick<Writing, 'page' | 'view' | 'syllabus'>): string | null {
  const entry = writing.syllabus.entries.find((entry) => entry.address === address) ?? { address, kind: 'lecture' as const };
  const path = pathOf(entry, writing.view);
  if (path === null) return null;
  const hash = id === null ? '' : `${path.startsWith('read/') ? '#' : '#/'}${encodeURIComponent(id)}`;
  // Without the file's name, so that a deck in the speaker view stays the same page.
  if (path === writing.page) return hash === '' ? `#${writing.view === 'deck' ? '/1' : ''}` : hash;
  return relativePath(writing.page, path) + hash;
}

function fragment(text: string): string {
  return text === '' || text.startsWith('#') || text.startsWith('?') ? text : `#${text}`;
}

/** Browsers skip white space and control characters in a scheme. */
function harmless(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what hides a scheme.
  return !/^(?:javascript|vbscript|data:text)/i.test(address.replace(/[\u0000-\u0020]/g, ''));
}
