/** A lecture's text → the blocks of keys that stand in it below the front matter, which pandoc takes as well. */
import type { Diagnostic, Result } from '../model/diagnostic.ts';
import type { SourceFile, Span } from '../model/source.ts';
import { readYaml } from './readYaml.ts';
import type { Entry } from './value.ts';

/** Keys between two rules in the middle of a text. */
export interface LateBlock {
  /** From the opening `---` to the end of the closing `---` or `...`. */
  readonly span: Span;
  readonly entries: readonly Entry[];
}

/** Where none of this is, there is no block, and the lines need not be looked at. */
const CANDIDATE = /[\n\r]---[ \t]*(?:\r\n?|\n)["']?[A-Za-z][\w.-]*["']?[ \t]*:/;
const KEEPS_BACK = /[\n\r](?:draft|release|notes)[ \t]*:/;
const OPENING = /^---[ \t]*$/;
const ENDING = /^(?:---|\.\.\.)[ \t]*$/;
const FENCE = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}|~{3,})/;
const FENCE_END = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/;
const VERBATIM = /<(pre|script|style|textarea)\b(?![^\n]*<\/\1)/i;
/** After these a rule needs no blank line. */
const BEFORE = /^(?:[ \t]*|#{1,6}[ \t].*|:{3,}.*)$/;

interface Line {
  readonly start: number;
  readonly text: string;
}

/** The blocks from offset `from` on: after a blank line, with no blank line at their beginning, and a mapping. */
export function readLateMetadata({ path, text }: SourceFile, from: number): Result<readonly LateBlock[]> {
  const blocks: LateBlock[] = [];
  const diagnostics: Diagnostic[] = [];
  const lines = CANDIDATE.test(text.slice(Math.max(0, from - 1))) ? linesOf(text, from) : [];
  const lastFence = lines.findLastIndex((line) => FENCE_END.test(line.text));
  for (let at = 1; at < lines.length; at++) {
    const end = opensAt(lines, at) ? endOf(lines, at) : null;
    const body = lines[at + 1]?.start ?? 0;
    const read = end === null ? null : readYaml(text.slice(body, lines[end]?.start), path, body);
    if (end !== null && read?.value?.kind === 'map' && !read.diagnostics.some(({ rule }) => rule === 'front-matter')) {
      const closing = lines[end] ?? { start: text.length, text: '' };
      const span = { path, start: lines[at]?.start ?? 0, end: closing.start + 3 };
      blocks.push({ span, entries: read.value.entries });
      diagnostics.push(...read.diagnostics);
      at = end;
    } else {
      // what may have been meant to keep something back is never passed over
      if (end !== null && KEEPS_BACK.test(text.slice(body - 1, lines[end]?.start)))
        diagnostics.push(...(read?.diagnostics ?? []));
      at = skipVerbatim(lines, at, lastFence);
    }
  }
  return { value: blocks, diagnostics };
}

function linesOf(text: string, from: number): readonly Line[] {
  const lines: Line[] = [];
  const pattern = /([^\r\n]*)(?:\r\n|\r|\n|$)/y;
  for (pattern.lastIndex = from; pattern.lastIndex < text.length; ) {
    const start = pattern.lastIndex;
    lines.push({ start, text: pattern.exec(text)?.[1] ?? '' });
  }
  return lines;
}

function opensAt(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1]?.text ?? '';
  return OPENING.test(lines[at]?.text ?? '') && BEFORE.test(lines[at - 1]?.text ?? '') && next.trim() !== '';
}

function endOf(lines: readonly Line[], from: number): number | null {
  for (let at = from + 1; at < lines.length; at++) if (ENDING.test(lines[at]?.text ?? '')) return at;
  return null;
}

/** The last line of the code, comment or verbatim element that begins on a line; that line itself where none does. */
function skipVerbatim(lines: readonly Line[], at: number, lastFence: number): number {
  const text = lines[at]?.text ?? '';
  const mark = FENCE.exec(text)?.[1];
  if (mark !== undefined && at < lastFence) return lineWith(lines, at, (line) => closesFence(line, mark));
  const comment = text.lastIndexOf('<!--');
  if (comment >= 0 && !text.includes('-->', comment)) return lineWith(lines, at, (line) => line.includes('-->'));
  const name = VERBATIM.exec(text)?.[1]?.toLowerCase();
  return name === undefined ? at : lineWith(lines, at, (line) => line.toLowerCase().includes(`</${name}`));
}

function closesFence(line: string, mark: string): boolean {
  const end = FENCE_END.exec(line)?.[1] ?? '';
  return end.length >= mark.length && end[0] === mark[0];
}

/** The first line after `at` that ends something; `at` where none does. */
function lineWith(lines: readonly Line[], at: number, ends: (line: string) => boolean): number {
  for (let line = at + 1; line < lines.length; line++) if (ends(lines[line]?.text ?? '')) return line;
  return at;
}
