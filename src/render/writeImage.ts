/** An image of the author → a picture, a player or a frame, by what its file is; alone in its paragraph, a figure with its caption. */
import type { Attributes } from '../model/attributes.ts';
import type { Figure, Image } from '../model/blocks.ts';
import { plainText } from '../model/walk.ts';
import { FILE_MARK } from '../model/wire.ts';
import { escapeHtml } from './escape.ts';
import { hrefOf, originOf, targetOf } from './hrefOf.ts';
import { inlineFigure } from './inlineFigure.ts';
import { markSource } from './markSource.ts';
import { isSeeThrough } from './seeThrough.ts';
import { writeAttribute, writeAttributes } from './writeAttributes.ts';
import { writeCss } from './writeCss.ts';
import { writeFullSize } from './writeFullSize.ts';
import { writeRemoteBox } from './writeRemoteBox.ts';
import type { Writing } from './writing.ts';

const VIDEO = /\.(?:mp4|m4v|webm|ogv|mov|mkv|avi|mpe?g)$/i;
const AUDIO = /\.(?:mp3|ogg|oga|wav|flac|aac|m4a|opus)$/i;

/** `caption` is the figure's, already written; fragments step with their figure, not under a caption that is there before them. */
export function writeFigure(figure: Figure, caption: string, writing: Writing): string {
  const { id, classes, pairs } = figure.image.attributes;
  const steps = classes.includes('fragment');
  const moved = (key: string) => steps && /^(?:data-)?fragment-index$/.test(key);
  const outer: Attributes = {
    id,
    idSpan: null,
    classes: steps ? classes : [],
    pairs: pairs.filter((pair) => moved(pair.key)),
  };
  const inner: Attributes = {
    id: null,
    idSpan: null,
    classes: steps ? [] : classes,
    pairs: pairs.filter((pair) => !moved(pair.key)),
  };
  const image = writeFullSize(writeImage({ ...figure.image, attributes: inner }, writing), figure.image, writing);
  return `<figure${writeAttributes(outer, writing)}>\n${image}\n<figcaption>${caption}</figcaption>\n</figure>`;
}

/** An image where it stands; its description becomes the alternative text. */
export function writeImage(image: Image, writing: Writing): string {
  return markSource(writeUnmarked(image, writing), image.span, writing);
}

