/** A lecture → the stretches of its source that are code or comments, where marks mean nothing. */
import type { Lecture } from '../model/lecture.ts';
import type { Span } from '../model/source.ts';
import { visitNodes } from './visitNodes.ts';

/** Answers whether an offset of the lecture's source lies in code, in raw text of HTML, or in a comment. */
export function codeSpans(lecture: Lecture): (offset: number) => boolean {
  const spans: Span[] = lecture.comments.map((comment) => comment.span);
  visitNodes(lecture, (node) => {
    if (node.kind === 'code' || node.kind === 'inline-code' || node.kind === 'html-verbatim') spans.push(node.span);
  });
  return (offset) => spans.some((span) => span.start <= offset && offset < span.end);
}
