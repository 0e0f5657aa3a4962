/** The button that turns a page light or dark → HTML: its script shows it, and the half of it that can be chosen. */
import type { Strings } from '../model/strings.ts';
import { escapeHtml } from './escape.ts';
import { icon } from './icons.ts';
import { ownLang } from './ownLang.ts';

export function writeSchemeSwitch(strings: Strings): string {
  const { word } = strings;
  const half = (scheme: 'dark' | 'light') => {
    const words = escapeHtml(word[`scheme-${scheme}`]);
    return `<span class="to-${scheme}" title="${words}">${icon(scheme === 'dark' ? 'moon' : 'sun')}<span class="hide">${words}</span></span>`;
  };
  return `<button type="button" class="btn bare icon lectern-scheme"${ownLang(strings)}>${half('dark')}${half('light')}</button>`;
}
