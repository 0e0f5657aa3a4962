/** Slides → what stands on them though it was meant for the lecturer: notes as other programs begin them. */
import type { Block, Division, HtmlTag, Paragraph } from '../../model/blocks.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { SourceFile, Span } from '../../model/source.ts';
import { slidesOf } from '../../model/lecture.ts';
import { childBlocks } from '../../model/walk.ts';
import { firstLine, type LectureRule } from '../lectureCheck.ts';
import { nodesOfKind } from '../visitNodes.ts';

/** reveal.js, reveal-md and mkslides; “Note: …” with text behind it is mostly a remark for everyone. */
const BEGINNING = /(?:(?:speaker|presenter|lecturer)(?:['’]s)?[ \t]+notes?:|notes:|note:[ \t]*(?=[\r\n]|$))/iy;
/** remark. */
const QUESTION_MARKS = /\?\?\?[ \t]*(?=[\r\n]|$)/y;
/** Names of divs that are near to `notes`; `note` is a box in many courses. */
const MISNAMED = /^(?:notes|speaker-?notes?|presenter-?notes?|speaker)$/i;

/** Rule: `visible-notes`, in pandoc's Markdown: reveal.js's own has a pattern for what begins notes. */
export const checkVisibleNotes: LectureRule = ({ lecture, source }) => {
  if (lecture.settings.kind !== 'lecture' || lecture.settings.reveal != null) return [];
  const asides = nodesOfKind(lecture, 'html-tag').filter(({ name, form }) => name === 'aside' && form === 'open');
  return [
    ...slidesOf(lecture).flatMap(({ body }) => outsideNotes(body).flatMap((block) => checkBlock(block, source) ?? [])),
    ...asides.flatMap((tag) => checkAside(tag) ?? []),
  ];
};

/** Paragraphs and divs that everyone sees. */
function outsideNotes(blocks: readonly Block[]): readonly (Paragraph | Division)[] {
  return blocks.flatMap((block): readonly (Paragraph | Division)[] => {
    if (block.kind === 'paragraph') return [block];
    return block.kind === 'division' ? [block, ...outsideNotes(childBlocks(block))] : [];
  });
}

function checkBlock(block: Paragraph | Division, source: SourceFile): Diagnostic | null {
  if (block.kind === 'division') {
    const name = block.attributes.classes.find((one) => MISNAMED.test(one));
    return name === undefined ? null : found(`“${name}”`, firstLine(block.span, source), 'Write “notes” instead.');
  }
  const beginning = at(BEGINNING, source, block.span) ?? at(QUESTION_MARKS, source, block.span);
  if (beginning === null) return null;
  const span = { ...block.span, end: block.span.start + beginning.trimEnd().length };
  const other = /^notes?:/i.test(beginning) ? ', or write “dialect: reveal” where the lecture is reveal.js’s Markdown' : '';
  return found(`“${beginning.trim()}”`, span, `Put what follows between “::: notes” and “:::”${other}.`);
}

/** What stands where the span begins, where it is like the (sticky) pattern. */
function at(pattern: RegExp, { text }: SourceFile, { start }: Span): string | null {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? null;
}

/** With the class `notes` it is notes, with others it may be a box. */
function checkAside({ attributes, span }: HtmlTag): Diagnostic | null {
  if (attributes.some(({ name }) => name === 'class')) return null;
  return found('“<aside>”', span, 'Write “<aside class="notes">” if it is for you, or give it another class.');
}

function found(what: string, span: Span, hint: string): Diagnostic {
  return diagnose('visible-notes', span, `What ${what} begins stands on the slide, where everyone sees it.`, hint);
}
