/** What reading views and the pages of all of them have in common: the bar at the top, the search, and the words that scripts say. */
import type { ClientFiles } from '../model/client.ts';
import type { Strings, Word } from '../model/strings.ts';
import type { Syllabus } from '../model/syllabus.ts';
import { escapeHtml } from './escape.ts';
import { icon } from './icons.ts';
import { ownLang } from './ownLang.ts';
import { relativePath } from './relativePath.ts';
import { writeSchemeSwitch } from './writeSchemeSwitch.ts';
import { writeSearchBox, writeSearchButton } from './writeSearch.ts';

/** `more`: what stands at the end of the bar, as HTML. */
export function writePageTop(page: string, { settings }: Syllabus, strings: Strings, client: ClientFiles, more = ''): string {
  return (
    `<header class="lectern-top"><a class="course" href="${relativePath(page, 'index.html')}">${icon('lectern')}` +
    `<span>${escapeHtml(settings.title)}</span></a><div class="end"${ownLang(strings)}>${writeSearchButton(page, strings)}${writeSchemeSwitch(strings)}${more}</div></header>\n` +
    writeSearchBox(page, strings, client, true)
  );
}

/** What the script says of what it copies, as attributes of the main text. */
export function copyWords(strings: Strings): string {
  return writeWords(['copied', 'code-copied', 'copy'], strings);
}

/** Words for a script, as attributes, each with a space before it. */
export function writeWords(names: readonly Word[], { word }: Strings): string {
  return names.map((name) => ` data-lectern-${name}="${escapeHtml(word[name])}"`).join('');
}

/** Enough of a hash to tell two versions of a slide apart. */
export function shortHash(hash: string): string {
  return hash.slice(0, 6);
}
