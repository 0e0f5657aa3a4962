/** A diagnostic of any rule and severity, for tests of what is done with them. */
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Severity } from '../../src/model/rule.ts';

/** `hint` and `related` may be left out; the rule need not be in the catalogue. */
export function finding(
  severity: Severity,
  rule: string,
  span: Diagnostic['span'],
  message: string,
  hint: string | null = null,
  related: Diagnostic['related'] = [],
): Diagnostic {
  return { rule, severity, message, span, hint, related };
}
