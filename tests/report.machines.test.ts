import { expect, it } from 'vitest';
import { finding } from './support/finding.ts';
import { reportGithub } from '../src/report/reportGithub.ts';
import { reportJson } from '../src/report/reportJson.ts';

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
