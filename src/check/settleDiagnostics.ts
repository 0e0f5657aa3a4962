/** All that was found → what is reported: in the severities of the course, without what comments silence. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { RuleSeverities } from '../model/rule.ts';
import type { Silence } from '../model/silence.ts';
import { checkSilence } from './checkSilence.ts';

/** Comments that silence nothing, or what they must not, are diagnostics themselves, but not for rules that did not run (`notRun`). */
export function settleDiagnostics(
  found: readonly Diagnostic[],
  silences: readonly Silence[],
  severities: RuleSeverities,
  notRun: ReadonlySet<string>,
): readonly Diagnostic[] {
  const touched = new Map<Silence, Diagnostic[]>();
  const loud = found.filter((one) => {
    const hushing = silences.filter((silence) => covers(silence, one));
    for (const silence of hushing) touched.set(silence, [...(touched.get(silence) ?? []), one]);
    return hushing.length === 0 || one.severity === 'error';
  });
  const complaints = silences.flatMap((silence) => checkSilence(silence, touched.get(silence) ?? [], notRun));
  return regradeDiagnostics([...loud, ...complaints], severities);
}

/** In the severities of the course; errors stay what they are. */
export function regradeDiagnostics(found: readonly Diagnostic[], severities: RuleSeverities): readonly Diagnostic[] {
  return found.flatMap((one) => {
    const severity = one.severity === 'error' || !Object.hasOwn(severities, one.rule) ? undefined : severities[one.rule];
    if (severity === undefined) return [one];
    return severity === 'off' ? [] : [{ ...one, severity }];
  });
}

function covers({ span: comment, rules, from, to }: Silence, { rule, span }: Diagnostic): boolean {
  if (span === null || span.path !== comment.path || span.start < from || span.start >= to) return false;
  return rules.some(({ name }) => name === rule);
}
