/** Slides → those on which nothing is to be seen. */
import { diagnose } from '../../model/diagnostic.ts';
import { type Slide, slidesOf } from '../../model/lecture.ts';
import { isLeftOut } from '../../model/readership.ts';
import { firstLine, type LectureRule } from '../lectureCheck.ts';

/** Rule: `empty-slide`: no heading, or one without words and attributes, and nothing but notes. */
export const checkEmptySlides: LectureRule = ({ lecture, source }) => {
  if (lecture.settings.kind !== 'lecture') return [];
  const slides = slidesOf(lecture);
  return slides.flatMap((slide, at) => {
    if (!isEmpty(slide)) return [];
    const span = firstLine(slide.span, source);
    const opening = source.text.slice(span.start, span.end);
    const but = slide.body.length === 0 ? '' : ` but for ${isRead(slide) ? 'what is for readers only' : 'its notes'}`;
    const message = `Slide ${slide.number} is empty${but}.`;
    return [diagnose('empty-slide', span, message, hintFor(slide, slides[at + 1], opening))];
  });
};

function isEmpty({ kind, heading, body }: Slide): boolean {
  const says = heading !== null && (heading.children.length > 0 || heading.attributes.pairs.length > 0);
  return kind === 'slide' && !says && body.every((block) => block.kind === 'notes' || isLeftOut(block, 'deck'));
}

function isRead({ body }: Slide): boolean {
  return body.some((block) => isLeftOut(block, 'deck'));
}

/** `opening` is the line that opens the slide: a rule, a heading, or a comment before the first heading. */
function hintFor(slide: Slide, next: Slide | undefined, opening: string): string {
  if (isRead(slide)) return 'Give it a heading, or write something for the deck.';
  if (slide.body.length > 0) return 'Move the notes to a slide, or write something for this one.';
  if (slide.heading !== null) return 'Remove this heading, or write something under it.';
  if (opening.startsWith('<!--')) return 'Move this comment under a heading: before the first one it makes a slide of its own.';
  return (next?.heading ?? null) === null
    ? 'Remove this rule, or write something under it.'
    : 'Remove this rule: the heading after it opens a slide by itself.';
}
