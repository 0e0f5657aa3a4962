/**
 * A deck that is played without a network → what is on the slide that it shows, and what of it is not there. A check puts this
 * script into the page; it is never published.
 */
import { ROOM, type RoomLoad, type RoomPage, type RoomSlide } from '../model/wire.ts';
import { numberOf, slideElements } from './deck/place.ts';

/** What stands in for our typefaces until they are there is looked for on this machine: see fonts-fallback.css. */
const OURS = / Before(?: Too)?["']?$/;
/** Milliseconds that what is on a slide may take to be there. */
const PATIENCE = 3000;
const PAUSE = 20;

const page: RoomPage = {
  slides: () =>
    slideElements()
      .filter(({ dataset }) => dataset['visibility'] !== 'hidden')
      .map(describe),
  stand: async () => {
    const slide = shown();
    if (slide === null) return { number: 0, step: 0, missing: [] };
    await loaded(slide);
    const steps = [...slide.querySelectorAll('.fragment.visible')].map((one) => one.getAttribute('data-fragment-index') ?? '');
    return { number: numberOf(slide), step: new Set(steps).size, missing: missingOn(slide) };
  },
  typefaces: () => [
    ...new Set(
      [...document.fonts].filter(({ status, family }) => status === 'error' && !OURS.test(family)).map(({ family }) => family),
    ),
  ],
};
Object.assign(globalThis, { [ROOM]: page });

function shown(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.reveal .slides section.present[data-number]:not(.stack)');
}

function describe(slide: HTMLElement): RoomSlide {
  const notes = [...slide.querySelectorAll('aside.notes')].map(({ textContent }) => textContent ?? '').join(' ');
  const links = [...slide.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(
    (link) => link.closest('aside.notes, .lectern-remote') === null,
  );
  const minutes = Number(slide.dataset['minutes'] ?? Number(slide.dataset['timing'] ?? Number.NaN) / 60);
  return {
    number: numberOf(slide),
    title: slide.querySelector(':scope > :is(h1,h2,h3,h4,h5,h6)')?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
    words: notes.match(/\S+/g)?.length ?? 0,
    minutes: minutes > 0 ? minutes : null,
    links: [...new Set(links.map(({ href }) => href).filter((href) => /^https?:/i.test(href)))],
    frames: [...slide.querySelectorAll('iframe')].map(({ src }) => src),
  };
}

/** Until its pictures, recordings and frames are there, or will not come. */
async function loaded(slide: HTMLElement): Promise<void> {
  const late = performance.now() + PATIENCE;
  while (performance.now() < late && [...slide.querySelectorAll('img, video, audio')].some(isComing))
    await new Promise((done) => setTimeout(done, PAUSE));
}

function isComing(element: Element): boolean {
  if (element.closest('aside.notes, [hidden]') !== null) return false;
  if (element instanceof HTMLImageElement) return element.getAttribute('src') !== null && !element.complete;
  const { readyState, networkState, error } = element as HTMLMediaElement;
  return readyState < 1 && error === null && networkState === HTMLMediaElement.NETWORK_LOADING;
}

function missingOn(slide: HTMLElement): readonly RoomLoad[] {
  const missing: RoomLoad[] = [];
  for (const image of slide.querySelectorAll('img'))
    if (image.closest('aside.notes, [hidden]') === null && image.getAttribute('src') !== null && image.naturalWidth === 0)
      missing.push({ kind: 'picture', url: image.src, waits: false });
  for (const media of slide.querySelectorAll<HTMLMediaElement>('video, audio'))
    if (media.closest('[hidden]') === null && (media.error !== null || media.networkState === HTMLMediaElement.NETWORK_NO_SOURCE))
      missing.push({ kind: 'recording', url: media.currentSrc || sourceOf(media), waits: false });
  for (const frame of slide.querySelectorAll<HTMLIFrameElement>('iframe:not([hidden])'))
    if (/^https?:/i.test(frame.src)) missing.push({ kind: 'frame', url: frame.src, waits: false });
  for (const waiting of slide.querySelectorAll<HTMLElement>('[data-lectern-src]'))
    missing.push({ kind: kindOf(waiting), url: waiting.dataset['lecternSrc'] ?? '', waits: true });
  for (const { name, value } of slide.attributes)
    if (name.startsWith('data-background') && /^https?:/i.test(value))
      missing.push({
        kind: BACKGROUNDS[name.replace(/-waiting$/, '')] ?? 'picture',
        url: value,
        waits: name.endsWith('-waiting'),
      });
  return missing;
}

const BACKGROUNDS: Readonly<Record<string, RoomLoad['kind']>> = {
  'data-background-video': 'recording',
  'data-background-iframe': 'frame',
};

function kindOf(element: HTMLElement): RoomLoad['kind'] {
  if (element instanceof HTMLImageElement) return 'picture';
  return element instanceof HTMLIFrameElement ? 'frame' : 'recording';
}

function sourceOf(media: HTMLMediaElement): string {
  return media.getAttribute('src') ?? media.querySelector('source')?.src ?? '';
}
