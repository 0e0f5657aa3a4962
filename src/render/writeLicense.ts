/** The name of a licence → HTML, with a link to its words where they are known. */
import type { Strings } from '../model/strings.ts';
import { escapeHtml } from './escape.ts';
import { sayIn } from './ownLang.ts';

/** `words` has a `{license}` in it. An address is a link as it is; Creative Commons' licences have addresses by their names. */
export function writeLicense(strings: Strings, license: string): string {
  const [before = '', after = ''] = strings.word.text.split('{license}');
  const url = addressOf(license);
  const name = escapeHtml(license);
  const link = url === null ? name : `<a href="${escapeHtml(url)}" rel="license noopener">${name}</a>`;
  const words = (text: string): string => (text === '' ? '' : sayIn(strings, text));
  return words(before) + link + words(after);
}

function addressOf(license: string): string | null {
  if (/^https?:\/\//i.test(license)) return license;
  const [, kind, version] = /^CC[ -](BY(?:-(?:NC|ND|SA)){0,2}|0)[ -](\d\.\d)$/i.exec(license) ?? [];
  if (kind === undefined || version === undefined) return null;
  const path = kind === '0' ? 'publicdomain/zero' : `licenses/${kind.toLowerCase()}`;
  return `https://creativecommons.org/${path}/${version}/`;
}
