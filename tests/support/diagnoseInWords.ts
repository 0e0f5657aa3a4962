/** Diagnostics of a course on disk → one line each for a test to compare. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { lineStarts, positionAt } from '../../src/model/source.ts';

/** Lines such as `warning missing-image slides/01-a.md:4:3 There is no “x.svg”.`; `-` where no file is to blame. */
export function diagnoseInWords(diagnostics: readonly Diagnostic[], root: string): string {
  return diagnostics
    .map(({ severity, rule, span, message }) => `${severity} ${rule} ${placeOf(span, root)} ${message}`)
    .join('\n');
}

function placeOf(span: Diagnostic['span'], root: string): string {
  if (span === null) return '-';
  const { line, column } = positionAt(lineStarts(readFileSync(join(root, span.path), 'utf8')), span.start);
  return `${span.path}:${line}:${column}`;
}
