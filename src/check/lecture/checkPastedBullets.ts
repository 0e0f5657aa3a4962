/** Paragraphs → those whose lines begin with a bullet that was pasted, and are no list. */
import type { Inline, Paragraph } from '../../model/blocks.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Span } from '../../model/source.ts';
import type { LectureRule } from '../lectureCheck.ts';
import { blocksOfKind } from '../visitNodes.ts';

/** What word processors and slide programs draw; the last is the private sign of a common symbol font. */
const BULLET = /^[•●○◦▪▫■□‣⁃∙\uF0B7]/u;

/** Rule: `pasted-bullet`, once for paragraphs that follow each other. */
export const checkPastedBullets: LectureRule = ({ lecture, source }) => {
  if (!/[•●○◦▪▫■□‣⁃∙\uF0B7]/u.test(source.text)) return [];
  let end = -1;
  return blocksOfKind(lecture, 'paragraph').flatMap((paragraph): readonly Diagnostic[] => {
    const at = paragraph.span.path === source.path ? bulletOf(paragraph) : null;
    if (at === null) return [];
    const follows = end >= 0 && source.text.slice(end, paragraph.span.start).trim() === '';
    end = paragraph.span.end;
    return follows ? [] : [report(at, source.text.slice(at.start, at.end))];
  });
};

/** The first bullet that begins a line and has something behind it. */
function bulletOf({ children }: Paragraph): Span | null {
  for (const [at, inline] of children.entries()) {
    const before = children[at - 1];
    if (inline.kind !== 'text' || (before !== undefined && !isLineEnd(before)) || !BULLET.test(inline.text)) continue;
    const rest = inline.text.slice(1).trim();
    const next = children[at + 1];
    const says = rest === '' ? next !== undefined && !isLineEnd(next) : /^[\p{L}\p{N}"“„(]/u.test(rest);
    if (says) return { ...inline.span, end: inline.span.start + 1 };
  }
  return null;
}

function isLineEnd({ kind }: Inline): boolean {
  return kind === 'soft-break' || kind === 'hard-break';
}

function report(span: Span, bullet: string): Diagnostic {
  const message = `“${bullet}” begins no item of a list, so it is shown as text.`;
  return diagnose('pasted-bullet', span, message, 'Write “- ” in its place on each line, with a blank line above the first.');
}
