/** The text of slides → formulas between `\(` and `\)`, or `\[` and `\]`, that are read as text. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Span } from '../../model/source.ts';
import { codeSpans, isWithin } from '../codeSpans.ts';
import type { LectureRule } from '../lectureCheck.ts';
import { shorten } from '../shorten.ts';
import { eachText } from '../eachText.ts';

const FORMULA = /(?<!\\)\\(?:\((?<line>(?:(?!\n[ \t]*\n)[\s\S])+?)\\\)|\[(?<alone>(?:(?!\n[ \t]*\n)[\s\S])+?)\\\])/g;
/** What TeX has and escaped brackets have not; words in a row are text. */
const TEX = /\\[a-zA-Z]|[\^_=<>+]|^[a-zA-Z]$/;
const WORDS = /\p{L}{3,}[,;]?\s+\p{L}{2,}/u;

/** Rule: `backslash-formula`. To pandoc a backslash before a bracket only says that the bracket is text. */
export const checkBackslashFormulas: LectureRule = ({ lecture, source }) => {
  if (!/\\[([]/.test(source.text)) return [];
  const texts: Span[] = [];
  eachText(lecture, ({ span }) => {
    if (span.path === source.path) texts.push(span);
  });
  const isText = isWithin(texts);
  const isCode = codeSpans(lecture);
  return [...source.text.matchAll(FORMULA)].flatMap(({ 0: all, index, groups }): readonly Diagnostic[] => {
    const tex = (groups?.['line'] ?? groups?.['alone'] ?? '').trim();
    const isTex = groups?.['line'] === undefined ? TEX.test(tex) : TEX.test(tex) || !WORDS.test(tex);
    if (!isTex || isCode(index) || !isText(index)) return [];
    const mark = groups?.['line'] === undefined ? '$$' : '$';
    const span = { path: source.path, start: index, end: index + all.length };
    const message = `“${shorten(all)}” is no formula, so its TeX is shown as text.`;
    return [
      diagnose(
        'backslash-formula',
        span,
        message,
        `Write “${mark}${shorten(tex)}${mark}”, or “from: markdown+tex_math_single_backslash” into the front matter.`,
      ),
    ];
  });
};
