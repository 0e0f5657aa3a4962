/** The name of a licence → HTML, with a link to its words where they are known. */
import { escapeHtml } from './escape.ts';

/** `words` has a `{license}` in it. An address is a link as it is; Creative Commons' licences have addresses by their names. */
export function writeLicense(words: string, license: string): string {
  const [before = '', after = ''] = words.split('{license}');
  const url = addressOf(license);
  const name = escapeHtml(license);
  const link = url === null ? name : `<a href="${escapeHtml(url)}" rel="license noopener">${name}</a>`;
  return escapeHtml(before) + link + escapeHtml(after);
}

function addressOf(license: string): string | null {
  if (/^https?:\/\//i.test(license)) return license;
  const [, kind, version] = /^CC[ -](BY(?:-(?:NC|ND|SA)){0,2}|0)[ -](\d\.\d)$/i.exec(license) ?? [];
  if (kind === undefined || version === undefined) return null;
  const path = kind === '0' ? 'publicdomain/zero' : `licenses/${kind.toLowerCase()}`;
  return `https://creativecommons.org/${path}/${version}/`;
}
