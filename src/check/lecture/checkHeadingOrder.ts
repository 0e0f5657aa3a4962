/** The headings inside slides and pages → those that are more than one level below what they stand under. */
import type { Heading } from '../../model/blocks.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { type Slide, slidesOf } from '../../model/lecture.ts';
import { plainText, walkBlocks } from '../../model/walk.ts';
import { firstLine, type LectureRule } from '../lectureCheck.ts';
import { shorten } from '../shorten.ts';
import { blocksOn } from '../visitNodes.ts';

/** Rule: `skipped-level`, once for each slide. Notes are spoken, and have no outline. */
export const checkHeadingOrder: LectureRule = ({ lecture, source }) => {
  return slidesOf(lecture).flatMap((slide): readonly Diagnostic[] => {
    // what stands right under a section and is too deep is told as `heading-without-slide`
    if (slide.kind === 'title') return [];
    const headings = headingsOn(slide);
    for (const [at, heading] of headings.entries()) {
      const above = headings[at - 1];
      if (above === undefined || heading.level <= above.level + 1) continue;
      const meant = '#'.repeat(above.level + 1);
      const message = `“${shorten(plainText(heading.children))}” has level ${heading.level} right under level ${above.level}.`;
      const hint = `Write “${meant}”, so that no level is left out; a class can make it smaller.`;
      return [diagnose('skipped-level', firstLine(heading.span, source), message, hint)];
    }
    return [];
  });
};

function headingsOn(slide: Slide): readonly Heading[] {
  const found: Heading[] = [];
  walkBlocks(blocksOn(slide), (block) => {
    if (block.kind === 'heading') found.push(block);
    return block.kind !== 'notes';
  });
  return found;
}
