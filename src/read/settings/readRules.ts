/** The map under `rules` → severities by rule, with a word on those that are not there, or always errors. */
import { type Diagnostic, diagnose, type Result } from '../../model/diagnostic.ts';
import { nearest } from '../../model/nearest.ts';
import type { RuleSeverities } from '../../model/rule.ts';
import { isRule, RULES } from '../../model/rules.ts';
import type { Entry, Value } from '../value.ts';

/** `value` has been checked: names of any kind, and severities that are known. */
export function readRules(value: Value | null): Result<RuleSeverities> {
  const entries = value?.kind === 'map' ? value.entries : [];
  const taken = entries.filter((entry) => checkRule(entry) === null);
  return {
    value: Object.fromEntries(taken.map(({ key, value: severity }) => [key, severityOf(severity)])),
    diagnostics: entries.flatMap((entry) => checkRule(entry) ?? []),
  };
}

function checkRule({ key, keySpan }: Entry): Diagnostic | null {
  if (!isRule(key)) {
    const near = nearest(key, Object.keys(RULES));
    const hint = near === null ? 'Run “lectern check --explain” for the list of rules.' : `Write “${near}”.`;
    return diagnose('unknown-rule', keySpan, `There is no rule “${key}”.`, hint);
  }
  const { severity, also } = RULES[key];
  if (severity !== 'error' || also !== undefined) return null;
  const message = `“${key}” is always an error, and cannot be changed.`;
  return diagnose('fixed-severity', keySpan, message, 'Remove it, and correct what is wrong.');
}

function severityOf(value: Value): 'warning' | 'info' | 'off' {
  const text = value.kind === 'scalar' ? value.text.trim() : '';
  return text === 'warning' || text === 'info' ? text : 'off';
}
