/** The files in the course's folders → those that nothing shows, and those that are larger than any page needs. */
import { type AssetFile, isImage, SMALL_IMAGE } from '../../model/assetFile.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Span } from '../../model/source.ts';
import type { Resolved, Target } from '../../model/target.ts';
import type { CourseRule } from '../courseCheck.ts';

/** Rule: `unused-file`. Not of a file that a misspelt path probably means, nor of a copy of what comes from another host. */
export const checkUnusedFiles: CourseRule = ({ assets, uses }) => {
  const meant = new Set(uses.map(({ target }) => nameOf(addressOf(target))));
  return assets.unused
    .filter(({ path }) => !meant.has(nameOf(path)))
    .map(({ path }) => {
      const hint = 'Remove it, or begin its name with “_” to keep it.';
      return diagnose('unused-file', { path, start: 0, end: 0 }, `Nothing in the course shows “${path}”.`, hint);
    });
};

function addressOf(target: Target): string {
  if (target.to === 'remote') return target.url;
  return target.to === 'nowhere' ? (target.nearest ?? '') : '';
}

/** Bytes. An image of this size takes a second on a phone (8 Mbit/s), and one on a slide needs a tenth of it. */
const LARGE_IMAGE = 1_000_000;
/** Bytes. A film of this size takes most of a minute on a phone, and Git keeps each version of it for ever. */
const LARGE_MEDIA = 50_000_000;
/** Pixels: what a projector or screen of today shows at most (4K UHD). */
const SCREEN = { width: 3840, height: 2160 };
/** Bytes for each pixel of a PNG: drawings and screenshots take far less, since they have areas of one colour; photos take more. */
const PHOTO = 1;

/** Rule: `large-file`, at the first place that shows it. */
export const checkLargeFiles: CourseRule = ({ assets, uses }) => {
  const first = firstUses(uses);
  return assets.used.flatMap((file): readonly Diagnostic[] => {
    const advice = isImage(file.path) ? adviceForImage(file) : adviceForMedia(file);
    const span = first.get(file.path);
    if (advice === null || span === undefined) return [];
    const name = nameOf(file.path);
    return [diagnose('large-file', span, `“${name}” ${advice.what}.`, advice.hint)];
  });
};

interface Advice {
  readonly what: string;
  readonly hint: string;
}

function adviceForImage({ path, bytes, pixels }: AssetFile): Advice | null {
  if (bytes < SMALL_IMAGE) return null;
  const what = `is ${megabytes(bytes)} large`;
  const beyond = pixels !== null && (pixels.width > SCREEN.width || pixels.height > SCREEN.height);
  if (pixels !== null && /\.png$/i.test(path) && bytes > PHOTO * pixels.width * pixels.height)
    return { what: `is a photo of ${megabytes(bytes)} as PNG`, hint: `Save it as JPEG or WebP, which take about a tenth.` };
  if (beyond)
    return {
      what: `${what}, with ${pixels.width} × ${pixels.height} pixels`,
      hint: `Make it smaller: no screen shows more than ${SCREEN.width} × ${SCREEN.height}.`,
    };
  if (bytes < LARGE_IMAGE) return null;
  if (/\.gif$/i.test(path)) return { what, hint: 'Make a film of it (MP4 or WebM), which takes about a tenth.' };
  if (/\.svg$/i.test(path)) return { what, hint: 'Simplify its paths, or save a picture that it holds as a file of its own.' };
  return { what, hint: 'Save it with more compression, or with fewer pixels.' };
}

function adviceForMedia({ bytes }: AssetFile): Advice | null {
  if (bytes < LARGE_MEDIA) return null;
  return { what: `is ${megabytes(bytes)} large`, hint: 'Cut it, or save it with more compression.' };
}

function firstUses(uses: readonly Resolved[]): ReadonlyMap<string, Span> {
  const first = new Map<string, Span>();
  for (const { reference, target } of uses)
    if (target.to === 'asset' && !first.has(target.file)) first.set(target.file, reference.span);
  return first;
}

/** With one decimal: `1.4 MB`. */
function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function nameOf(path: string): string {
  const bare = path.replace(/[?#].*$/, '');
  const name = bare.slice(bare.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name).normalize('NFC');
  } catch {
    return name.normalize('NFC');
  }
}
