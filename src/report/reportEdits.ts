/** Edits of source files → the lines that change, before and after, for people at a terminal. */
import picocolors from 'picocolors';
import { applyEdits, type Edit } from '../model/edit.ts';
import { byCodePoint } from '../model/order.ts';
import { lineStarts, positionAt } from '../model/source.ts';
import type { ReadText } from './locate.ts';
import type { TextOptions } from './reportText.ts';

/** By file and line: `-` before what goes, `+` before what comes in its place. */
export function reportEdits(edits: readonly Edit[], readText: ReadText, { colour, prefix = '' }: TextOptions): string {
  const colors = picocolors.createColors(colour);
  const paths = [...new Set(edits.map(({ span }) => span.path))].sort(byCodePoint);
  const parts = paths.map((path) => {
    const text = readText(path) ?? '';
    const lines = changedLines(
      text,
      edits.filter(({ span }) => span.path === path),
    );
    const width = Math.max(...lines.map(({ number }) => String(number).length));
    const rows = lines.flatMap(({ number, before, after }) => [
      `${colors.dim(`  ${String(number).padStart(width)} |`)} ${colors.red(`- ${printable(before)}`)}`,
      `${colors.dim(`  ${' '.repeat(width)} |`)} ${colors.green(`+ ${printable(after)}`)}`,
    ]);
    return [`${colors.bold(printable(prefix + path))}`, ...rows, ''].join('\n');
  });
  return parts.join('\n');
}

interface ChangedLine {
  /** 1-based. */
  readonly number: number;
  readonly before: string;
  readonly after: string;
}

/** An address stands on one line, and so does what comes in its place. */
function changedLines(text: string, edits: readonly Edit[]): readonly ChangedLine[] {
  const starts = lineStarts(text);
  const numbers = [...new Set(edits.map(({ span }) => positionAt(starts, span.start).line))].sort((a, b) => a - b);
  return numbers.map((number) => {
    const [from, to] = [starts[number - 1] ?? 0, starts[number] ?? text.length];
    const here = edits.filter(({ span }) => span.start >= from && span.start < to);
    const moved = here.map(({ span, text: by }) => ({
      span: { ...span, start: span.start - from, end: span.end - from },
      text: by,
    }));
    const before = text.slice(from, to);
    return { number, before: before.replace(/[\r\n]+$/, ''), after: applyEdits(before, moved).replace(/[\r\n]+$/, '') };
  });
}

/** The author's words must not steer the terminal. */
function printable(text: string): string {
  return text.replaceAll('\t', '  ').replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '�');
}
