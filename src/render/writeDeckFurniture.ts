/** A deck's own furniture → HTML: the bar, the progress track, the offer of the reading view, the dialogs. */
import { slidesOf } from '../model/lecture.ts';
import type { Word } from '../model/strings.ts';
import { DECK_KEYS, DEV_KEYS, type DeckAction, type DevAction, fill, type KeysOf } from '../model/wire.ts';
import { escapeHtml } from './escape.ts';
import { type Icon, icon } from './icons.ts';
import type { Rendering } from './lectureContext.ts';
import { ownLang } from './ownLang.ts';
import { relativePath } from './relativePath.ts';
import { writeKeyList } from './writeKeyList.ts';
import { contentsHref, writeSearchBox } from './writeSearch.ts';
import { word, type Writing } from './writing.ts';

export function writeDeckFurniture(rendering: Rendering, writing: Writing): string {
  return [
    writeBar(rendering, writing),
    writeTrack(rendering),
    writeOffer(rendering, writing),
    writeDialogs(rendering),
    writeSearchBox(writing.page, writing.strings, rendering.client, false),
  ].join('\n');
}

function writeBar(rendering: Rendering, { page }: Writing): string {
  const { entry, lecture } = rendering;
  const total = slidesOf(lecture).length;
  const home = linkTo('lectern-home', relativePath(page, 'index.html'), 'home', 'course-home', rendering);
  const read = linkTo('lectern-read', relativePath(page, `read/${entry.address}.html`), 'read', 'read-slide', rendering);
  const contents = linkTo('lectern-contents', contentsHref(page), 'grid', 'contents', rendering, 'b lectern-to-contents');
  const buttons = [
    button('lectern-speaker', 'speaker', 'speaker-view', rendering),
    button('lectern-overview', 'grid', 'overview', rendering),
    button('lectern-scheme', 'scheme', 'scheme', rendering),
    button('lectern-go', 'goto', 'go-to', rendering),
    button('lectern-search', 'search', 'search-course', rendering),
    button('lectern-help', 'help', 'help', rendering),
    button('lectern-back', 'previous', 'back', rendering),
    button('lectern-next', 'next', 'next', rendering),
  ].join('');
  const more = button('lectern-more', 'more', 'other-pages', rendering, ' aria-expanded="false" aria-controls="lectern-menu"');
  return (
    `<div class="lectern-bar" id="lectern-bar"${ownLang(rendering.strings)} role="region" aria-label="${text('deck', rendering)}">${more}` +
    `<nav id="lectern-menu" aria-label="${text('deck', rendering)}">${home}${read}${contents}${buttons}</nav>` +
    `<span class="where" id="lectern-where"><b id="lectern-number">1</b> / ${total}</span></div>`
  );
}

function linkTo(id: string, href: string, name: Icon, label: Word, rendering: Rendering, classes = 'b'): string {
  const words = text(label, rendering);
  return `<a class="${classes}" id="${id}" href="${escapeHtml(href)}" aria-label="${words}" title="${words}">${icon(name)}<span class="word">${words}</span></a>`;
}

function button(id: string, name: Icon, label: Word, rendering: Rendering, more = ''): string {
  const words = text(label, rendering);
  return `<button type="button" class="b" id="${id}" aria-label="${words}" title="${words}"${more}>${icon(name)}</button>`;
}

/** One piece for each section, as long as it has slides. */
function writeTrack({ lecture }: Rendering): string {
  const pieces = lecture.sections
    .filter(({ slides }) => slides.length > 0)
    .map(
      ({ slides }) => `<i style="--n:${slides.length}" data-from="${slides[0]?.number ?? 1}" data-slides="${slides.length}"></i>`,
    );
  return `<div class="lectern-track" id="lectern-track" aria-hidden="true">${pieces.join('')}</div>`;
}

function writeOffer(rendering: Rendering, { page }: Writing): string {
  const read = relativePath(page, `read/${rendering.entry.address}.html`);
  return (
    `<aside class="lectern-offer" id="lectern-offer"${ownLang(rendering.strings)} aria-label="${text('read-page', rendering)}"><p>${text('narrow-offer', rendering)}</p><div>` +
    `<a class="btn main" href="${escapeHtml(read)}">${icon('read')}${text('read-page', rendering)}</a>` +
    `<button type="button" class="btn" id="lectern-stay">${text('stay-with-slides', rendering)}</button></div></aside>`
  );
}

function writeDialogs(rendering: Rendering): string {
  const table: readonly KeysOf<DeckAction | DevAction>[] = rendering.options.dev ? [...DECK_KEYS, ...DEV_KEYS] : DECK_KEYS;
  const keys = writeKeyList(table, (name) => word(rendering, name));
  const letters = `<label class="lectern-check"><input type="checkbox" id="lectern-letters" checked> ${text('key-letters', rendering)}</label>`;
  const close = `<button type="button" class="btn" data-lectern-close>${text('close', rendering)}</button>`;
  return (
    `<dialog class="lectern-dialog" id="lectern-keys"${ownLang(rendering.strings)} aria-labelledby="lectern-keys-title"><h2 id="lectern-keys-title">${text('help', rendering)}</h2>` +
    `${keys}${letters}${close}</dialog>\n` +
    `<dialog class="lectern-dialog" id="lectern-jump"${ownLang(rendering.strings)} aria-labelledby="lectern-jump-title"><h2 id="lectern-jump-title">${text('go-to', rendering)}</h2>` +
    `<label for="lectern-jump-to">${text('go-to-label', rendering)}</label><input id="lectern-jump-to" autocomplete="off">` +
    `<p id="lectern-jump-says" role="status"></p>` +
    `<button type="button" class="btn main" id="lectern-jump-go">${text('go', rendering)}</button> ${close}</dialog>\n` +
    '<p class="lectern-says" id="lectern-says" role="status"></p>\n<p class="hide" id="lectern-live" aria-live="polite" aria-atomic="true"></p>'
  );
}

function text(name: Word, rendering: Rendering): string {
  return escapeHtml(fill(word(rendering, name), {}));
}
