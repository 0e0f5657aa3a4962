/** What a paragraph turns out to be: text, a figure, or text between block-level tags. */
import type { Block, HtmlTag, Inline } from '../model/blocks.ts';
import type { Span } from '../model/source.ts';
import { sourceOffset } from './inlines.ts';
import { reportStrayFences } from './stray-fences.ts';
import { balanceTags } from './settle.ts';
import { endsParagraph } from './tag.ts';
import { metaOf, type Token } from './tokens.ts';
import { isReadWith } from './isOn.ts';
import type { TreeContext } from './treeContext.ts';

/** The blocks that the inlines of one paragraph make; `tight` for the text of a tight list's item. */
export function blocksOfParagraph(
  inline: Token,
  inlines: readonly Inline[],
  tight: boolean,
  span: Span,
  context: TreeContext,
): readonly Block[] {
  const lines = metaOf(inline).lines ?? [];
  if (!context.reveal && /:::|```|~~~/.test(inline.content)) {
    reportStrayFences(inline.content, (at) => context.place([sourceOffset(lines, at[0]), sourceOffset(lines, at[1])]), context);
  }
  const [only] = inlines;
  const lone = !context.reveal && inlines.length === 1 && only?.kind === 'image' && only.children.length > 0;
  if (lone && isReadWith(context, 'implicit_figures')) return [{ kind: 'figure', image: only, span }];
  const alone = inlines.every((inline) => inline.kind === 'html-tag' || isBreak(inline));
  if (alone && inlines.some((inline) => inline.kind === 'html-tag' && inline.form !== 'void')) return inlines.filter(isTag);
  return splitAtBlockTags(inlines, tight, span, context);
}

/** A tag that stands between paragraphs ends the text before it, which then is only text, as pandoc has it. */
function splitAtBlockTags(inlines: readonly Inline[], tight: boolean, span: Span, context: TreeContext): readonly Block[] {
  if (!inlines.some(isBetween)) return [{ kind: 'paragraph', tight, children: balanceTags(inlines, 'paragraph', context), span }];
  const blocks: Block[] = [];
  let text: Inline[] = [];
  const flush = (between: boolean): void => {
    const [first, last] = [text[0], text.at(-1)];
    if (first !== undefined && last !== undefined && !text.every(isBreak)) {
      const children = balanceTags(text, 'paragraph', context);
      blocks.push({
        kind: 'paragraph',
        tight: between || tight,
        children,
        span: { ...span, start: first.span.start, end: last.span.end },
      });
    }
    text = [];
  };
  for (const inline of inlines) {
    if (isBetween(inline)) {
      flush(true);
      blocks.push(inline);
    } else text.push(inline);
  }
  flush(false);
  return blocks;
}

function isTag(inline: Inline): inline is HtmlTag {
  return inline.kind === 'html-tag';
}

function isBetween(inline: Inline): inline is HtmlTag {
  return isTag(inline) && endsParagraph(inline);
}

function isBreak(inline: Inline): boolean {
  return inline.kind === 'soft-break' || (inline.kind === 'text' && inline.text.trim() === '');
}
