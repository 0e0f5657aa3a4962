/** Paragraphs → those where an image stands with other images or with text, so that its description is no caption. */
import type { Image, Inline, Paragraph } from '../../model/blocks.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { LectureRule } from '../lectureCheck.ts';
import { blocksOfKind } from '../visitNodes.ts';

/** Rule: `lost-caption`: an image alone on its line that is not alone in its paragraph. In running text, descriptions are no captions. */
export const checkLostCaptions: LectureRule = ({ lecture, source }) => {
  const { reveal, extensions } = lecture.settings;
  if (reveal != null || extensions?.has('implicit_figures') === false || !source.text.includes('![')) return [];
  return blocksOfKind(lecture, 'paragraph').flatMap((paragraph) => (paragraph.tight ? [] : checkParagraph(paragraph)));
};

function checkParagraph({ children }: Paragraph): readonly Diagnostic[] {
  const images = children.filter((inline, at): inline is Image => isDescribed(inline) && isAlone(children, at));
  const [first] = images;
  const parts = children.filter((inline) => !isBlank(inline));
  if (first === undefined || parts.length < 2) return [];
  const others = parts.every(({ kind }) => kind === 'image') ? 'others' : 'text';
  const message =
    images.length === parts.length
      ? `${images.length} images stand in one paragraph, so their descriptions are no captions.`
      : `This image stands in a paragraph with ${others}, so its description is no caption.`;
  const hint = 'Leave a blank line above and below each image that should have a caption.';
  return [diagnose('lost-caption', first.span, message, hint)];
}

function isDescribed(inline: Inline): boolean {
  return inline.kind === 'image' && inline.children.length > 0;
}

/** Whether an inline has its line to itself, or shares it with images. */
function isAlone(children: readonly Inline[], at: number): boolean {
  const line = (inline: Inline): boolean => inline.kind === 'soft-break' || inline.kind === 'hard-break';
  const fits = (inline: Inline): boolean => inline.kind === 'image' || isBlank(inline);
  for (const step of [-1, 1])
    for (let place = at + step; place >= 0 && place < children.length; place += step) {
      const inline = children[place];
      if (inline === undefined || line(inline)) break;
      if (!fits(inline)) return false;
    }
  return true;
}

function isBlank(inline: Inline): boolean {
  if (inline.kind === 'text') return /^[\s\\]*$/.test(inline.text);
  return inline.kind === 'soft-break' || inline.kind === 'hard-break' || inline.kind === 'html-tag';
}
