/** Something from another host that waits for a click → a box that says so, with a link that works without scripts. */
import { fill } from '../model/wire.ts';
import type { Word } from '../model/strings.ts';
import { escapeHtml } from './escape.ts';
import { remoteUrl } from './hrefOf.ts';
import { word, type Writing } from './writing.ts';

const BUTTONS = {
  image: 'show-image',
  media: 'show-media',
  frame: 'show-frame',
  background: 'show-frame',
} as const satisfies Record<string, Word>;

/**
 * The box that stands before the element that waits (`data-lectern-src` instead of `src`, and hidden); `kind` decides the
 * button's words, `name` is the alternative text or title, and may be empty.
 */
export function writeRemoteBox(kind: keyof typeof BUTTONS, url: string, name: string, writing: Writing): string {
  const host = hostOf(url);
  const label = name === '' ? '' : `<span class="lectern-remote-name">${escapeHtml(name)}</span>`;
  const asks = escapeHtml(fill(word(writing, 'asks-host'), { host }));
  const open = escapeHtml(fill(word(writing, 'open-on-host'), { host }));
  return (
    `<span class="lectern-remote" data-lectern-kind="${kind}">${label}<span class="lectern-remote-asks">${asks}</span>` +
    `<button type="button" class="btn">${escapeHtml(word(writing, BUTTONS[kind]))}</button> ` +
    `<a href="${escapeHtml(remoteUrl(url))}" rel="noopener">${open}</a></span>`
  );
}

/** The host that an address names, as people read it. */
export function hostOf(url: string): string {
  return /^(?:https?:)?\/\/([^/?#]+)/i.exec(url)?.[1] ?? url;
}
