/** The pictures of a deck that one sees through → those whose ink nearly has the colour of what they stand on, in the dark alone. */
import type { DeckConfig, MeasuredPart } from '../../model/wire.ts';
import { partOf } from './findOver.ts';
import { inScheme } from './inScheme.ts';
import { layOnGrounds } from './layOnGrounds.ts';
import { shownSlides } from './unfold.ts';

/** Ink with less contrast than this (to 1) cannot be told from its ground. */
const SEEN = 1.5;
/** A picture vanishes where more than this share of its ink does. */
const MOST = 0.5;
/** Whoever has less than this share of nothing brings a ground of its own. */
const CLEAR = 0.1;
/** Pixels of the longer side that are looked at. */
const SIZE = 96;
/** Milliseconds until drawings that follow the page's colours have done so. */
const CALM = 60;

type Colour = readonly [red: number, green: number, blue: number];

/** By number of the slide. */
export async function findVanishing(config: DeckConfig): Promise<readonly (MeasuredPart & { readonly number: number })[]> {
  const pictures = shownSlides().flatMap((slide) => [...slide.querySelectorAll('img')].filter(isCandidate));
  if (pictures.length === 0) return [];
  const lost = (scheme: 'light' | 'dark') => inScheme(scheme, () => lostShares(pictures, config));
  const [light, dark] = [await lost('light'), await lost('dark')];
  return pictures.flatMap((picture, at) => {
    const vanishes = (dark[at] ?? 0) > MOST && (light[at] ?? 1) <= MOST;
    const number = Number(picture.closest<HTMLElement>('section[data-number]')?.dataset['number']);
    return vanishes ? [{ ...partOf(picture), number }] : [];
  });
}

/** Others stand on a light plate, are of another host, or have no holes; what is filtered looks like nobody knows what. */
function isCandidate(image: HTMLImageElement): boolean {
  if (image.naturalWidth === 0 || image.dataset['plate'] !== undefined || /\.jpe?g(?:[?#]|$)/i.test(image.currentSrc))
    return false;
  if (image.closest('aside.notes, [aria-hidden="true"], [role="presentation"]') !== null || image.alt === '') return false;
  for (let box: Element | null = image; box !== null; box = box.parentElement) {
    const { filter, mixBlendMode } = getComputedStyle(box);
    if (filter !== 'none' || mixBlendMode !== 'normal') return false;
  }
  return true;
}

/** Of each picture the share of its ink that cannot be told from its ground; null where nobody can say. */
async function lostShares(pictures: readonly HTMLImageElement[], config: DeckConfig): Promise<readonly (number | null)[]> {
  const fold = layOnGrounds(config);
  await new Promise((done) => setTimeout(done, CALM));
  const shares = pictures.map((picture) => {
    const ground = groundOf(picture);
    return ground === null ? null : lostShare(picture, ground);
  });
  fold();
  return shares;
}

/** Null behind a picture or a gradient. */
function groundOf(image: HTMLImageElement): Colour | null {
  for (let box: Element | null = image; box !== null; box = box.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(box);
    if (backgroundImage !== 'none' && !/^linear-gradient\((.+), \1\)$/.test(backgroundImage)) return null;
    const [red = 0, green = 0, blue = 0, alpha = 1] = pixelOf(backgroundColor);
    if (alpha > 229) return [red, green, blue];
  }
  return null;
}

/** Any colour of CSS, as red, green, blue and alpha from 0 to 255. */
function pixelOf(colour: string): Uint8ClampedArray {
  const context = canvas(1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}

function lostShare(image: HTMLImageElement, ground: Colour): number | null {
  const scale = SIZE / Math.max(image.naturalWidth, image.naturalHeight);
  const width = Math.max(1, Math.round(image.naturalWidth * scale));
  const height = Math.max(1, Math.round(image.naturalHeight * scale));
  const context = canvas(width, height);
  context.drawImage(image, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const sums = { clear: 0, ink: 0, lost: 0 };
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0;
    if (alpha < 26) sums.clear += 1;
    sums.ink += alpha;
    if (contrast([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0], ground) < SEEN) sums.lost += alpha;
  }
  return sums.ink === 0 || sums.clear < (CLEAR * data.length) / 4 ? null : sums.lost / sums.ink;
}

function canvas(width: number, height: number): CanvasRenderingContext2D {
  const element = document.createElement('canvas');
  [element.width, element.height] = [width, height];
  const context = element.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser has no canvas.');
  return context;
}

/** As WCAG reckons it. */
function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
