/** Diagnostics → what a page that is being written shows of them: the errors and warnings, with their source lines. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Span } from '../model/source.ts';
import type { Problem, ProblemPlace } from '../model/wire.ts';
import { createLocator, type Place, type ReadText } from './locate.ts';
import { sortDiagnostics } from './sortDiagnostics.ts';
import { sourceLines } from './sourceFrame.ts';

export interface Problems {
  readonly problems: readonly Problem[];
  /** How many more there are. */
  readonly more: number;
}

/** More than these are not read. */
const MOST = 100;

/** Errors come first where there are too many of all. `readText` gives the files that the spans name. */
export function reportProblems(diagnostics: readonly Diagnostic[], readText: ReadText): Problems {
  const sorted = sortDiagnostics(diagnostics);
  const [errors, warnings] = [bySeverity(sorted, 'error'), bySeverity(sorted, 'warning')];
  const shown = [...errors, ...warnings].slice(0, MOST);
  const locate = createLocator(readText, '');
  return {
    problems: sortDiagnostics(shown).map((one) => problemOf(one, locate)),
    more: errors.length + warnings.length - shown.length,
  };
}

type Told = Diagnostic & { readonly severity: Problem['severity'] };

function bySeverity(diagnostics: readonly Diagnostic[], severity: Problem['severity']): readonly Told[] {
  return diagnostics.filter((one): one is Told => one.severity === severity);
}

function problemOf({ severity, rule, message, hint, span, related }: Told, locate: (span: Span) => Place): Problem {
  const place = span === null ? null : locate(span);
  return {
    ...{ severity, rule, message, hint },
    place: place === null ? null : namePlace(place),
    source: place === null ? [] : sourceLines(place),
    related: related.map((other) => ({ message: other.message, place: namePlace(locate(other.span)) })),
  };
}

function namePlace({ path, start }: Place): ProblemPlace {
  return { path, line: start?.line ?? null, column: start?.column ?? null };
}
