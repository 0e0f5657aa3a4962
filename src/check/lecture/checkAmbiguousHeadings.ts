/** Links to a heading by its text → those whose heading is there more than once. */
import type { Heading, Link } from '../../model/blocks.ts';
import { diagnose } from '../../model/diagnostic.ts';
import type { Lecture } from '../../model/lecture.ts';
import type { SourceFile } from '../../model/source.ts';
import { plainText } from '../../model/walk.ts';
import { firstLine, type LectureRule } from '../lectureCheck.ts';
import { shorten } from '../shorten.ts';
import { blocksOfKind, nodesOfKind } from '../visitNodes.ts';

/** Rule: `ambiguous-heading`. Such a link leads to the first. */
export const checkAmbiguousHeadings: LectureRule = ({ lecture, source }) => {
  const links = linksByText(lecture);
  if (links.length === 0) return [];
  const headings = headingsByText(lecture);
  return links.flatMap((link) => {
    const label = labelOf(link, source);
    const [first, ...others] = headings.get(folded(label)) ?? [];
    if (first === undefined || others.length === 0 || link.target.address !== `#${first.attributes.id}`) return [];
    const message = `“${shorten(label)}” is the text of ${others.length + 1} headings, and this link leads to the first.`;
    const [second] = others.map(({ attributes }) => attributes.id);
    const hint = `Write “[…](#${second})” where another is meant.`;
    const related = others.map(({ span }) => ({ message: 'Another is here.', span: firstLine(span, source) }));
    return [diagnose('ambiguous-heading', link.span, message, hint, related)];
  });
};

function headingsByText(lecture: Lecture): ReadonlyMap<string, readonly Heading[]> {
  const found = new Map<string, Heading[]>();
  for (const heading of blocksOfKind(lecture, 'heading')) {
    const text = folded(plainText(heading.children));
    const alike = found.get(text);
    if (alike === undefined) found.set(text, [heading]);
    else alike.push(heading);
  }
  return found;
}

/** Links to a place of the lecture that are written without an address. */
function linksByText(lecture: Lecture): readonly Link[] {
  return nodesOfKind(lecture, 'link').filter(({ target, span }) => target.address.startsWith('#') && target.span === span);
}

/** What stands in the last brackets that are not empty: `[text][label]`, `[label][]`, `[label]`. */
function labelOf({ span }: Link, source: SourceFile): string {
  const parts = [...source.text.slice(span.start, span.end).matchAll(/\[([^[\]]+)\]/g)];
  return parts.at(-1)?.[1] ?? '';
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
