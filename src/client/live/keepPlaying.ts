/** What plays on a slide goes on, and what is stopped stays so, while reveal.js is told that it stands elsewhere. */

/** Attributes by which reveal.js would stop a player or start it, and what their values are kept under meanwhile. */
const STARTING = { 'data-autoplay': 'data-lectern-autoplay', 'data-src': 'data-lectern-kept' } as const;

/** Gives the function that ends it. */
export function keepPlaying(slide: Element): () => void {
  const media = [...slide.querySelectorAll('video, audio, iframe')];
  const spared = media.filter((one) => !one.hasAttribute('data-ignore'));
  for (const one of spared) one.setAttribute('data-ignore', '');
  for (const one of media) for (const [name, other] of Object.entries(STARTING)) rename(one, name, other);
  return () => {
    for (const one of spared) one.removeAttribute('data-ignore');
    for (const one of media) for (const [name, other] of Object.entries(STARTING)) rename(one, other, name);
  };
}

function rename(element: Element, from: string, to: string): void {
  const value = element.getAttribute(from);
  if (value === null) return;
  element.setAttribute(to, value);
  element.removeAttribute(from);
}
