/** Diagnostics → one line that counts them. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Severity } from '../model/rule.ts';

/** How many diagnostics there are of each severity. */
export type Counts = Readonly<Record<Severity, number>>;

/** Counts diagnostics by severity. */
export function countBySeverity(diagnostics: readonly Diagnostic[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const diagnostic of diagnostics) counts[diagnostic.severity]++;
  return counts;
}

/** `2 errors, 3 warnings, 1 note in 4 files.`, or `No problems found.` */
export function summarize(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return 'No problems found.';
  const counts = countBySeverity(diagnostics);
  const parts = [many(counts.error, 'error'), many(counts.warning, 'warning'), many(counts.info, 'note')];
  const files = new Set(diagnostics.flatMap((diagnostic) => diagnostic.span?.path ?? []));
  const where = files.size === 0 ? '' : ` in ${many(files.size, 'file')}`;
  return `${parts.filter((part) => part !== '').join(', ')}${where}.`;
}

function many(count: number, noun: string): string {
  if (count === 0) return '';
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
