/** Diagnostics → one line each for a test to compare: severity, rule, the exact words, message, hint. */
import type { Diagnostic } from '../../src/model/diagnostic.ts';

/** `texts` are the files by path. A diagnostic about a file as a whole shows its path, one about none shows a dash. */
export function describeDiagnostics(diagnostics: readonly Diagnostic[], texts: Readonly<Record<string, string>>): string {
  return diagnostics.map((found) => describeOne(found, texts)).join('\n');
}

function describeOne(
  { severity, rule, span, message, hint, related }: Diagnostic,
  texts: Readonly<Record<string, string>>,
): string {
  const words = (place: NonNullable<typeof span>): string => {
    const text = (texts[place.path] ?? '').slice(place.start, place.end);
    return place.end === 0 ? place.path : `[${text.replaceAll('\r', '␍').replaceAll('\n', '⏎').replaceAll('\t', '⇥')}]`;
  };
  const also = related.map((one) => ` + ${words(one.span)} ${one.message}`).join('');
  return `${severity} ${rule} ${span ? words(span) : '-'} ${message}${hint === null ? '' : ` → ${hint}`}${also}`;
}
