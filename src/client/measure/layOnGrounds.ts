/** A deck that nobody sees → all its slides under each other, each on the ground that reveal.js puts behind the one that it shows. */
import type { DeckConfig } from '../../model/wire.ts';
import { backgroundOf } from '../deck/paper.ts';
import { showAllSteps } from './steps.ts';
import { shownSlides, unfold } from './unfold.ts';

/** With all their steps; gives a function that takes that back. */
export function layOnGrounds(config: DeckConfig): () => void {
  const fold = unfold(config);
  const slides = shownSlides();
  slides.forEach(showAllSteps);
  for (const slide of slides) {
    const { kind = '' } = slide.dataset;
    const own = backgroundOf(slide);
    if (own !== '') slide.style.setProperty('background', own);
    slide.style.setProperty('background-color', own === '' ? (GROUNDS[kind] ?? 'var(--paper)') : colourOf(slide));
    slide.classList.remove('has-dark-background', 'has-light-background');
    const brightness = brightnessOf(colourOf(slide));
    if (brightness !== null) slide.classList.add(brightness < 128 ? 'has-dark-background' : 'has-light-background');
  }
  return fold;
}

/** See deck-slide.css. */
const GROUNDS: Readonly<Record<string, string>> = { cover: 'var(--deep)', section: 'var(--soft)' };

function colourOf({ dataset }: HTMLElement): string {
  const { backgroundColor = '', background = '' } = dataset;
  return backgroundColor || (CSS.supports('color', background) ? background : '') || 'var(--paper)';
}

/** As reveal.js reckons it, from 0 to 255; null where the slide has no colour of its own. */
function brightnessOf(colour: string): number | null {
  if (colour.startsWith('var(')) return null;
  const probe = document.createElement('i');
  probe.style.color = colour;
  document.body.append(probe);
  const [red, green, blue, alpha = 1] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
  probe.remove();
  if (red === undefined || green === undefined || blue === undefined || alpha === 0) return null;
  return (red * 299 + green * 587 + blue * 114) / 1000;
}
