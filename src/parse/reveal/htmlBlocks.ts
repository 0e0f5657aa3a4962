/**
 * A block of raw HTML, which goes on to a blank line → its tags and text; nothing in it is Markdown.
 *
 *     <div class="box">
 *     *stars*
 *     ^ as typed
 */
import type { Block, HtmlTag, HtmlVerbatim, Inline, Text } from '../../model/blocks.ts';
import type { Span } from '../../model/source.ts';
import { sourceOffset } from '../inlines.ts';
import { rawHtml } from '../rawHtml.ts';
import { isBlockTag } from '../tag.ts';
import type { Token } from '../tokens.ts';
import { COMMENT, type TreeContext } from '../treeContext.ts';
import { linesOfHtml } from './positions.ts';

type Piece = HtmlTag | HtmlVerbatim | Text;

/** Text and the tags in it stay together, tags between paragraphs stand apart. */
export function htmlBlocks(token: Token, span: Span, context: TreeContext): readonly Block[] {
  const lines = linesOfHtml(token);
  const pieces = rawHtml(token.content, span, ([start, end]) =>
    context.place([sourceOffset(lines, start), sourceOffset(lines, end)]),
  );
  const blocks: Block[] = [];
  let run: Piece[] = [];
  const flush = (): void => {
    for (const block of textOf(run)) blocks.push(block);
    run = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'text' || !standsApart(piece)) run.push(piece);
    else {
      flush();
      blocks.push(piece);
    }
  }
  flush();
  return blocks;
}

const APART = new Set(['style', 'script', 'pre', 'textarea', COMMENT]);

function standsApart(piece: HtmlTag | HtmlVerbatim): boolean {
  return piece.kind === 'html-tag' ? isBlockTag(piece) : APART.has(piece.name);
}

/** Text with the tags in it, where each tag has its end; else the tags apart, since what they hold goes on after the block. */
function textOf(run: readonly Piece[]): readonly Block[] {
  if (run.every((piece) => piece.kind === 'text' && piece.text.trim() === '')) return [];
  if (isBalanced(run)) return [textBlock(run)];
  return run.flatMap((piece): readonly Block[] =>
    piece.kind === 'text' ? (piece.text.trim() === '' ? [] : [textBlock([piece])]) : [piece],
  );
}

function textBlock(children: readonly Inline[]): Block {
  const [first, last] = [children[0], children.at(-1)];
  const span = { path: first?.span.path ?? '', start: first?.span.start ?? 0, end: last?.span.end ?? 0 };
  return { kind: 'paragraph', tight: true, children, span };
}

function isBalanced(run: readonly Piece[]): boolean {
  const open: string[] = [];
  for (const piece of run) {
    if (piece.kind !== 'html-tag' || piece.form === 'void') continue;
    if (piece.form === 'open') open.push(piece.name);
    else if (open.pop() !== piece.name) return false;
  }
  return open.length === 0;
}
