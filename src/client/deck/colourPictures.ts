/** Slides with a picture behind them → the same, saying which colour of text it needs. */
import { slideElements } from './place.ts';

/**
 * Most pictures that authors put behind a whole slide are photographs, with light text over them: such a slide is a dark one.
 * What is drawn is mostly dark ink on nothing: where the course is light, such a slide stays a light one in the dark too.
 * Neither holds where the author says what colour it has, that the picture is light, or that it shines through.
 */
export function colourPictures(): void {
  const dark = document.documentElement.dataset.scheme === 'dark';
  for (const slide of slideElements()) {
    const {
      background = '',
      backgroundImage = '',
      backgroundVideo,
      backgroundSize = 'cover',
      backgroundOpacity = '1',
    } = slide.dataset;
    const address = backgroundImage || background;
    const photo = backgroundVideo !== undefined || /\.(?:jpe?g|png|webp|gif|avif)(?:[?#].*)?$/i.test(address);
    const drawn = !dark && /\.svg(?:[?#].*)?$/i.test(address);
    if (slide.dataset.backgroundColor !== undefined || Number(backgroundOpacity) !== 1) continue;
    if (drawn || slide.dataset.backgroundLight !== undefined) slide.dataset.backgroundColor = '#f8fbfc';
    else if (photo && backgroundSize === 'cover') slide.dataset.backgroundColor = '#1b1f20';
  }
}
