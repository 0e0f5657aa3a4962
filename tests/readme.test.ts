import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../src/commandLine.ts';
import { SWITCHED_OFF, SWITCHED_ON } from '../src/model/extensions.ts';
import type { Rule } from '../src/model/rule.ts';
import { RULE_GROUPS } from '../src/model/rules.ts';
import { COURSE_KEYS } from '../src/read/keys/courseKeys.ts';
import { LECTURE_KEYS } from '../src/read/keys/lectureKeys.ts';
import { NOT_BUILT } from '../src/read/keys/otherKeys.ts';

const ROOT = join(import.meta.dirname, '..');
const PATH = join(ROOT, 'README.md');
const README = readFileSync(PATH, 'utf8');

/** The text between a heading and the next of the same level. */
function part(title: string): string {
  const [, text = ''] = README.split(`\n## ${title}\n`);
  return text.split('\n## ', 1)[0] ?? '';
}

/** Those of `names` that do not stand in `text` as code. */
function missing(names: readonly string[], text: string): readonly string[] {
  return names.filter((name) => !new RegExp(`\`${name}(?: [^\`]+)?\``).test(text));
}

test('the README has every command and option that is built, and no option that is not', () => {
  const text = part('Commands');
  const built = Object.entries(COMMANDS).filter(([, command]) => command.built !== false);
  const options = Object.values(COMMANDS).flatMap((command) => Object.entries(command.options));
  const names = (wanted: boolean) => options.filter(([, { built }]) => (built !== false) === wanted).map(([name]) => `--${name}`);
  expect(missing([...built.map(([name]) => name), ...names(true)], text)).toEqual([]);
  expect(names(false).filter((name) => README.includes(`${name}\``) || README.includes(`${name} `))).toEqual([]);
});

test('the README has every key of a lecture and of the course, and those that are refused', () => {
  expect(missing([...Object.keys(LECTURE_KEYS), ...Object.keys(COURSE_KEYS)], part('Configuration'))).toEqual([]);
  expect(missing([...NOT_BUILT], part('Moving a course'))).toEqual([]);
});

test('the README has every extension of pandoc that can be switched', () => {
  const [, text = ''] = README.split('\n### Extensions\n');
  expect(missing([...SWITCHED_ON, ...SWITCHED_OFF], text.split('\n## ', 1)[0] ?? '')).toEqual([]);
});

for (const { title, rules } of RULE_GROUPS)
  test(`the README’s table “${title}” is the catalogue’s: UPDATE=1 writes it`, () => {
    const lead = `\n**${title}**\n\n`;
    const [before = '', after = ''] = readFileSync(PATH, 'utf8').split(lead);
    const rows = Object.entries(rules).map(([name, rule]) => `| \`${name}\` | ${severities(rule)} | ${rule.summary} |\n`);
    const table = ['| rule | | says |\n', '| --- | --- | --- |\n', ...rows].join('');
    const written = /^(?:\|.*\n)*/.exec(after)?.[0] ?? '';
    if (process.env['UPDATE'] === '1') writeFileSync(PATH, before + lead + table + after.slice(written.length));
    else expect(written).toBe(table);
  });

function severities({ severity, also = [] }: Rule): string {
  return [severity, ...also].join(', ');
}

test('every link of the README leads to a file or a heading of it', () => {
  const headings = [...README.matchAll(/^##+ (.+)$/gm)].map(([, title = '']) => `#${title.toLowerCase().replaceAll(' ', '-')}`);
  const links = [...README.replace(/^(`{3,}).*?^\1|`[^`\n]*`/gms, '').matchAll(/\]\(([^)\s]+)\)/g)].map(
    ([, address = '']) => address,
  );
  expect(links.length).toBeGreaterThan(20);
  const dead = links.filter((link) => !/^https:/.test(link) && !headings.includes(link) && !existsSync(join(ROOT, link)));
  expect(dead).toEqual([]);
});

test('every script that the README names is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly scripts: Record<string, string>;
  };
  const named = [...README.matchAll(/npm run ([a-z]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});
