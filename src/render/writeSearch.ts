/** The search of a page → HTML: what opens it, the box, and the way to the contents where scripts are off. */
import type { ClientFiles } from '../model/client.ts';
import type { Strings, Word } from '../model/strings.ts';
import { escapeHtml } from './escape.ts';
import { icon } from './icons.ts';
import { ownLang, pageLang } from './ownLang.ts';
import { relativePath } from './relativePath.ts';

const CONTENTS = 'read/index.html';

/** Where the contents are, from a page. */
export function contentsHref(page: string): string {
  return relativePath(page, CONTENTS);
}

/** A button with its word; the scripts that show it hide the link to the contents that is there without them. */
export function writeSearchButton(page: string, strings: Strings): string {
  const words = text('search', strings);
  return (
    `<button type="button" class="btn bare lectern-search" id="lectern-search" title="${words}" aria-haspopup="dialog">${icon('search')}<span class="word">${words}</span></button>` +
    writeContents(page, strings)
  );
}

/** The same as wide as a field, with the key that opens it. */
export function writeSearchField(page: string, strings: Strings): string {
  return (
    `<button type="button" class="btn lectern-search" id="lectern-search" aria-haspopup="dialog" aria-keyshortcuts="/"${ownLang(strings)}>${icon('search')}` +
    `<span class="word">${text('search-course', strings)}</span><kbd aria-hidden="true">/</kbd></button>${writeContents(page, strings)}`
  );
}

/** `letters`: the page has no other place where single keys are switched off. */
export function writeSearchBox(page: string, strings: Strings, client: ClientFiles, letters: boolean): string {
  const script = relativePath(page, client.path('search.js'));
  const words = escapeHtml(JSON.stringify(strings.search));
  const label = text('search-course', strings);
  const switched = letters
    ? `<p class="letters"><label><input type="checkbox" id="lectern-letters" checked> ${text('key-letters', strings)} <kbd>/</kbd></label></p>`
    : '';
  return [
    `<dialog class="lectern-search-box" id="lectern-search-box" aria-label="${label}"${ownLang(strings)} data-script="${script}" data-words="${words}"><div>`,
    `<div class="field">${icon('search')}<input type="search" id="lectern-search-for" aria-label="${label}" placeholder="${text('search-hint', strings)}" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search">` +
      `<button type="button" class="btn bare" data-lectern-close>${text('close', strings)}</button></div>`,
    '<p id="lectern-search-says" role="status"></p>',
    '<div class="found"><ol id="lectern-search-hits"></ol><button type="button" class="btn" id="lectern-search-more" hidden></button></div>',
    `${switched}</div></dialog>`,
    `<template id="lectern-search-hit"><li${pageLang(strings)}><a class="hit"><b></b><span class="place"></span><span class="said"${ownLang(strings)}>${text('said', strings)}</span><span class="words"></span></a>` +
      `<a class="btn bare icon other"><span class="to-read">${icon('read')}</span><span class="to-deck">${icon('present')}</span></a></li></template>`,
  ].join('\n');
}

/** The contents themselves need none. */
function writeContents(page: string, strings: Strings): string {
  if (page === CONTENTS) return '';
  return `<a class="btn bare lectern-to-contents" href="${contentsHref(page)}"${ownLang(strings)}>${icon('read')}${text('contents', strings)}</a>`;
}

function text(name: Word, { word }: Strings): string {
  return escapeHtml(word[name]);
}
