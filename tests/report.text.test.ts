import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../src/model/diagnostic.ts';
import type { Severity } from '../src/model/rule.ts';
import { finding } from './support/finding.ts';
import { reportText } from '../src/report/reportText.ts';

const PATH = 'slides/01-a.md';

/** The report on the words between `«` and `»` of a text, which itself is free of these marks. */
function report(marked: string, hint: string | null = null, severity: Severity = 'warning'): string {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const text = marked.replace(/[«»]/g, '');
  const diagnostic = finding(severity, 'some-rule', { path: PATH, start, end }, 'Something is wrong.', hint);
  return reportText([diagnostic], (path) => (path === PATH ? text : null), { colour: false });
}

/** The lines of the frame alone. */
function frame(marked: string): string {
  return report(marked)
    .split('\n')
    .filter((line) => /^ +(\d+ )?\|/.test(line))
    .join('\n');
}

describe('the frame', () => {
  it('shows the line, its neighbours and carets under the exact words', () => {
    expect(report('A paragraph that runs\nover ![alt](«./no.png»)\nends here.\n', 'Correct the path.')).toBe(
      `warning[some-rule]: Something is wrong.
  --> slides/01-a.md:2:13
  1 | A paragraph that runs
  2 | over ![alt](./no.png)
    |             ^^^^^^^^
  3 | ends here.
  = help: Correct the path.

1 warning in 1 file.
`,
    );
  });

  it('aligns line numbers of different length', () => {
    expect(frame(`${'x\n'.repeat(8)}nine\n«ten»\neleven\n`)).toBe(
      ['   9 | nine', '  10 | ten', '     | ^^^', '  11 | eleven'].join('\n'),
    );
  });

  it('expands tabs, before and under the words', () => {
    expect(frame('\tab\t«c\td»\n')).toBe(['  1 |     ab  c   d', '    |         ^^^^^'].join('\n'));
  });

  it('counts emoji and East Asian characters as two columns, joined emoji as one character', () => {
    expect(frame('👩‍🏫 日本 «角» ❤️ x')).toBe(['  1 | 👩‍🏫 日本 角 ❤️ x', '    |         ^^'].join('\n'));
    expect(frame('❤️ 1️⃣ 🇫🇷 «x»')).toBe(['  1 | ❤️ 1️⃣ 🇫🇷 x', '    |          ^'].join('\n'));
  });

  it('counts a combining mark as nothing', () => {
    expect(frame('e\u0301t «e\u0301»')).toBe(['  1 | e\u0301t e\u0301', '    |    ^'].join('\n'));
  });

  it('prints columns in UTF-16 units though carets go by width', () => {
    expect(report('🎉 «x»')).toContain('--> slides/01-a.md:1:4\n  1 | 🎉 x\n    |    ^\n');
  });

  it('shows a hidden or steering character as a mark', () => {
    expect(frame('#«\u200B»T\u001B[31m')).toBe(['  1 | #�T�[31m', '    |  ^'].join('\n'));
  });

  it('takes CRLF and lone CR for line ends', () => {
    expect(frame('one\r\ntwo «x»\r\nthree\r\n')).toBe(['  1 | one', '  2 | two x', '    |     ^', '  3 | three'].join('\n'));
    expect(frame('one\r«two»\rthree')).toBe(['  1 | one', '  2 | two', '    | ^^^', '  3 | three'].join('\n'));
  });

  it('points into front matter', () => {
    expect(frame('---\ntitle: A\nslide-levl: «2»\n---\n')).toBe(
      ['  2 | title: A', '  3 | slide-levl: 2', '    |             ^', '  4 | ---'].join('\n'),
    );
  });

  it('points at the end of the file, with and without a last line end', () => {
    expect(frame('one\ntwo«»')).toBe(['  1 | one', '  2 | two', '    |    ^'].join('\n'));
    expect(frame('one\ntwo\n«»')).toBe(['  2 | two', '  3 |', '    | ^'].join('\n'));
  });

  it('shows one caret for an empty place and for a line end', () => {
    expect(frame('one\n«»\nthree\n')).toBe(['  1 | one', '  2 |', '    | ^', '  3 | three'].join('\n'));
    expect(frame('one«\n»two\n')).toBe(['  1 | one', '    |    ^', '  2 | two'].join('\n'));
  });

  it('shows the first line of words that run over several', () => {
    expect(frame('a «b c\nd e» f\n')).toBe(['  1 | a b c', '    |   ^^^', '  2 | d e f'].join('\n'));
  });

  it('does not count a byte order mark', () => {
    expect(report('\uFEFF«#»x')).toContain('--> slides/01-a.md:1:1\n  1 | #x\n    | ^\n');
  });

  it('cuts a very long line around the words', () => {
    const long = `${'a'.repeat(200)}«${'b'.repeat(10)}»${'c'.repeat(200)}`;
    const [line = '', carets = ''] = frame(long).split('\n');
    expect(line).toBe(`  1 | …${'a'.repeat(39)}bbbbbbbbbb${'c'.repeat(49)}…`);
    expect(carets).toBe(`    | ${' '.repeat(40)}^^^^^^^^^^`);
  });

  it('cuts only the end of a long line whose words stand early, and very long words', () => {
    expect(frame(`ab «cd» ${'e'.repeat(200)}`).split('\n')).toEqual([`  1 | ab cd ${'e'.repeat(93)}…`, '    |    ^^']);
    const [line = '', carets = ''] = frame(`«${'b'.repeat(300)}» c`).split('\n');
    expect([line, carets]).toEqual([`  1 | ${'b'.repeat(99)}…`, `    | ${'^'.repeat(100)}`]);
  });
});

