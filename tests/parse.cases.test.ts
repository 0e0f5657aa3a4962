import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { dumpLecture } from './support/dumpLecture.ts';
import { loadCases } from './support/loadCases.ts';
import { parseText } from './support/parseText.ts';

const CASES = new URL('./cases/', import.meta.url);
const NAMES = ['parse', 'reveal'].flatMap((folder) => readdirSync(new URL(folder, CASES)).map((name) => `${folder}/${name}`));

for (const name of NAMES.sort()) {
  describe(name, () => {
    const results: string[] = [];
    for (const { title, input, expected } of loadCases(name)) {
      test(title, () => {
        const { value, diagnostics } = parseText(input);
        const noticed = diagnostics.map(
          ({ severity, rule, message, hint, span }) =>
            `${severity} ${rule} at ${JSON.stringify(input.slice(span?.start, span?.end))}\n  ${message}\n  ${hint ?? '-'}`,
        );
        const result = [dumpLecture(value), ...noticed].join('\n');
        results.push(result);
        if (process.env['UPDATE'] !== '1') expect(result).toBe(expected);
      });
    }
    afterAll(() => {
      if (process.env['UPDATE'] === '1') update(new URL(name, CASES), results);
    });
  });
}

/** Writes what came out into the fixture, for a person to review. */
function update(file: URL, results: readonly string[]): void {
  const blocks = readFileSync(file, 'utf8').split(/^\.\n/m);
  const parts = results.map((result, at) => `${blocks[at * 3] ?? ''}.\n${blocks[at * 3 + 1] ?? ''}.\n${result}\n.\n`);
  writeFileSync(file, parts.join(''));
}
