/** A lecture's comments, and those of its front matter → which findings they silence, and where. */
import type { Block } from '../model/blocks.ts';
import { type Lecture, type Slide, slidesOf } from '../model/lecture.ts';
import type { Silence } from '../model/silence.ts';
import type { SourceFile, Span } from '../model/source.ts';
import { walkBlocks } from '../model/walk.ts';
import { blocksOn } from './visitNodes.ts';

const HTML = /<!--\s*lectern-ignore(?![\w-])([\s\S]*?)-->/g;
const YAML = /(?<=^|[ \t])#[ \t]*lectern-ignore(?![\w-])([^\r\n]*)/gm;

/**
 * A comment with text on its line counts for that line. One alone counts for the block below it or, in the front matter
 * (`frontMatter`, null where there is none), for the key below it; right above or below the heading or rule that opens a
 * slide it counts for that heading or rule too.
 */
export function findSilences(lecture: Lecture, source: SourceFile, frontMatter: Span | null): readonly Silence[] {
  if (!source.text.includes('lectern-ignore')) return [];
  const found = new Map<number, Silence>();
  if (frontMatter !== null)
    for (const silence of silencesIn(frontMatter, YAML, source, (at) => belowKey(at, source.text)))
      found.set(silence.span.start, silence);
  for (const { span } of lecture.comments)
    for (const silence of silencesIn(span, HTML, source, (at) => below(at, lecture, source.text)))
      found.set(silence.span.start, silence);
  return [...found.values()];
}

type Scope = Pick<Silence, 'from' | 'to'>;

function silencesIn(
  { start, end }: Span,
  pattern: RegExp,
  { path, text }: SourceFile,
  scopeOf: (comment: Span) => Scope,
): readonly Silence[] {
  return [...text.slice(start, end).matchAll(pattern)].map(({ 0: whole, 1: words = '', index }) => {
    const at = start + index;
    const span = { path, start: at, end: at + whole.length };
    const line = lineOf(span, text);
    const alone = /^[\s>]*$/.test(text.slice(line.from, at) + text.slice(span.end, line.to));
    const [names = ''] = words.split(':', 1);
    const reasoned = words.slice(names.length + 1).trim() !== '';
    const namesAt = at + whole.indexOf(words, 'lectern-ignore'.length);
    return { span, rules: rulesIn(names, namesAt, path), reasoned, ...(alone ? scopeOf(span) : line) };
  });
}

function rulesIn(names: string, at: number, path: string): Silence['rules'] {
  return [...names.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => {
    return { name, span: { path, start: at + index, end: at + index + name.length } };
  });
}

/** The lines on which a span stands. */
function lineOf({ start, end }: Span, text: string): Scope {
  return { from: Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1, to: endOfLine(end, text) };
}

function endOfLine(at: number, text: string): number {
  const length = text.slice(at).search(/[\r\n]/);
  return length < 0 ? text.length + 1 : at + length;
}

/** The lines up to a blank one, and all of the blocks that begin there; other comments are passed over. */
function below(comment: Span, lecture: Lecture, text: string): Scope {
  const begin = comment.end + (/^(?:[\s>]|<!--[\s\S]*?-->)*/.exec(text.slice(comment.end))?.[0].length ?? 0);
  const blank = text.slice(begin).search(/(?:\r\n?|\n)[ \t>]*[\r\n]/);
  const chunk = blank < 0 ? text.length + 1 : begin + blank;
  const slides = slidesOf(lecture);
  const ends = slides.flatMap((slide) => endsOf(blocksOn(slide), begin, chunk));
  const opened = slides.find((slide) => opens(slide, comment, text));
  return { from: opened?.span.start ?? begin, to: Math.max(chunk, ...ends) };
}

function endsOf(blocks: readonly Block[], from: number, to: number): readonly number[] {
  const ends: number[] = [];
  walkBlocks(blocks, ({ span }) => {
    if (span.start >= from && span.start < to) ends.push(span.end);
  });
  return ends;
}

/** Whether a comment is the first thing on a slide, under its heading or rule. */
function opens({ span, heading }: Slide, comment: Span, text: string): boolean {
  if (comment.start < span.start || comment.start > span.end) return false;
  // without heading and rule it begins with the comment itself
  if (comment.start === span.start) return true;
  const head = heading?.span.end ?? endOfLine(span.start, text);
  return head <= comment.start && /^(?:\s|<!--[\s\S]*?-->)*$/.test(text.slice(head, comment.start));
}

/** The next line that is no comment, with what is indented below it. */
function belowKey(comment: Span, text: string): Scope {
  const from = comment.end + (/^(?:[ \t]*(?:#.*)?(?:\r\n?|\n))*/.exec(text.slice(comment.end))?.[0].length ?? 0);
  const length = /^.*(?:(?:\r\n?|\n)(?:[ \t]+|-[ \t]).*)*/.exec(text.slice(from))?.[0].length ?? 0;
  return { from, to: from + length + 1 };
}
