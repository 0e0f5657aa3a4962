/** The place on a page for what its author has to know: a tree of its own, which the page's styles and scripts do not meet. */
import css from '../styles/live.css?inline';
import { drawn, made } from './elements.ts';

/** The element that holds it. */
export const NOTICES = 'lectern-notices';

export interface Notices {
  readonly root: ShadowRoot;
  /** Where what is quiet stands, at the window's corner. */
  readonly corner: HTMLElement;
  /** Says in one line what is wrong with the slide that is shown; null is nothing. */
  readonly say: (words: string | null) => void;
}

/** `lang`: of its words. */
export function placeNotices(lang: string): Notices {
  const host = made('div', { id: NOTICES, lang });
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const line = made('div', { class: 'line', role: 'status', lang: 'en' });
  const corner = made('div', { class: 'chips' }, line);
  root.append(corner);
  const add = (): void => document.body.append(host);
  // the page is not there yet
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', add, { once: true });
  else add();
  return {
    ...{ root, corner },
    say: (words) =>
      line.replaceChildren(...(words === null ? [] : [made('p', { class: 'chip' }, drawn('mistake'), made('span', {}, words))])),
  };
}
