/** A slide that is laid out → its pictures that are not as an audience needs them. */
import { FILE_MARK, type MeasuredSlide } from '../../model/wire.ts';
import { partOf } from './findOver.ts';

/** A picture that is shown so many times as large as it is looks coarse. */
const COARSE = 1.5;
/** Small pictures are icons, and nobody looks for their pixels. */
const ICON = 160;

export function measurePictures(slide: HTMLElement): MeasuredSlide['pictures'] {
  return [...slide.querySelectorAll('img')].flatMap((image) => {
    if (image.getAttribute('src') === null || image.closest('aside.notes') !== null) return [];
    const empty = image.complete && image.naturalWidth === 0;
    // that a file is not there is told without a browser, and other hosts are not asked
    const failed = empty && image.hasAttribute(FILE_MARK);
    const { width, height } = image.getBoundingClientRect();
    const scale = empty || isDrawn(image) ? 1 : Math.min(width / image.naturalWidth, height / image.naturalHeight);
    const coarse = scale > COARSE && Math.max(width, height) > ICON;
    return failed || coarse ? [{ ...partOf(image), failed, scale: Number(scale.toFixed(1)) }] : [];
  });
}

/** Drawings have no pixels. */
function isDrawn({ currentSrc }: HTMLImageElement): boolean {
  return /\.svg(?:[?#]|$)|^data:image\/svg/i.test(currentSrc);
}
