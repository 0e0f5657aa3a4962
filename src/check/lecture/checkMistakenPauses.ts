/** Paragraphs → those of dots alone, which look like a pause and are none. */
import type { Block, Paragraph } from '../../model/blocks.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { slidesOf } from '../../model/lecture.ts';
import { childBlocks } from '../../model/walk.ts';
import type { LectureRule } from '../lectureCheck.ts';
import { blocksOn } from '../visitNodes.ts';

const DOTS = /^(?:\.[ \t\u00A0]*){2,}$|^…$/;

/** Characters; nobody writes so many dots for a pause. */
const LONGEST = 100;

/** Rule: `mistaken-pause`. An item of a list may be of dots alone: “and so on”. */
export const checkMistakenPauses: LectureRule = ({ lecture, source }) => {
  if (lecture.settings.reveal != null) return [];
  return paragraphs(slidesOf(lecture).flatMap(blocksOn)).flatMap(({ children, span }): readonly Diagnostic[] => {
    if (children.some(({ kind }) => kind !== 'text')) return [];
    const text = source.text.slice(span.start, span.end);
    if (text.length > LONGEST || !DOTS.test(text)) return [];
    const message = `“${text}” is no pause, so it is shown as text.`;
    return [diagnose('mistaken-pause', span, message, 'Write “. . .” where what follows should appear a step later.')];
  });
};

/** All but those of notes, where nothing pauses, and of lists. */
function paragraphs(blocks: readonly Block[]): readonly Paragraph[] {
  return blocks.flatMap((block): readonly Paragraph[] => {
    if (block.kind === 'paragraph') return [block];
    return block.kind === 'division' || block.kind === 'quote' ? paragraphs(childBlocks(block)) : [];
  });
}
