import { execFileSync } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { readPrefix } from '../src/read/git.ts';
import { readChanges } from '../src/read/readChanges.ts';
import { writeFolder } from './support/writeFolder.ts';

afterEach(() => vi.unstubAllEnvs());

function git(root: string, words: readonly string[], date = '2026-01-01T00:00:00Z'): void {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const env = {
    ...Object.fromEntries(inherited),
    GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z',
    GIT_COMMITTER_DATE: date,
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], { cwd: root, env, stdio: 'ignore' });
}

function commit(root: string, date: string): void {
  git(root, ['add', '-A'], date);
  git(root, ['commit', '-qm', 'x'], date);
}

/** A course in a folder of a repository, with two commits. */
function repository(): string {
  const root = join(writeFolder({ 'course/slides/01-a.md': '1', 'course/slides/été "b".md': '1', 'other.md': '1' }), 'course');
  git(dirname(root), ['init', '-q']);
  commit(dirname(root), '2026-01-02T03:04:05+02:00');
  writeFileSync(join(root, 'slides/01-a.md'), '2');
  commit(dirname(root), '2026-02-03T00:00:00-10:00');
  return root;
}

test('each file has the date of its last commit, in UTC', () => {
  vi.stubEnv('TZ', 'Pacific/Auckland');
  const paths = ['slides/01-a.md', 'slides/été "b".md', 'slides/new.md'];
  const { value, diagnostics } = readChanges(repository(), paths);
  expect([...value].sort()).toEqual([
    ['slides/01-a.md', '2026-02-03T10:00:00Z'],
    ['slides/été "b".md', '2026-01-02T01:04:05Z'],
  ]);
  expect(diagnostics).toEqual([]);
});

test('a file at the course’s root is found too, and one that was renamed has the date of that', () => {
  const root = repository();
  renameSync(join(root, 'slides/01-a.md'), join(root, 'c.md'));
  commit(root, '2026-03-01T00:00:00Z');
  expect(readChanges(root, ['c.md']).value.get('c.md')).toBe('2026-03-01T00:00:00Z');
});

test('the repository is the course’s own, whatever a hook’s environment says', () => {
  const root = repository();
  vi.stubEnv('GIT_DIR', '/nowhere');
  expect(readChanges(root, ['slides/01-a.md']).value.size).toBe(1);
});

test('a shallow clone gives no dates, and one warning', () => {
  const root = repository();
  const clone = join(dirname(dirname(root)), 'clone');
  git(dirname(root), ['clone', '-q', '--depth', '1', `file://${dirname(root)}`, clone]);
  const { value, diagnostics } = readChanges(join(clone, 'course'), ['slides/01-a.md']);
  expect(value.size).toBe(0);
  expect(diagnostics).toEqual([
    {
      rule: 'history',
      severity: 'warning',
      message: 'The history is cut short (a shallow clone), so that no lecture has a date of change.',
      span: null,
      hint: 'Clone it whole: `fetch-depth: 0` in the workflow, or `git fetch --unshallow`.',
      related: [],
    },
  ]);
});

test('outside of a repository, without git, and before the first commit there are no dates and no warning', () => {
  const root = writeFolder({ 'a.md': '' });
  expect(readChanges(root, ['a.md'])).toEqual({ value: new Map(), diagnostics: [] });
  git(root, ['init', '-q']);
  expect(readChanges(root, ['a.md'])).toEqual({ value: new Map(), diagnostics: [] });
  vi.stubEnv('PATH', '/nowhere');
  expect(readChanges(root, ['a.md'])).toEqual({ value: new Map(), diagnostics: [] });
});

test('where the course stands in its repository is known, and nothing of it where there is none', () => {
  expect(readPrefix(repository())).toBe('course/');
  expect(readPrefix(writeFolder({ 'a.md': '1' }))).toBe('');
});