function writeUnmarked(image: Image, writing: Writing): string {
  const alt = image.attributes.pairs.find((pair) => pair.key === 'alt')?.value ?? plainText(image.children);
  const href = hrefOf(image.source, writing);
  if (href === null) return escapeHtml(alt);
  const path = href.replace(/[?#].*$/, '');
  const title = image.title ?? image.attributes.pairs.find((pair) => pair.key === 'title')?.value ?? null;
  const rest = sizes(image.attributes, writing) + writeAttribute('title', title);
  if (VIDEO.test(path)) return writePlayer('video', href, alt, rest, image, writing);
  if (AUDIO.test(path)) return writePlayer('audio', href, alt, rest, image, writing);
  const drawn = /\.svg$/i.test(path) ? writeDrawing(image, alt, writing) : null;
  if (drawn !== null) return drawn;
  if (/\.pdf$/i.test(path)) return writeFrame(href, alt, rest, image, writing);
  const source = waits(image, 'image', writing) ? waiting(href) : ` src="${escapeHtml(href)}"`;
  const box = source.includes('data-lectern-src') ? writeRemoteBox('image', href, alt, writing) : '';
  const plate = mayBeSeenThrough(image, writing) ? ' data-plate' : '';
  const there = writing.marked === true && targetOf(image.source, writing).to === 'asset' ? ` ${FILE_MARK}` : '';
  return `${box}<img${there}${source} alt="${escapeHtml(alt)}" loading="lazy"${plate}${rest}>`;
}

/** On a dark page a picture with transparency needs something light behind it: most are dark ink on nothing. */
function mayBeSeenThrough(image: Image, writing: Writing): boolean {
  const target = targetOf(image.source, writing);
  if (target.to !== 'asset' || image.attributes.classes.includes('plain')) return false;
  if (/\.svg$/i.test(target.file)) return true;
  const bytes = /\.(?:png|gif|webp)$/i.test(target.file) ? writing.bytesOf(target.file) : null;
  return bytes !== null && isSeeThrough(bytes);
}

/** One of our own figures as part of the page, so that it takes the page's colours and fonts; null for all others. */
function writeDrawing(image: Image, alt: string, writing: Writing): string | null {
  const target = targetOf(image.source, writing);
  const own = target.to === 'asset' && target.fragment === '' && /\.svg$/i.test(target.file);
  const bytes = own ? writing.bytesOf(target.file) : null;
  if (bytes === null) return null;
  const { attributes } = image;
  const number = writing.figures.count + 1;
  const drawn = inlineFigure(new TextDecoder().decode(bytes), {
    prefix: `lectern-${(writing.address ?? 'home').replaceAll('/', '-')}-${number}-`,
    attributes: sizes({ ...attributes, classes: [] }, writing),
    classes: attributes.classes,
    label: attributes.pairs.some(({ key }) => key === 'alt') ? alt : null,
    fallback: alt,
  });
  if (drawn !== null) writing.figures.count = number;
  return drawn;
}

function writePlayer(kind: 'video' | 'audio', href: string, alt: string, rest: string, image: Image, writing: Writing): string {
  const wait = waits(image, 'media', writing);
  const box = wait ? writeRemoteBox('media', href, alt, writing) : '';
  const source = wait ? waiting(href) : ` src="${escapeHtml(href)}"`;
  const label = writeAttribute('aria-label', alt === '' ? null : alt);
  const link = `<a href="${escapeHtml(href)}">${escapeHtml(alt === '' ? href : alt)}</a>`;
  return `${box}<${kind}${source} controls preload="metadata"${label}${rest}>${link}</${kind}>`;
}

function writeFrame(href: string, alt: string, rest: string, image: Image, writing: Writing): string {
  const wait = waits(image, 'frame', writing);
  if (!wait) writing.origins.frame.add("'self'");
  const box = wait ? writeRemoteBox('frame', href, alt, writing) : '';
  const source = wait ? waiting(href) : ` src="${escapeHtml(href)}"`;
  return `${box}<iframe${source} title="${escapeHtml(alt === '' ? href : alt)}" loading="lazy"${rest}></iframe>`;
}

/** What the element has until its reader asks for it. */
function waiting(href: string): string {
  return ` hidden data-lectern-src="${escapeHtml(href)}"`;
}

function waits(image: Image, kind: 'image' | 'media' | 'frame', writing: Writing): boolean {
  const target = targetOf(image.source, writing);
  if (target.to !== 'remote') return false;
  const origin = originOf(target.url);
  if (origin !== null) writing.origins[kind].add(origin);
  return kind !== 'image' || writing.syllabus.settings.remote === 'ask';
}

/** All attributes but those written apart; sizes as pandoc writes them: pixels as attributes, all else as style. */
function sizes(attributes: Attributes, writing: Writing): string {
  let size = '';
  const given = attributes.pairs.find((pair) => pair.key === 'style');
  let style = given === undefined ? '' : writeCss(given.value, () => given.span, writing);
  for (const { key, value } of attributes.pairs) {
    if (key !== 'width' && key !== 'height') continue;
    const pixels = /^(\d+(?:\.\d+)?)(?:px)?$/.exec(value.trim())?.[1];
    if (pixels !== undefined) size += ` ${key}="${Math.round(Number(pixels))}"`;
    else if (/^\d+(?:\.\d+)?(?:%|em|rem|ex|ch|in|cm|mm|pt|pc|vw|vh)$/.test(value.trim()))
      style += `${style === '' || style.endsWith(';') ? '' : ';'}${key}:${shownSize(value.trim())};`;
  }
  const pairs = attributes.pairs.filter((pair) => pair.key !== 'style');
  const rest = writeAttributes({ ...attributes, pairs }, writing, {
    without: ['width', 'height', 'alt', 'src', 'loading', 'title'],
  });
  return rest + size + writeAttribute('style', style === '' ? null : style);
}

/** A share of the width as pandoc writes it: `50.0%`. */
function shownSize(size: string): string {
  const share = /^(.+)%$/.exec(size)?.[1];
  if (share === undefined) return size;
  return `${Number.isInteger(Number(share)) ? `${Number(share)}.0` : Number(share)}%`;
}
