import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkAnswers } from '../src/check/course/checkAnswers.ts';
import { MEASURED_RULES } from '../src/model/rules/measuredRules.ts';
import type { LinkAnswer } from '../src/model/linkAnswer.ts';
import { type Inspection, workOnCourse } from '../src/pipeline.ts';
import { reportText } from '../src/report/reportText.ts';
import { mask, readCases, writeExpectations } from './support/courseCases.ts';
import { BUILD } from './support/renderSite.ts';
import { writeFolder } from './support/writeFolder.ts';

const FOLDER = new URL('./cases/check/', import.meta.url);
const UPDATE = process.env['UPDATE'] === '1';
const ANSWERS = 'answers.json';
const NAMES = readdirSync(FOLDER).sort();

for (const name of NAMES) {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');
  describe(`check/${name}`, () => {
    const results: string[] = [];
    for (const { title, files, expected } of readCases(text)) {
      it(title, async () => {
        const result = await check(files);
        results.push(result);
        if (!UPDATE) expect(result).toBe(expected);
      });
    }
    afterAll(() => {
      if (UPDATE) writeFileSync(new URL(name, FOLDER), writeExpectations(text, results));
    });
  });
}

it('every rule of check has a case', () => {
  const folder = new URL('../src/check/', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const rules = sources.flatMap((path) => {
    const text = readFileSync(new URL(path, folder), 'utf8');
    return [...text.matchAll(/\* Rules?: ([^.:]*)/g)].flatMap(([, names = '']) =>
      [...names.matchAll(/`([a-z-]+)`/g)].map(([, rule]) => rule),
    );
  });
  const cases = NAMES.map((name) => readFileSync(new URL(name, FOLDER), 'utf8')).join('\n');
  expect(new Set(rules).size).toBeGreaterThan(20);
  // what a browser measures has its cases in browser/measured.test.ts
  const unmeasured = rules.filter((rule) => !Object.hasOwn(MEASURED_RULES, rule ?? ''));
  expect(unmeasured.filter((rule) => !cases.includes(`[${rule}]: `))).toEqual([]);
});

/** What `lectern check` would print about a course on 2026-11-20; with `answers.json`, what other hosts say by address, `--links`. */
async function check({ [ANSWERS]: answers, ...files }: Readonly<Record<string, string>>): Promise<string> {
  const inSlides = Object.keys(files).some((path) => path.startsWith('slides/'));
  const root = writeFolder({ ...(inSlides && { 'slides/index.md': '---\ntitle: Course\n---\n' }), ...files });
  const client = writeFolder({ 'client.json': '{}' });
  const said = JSON.parse(answers ?? '{}') as Readonly<Record<string, LinkAnswer>>;
  const links: Inspection = {
    find: async ({ uses }) => ({ ran: ['links'], diagnostics: checkAnswers(uses, (url) => said[url] ?? null) }),
  };
  const inspections = answers === undefined ? [] : [links];
  const options = { argument: root, out: null, build: BUILD, client, onProgress: () => {}, inspections };
  const work = await workOnCourse(options, { to: 'nowhere' });
  const readText = (path: string) => files[path] ?? null;
  return mask(reportText(work.diagnostics, readText, { colour: false }))
    .trimEnd()
    .replaceAll(join(root, '/'), '');
}
