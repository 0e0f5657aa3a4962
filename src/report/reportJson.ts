/** Diagnostics → JSON for programs. Version 1. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Span } from '../model/source.ts';
import { createLocator, type Place, type ReadText } from './locate.ts';
import { sortDiagnostics } from './sortDiagnostics.ts';
import { countBySeverity } from './summarize.ts';

export interface PlainOptions {
  /** Goes before every path as it is. */
  readonly prefix?: string;
}

/**
 * `{ version, counts: { error, warning, info }, diagnostics: [{ rule, severity, message, hint, path, line, column,
 * endLine, endColumn, related }] }`, sorted, with a line end. Lines and columns are 1-based, columns in UTF-16 units,
 * the end is exclusive; all five are null where no place is known.
 */
export function reportJson(diagnostics: readonly Diagnostic[], readText: ReadText, options: PlainOptions = {}): string {
  const locate = createLocator(readText, options.prefix ?? '');
  const report = {
    version: 1,
    counts: countBySeverity(diagnostics),
    diagnostics: sortDiagnostics(diagnostics).map(({ rule, severity, message, hint, span, related }) => ({
      rule,
      severity,
      message,
      hint,
      ...placeFields(span, locate),
      related: related.map((other) => ({
        message: other.message,
        ...placeFields(other.span, locate),
      })),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function placeFields(span: Span | null, locate: (span: Span) => Place) {
  const place = span === null ? null : locate(span);
  return {
    path: place?.path ?? null,
    line: place?.start?.line ?? null,
    column: place?.start?.column ?? null,
    endLine: place?.end?.line ?? null,
    endColumn: place?.end?.column ?? null,
  };
}
