/** The automatic slide level → the stray block that set it higher than the lecture was meant to have it. */
import type { Block, Heading } from '../../model/blocks.ts';
import { diagnose } from '../../model/diagnostic.ts';
import { type Lecture, slidesOf } from '../../model/lecture.ts';
import { plainText } from '../../model/walk.ts';
import { firstLine, type LectureRule } from '../lectureCheck.ts';
import { shorten } from '../shorten.ts';

const NOUNS: Readonly<Record<string, string>> = {
  paragraph: 'This text stands',
  'bullet-list': 'This list stands',
  'ordered-list': 'This list stands',
  figure: 'This image stands',
  table: 'This table stands',
  code: 'This code stands',
  notes: 'These notes stand',
};

/**
 * Rule: `flipped-slide-level`. A lecture that honestly has slides at the level found is left in peace: something is
 * said only where one heading, or few beside those that lose their slides, has content right under it.
 */
export const checkFlippedLevel: LectureRule = ({ lecture, source }) => {
  const { value: level, automatic, decidedBy } = lecture.slideLevel;
  if (!automatic || decidedBy === null || lecture.settings.kind !== 'lecture') return [];
  const lost = lostSlides(lecture);
  const flips = Math.max(1, flippingSlides(lecture));
  if (lost.length < 2 || (flips > 1 && lost.length < 3 * flips)) return [];
  const below = lost[0]?.level ?? level + 1;
  const title = shorten(plainText(decidedBy.heading.children));
  const message =
    `${NOUNS[decidedBy.content.kind] ?? 'This stands'} right under “${title}”, so headings of level ${level} open the slides, ` +
    `and ${lost.length} headings of level ${below} open none.`;
  const hint = `Write “slide-level: ${below}” into the front matter, or “slide-level: ${level}” where this is meant.`;
  return [diagnose('flipped-slide-level', firstLine(decidedBy.content.span, source), message, hint)];
};

/** The headings of the next level that would open slides if nothing stood above them; a rule before one opens its slide all the same. */
function lostSlides(lecture: Lecture): readonly Heading[] {
  const bodies = slidesOf(lecture).map(({ heading, body }) => (heading === null ? body.slice(1) : body));
  const opening = bodies
    .flatMap((body) => body.filter((block, at) => isHeading(block) && isContent(body[at + 1])))
    .filter(isHeading);
  const level = Math.min(...opening.map((heading) => heading.level));
  return bodies.flatMap((body) => body.filter(isHeading)).filter((heading) => heading.level === level);
}

function flippingSlides(lecture: Lecture): number {
  return slidesOf(lecture).filter((slide) => slide.heading?.level === lecture.slideLevel.value && isContent(slide.body[0]))
    .length;
}

function isHeading(block: Block): block is Heading {
  return block.kind === 'heading';
}

function isContent(block: Block | undefined): boolean {
  return block !== undefined && block.kind !== 'heading';
}
