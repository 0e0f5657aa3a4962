/** What a lecture or the home page says → a sentence or two about it, for lists of others where the author gives none. */
import type { Block } from '../model/blocks.ts';
import { type Lecture, slidesOf, titleOf } from '../model/lecture.ts';
import { inlinesOf, plainText, walkBlocks } from '../model/walk.ts';

/** Characters: what is shorter says little, and what is longer is cut by those who show it. */
const LEAST = 40;
const MOST = 200;

/** The author's words, else the subtitle, else the first paragraph on a slide, else the titles of slides; null where there is nothing. */
export function describeLecture(lecture: Lecture, subtitle: string | null): string | null {
  const slides = slidesOf(lecture);
  const titles = [...new Set(slides.map((slide) => oneLine(plainText(titleOf(slide)))))].filter((title) => title !== '');
  return (
    lecture.settings.description ??
    subtitle ??
    describeBlocks(slides.flatMap(({ body }): readonly Block[] => body)) ??
    (titles.length === 0 ? null : clip(titles.join(' · ')))
  );
}

/** The first paragraph that says something, notes left out; null where there is none. */
export function describeBlocks(blocks: readonly Block[]): string | null {
  const found: string[] = [];
  walkBlocks(blocks, (block) => {
    if (block.kind === 'notes' || found.length > 0) return false;
    const text = block.kind === 'paragraph' && !hasFormula(block) ? oneLine(plainText(inlinesOf(block))) : '';
    if (text.length >= LEAST) found.push(clip(text));
    return true;
  });
  return found[0] ?? null;
}

/** TeX says nothing to those who read a list. */
function hasFormula(block: Block): boolean {
  return inlinesOf(block).some(({ kind }) => kind === 'formula');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Cut between words. */
function clip(text: string): string {
  if (text.length <= MOST) return text;
  const cut = text.slice(0, MOST).replace(/\s+\S*$/, '');
  return `${cut.replace(/[\s,;:·–-]+$/, '')}…`;
}
