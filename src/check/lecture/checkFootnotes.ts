/** Footnotes → calls whose text is nowhere, and texts that nothing calls. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Lecture } from '../../model/lecture.ts';
import type { SourceFile } from '../../model/source.ts';
import { codeSpans } from '../codeSpans.ts';
import { eachText } from '../eachText.ts';
import type { LectureRule } from '../lectureCheck.ts';
import { shorten } from '../shorten.ts';

const CALL = /(?<!\\)\[\^([\p{L}\p{N}_-]+)\](?!:)/gu;
const TEXT = /^ {0,3}\[\^([^\]\s]+)\]:/gm;

/** Rules: `missing-footnote` and `unused-footnote`. */
export const checkFootnotes: LectureRule = ({ lecture, source }) => {
  const { reveal, extensions } = lecture.settings;
  if (reveal != null || extensions?.has('footnotes') === false || !source.text.includes('[^')) return [];
  return [...missing(lecture, source), ...unused(lecture, source)];
};

function missing(lecture: Lecture, { path, text }: SourceFile): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const labels = new Set([...text.matchAll(TEXT)].map(([, label]) => label));
  eachText(lecture, ({ span }) => {
    if (span.path !== path) return;
    for (const { 0: call, 1: label = '', index } of text.slice(span.start, span.end).matchAll(CALL)) {
      // where a text is there and not read as one, its line is told
      if (labels.has(label)) continue;
      const place = { path, start: span.start + index, end: span.start + index + call.length };
      const message = `The text of footnote “${shorten(label)}” is nowhere, so the mark is shown as it is.`;
      const hint = `Write a paragraph that begins with “[^${shorten(label)}]:”.`;
      found.push(diagnose('missing-footnote', place, message, hint));
    }
  });
  return found;
}

/** A call, or the label that a text begins with. */
const ANY = /\[\^([^\s\]]+)\]/g;

function unused(lecture: Lecture, { path, text }: SourceFile): readonly Diagnostic[] {
  const isCode = codeSpans(lecture);
  const counts = new Map<string, number>();
  for (const [, label = ''] of text.matchAll(ANY)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...text.matchAll(TEXT)].flatMap(({ 0: all, 1: label = '', index }): readonly Diagnostic[] => {
    if (isCode(index) || (counts.get(label) ?? 0) > 1) return [];
    const start = index + all.indexOf('[');
    const message = `Nothing calls footnote “${shorten(label)}”, so its text is on no slide.`;
    const hint = `Write “[^${shorten(label)}]” where it belongs.`;
    return [diagnose('unused-footnote', { path, start, end: index + all.length }, message, hint)];
  });
}
