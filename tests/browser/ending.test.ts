import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { lectern, PROGRAM } from '../support/program.ts';
import { writeFolder } from '../support/writeFolder.ts';

const COURSE = {
  'slides/index.md': '---\ntitle: Course\n---\n\nHello.\n',
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [
      `slides/${at + 10}-part-${at}.md`,
      `---\ntitle: ${at}\n---\n\n${'## A\n\nText.\n\n'.repeat(40)}`,
    ]),
  ),
};
/** Sooner or later, within which a check is at work. */
const MOMENTS = [300, 1200, 2500];

/** The command lines of running processes that have a word on them. */
function processesWith(word: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      try {
        const line = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return line.includes(word) ? [line] : [];
      } catch {
        return [];
      }
    });
}

/** A program that a check takes for a browser. */
function writeProgram(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'lectern-test-')), 'browser');
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe.runIf(process.platform === 'linux')('a check leaves no process and no file behind', () => {
  const start = (words: readonly string[], browser: string) => {
    const temporary = mkdtempSync(join(tmpdir(), 'lectern-test-'));
    const env = { ...process.env, CHROME_PATH: browser, TMPDIR: temporary };
    const child = spawn(process.execPath, [PROGRAM, 'check', ...words], { cwd: writeFolder(COURSE), env, stdio: 'ignore' });
    return { child, temporary };
  };

  test.each([
    ...MOMENTS.flatMap((after) => (['SIGINT', 'SIGTERM'] as const).map((signal) => ({ words: ['--no-axe'], signal, after }))),
    { words: ['--room'], signal: 'SIGTERM', after: 2500 } as const,
  ])('when $signal ends it after $after ms ($words)', async ({ words, signal, after }) => {
    const { child, temporary } = start(words, inject('browser'));
    const ended = once(child, 'exit');
    const timer = setTimeout(() => child.kill(signal), after);
    await ended;
    clearTimeout(timer);
    await expect.poll(() => processesWith(temporary)).toEqual([]);
    await expect.poll(() => readdirSync(temporary).filter((name) => name.startsWith('lectern-work-'))).toEqual([]);
  });

  test('when the browser does not answer, and a signal ends the check', async () => {
    const { child, temporary } = start(['--no-axe'], writeProgram('echo "$@" >&2; sleep 987654'));
    await expect.poll(() => processesWith(temporary).length).toBeGreaterThan(0);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    await expect.poll(() => processesWith(temporary)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('when the browser ends in the middle of it, which is said', () => {
    const browser = writeProgram(`"${inject('browser')}" "$@" & sleep 2; kill -9 0`);
    const root = writeFolder(COURSE);
    const temporary = mkdtempSync(join(tmpdir(), 'lectern-test-'));
    const { status, stdout } = lectern(['check', '--format', 'json'], root, { CHROME_PATH: browser, TMPDIR: temporary });
    expect(status).toBe(0);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { rule: string; message: string }[] };
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['browser']);
    expect(diagnostics[0]?.message).toMatch(/^The slides were not measured: (?:“.+” does not start: )?it ended with /);
    expect(processesWith(temporary)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
