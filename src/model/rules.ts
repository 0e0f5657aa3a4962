/** The catalogue: every rule by its permanent name. Diagnostics have their severity from here, the documentation its words. */
import type { InspectionName, Rule, RuleSeverities, Severity } from './rule.ts';
import { COURSE_RULES } from './rules/courseRules.ts';
import { FRONT_MATTER_RULES } from './rules/frontMatterRules.ts';
import { MARKDOWN_RULES } from './rules/markdownRules.ts';
import { MEASURED_RULES } from './rules/measuredRules.ts';
import { READER_RULES } from './rules/readerRules.ts';
import { REFERENCE_RULES } from './rules/referenceRules.ts';
import { SLIDE_RULES } from './rules/slideRules.ts';

const ALL = {
  ...COURSE_RULES,
  ...FRONT_MATTER_RULES,
  ...MARKDOWN_RULES,
  ...SLIDE_RULES,
  ...MEASURED_RULES,
  ...READER_RULES,
  ...REFERENCE_RULES,
};

/** The permanent name of a rule, in kebab case: `missing-image`. */
export type RuleName = keyof typeof ALL;

/** Every rule, in the order of the documentation. */
export const RULES: Readonly<Record<RuleName, Rule>> = ALL;

/** Whether a word is the name of a rule. */
export function isRule(word: string): word is RuleName {
  return Object.hasOwn(ALL, word);
}

/** The rules in the groups of the documentation. */
export const RULE_GROUPS: readonly { readonly title: string; readonly rules: Readonly<Record<string, Rule>> }[] = [
  { title: 'The course and its files', rules: COURSE_RULES },
  { title: 'Front matter', rules: FRONT_MATTER_RULES },
  { title: 'Markdown', rules: MARKDOWN_RULES },
  { title: 'Slides', rules: SLIDE_RULES },
  { title: 'Slides as a browser lays them out', rules: MEASURED_RULES },
  { title: 'Text and images that everyone can take in', rules: READER_RULES },
  { title: 'Links, images and files', rules: REFERENCE_RULES },
];

/**
 * Rules that nobody looks for: those that only the `rules` of a course ask for, where they do not, and those of inspections
 * that do not run.
 */
export function rulesNotRun(severities: RuleSeverities, inspections: readonly InspectionName[]): ReadonlySet<string> {
  const isAsked = (name: string): boolean => Object.hasOwn(severities, name) && severities[name] !== 'off';
  const runs = (name: string, { only }: Rule): boolean =>
    only === undefined || (only === 'asked' ? isAsked(name) : inspections.includes(only));
  return new Set(Object.entries(RULES).flatMap(([name, rule]) => (runs(name, rule) ? [] : [name])));
}

/** A rule whose findings are of several severities, with the one of this finding. */
export type Graded = {
  [Name in RuleName]: (typeof ALL)[Name] extends { readonly also: readonly (infer Other)[] }
    ? { readonly rule: Name; readonly severity: (typeof ALL)[Name]['severity'] | Other }
    : never;
}[RuleName];

/** The rule that something breaks: its name says the severity too, unless there are several. */
export type Broken = RuleName | Graded;

/** The name and the severity of a finding. */
export function gradeOf(broken: Broken): { readonly rule: RuleName; readonly severity: Severity } {
  return typeof broken === 'string' ? { rule: broken, severity: RULES[broken].severity } : broken;
}
