/** The deck on paper: every slide a page of its own, whole, with its steps and its background; and back again. */
import type { DeckConfig } from '../../model/wire.ts';
import { slideElements } from './place.ts';

const PAPER = 'lectern-paper';
/** What reveal.js says of slides that are not shown; a printed document with tags would leave them out. */
const ABSENT = ['hidden', 'aria-hidden', 'inert'] as const;

/** Whenever the reader prints, by the browser's own menu. `after` puts the slides back. */
export function watchPrinting(config: DeckConfig, after: () => void): void {
  const state: { undo: (() => void) | null } = { undo: null };
  addEventListener('beforeprint', () => {
    state.undo ??= layOnPaper(config);
  });
  addEventListener('afterprint', () => {
    state.undo?.();
    state.undo = null;
    after();
  });
}

/** Lays all slides out, one under the other, each as large as a page; gives a function that takes them back. */
export function layOnPaper({ width, height }: DeckConfig): () => void {
  const root = document.documentElement;
  const { scheme } = root.dataset;
  const sections = [...document.querySelectorAll<HTMLElement>('.reveal .slides section')];
  const absent = sections.map((section) => ABSENT.map((name) => section.getAttribute(name)));
  for (const section of sections) for (const name of ABSENT) section.removeAttribute(name);
  root.classList.add(PAPER);
  root.dataset.scheme = 'light';
  root.style.setProperty('--page-width', `${width}px`);
  root.style.setProperty('--page-height', `${height}px`);
  loadAll();
  const slides = slideElements();
  for (const slide of slides) slide.style.setProperty('--page-background', backgroundOf(slide));
  fitSlides(slides, width, height);
  return () => {
    root.classList.remove(PAPER);
    if (scheme === undefined) delete root.dataset.scheme;
    else root.dataset.scheme = scheme;
    for (const slide of slides) slide.style.removeProperty('--page-zoom');
    for (const [at, section] of sections.entries()) {
      for (const [which, name] of ABSENT.entries()) {
        const value = absent[at]?.[which];
        if (value != null) section.setAttribute(name, value);
      }
    }
  };
}

/** Makes what is too large for its page so much smaller that nothing is cut. */
function fitSlides(slides: readonly HTMLElement[], width: number, height: number): void {
  const sizes = slides.map(({ scrollWidth, scrollHeight }) => Math.min(1, width / scrollWidth, height / scrollHeight));
  for (const [at, slide] of slides.entries()) {
    const size = sizes[at] ?? 1;
    if (size < 1) slide.style.setProperty('--page-zoom', size.toFixed(3));
  }
}

/** What waits until its slide is near would be missing. */
function loadAll(): void {
  for (const image of document.querySelectorAll<HTMLImageElement>('img[loading="lazy"]')) image.loading = 'eager';
  for (const image of document.querySelectorAll<HTMLImageElement>('img[data-src]')) image.src = image.dataset.src ?? '';
}

/** The background that the author gave a slide, as CSS; nothing where there is none. */
export function backgroundOf({ dataset }: HTMLElement): string {
  const { background = '', backgroundColor = '', backgroundGradient = '', backgroundImage = '' } = dataset;
  const isPicture = /\.(?:svg|png|jpe?g|gif|webp|avif)(?:[?#].*)?$/i.test(background);
  const pictures = (backgroundImage || (isPicture ? background : '')).split(',').filter((one) => one.trim() !== '');
  const place = `${dataset.backgroundPosition ?? 'center'} / ${dataset.backgroundSize ?? 'cover'} ${dataset.backgroundRepeat ?? 'no-repeat'}`;
  const layers = [
    ...pictures.map((one) => `url("${encodeURI(decode(one.trim()))}") ${place}`),
    ...(backgroundGradient ? [backgroundGradient] : []),
  ];
  const colour = backgroundColor || (isPicture ? '' : background);
  return [...layers, ...(colour === '' ? [] : [`linear-gradient(${colour}, ${colour})`])].join(', ');
}

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
