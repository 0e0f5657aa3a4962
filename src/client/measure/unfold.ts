/** A deck that nobody sees → all its slides under each other, as reveal.js would show each; and back again. */
import { slideElements } from '../deck/place.ts';
import type { DeckConfig } from '../../model/wire.ts';

const FLOW = { position: 'static', overflow: 'visible', transform: 'none', inset: 'auto' };
/** Nothing is on its way to where it will be. */
const STILL = '*,*::before,*::after{transition:none!important;animation:none!important}';

/** Puts every slide under the one before, in its own size; gives a function that takes that back. */
export function unfold({ width, height }: DeckConfig): () => void {
  const before = new Map<HTMLElement, string | null>();
  const set = (element: HTMLElement, values: Readonly<Record<string, string>>): void => {
    if (!before.has(element)) before.set(element, element.getAttribute('style'));
    for (const [name, value] of Object.entries(values)) element.style.setProperty(name, value, 'important');
  };
  const slides = document.querySelector<HTMLElement>('.slides');
  for (let element = slides; element !== null; element = element.parentElement) set(element, { ...FLOW, height: 'auto' });
  if (slides !== null) set(slides, { width: `${width}px`, display: 'block', margin: '0' });
  for (const section of document.querySelectorAll<HTMLElement>('.slides section')) {
    const box = isStack(section)
      ? { display: 'block', height: 'auto', padding: '0' }
      : { display: 'flex', height: `${height}px`, position: 'relative' };
    set(section, { ...FLOW, ...box, width: `${width}px`, visibility: 'visible', opacity: '1' });
  }
  return () => {
    for (const [element, style] of before)
      if (style === null) element.removeAttribute('style');
      else element.setAttribute('style', style);
  };
}

function isStack(section: HTMLElement): boolean {
  return section.querySelector('section') !== null;
}

/** The slides that an audience sees, in order. */
export function shownSlides(): readonly HTMLElement[] {
  return slideElements().filter(({ dataset }) => dataset['visibility'] !== 'hidden');
}

/** Stops whatever moves, for as long as the page is there. */
export function standStill(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STILL);
  document.adoptedStyleSheets = [sheet];
}
