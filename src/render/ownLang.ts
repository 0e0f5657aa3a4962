/** Words of the interface on a page of another language → the attribute that says which theirs is, so that they are spoken in it. */
import type { Strings } from '../model/strings.ts';
import { escapeHtml } from './escape.ts';

/** With a space before it; nothing where the page is in the same language. */
export function ownLang({ lang, on }: Strings): string {
  return on === undefined ? '' : ` lang="${lang}"`;
}

/** The reverse, for what is of the page among words of the interface. */
export function pageLang({ on }: Strings): string {
  return on === undefined || on === '' ? '' : ` lang="${escapeHtml(on)}"`;
}

/** Plain text in words of the interface → HTML, for a place that has other text too. */
export function sayIn(strings: Strings, text: string): string {
  return strings.on === undefined ? escapeHtml(text) : `<span${ownLang(strings)}>${escapeHtml(text)}</span>`;
}
