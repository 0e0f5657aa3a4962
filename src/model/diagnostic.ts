/** What is wrong, as a value: stages return these beside their best result, and never throw for an author's mistake. */
import type { Severity } from './rule.ts';
import { type Broken, gradeOf } from './rules.ts';
import type { Span } from './source.ts';

export interface Diagnostic {
  /** The rule's name in the catalogue: `missing-image`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, in the author's words: one sentence with a full stop. Names and paths stand in quotes “…”. */
  readonly message: string;
  /** The exact words to change; null only where no file is to blame (a shallow clone). */
  readonly span: Span | null;
  /** What to do, in the imperative: one sentence with a full stop; null where the message says it all. */
  readonly hint: string | null;
  /** Other places that explain this one, each with a short note. */
  readonly related: readonly { readonly message: string; readonly span: Span }[];
}

/** The best value that a stage could make, and everything that it noticed on the way. */
export interface Result<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** A diagnostic from its parts, with the severity that the catalogue has for its rule; `hint` and `related` may be left out. */
export function diagnose(
  broken: Broken,
  span: Span | null,
  message: string,
  hint: string | null = null,
  related: Diagnostic['related'] = [],
): Diagnostic {
  return { ...gradeOf(broken), message, span, hint, related };
}
