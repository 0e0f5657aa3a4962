/** A deck → where its style sheets stand: before all else, or behind its slides where it begins with a cover that can be painted without them. */
import { courseColours } from './courseColours.ts';
import { type Rendering, writeStyles } from './lectureContext.ts';
import { lines } from './lines.ts';
import { relativePath } from './relativePath.ts';
import type { Writing } from './writing.ts';

export interface DeckStyles {
  /** For the page's head. */
  readonly head: string;
  /** To stand behind the first slide: nothing that comes later changes how it looks. */
  readonly cover: boolean;
  /** To stand behind the slides, before anything else that is seen. */
  readonly after: string;
}

/**
 * Style sheets that a page waits for cost a second journey to the server before anything is seen. So a deck carries the rules of
 * its cover itself (`first.css`, picked from the others when the client was built), and asks for the others at once, but waits for
 * them only where they are needed. Whoever brings style sheets along, or something else for the first slide, gets them first.
 */
export function deckStyles(sections: readonly string[], rendering: Rendering, writing: Writing): DeckStyles {
  const previews = sections.some((one) => one.includes(' data-preview-')) ? ['preview.css'] : [];
  const links = writeStyles(['reveal.css', ...previews, 'deck.css'], rendering, writing);
  if (writing.marked || !beginsPlain(rendering)) return { head: links, cover: false, after: '' };
  const { client, syllabus } = rendering;
  const folder = relativePath(writing.page, client.path('deck.css')).replace(/[^/]*$/, '');
  const rules = client.text('first.css').replaceAll('url(./', `url(${folder}`);
  const colours = courseColours(syllabus.settings.accent)?.content ?? '';
  const early = [...links.matchAll(/href="([^"]+)"/g)].map(([, address]) => `<link rel="preload" as="style" href="${address}">`);
  return {
    head: lines([`<style>${rules}${colours}</style>`, ...early, `<noscript>${links.replaceAll('\n', '')}</noscript>`]),
    cover: true,
    after: links,
  };
}

/** It has a cover with nothing but its lines, in our own style, and in light colours as `first.css` has them. */
function beginsPlain({ lecture: { sections, settings }, syllabus: { settings: course } }: Rendering): boolean {
  const [only, next] = sections[0]?.slides ?? [];
  const styled = course.scheme !== 'light' || course.css.length > 0 || settings.css.length > 0;
  if (styled || only?.kind !== 'cover' || next !== undefined) return false;
  return only.body.length === 0 && only.attributes.pairs.length === 0;
}
