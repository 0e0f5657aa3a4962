/** A rule of the catalogue → what it is about, as text for a terminal. */
import type { Colors } from './sourceFrame.ts';
import { EXAMPLE_FILE, type Rule } from '../model/rule.ts';
import { RULE_GROUPS, RULES, type RuleName } from '../model/rules.ts';

/** Name, severity, summary and reason, with the examples: what is wrong, and how it is right. Without a line end. */
export function explainRule(name: RuleName, colors: Colors): string {
  const rule = RULES[name];
  const files = Object.entries(rule.beside ?? {});
  return [
    `${colors.bold(name)} (${severitiesOf(rule).join(', ')})`,
    `${capitalized(plain(rule.summary))}.`,
    '',
    ...wrapped(plain(rule.reason)),
    '',
    ...example(colors.red(`Wrong${placeOf(rule)}:`), rule.wrong),
    '',
    ...example(colors.green('Right:'), rule.right),
    ...files.flatMap(([path, text]) => ['', ...example(`Beside it, in ${path}:`, text)]),
    '',
    ...wrapped(advice(name, rule)),
  ].join('\n');
}

/** Every rule with its severity and summary, in the groups of the documentation. Without a line end. */
export function listRules(colors: Colors): string {
  const width = Math.max(...Object.keys(RULES).map((name) => name.length));
  const groups = RULE_GROUPS.map(({ title, rules }) => {
    const rows = Object.entries(rules).map(([name, rule]) => {
      return `  ${name.padEnd(width)}  ${rule.severity.padEnd('warning'.length)}  ${plain(rule.summary)}`;
    });
    return [colors.bold(title), ...rows, ''].join('\n');
  });
  return [...groups, 'Run “lectern check --explain RULE” for the reason of a rule, and an example.'].join('\n');
}

function severitiesOf({ severity, also = [] }: Rule): readonly string[] {
  return [severity, ...also];
}

function placeOf({ file = EXAMPLE_FILE }: Rule): string {
  return file === null ? '' : `, in ${file}`;
}

function example(label: string, text: string): readonly string[] {
  return [label, ...text.split('\n').map((line) => `    ${visible(line)}`.trimEnd())];
}

/** What a reader could not see by its number. */
function visible(line: string): string {
  return line.replace(/[\u00A0\u200B\uFEFF]/g, (character) => {
    return `«U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}»`;
  });
}

function advice(name: string, rule: Rule): string {
  if (severitiesOf(rule).every((severity) => severity === 'error')) return 'An error cannot be silenced.';
  const errors = severitiesOf(rule).includes('error') ? ' Its errors stay.' : '';
  return (
    `“<!-- lectern-ignore ${name}: why -->” above a place silences it there; ` +
    `“rules: { ${name}: off }” in the front matter of the course silences it everywhere.${errors}`
  );
}

/** Without Markdown's code marks. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Lines of at most 80 columns. */
function wrapped(text: string): readonly string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > WIDEST) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

const WIDEST = 80;
