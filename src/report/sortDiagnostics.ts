/** Diagnostics in whatever order → by path, place and rule, the same on every machine. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { byCodePoint } from '../model/order.ts';

/** Sorted by path, line, column, rule and message, by code point; those without a place come last. */
export function sortDiagnostics<One extends Diagnostic>(diagnostics: readonly One[]): readonly One[] {
  return [...diagnostics].sort((left, right) => byPlace(left, right) || byWords(left, right));
}

function byPlace(left: Diagnostic, right: Diagnostic): number {
  if (left.span === null || right.span === null) return Number(left.span === null) - Number(right.span === null);
  return byCodePoint(left.span.path, right.span.path) || left.span.start - right.span.start;
}

function byWords(left: Diagnostic, right: Diagnostic): number {
  return byCodePoint(left.rule, right.rule) || byCodePoint(left.message, right.message);
}
