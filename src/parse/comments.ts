/** Takes HTML comments out of a tree, so that they never get out. */
import type { Block, Inline } from '../model/blocks.ts';
import type { Lecture } from '../model/lecture.ts';
import { mapCells, mapChildBlocks } from '../model/walk.ts';
import { COMMENT } from './treeContext.ts';

type Comments = Lecture['comments'];

/** The blocks without their comments, in raw elements too, and the comments. */
export function takeComments(blocks: readonly Block[]): { readonly blocks: readonly Block[]; readonly comments: Comments } {
  const comments: Comments[number][] = [];
  return { blocks: without(blocks, comments), comments };
}

function without(blocks: readonly Block[], comments: Comments[number][]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    switch (block.kind) {
      case 'html-verbatim':
        return block.name === COMMENT ? take(block, comments) : [{ ...block, text: withoutIn(block, comments) }];
      case 'paragraph': {
        const children = withoutInlines(block.children, comments);
        return children.length === 0 && block.children.length > 0 ? [] : [{ ...block, children }];
      }
      case 'heading':
        return [{ ...block, children: withoutInlines(block.children, comments) }];
      case 'figure':
        return [{ ...block, image: { ...block.image, children: withoutInlines(block.image.children, comments) } }];
      case 'table': {
        const table = mapCells(block, (cell) => ({
          ...cell,
          children: withoutInlines(cell.children, comments),
          ...(cell.blocks && { blocks: without(cell.blocks, comments) }),
        }));
        return [{ ...table, caption: table.caption === null ? null : withoutInlines(table.caption, comments) }];
      }
      default:
        return [mapChildBlocks(block, (children) => without(children, comments))];
    }
  });
}

function withoutInlines(inlines: readonly Inline[], comments: Comments[number][]): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] => {
    if (inline.kind === 'html-verbatim')
      return inline.name === COMMENT ? take(inline, comments) : [{ ...inline, text: withoutIn(inline, comments) }];
    return 'children' in inline ? [{ ...inline, children: withoutInlines(inline.children, comments) }] : [inline];
  });
}

function take(comment: Comments[number], comments: Comments[number][]): readonly never[] {
  comments.push({ text: comment.text, span: comment.span });
  return [];
}

/** The text of a raw element without comments; in scripts and styles `<!--` is no comment. */
function withoutIn(element: { readonly name: string } & Comments[number], comments: Comments[number][]): string {
  if (element.name === 'script' || element.name === 'style') return element.text;
  return element.text.replace(/<!--([\s\S]*?)(?:-->|$)/g, (_, text: string) => {
    comments.push({ text, span: element.span });
    return '';
  });
}

/** Inlines without their comments, where nobody asks what those were. */
export function withoutInlineComments(inlines: readonly Inline[]): readonly Inline[] {
  return withoutInlines(inlines, []);
}
