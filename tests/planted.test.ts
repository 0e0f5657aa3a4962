import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RULES } from '../src/model/rules.ts';
import { workOnCourse } from '../src/pipeline.ts';
import { type CourseCase, readCases } from './support/courseCases.ts';
import { BUILD } from './support/renderSite.ts';
import { writeFolder } from './support/writeFolder.ts';

const CASES = readCases(readFileSync(new URL('./cases/planted.txt', import.meta.url), 'utf8'));
const PLANTED = /⟦([a-z-]+)¦([^¦⟧]*)¦([^⟧]*)⟧/g;
const WHOLE_FILE = /^⟦([a-z-]*)⟧ /;

/** What no text of a course shows; each has tests of its own. */
const ELSEWHERE = [
  ...['no-lectures', 'unreadable-file', 'encoding', 'history', 'browser'],
  ...['unsafe-output', 'public-collision', 'public-outside', 'private-text', 'not-built'],
];

for (const { title, files } of CASES)
  describe(title, () => {
    test('each fault that was planted is found once, where it stands, and nothing else', async () => {
      const planted = Object.entries(files).map(([path, text]) => [
        path.replace(WHOLE_FILE, ''),
        text.replace(PLANTED, '$2').replaceAll('▸', ''),
      ]);
      expect(await findingsOf(Object.fromEntries(planted))).toEqual(plantedIn(files));
    });

    test('nothing is found in the clean twin', async () => {
      const clean = Object.entries(files).filter(([path]) => !WHOLE_FILE.test(path));
      expect(await findingsOf(Object.fromEntries(clean.map(([path, text]) => [path, text.replace(PLANTED, '$3')])))).toEqual([]);
    });
  });

test('every rule is planted somewhere', () => {
  const all = CASES.flatMap(({ files }) => Object.entries(files)).map((file) => file.join('\n'));
  const planted = all.flatMap((text) => [...text.matchAll(PLANTED), WHOLE_FILE.exec(text) ?? []].map(([, rule]) => rule));
  const measured = Object.entries(RULES).filter(([, rule]) => 'only' in rule && rule.only !== 'asked');
  const known = new Set([...planted, ...ELSEWHERE, ...measured.map(([name]) => name)]);
  expect(Object.keys(RULES).filter((name) => !known.has(name))).toEqual([]);
});

/** `file:line:column rule`, sorted. */
function plantedIn(files: CourseCase['files']): readonly string[] {
  const found: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const path = name.replace(WHOLE_FILE, '');
    const [, whole = ''] = WHOLE_FILE.exec(name) ?? [];
    if (whole !== '') found.push(`${path}:1:1 ${whole}`);
    let before = '';
    let from = 0;
    for (const { 0: mark, 1: rule = '', 2: wrong = '', index } of text.matchAll(PLANTED)) {
      before += text.slice(from, index);
      from = index + mark.length;
      found.push(`${path}:${placeAfter(before + wrong.slice(0, Math.max(0, wrong.indexOf('▸'))))} ${rule}`);
      before += wrong.replace('▸', '');
    }
  }
  return found.sort();
}

/** Line and column, both from 1, the column in UTF-16 units. */
function placeAfter(text: string): string {
  const lines = text.split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}

async function findingsOf(files: CourseCase['files']): Promise<readonly string[]> {
  const argument = writeFolder(files);
  const client = writeFolder({ 'client.json': '{}' });
  const { diagnostics } = await workOnCourse(
    { argument, out: null, build: BUILD, client, onProgress: () => {} },
    { to: 'nowhere' },
  );
  return diagnostics
    .map(({ rule, span }) => {
      if (span === null) return `- ${rule}`;
      return `${span.path}:${placeAfter((files[span.path] ?? '').slice(0, span.start))} ${rule}`;
    })
    .sort();
}
