/** The text of slides → marks of unfinished work that the audience would see. */
import type { Block, Inline, Text } from '../../model/blocks.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { type Cover, slidesOf } from '../../model/lecture.ts';
import type { SourceFile } from '../../model/source.ts';
import { inlinesOf, walkBlocks, walkInlines } from '../../model/walk.ts';
import type { LectureRule } from '../lectureCheck.ts';
import { blocksOn } from '../visitNodes.ts';

const MARK = /(?<![\p{L}\p{N}_])(?:TODO|FIXME|XXX)(?![\p{L}\p{N}_])/gu;

/** Rule: `todo`. Notes and code may hold them. */
export const checkTodos: LectureRule = ({ lecture, source }) => {
  if (!/TODO|FIXME|XXX/.test(source.text)) return [];
  return slidesOf(lecture).flatMap((slide) => {
    const where = lecture.settings.kind === 'lecture' ? `on slide ${slide.number}` : 'on this page';
    const front = slide.kind === 'cover' && lecture.cover !== null ? inlinesOfCover(lecture.cover) : [];
    const texts = [...textsOf(front), ...textsOfBlocks(blocksOn(slide))];
    return texts.flatMap((text) => checkText(text, source, where));
  });
};

function inlinesOfCover({ title, subtitle, authors, date }: Cover): readonly Inline[] {
  return [title, subtitle ?? [], ...authors, date ?? []].flat();
}

function checkText({ span }: Text, source: SourceFile, where: string): readonly Diagnostic[] {
  if (span.path !== source.path) return [];
  return [...source.text.slice(span.start, span.end).matchAll(MARK)].map(({ 0: mark, index }) => {
    const place = { path: span.path, start: span.start + index, end: span.start + index + mark.length };
    const hint = 'Finish it, or move it into an HTML comment, which never gets out.';
    return diagnose('todo', place, `“${mark}” stands ${where}, where everyone sees it.`, hint);
  });
}

function textsOfBlocks(blocks: readonly Block[]): readonly Text[] {
  const found: Text[] = [];
  walkBlocks(blocks, (block) => {
    if (block.kind === 'notes') return false;
    found.push(...textsOf(inlinesOf(block)));
    return true;
  });
  return found;
}

function textsOf(inlines: readonly Inline[]): readonly Text[] {
  const found: Text[] = [];
  walkInlines(inlines, (inline) => {
    if (inline.kind === 'text') found.push(inline);
  });
  return found;
}
