import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_FILE, type Rule } from '../src/model/rule.ts';
import { RULE_GROUPS, RULES } from '../src/model/rules.ts';
import { workOnCourse } from '../src/pipeline.ts';
import { BUILD } from './support/renderSite.ts';
import { writeFolder } from './support/writeFolder.ts';

const ENTRIES: readonly (readonly [string, Rule])[] = Object.entries(RULES);
const PLAIN = { 'slides/index.md': '---\ntitle: Course\n---\n', [EXAMPLE_FILE]: '## One\n\nText.\n' };

describe('the examples of the catalogue', () => {
  for (const [name, rule] of ENTRIES.filter(([, { file, only }]) => file !== null && only !== 'measured' && only !== 'examined'))
    it(`of “${name}” break it alone, and mend it`, async () => {
      const found = await rulesBrokenBy(rule, rule.wrong);
      expect({ wrong: [...new Set(found)], right: await rulesBrokenBy(rule, rule.right) }).toEqual({ wrong: [name], right: [] });
    });
});

describe('every rule of the catalogue', () => {
  it('stands in one group, by the same words as in all', () => {
    expect(RULE_GROUPS.flatMap(({ rules }) => Object.entries(rules))).toEqual(ENTRIES);
    for (const [name] of ENTRIES) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });

  it('says why in whole sentences, and what is wrong in half of one', () => {
    for (const [name, { summary, reason }] of ENTRIES) {
      expect([name, reason]).toEqual([name, expect.stringMatching(/^[A-Z“`].*\.$/su)]);
      expect([name, summary]).toEqual([name, expect.stringMatching(/[^.]$/)]);
    }
  });

  it('has a case', () => {
    const texts = casesAndTests();
    expect(ENTRIES.map(([name]) => name).filter((name) => !texts.some((text) => text.includes(name)))).toEqual([]);
  });
});

/** What the examples break, rule by rule, as `check` sees it. */
async function rulesBrokenBy({ file = EXAMPLE_FILE, beside = {} }: Rule, text: string): Promise<readonly string[]> {
  const argument = writeFolder({ ...PLAIN, ...beside, [file ?? EXAMPLE_FILE]: `${text}\n` });
  const client = writeFolder({ 'client.json': '{}' });
  const options = { argument, out: null, build: BUILD, client, onProgress: () => {} };
  const { diagnostics } = await workOnCourse(options, { to: 'nowhere' });
  return diagnostics.map(({ rule }) => rule);
}

function casesAndTests(): readonly string[] {
  const paths = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  const wanted = paths.filter((path) => /(?:cases.*\.txt|\.test\.ts)$/.test(path) && !/rules\.test\.ts$/.test(path));
  return wanted.map((path) => readFileSync(join(import.meta.dirname, path), 'utf8'));
}
