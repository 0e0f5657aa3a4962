/** What of a lecture may be published: everything but its private notes. */
import type { Block, Notes } from './blocks.ts';
import type { Lecture, Slide } from './lecture.ts';
import { mapChildBlocks, walkBlocks } from './walk.ts';

/** The lecture without its private notes, wherever they stand. Everything that is written, hashed or indexed is made from this. */
export function withoutPrivateNotes(lecture: Lecture): Lecture {
  return {
    ...lecture,
    comments: [],
    sections: lecture.sections.map((section) => ({ ...section, slides: section.slides.map(publicSlide) })),
  };
}

/** The private notes of a slide, in public ones too; what stands inside of them is private with them. */
export function privateNotesOf(slide: Slide): readonly Notes[] {
  const found: Notes[] = [];
  walkBlocks(slide.body, (block) => {
    if (block.kind !== 'notes' || block.visibility === 'public') return true;
    found.push(block);
    return false;
  });
  return found;
}

function publicSlide(slide: Slide): Slide {
  if (slide.notes.length === 0 || privateNotesOf(slide).length === 0) return slide;
  return { ...slide, body: publicBlocks(slide.body), notes: publicBlocks(slide.notes) };
}

function publicBlocks<Some extends Block>(blocks: readonly Some[]): readonly Some[] {
  return blocks
    .filter((block) => block.kind !== 'notes' || block.visibility === 'public')
    .map((block) => mapChildBlocks(block, publicBlocks) as Some);
}
