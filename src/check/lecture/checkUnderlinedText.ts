/** Headings → those that a rule made of the text above it, where a slide break was probably meant. */
import type { Heading } from '../../model/blocks.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Lecture } from '../../model/lecture.ts';
import { plainText } from '../../model/walk.ts';
import type { LectureRule } from '../lectureCheck.ts';
import { shorten } from '../shorten.ts';
import { blocksOfKind } from '../visitNodes.ts';

/**
 * Rule: `underlined-text`. Said of text that does not read like a title, of items, and in a lecture that opens its
 * headings of level 2 with `##`; an underline that is as long as its text is meant.
 */
export const checkUnderlinedText: LectureRule = ({ lecture, source }) => {
  if (lecture.settings.reveal != null) return [];
  const headings = blocksOfKind(lecture, 'heading');
  if (!headings.some(({ underlined }) => underlined)) return [];
  const inItems = headingsInItems(lecture);
  const opened = headings.some(({ level, underlined }) => level === 2 && !underlined);
  return headings.flatMap(({ level, underlined, children, span }): readonly Diagnostic[] => {
    if (!underlined || level !== 2) return [];
    const index = source.text.slice(span.end).search(/-+/);
    const [line = ''] = /^-*/.exec(source.text.slice(span.end + index)) ?? [];
    const text = source.text.slice(span.start, span.end);
    if (line.length < 3 || isMeant(line, text)) return [];
    if (!opened && !inItems.has(span.start) && looksLikeTitle(children, text)) return [];
    const place = { path: span.path, start: span.end + index, end: span.end + index + line.length };
    const title = shorten(plainText(children));
    const message = `“${line}” makes a heading of “${title}”, since there is no blank line between them.`;
    const hint = `Put a blank line above it for a slide break, or write “## ${title}” for a heading.`;
    return [diagnose('underlined-text', place, message, hint)];
  });
};

/** Whether a line was drawn to the length of the text above it. */
function isMeant(line: string, text: string): boolean {
  return line.length >= text.length || (line.length > 3 && text.length - line.length < 3);
}

/** Where the headings in items of lists begin. */
function headingsInItems(lecture: Lecture): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { items } of [...blocksOfKind(lecture, 'bullet-list'), ...blocksOfKind(lecture, 'ordered-list')])
    for (const block of items.flatMap((item) => item.children)) if (block.kind === 'heading') found.add(block.span.start);
  return found;
}

function looksLikeTitle(children: Heading['children'], text: string): boolean {
  return text.length <= 60 && !/[.:;,]$/.test(text) && children.every(({ kind }) => kind !== 'image' && kind !== 'formula');
}
