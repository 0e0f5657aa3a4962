import { expect, test } from 'vitest';
import { reportProblems } from '../src/report/reportProblems.ts';
import { finding } from './support/finding.ts';

const PATH = 'slides/01-a.md';
const TEXT = 'One\n\tTwo ![alt](./no.png) more\nThree\nFour\n';
const START = TEXT.indexOf('./no.png');

const readText = (path: string): string | null => (path === PATH ? TEXT : null);

test('A page is told what the terminal says: the place, its lines with the words marked, and what to do.', () => {
  const span = { path: PATH, start: START, end: START + './no.png'.length };
  const { problems, more } = reportProblems(
    [finding('warning', 'missing-image', span, 'There is no image.', 'Mend it.')],
    readText,
  );
  expect(more).toBe(0);
  expect(problems).toEqual([
    {
      severity: 'warning',
      rule: 'missing-image',
      message: 'There is no image.',
      hint: 'Mend it.',
      place: { path: PATH, line: 2, column: 13 },
      source: [
        { number: 1, before: 'One', marked: null, after: '' },
        { number: 2, before: '    Two ![alt](', marked: './no.png', after: ') more' },
        { number: 3, before: 'Three', marked: null, after: '' },
      ],
      related: [],
    },
  ]);
});

test('Infos are not told, and a mistake without a file or a text has no lines.', () => {
  const picture = { path: 'assets/x.png', start: 0, end: 0 };
  const { problems } = reportProblems(
    [
      finding('info', 'a', picture, 'Info.'),
      finding('error', 'b', null, 'Nowhere.'),
      { ...finding('error', 'c', picture, 'A picture.'), related: [{ message: 'See.', span: { path: PATH, start: 0, end: 1 } }] },
    ],
    readText,
  );
  expect(problems.map(({ rule, place, source, related }) => ({ rule, place, source, related }))).toEqual([
    {
      rule: 'c',
      place: { path: 'assets/x.png', line: null, column: null },
      source: [],
      related: [{ message: 'See.', place: { path: PATH, line: 1, column: 1 } }],
    },
    { rule: 'b', place: null, source: [], related: [] },
  ]);
});

test('Of very many, a hundred are told, errors before all, and how many more there are.', () => {
  const span = (at: number) => ({ path: PATH, start: at % 9, end: (at % 9) + 1 });
  const warnings = Array.from({ length: 150 }, (_, at) => finding('warning', 'w', span(at), `Number ${at}.`));
  const { problems, more } = reportProblems([...warnings, finding('error', 'e', span(8), 'Last.')], readText);
  expect([problems.length, more]).toEqual([100, 51]);
  expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(1);
});