describe('the report', () => {
  const at = (path: string, start: number, rule: string, severity: Severity = 'warning'): Diagnostic =>
    finding(severity, rule, { path, start, end: start + 1 }, `${rule}.`);

  it('sorts by path, place and rule, and puts what has no place last', () => {
    const found = [
      finding('warning', 'shallow-clone', null, 'No dates.'),
      at('b.md', 0, 'one'),
      at('a.md', 4, 'two'),
      at('a.md', 0, 'z-rule'),
      at('a.md', 0, 'a-rule', 'error'),
    ];
    const rules = reportText(found, () => 'abc\ndef', { colour: false }).match(/\[[a-z-]+\]/g);
    expect(rules).toEqual(['[a-rule]', '[z-rule]', '[two]', '[one]', '[shallow-clone]']);
  });

  it('counts errors, warnings and notes, and files', () => {
    const found = [at('a.md', 0, 'e', 'error'), at('a.md', 1, 'f', 'error'), at('b.md', 0, 'w'), at('c.md', 0, 'i', 'info')];
    expect(reportText(found, () => 'abc', { colour: false })).toMatch(/\n2 errors, 1 warning, 1 note in 3 files\.\n$/);
    expect(reportText([], () => null, { colour: false })).toBe('No problems found.\n');
    expect(reportText([finding('warning', 'w', null, 'No.')], () => null, { colour: false })).toBe(
      'warning[w]: No.\n\n1 warning.\n',
    );
  });

  it('names related places, and puts the prefix before every path', () => {
    const span = { path: 'a.md', start: 4, end: 5 };
    const found = finding('info', 'twice', span, 'Twice.', 'Rename it.', [
      { message: 'It is first here.', span: { path: 'a.md', start: 0, end: 1 } },
    ]);
    expect(reportText([found], () => 'abc\ndef\n', { colour: false, prefix: 'course/' })).toBe(
      `info[twice]: Twice.
  --> course/a.md:2:1
  1 | abc
  2 | def
    | ^
  = help: Rename it.
  = course/a.md:1:1: It is first here.

1 note in 1 file.
`,
    );
  });

  it('names only the path where the text cannot be read', () => {
    expect(reportText([at('a.md', 3, 'gone')], () => null, { colour: false })).toBe(
      'warning[gone]: gone.\n  --> a.md\n\n1 warning in 1 file.\n',
    );
  });

  it('colours by severity only when asked to', () => {
    expect(reportText([at('a.md', 0, 'w')], () => 'x', { colour: true })).toContain('\u001B[33mwarning[w]\u001B[39m');
    expect(reportText([at('a.md', 0, 'w')], () => 'x', { colour: false })).not.toContain('\u001B');
  });

  it('lets nothing in a message steer the terminal', () => {
    const found = finding('warning', 'w', null, 'A “\u001B[2J\u202E” here.');
    expect(reportText([found], () => null, { colour: false })).toContain('A “�[2J�” here.');
  });
});
