/** Sections → headings right under their titles that are too deep to open a slide. */
import type { Heading } from '../../model/blocks.ts';
import { diagnose } from '../../model/diagnostic.ts';
import { slidesOf } from '../../model/lecture.ts';
import { plainText } from '../../model/walk.ts';
import type { LectureRule } from '../lectureCheck.ts';
import { shorten } from '../shorten.ts';

/** Rule: `heading-without-slide`. Such a heading stays on the section's title slide; pandoc puts it outside of all slides. */
export const checkHeadingsOutside: LectureRule = ({ lecture }) => {
  const level = lecture.slideLevel.value;
  return slidesOf(lecture).flatMap((slide) => {
    const heading = slide.body.find((block): block is Heading => block.kind === 'heading' && block.level > level);
    if (slide.kind !== 'title' || heading === undefined) return [];
    const [title, section] = [heading.children, slide.heading?.children ?? []].map((inlines) => shorten(plainText(inlines)));
    const message = `“${title}” has no slide: under “${section}” a heading of level ${level} must come first.`;
    const hint = `Write “${'#'.repeat(level)} ${title}”, or put a heading of level ${level} before it.`;
    return [diagnose('heading-without-slide', heading.span, message, hint)];
  });
};
