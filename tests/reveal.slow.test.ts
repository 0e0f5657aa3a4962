import { describe, expect, test } from 'vitest';
import { lectern } from './support/program.ts';
import { writeFolder } from './support/writeFolder.ts';

/** Far more than a build takes on a busy machine, and nothing beside what these patterns would. */
const PATIENT = { timeout: 120_000 };

const DECK = `# A\n\n${'a'.repeat(60)}b\n`;

/** Each takes longer than anyone lives over a line of letters. */
const SLOW = ['(a+)+$', '(a|aa)+$', '(a|a)+c', '(.*a){30}$', '(?=(a+)+c)a', '(?<=c(a+)+)b'];

describe('a separator that takes for ever ends with an error, in a process of its own', PATIENT, () => {
  test.each(SLOW)('%s', (pattern) => {
    for (const key of ['separator', 'separator-notes']) {
      const folder = writeFolder({ 'a.md': `---\ndialect: reveal\n${key}: '${pattern}'\n---\n\n${DECK}` });
      const { status, stdout, stderr } = lectern(['build', 'a.md', '--out', 'dist'], folder);
      expect(stdout + stderr).toContain(`“${key}” takes more than a second over this lecture, so it is not split into slides.`);
      expect(status).toBe(1);
    }
  });

  test('from the command line', () => {
    const folder = writeFolder({ 'a.md': DECK });
    const words = ['build', 'a.md', '--out', 'dist', '--dialect=reveal', '--separator-vertical=(a+)+$'];
    const { status, stdout, stderr } = lectern(words, folder);
    expect(stdout + stderr).toContain('“separator-vertical” takes more than a second over this lecture');
    expect(status).toBe(1);
  });
});

describe('a separator that cannot be used is an error', PATIENT, () => {
  test('where it takes more memory than there is', () => {
    const folder = writeFolder({ 'a.md': `---\ndialect: reveal\nseparator: "(?:a|b)*c"\n---\n\n${'a'.repeat(20_000_000)}\n` });
    const { status, stdout, stderr } = lectern(['check', 'a.md'], folder);
    expect(stdout + stderr).toContain(
      '“separator” takes more memory over this lecture than there is, so it is not split into slides.',
    );
    expect(status).toBe(1);
  });

  test('where two of them name a group alike', () => {
    const keys = 'separator: "^(?<m>---)$"\nseparator-vertical: "^(?<m>--)$"';
    const folder = writeFolder({ 'a.md': `---\ndialect: reveal\n${keys}\n---\n\n${DECK}` });
    const { status, stdout, stderr } = lectern(['check', 'a.md'], folder);
    expect(stdout + stderr).toContain(
      '“separator” and “separator-vertical” name a group alike, so this lecture is not split into slides.',
    );
    expect(status).toBe(1);
  });
});
