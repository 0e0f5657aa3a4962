/** A comment that silences, with the findings that it covers → what is wrong with the comment. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { nearest } from '../model/nearest.ts';
import { isRule, RULES } from '../model/rules.ts';
import type { Silence } from '../model/silence.ts';
import { shorten } from './shorten.ts';

/** Rules: `unknown-rule`, `ignore-without-reason`, `fixed-severity`, `idle-ignore`. `notRun`: rules that nobody looked for. */
export function checkSilence(
  { span, rules, reasoned }: Silence,
  covered: readonly Diagnostic[],
  notRun: ReadonlySet<string>,
): readonly Diagnostic[] {
  if (rules.length === 0)
    return [diagnose('unknown-rule', span, 'This comment names no rule.', 'Write “lectern-ignore”, a rule, a colon, and why.')];
  const found = rules.flatMap((rule) => checkRule(rule, covered, notRun) ?? []);
  if (reasoned) return found;
  const message = 'This comment does not say why it silences what is found.';
  const names = rules.map(({ name }) => name).join(', ');
  return [
    ...found,
    diagnose('ignore-without-reason', span, message, `Write “lectern-ignore ${shorten(names)}: ” and the reason.`),
  ];
}

function checkRule(
  { name, span }: Silence['rules'][number],
  covered: readonly Diagnostic[],
  notRun: ReadonlySet<string>,
): Diagnostic | null {
  if (!isRule(name)) {
    const near = nearest(name, Object.keys(RULES));
    const hint = near === null ? 'Run “lectern check --explain” for the list of rules.' : `Write “${near}”.`;
    return diagnose('unknown-rule', span, `There is no rule “${shorten(name)}”.`, hint);
  }
  const own = covered.filter(({ rule }) => rule === name);
  const isError = RULES[name].severity === 'error' && RULES[name].also === undefined;
  if (isError || own.some(({ severity }) => severity === 'error')) {
    const message = `“${name}” is an error here, and an error cannot be silenced.`;
    return diagnose('fixed-severity', span, message, 'Correct what is wrong, and remove it from the comment.');
  }
  if (own.length > 0 || notRun.has(name)) return null;
  return diagnose('idle-ignore', span, `There is no “${name}” here to silence.`, 'Remove it, or move it right above the place.');
}
