/** The slides of a deck as they were sent before and now → which are the same, wherever they stand and whatever they are called. */
import { type Likeness, matchLists } from './matchLists.ts';

/** What follows from a slide's place in the deck, or from its heading: the slide stays the same without. */
const OUTER = new Set(['id', 'data-number', 'data-section']);

/** For each slide of `after` the one of `before` that it was; null: it is new. */
export function matchSlides(before: readonly Element[], after: readonly Element[]): readonly (Element | null)[] {
  const contents = new Map([...before, ...after].map((slide) => [slide, contentOf(slide)]));
  const like: Likeness<Element> = {
    isSame: (one, other) => one.id === other.id && contents.get(one) === contents.get(other),
    content: (slide) => contents.get(slide) ?? '',
    name: ({ id }) => id,
    kind: () => '',
  };
  return matchLists(before, after, like).map((at) => (at === null ? null : (before[at] ?? null)));
}

/** Its markup without what follows from its place. */
function contentOf(slide: Element): string {
  const attributes = [...slide.attributes].filter(({ name }) => !OUTER.has(name)).map(({ name, value }) => `${name}=${value}`);
  return `${attributes.join('\n')}\n${slide.innerHTML}`;
}

/** The slides of a deck in order, without those that are hidden, as the deck has them; takes those out, also from stacks. */
export function slidesIn(deck: Element): readonly Element[] {
  for (const hidden of deck.querySelectorAll('section[data-visibility="hidden"]')) {
    const parent = hidden.parentElement;
    if (parent?.localName === 'section' && parent.childElementCount === 1) parent.remove();
    else hidden.remove();
  }
  return [...deck.querySelectorAll('section[data-number]')];
}
