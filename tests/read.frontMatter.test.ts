import { expect, test } from 'vitest';
import { readCourse } from '../src/read/readCourse.ts';
import { readFrontMatter } from '../src/read/readFrontMatter.ts';
import type { Value } from '../src/read/value.ts';
import { describeDiagnostics } from './support/describeDiagnostics.ts';
import { loadCases } from './support/loadCases.ts';
import { OPTIONS } from './support/readFolder.ts';
import { writeFolder } from './support/writeFolder.ts';

for (const { title, input, expected } of loadCases('read/front-matter.txt')) {
  test(title, () => {
    const source = { path: 'a.md', text: input };
    const { value, diagnostics } = readFrontMatter(source);
    const entries = value?.entries.map((entry) => `${at(input, entry.keySpan)} = ${show(entry.value, input)}`) ?? [
      'no front matter',
    ];
    const rest = value ? [`then ${JSON.stringify(input.slice(value.span.end))}`] : [];
    expect([...entries, ...rest, describeDiagnostics(diagnostics, { 'a.md': input })].join('\n').trim()).toBe(expected);
  });
}

test('every case reads the same with carriage returns and a byte order mark', () => {
  for (const { input } of loadCases('read/front-matter.txt')) {
    if (input.includes('\r') || input.startsWith('\uFEFF')) continue;
    const changed = `\uFEFF${input.replaceAll('\n', '\r\n')}`;
    const [plain, windows] = [input, changed].map((text) => {
      const { value, diagnostics } = readFrontMatter({ path: 'a.md', text });
      const entries = value?.entries.map((entry) => [entry.key, show(entry.value, text)]);
      return [entries, describeDiagnostics(diagnostics, { 'a.md': text })];
    });
    expect(JSON.stringify(windows).replaceAll('\\r', '').replaceAll('␍', '')).toBe(JSON.stringify(plain));
  }
});

test('a block of JavaScript is refused each time, and never run', () => {
  const text = '---js\n{ title: (globalThis.wasRun = true) }\n---\n';
  for (const _ of [1, 2]) expect(readFrontMatter({ path: 'a.md', text }).diagnostics).toHaveLength(1);
  expect('wasRun' in globalThis).toBe(false);
});

test('broken YAML is reported each time that it is read', () => {
  const text = '---\ntitle: A: B\n---\n';
  for (const _ of [1, 2]) expect(readFrontMatter({ path: 'a.md', text }).diagnostics).toHaveLength(1);
});

test('piles of aliases are read once each', () => {
  const lines = Array.from({ length: 40 }, (_, at) => `k${at + 1}: &k${at + 1} [*k${at}, *k${at}, *k${at}]`);
  const text = `---\nk0: &k0 [x]\n${lines.join('\n')}\n---\n`;
  expect(readFrontMatter({ path: 'a.md', text }).value?.entries).toHaveLength(41);
  const course = readCourse({ ...OPTIONS, argument: writeFolder({ 'a.md': text.replace('k40:', 'tags:') }) });
  expect(course.value.lectures[0]?.diagnostics.some((found) => found.rule === 'wrong-value')).toBe(true);
});

function at(text: string, span: { start: number; end: number }): string {
  return text.slice(span.start, span.end);
}

function show(value: Value, text: string): string {
  const written = at(text, value.span).replaceAll('\r', '').replaceAll('\n', '⏎');
  if (value.kind === 'scalar') return `${JSON.stringify(value.value)} [${written}]`;
  if (value.kind === 'list') return `list of ${value.items.length} [${written}]`;
  return `map of ${value.entries.map((entry) => entry.key).join(', ')} [${written}]`;
}
