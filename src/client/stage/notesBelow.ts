/** The notes of the slide below it, for a room with one screen: the slides get the room that is left. */
import type { RevealApi } from 'reveal.js';
import type { DeckConfig, DeckWords } from '../../model/wire.ts';
import { keep, kept } from '../kept.ts';
import styles from '../styles/stage.css?inline';

const NAME = 'notes-below';
const CLASS = 'lectern-with-notes';

/** Shows them where they were shown before a reload; `toggle` shows or hides them, `show` brings them to what the slide has now. */
export function showNotesBelow(
  reveal: RevealApi,
  { words }: DeckConfig,
): { readonly toggle: () => void; readonly show: () => void } {
  const root = document.documentElement;
  const panel = makePanel(words.notes);
  const state: { slide: Element | null; html: string } = { slide: null, html: '' };
  const show = (): void => {
    if (panel.hidden) return;
    const slide = reveal.getCurrentSlide();
    const { html } = state;
    state.html = notesOf(slide, words);
    if (state.html !== html) panel.innerHTML = state.html;
    for (const named of panel.querySelectorAll('[id]')) named.removeAttribute('id');
    if (slide !== state.slide) panel.scrollTop = 0;
    state.slide = slide;
  };
  document.head.append(Object.assign(document.createElement('style'), { textContent: styles }));
  const set = (on: boolean): void => {
    panel.toggleAttribute('hidden', !on);
    root.classList.toggle(CLASS, on);
    keep(NAME, on ? '1' : null, 'sessionStorage');
    show();
    reveal.layout();
  };
  if (kept(NAME, 'sessionStorage') !== null) set(true);
  return { toggle: () => set(!root.classList.contains(CLASS)), show };
}

/** As HTML: what the page has, and what the author put into an attribute. */
function notesOf(slide: Element, words: DeckWords): string {
  const given = document.createElement('p');
  given.textContent = slide.getAttribute('data-notes');
  const notes = [...slide.querySelectorAll('aside.notes')].map((one) => one.innerHTML);
  const all = [...(given.textContent === '' ? [] : [given.outerHTML]), ...notes];
  return all.length === 0 ? words.noNotes : all.join('\n');
}

/** Reached with the Tab key, so that the arrows can scroll it. */
function makePanel(name: string): HTMLElement {
  const panel = document.createElement('div');
  Object.assign(panel, { id: 'lectern-notes', className: 'lectern-notes', tabIndex: 0, hidden: true });
  panel.setAttribute('role', 'region');
  panel.setAttribute('aria-label', name);
  document.querySelector('main')?.after(panel);
  return panel;
}
