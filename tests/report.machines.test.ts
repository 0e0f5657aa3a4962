import { expect, it } from 'vitest';
import { finding } from './support/finding.ts';
import { reportGithub } from '../src/report/reportGithub.ts';
import { RULES } from '../src/model/rules.ts';
import { reportJson } from '../src/report/reportJson.ts';
import { reportSarif } from '../src/report/reportSarif.ts';
import { summarizeForGithub } from '../src/report/summarizeForGithub.ts';

const TEXT = 'one\r\ntwo 🎉 three\r\nfour\r\n';
const readText = (path: string) => (path.endsWith('.md') ? TEXT : null);
const found = [
  finding('info', 'b-rule', { path: 'a, b.md', start: 9, end: 11 }, '100% wrong: “a,b”.', 'Do\r\nthis.', [
    { message: 'Here too.', span: { path: 'a, b.md', start: 0, end: 3 } },
  ]),
  finding('error', 'a-rule', { path: 'a, b.md', start: 5, end: 22 }, 'Over lines.'),
  finding('warning', 'no-place', null, 'Nowhere.'),
  finding('warning', 'no-text', { path: 'x.yml', start: 3, end: 4 }, 'Unreadable.'),
];

it('writes JSON of a stable shape', () => {
  const report = JSON.parse(reportJson(found, readText, { prefix: 'c/' }));
  expect(report.version).toBe(1);
  expect(report.counts).toEqual({ error: 1, warning: 2, info: 1 });
  expect(report.diagnostics.map((entry: { rule: string }) => entry.rule)).toEqual(['a-rule', 'b-rule', 'no-text', 'no-place']);
  expect(report.diagnostics[1]).toEqual({
    rule: 'b-rule',
    severity: 'info',
    message: '100% wrong: “a,b”.',
    hint: 'Do\r\nthis.',
    path: 'c/a, b.md',
    line: 2,
    column: 5,
    endLine: 2,
    endColumn: 7,
    related: [{ message: 'Here too.', path: 'c/a, b.md', line: 1, column: 1, endLine: 1, endColumn: 4 }],
  });
  expect(report.diagnostics[2]).toMatchObject({ path: 'c/x.yml', line: null, column: null, endLine: null, endColumn: null });
  expect(report.diagnostics[3]).toMatchObject({ path: null, line: null });
});

it('writes workflow commands, escaped, without columns where lines differ', () => {
  expect(reportGithub(found, readText, { prefix: 'c/' })).toBe(
    [
      '::error file=c/a%2C b.md,line=2,endLine=3,title=a-rule::Over lines.',
      '::notice file=c/a%2C b.md,line=2,endLine=2,col=5,endColumn=7,title=b-rule::100%25 wrong: “a,b”.%0ADo%0D%0Athis.%0Ac/a, b.md:1: Here too.',
      '::warning file=c/x.yml,title=no-text::Unreadable.',
      '::warning title=no-place::Nowhere.',
      '',
    ].join('\n'),
  );
});

it('writes nothing where nothing is wrong', () => {
  expect(reportGithub([], readText)).toBe('');
  expect(JSON.parse(reportJson([], readText))).toEqual({
    version: 1,
    counts: { error: 0, warning: 0, info: 0 },
    diagnostics: [],
  });
});

it('writes SARIF 2.1.0 with the rules of the catalogue, relative addresses and UTF-16 columns', () => {
  const known = finding('warning', 'missing-alt', { path: 'a, b.md', start: 9, end: 11 }, 'No text.', 'Write one.');
  const log = JSON.parse(reportSarif([...found, known], readText, { prefix: '../c/', version: '1.2.3' }));
  expect([log.$schema, log.version, log.runs.length]).toEqual(['https://json.schemastore.org/sarif-2.1.0.json', '2.1.0', 1]);
  const [run] = log.runs;
  expect(Object.keys(run)).toEqual(['tool', 'columnKind', 'results']);
  expect(run.columnKind).toBe('utf16CodeUnits');
  const { name, version, rules } = run.tool.driver;
  expect([name, version, rules.map(({ id }: { id: string }) => id)]).toEqual(['Lectern', '1.2.3', Object.keys(RULES)]);
  for (const [at, [id, rule]] of Object.entries(RULES).entries()) {
    const level = { error: 'error', warning: 'warning', info: 'note' }[rule.severity];
    expect(rules[at]).toMatchObject({ id, defaultConfiguration: { level } });
    for (const key of ['shortDescription', 'fullDescription', 'help']) expect(rules[at][key].text).toMatch(/\S/);
  }
  const levels = run.results.map(({ ruleId, level }: { ruleId: string; level: string }) => `${level} ${ruleId}`);
  expect(levels).toEqual(['error a-rule', 'note b-rule', 'warning missing-alt', 'warning no-text', 'warning no-place']);
  expect(run.results[1]).toEqual({
    ruleId: 'b-rule',
    level: 'note',
    message: { text: '100% wrong: “a,b”.\nDo\r\nthis.' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: '../c/a%2C%20b.md' },
          region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 7 },
        },
      },
    ],
    relatedLocations: [
      {
        id: 0,
        physicalLocation: {
          artifactLocation: { uri: '../c/a%2C%20b.md' },
          region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 4 },
        },
        message: { text: 'Here too.' },
      },
    ],
  });
  expect(rules[run.results[2].ruleIndex].id).toBe('missing-alt');
  expect(run.results[3].locations).toEqual([{ physicalLocation: { artifactLocation: { uri: '../c/x.yml' } } }]);
  expect(run.results[4]).toEqual({ ruleId: 'no-place', level: 'warning', message: { text: 'Nowhere.' } });
});

it('writes a summary for a step of a workflow, in which no word of the author is a mark', () => {
  const marks = finding('warning', 'w', { path: 'a|b.md', start: 0, end: 1 }, 'A “*b* | <i> `c`”.');
  expect(summarizeForGithub([...found, marks], readText, { prefix: 'c/' })).toBe(`## Lectern

1 error, 3 warnings, 1 note in 3 files.

| | rule | where | what |
| --- | --- | --- | --- |
| error | \`a-rule\` | <code>c/a, b.md:2:1</code> | Over lines. |
| info | \`b-rule\` | <code>c/a, b.md:2:5</code> | 100% wrong: “a,b”. |
| warning | \`w\` | <code>c/a&#124;b.md:1:1</code> | A “&#42;b&#42; &#124; &#60;i&#62; &#96;c&#96;”. |
| warning | \`no-text\` | <code>c/x.yml</code> | Unreadable. |
| warning | \`no-place\` |  | Nowhere. |
`);
  expect(summarizeForGithub([], readText)).toBe('## Lectern\n\nNo problems found.\n');
  const many = Array.from({ length: 502 }, () => marks);
  expect(summarizeForGithub(many, readText)).toMatch(/\n\nAnd 2 more\.\n$/);
});
