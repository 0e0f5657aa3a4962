/** Paragraphs → the lines in them that look like the start of a list, a quote, a table, a heading or a slide. */
import type { Inline, Paragraph } from '../../model/blocks.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { SourceFile, Span } from '../../model/source.ts';
import type { LectureRule } from '../lectureCheck.ts';
import { shorten } from '../shorten.ts';
import { blocksOfKind } from '../visitNodes.ts';

/** A line of a paragraph, without what indents it. */
interface Line {
  readonly text: string;
  readonly span: Span;
  /** It begins with text, and not with code, a formula or the like. */
  readonly plain: boolean;
}

/** Prose is not wrapped at less than this: a shorter line was ended on purpose. */
const SHORTEST_WRAPPED = 60;
const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;
const GRID_BORDER = /^\+(?::?-+:?\+)+$/;
/** What stands under the header of a table that is drawn with dashes. */
const COLUMNS = /^-{2,}(?:[ \t]+-{2,})+$/;

/**
 * Rule: `missing-blank-line`. Of wrapped prose, where a line may well begin with a dash or a number, nothing is said:
 * the line before must be short or end with a colon, or another line must begin likewise.
 */
export const checkBlankLines: LectureRule = ({ lecture, source }) => {
  if (lecture.settings.reveal != null) return [];
  return blocksOfKind(lecture, 'paragraph').flatMap((paragraph) =>
    paragraph.children.some(isLineEnd) ? checkParagraph(linesOf(paragraph, source)) : [],
  );
};

/** The first line of each kind; what follows it is mended with it. */
function checkParagraph(lines: readonly Line[]): readonly Diagnostic[] {
  const named = new Set<string>();
  return lines.flatMap((line, at): readonly Diagnostic[] => {
    const what = at === 0 || !line.plain ? null : startOf(lines, at);
    if (what === null || named.has(what)) return [];
    named.add(what);
    const message = `“${shorten(line.text)}” is ${what}, since there is no blank line before it.`;
    return [diagnose('missing-blank-line', line.span, message, 'Put a blank line above it.')];
  });
}

function linesOf({ children }: Paragraph, source: SourceFile): readonly Line[] {
  return children.flatMap((inline, at): readonly Line[] => {
    const before = children[at - 1];
    if (before !== undefined && !isLineEnd(before)) return [];
    const { start, path } = inline.span;
    const [text = ''] = source.text.slice(start, children.at(-1)?.span.end).split(/[\r\n]/, 1);
    const line = text.trimEnd();
    return [{ text: line, span: { path, start, end: start + line.length }, plain: inline.kind === 'text' }];
  });
}

function isLineEnd({ kind }: Inline): boolean {
  return kind === 'soft-break' || kind === 'hard-break';
}

/** What the author thinks that a line starts, as a message says that it does not; null where it is text. */
function startOf(lines: readonly Line[], at: number): string | null {
  const text = lines[at]?.text ?? '';
  const deliberate = (likewise: RegExp): boolean => {
    const before = lines[at - 1]?.text ?? '';
    return (
      before.length < SHORTEST_WRAPPED || before.endsWith(':') || lines.filter((line) => likewise.test(line.text)).length > 1
    );
  };
  if (/^#{1,6}[ \t]+\S/.test(text)) return 'no heading';
  if (/^(?:-{3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(text)) return 'no slide break';
  if (/^\. +\. +\.$/.test(text)) return 'no pause';
  if (text.includes('|') && DELIMITER_ROW.test(lines[at + 1]?.text ?? '') && lines[at + 1]?.text.includes('|')) return 'no table';
  // a grid that is the whole paragraph is told where it is read
  if (GRID_BORDER.test(text) && /^[|+]/.test(lines[at + 1]?.text ?? '') && !GRID_BORDER.test(lines[0]?.text ?? ''))
    return 'no table';
  if (COLUMNS.test(lines[at + 1]?.text ?? '')) return 'no table';
  if (/^>{1,3}[ \t]?[^\s\d>=]/.test(text) && deliberate(/^>/)) return 'no quote';
  if (/^[-*+][ \t]+\S/.test(text) && deliberate(/^[-*+][ \t]/)) return 'no item of a list';
  if (/^#\.[ \t]+\S/.test(text)) return 'no item of a list';
  if (/^[01][.)][ \t]+\S/.test(text) && deliberate(/^\d{1,2}[.)][ \t]/)) return 'no item of a list';
  return /^\[\^[^\]\s]+\]:[ \t]/.test(text) ? 'no text of a footnote' : null;
}
