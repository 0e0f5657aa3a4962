/** The bar at the foot of the deck: the slide's number, the way to home, reading view and all else; and the progress track. */
import type { RevealApi } from 'reveal.js';
import { type DeckConfig, fill } from '../../model/wire.ts';
import { furniture } from '../config.ts';
import { keep, kept } from '../kept.ts';
import { placeNow } from './stand.ts';

export interface Bar {
  /** Shows where the deck stands. */
  readonly show: () => void;
  /** Tells the reader something, with a link behind it, until it is followed or another slide is shown. */
  readonly say: (words: string, link: HTMLAnchorElement) => void;
  readonly help: () => void;
  readonly connect: (does: { readonly speaker: () => void; readonly jump: () => void; readonly scheme: () => void }) => void;
}

export function makeBar(reveal: RevealApi, config: DeckConfig): Bar {
  const help = (): void => furniture<HTMLDialogElement>('keys')?.showModal();
  const on = (name: string, does: () => void): void =>
    furniture(name)?.addEventListener('click', (event) => {
      does();
      // After a mouse click the space bar belongs to the slides again.
      if (event.detail > 0) (event.currentTarget as HTMLElement).blur();
    });
  on('overview', () => reveal.toggleOverview());
  on('help', help);
  on('back', () => reveal.prev());
  on('next', () => reveal.next());
  on('more', toggleMenu);
  furniture('bar')?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || furniture('more')?.getAttribute('aria-expanded') !== 'true') return;
    event.stopPropagation();
    toggleMenu();
    furniture('more')?.focus();
  });
  furniture('skip')?.addEventListener('click', (event) => {
    event.preventDefault();
    furniture('more')?.focus();
  });
  on('stay', () => {
    document.documentElement.classList.add('lectern-stays');
    keep('stay', '1');
  });
  if (kept('stay') !== null) document.documentElement.classList.add('lectern-stays');
  watchDialogs();
  watchStillness();
  return {
    show: () => show(reveal, config),
    say,
    help,
    connect: ({ speaker, jump, scheme }) => {
      on('speaker', speaker);
      on('scheme', scheme);
      on('go', jump);
    },
  };
}

function show(reveal: RevealApi, config: DeckConfig): void {
  const { number } = placeNow(reveal);
  const place = furniture('where');
  const label = furniture('number');
  if (label !== null) label.textContent = String(number);
  place?.setAttribute('aria-label', fill(config.words.place, { n: number, total: config.total }));
  furniture('says')?.replaceChildren();
  const slide = reveal.getCurrentSlide();
  const { id } = slide;
  // What the author put behind the slide is behind the bar as well.
  for (const ground of ['dark', 'light'])
    document.documentElement.classList.toggle(`lectern-on-${ground}`, slide.classList.contains(`has-${ground}-background`));
  for (const read of document.querySelectorAll<HTMLAnchorElement>('#lectern-read, .lectern-offer a'))
    read.href = `${config.read}#${encodeURIComponent(id === '' ? `slide-${number}` : id)}`;
  for (const piece of furniture('track')?.querySelectorAll<HTMLElement>('i') ?? []) {
    const done = (number - Number(piece.dataset.from) + 1) / Number(piece.dataset.slides);
    piece.style.setProperty('--done', String(Math.max(0, Math.min(1, done))));
  }
}

function toggleMenu(): void {
  const open = furniture('bar')?.classList.toggle('open') ?? false;
  furniture('more')?.setAttribute('aria-expanded', String(open));
}

function say(words: string, link: HTMLAnchorElement): void {
  const says = furniture('says');
  says?.replaceChildren(words, ' ', link);
  link.addEventListener('click', () => says?.replaceChildren());
}

function watchDialogs(): void {
  document.addEventListener('click', (event) => {
    const at = event.target as Element | null;
    if (at?.closest('[data-lectern-close]') != null) at.closest('dialog')?.close();
    else if (at instanceof HTMLDialogElement) at.close();
  });
}

/** In full screen the bar goes after a while without movement, and comes back with the next. */
function watchStillness(): void {
  const state = { timer: 0 };
  const wake = (): void => {
    document.documentElement.classList.remove('lectern-still');
    clearTimeout(state.timer);
    state.timer = window.setTimeout(() => {
      if (document.fullscreenElement !== null) document.documentElement.classList.add('lectern-still');
    }, 3000);
  };
  for (const event of ['pointermove', 'pointerdown', 'focusin', 'fullscreenchange']) document.addEventListener(event, wake);
}
