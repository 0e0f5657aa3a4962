/** Questions to git about a course, which is asked nothing that could change it. */
import { spawnSync } from 'node:child_process';

const MEBIBYTE = 1024 * 1024;

/** Null output: there is no git, or no repository, or it refuses; then it may have complained. */
export function git(root: string, words: readonly string[]): { readonly output: string | null; readonly complaint: string } {
  // A hook's own GIT_DIR and the like would lead to another repository; a partial clone must not ask the network.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || name.startsWith('GIT_CONFIG'));
  const env = { ...Object.fromEntries(inherited), LC_ALL: 'C', TZ: 'UTC', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' };
  const run = spawnSync('git', words, {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 512 * MEBIBYTE,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { output: run.status === 0 ? run.stdout : null, complaint: run.stderr ?? '' };
}

/** Where a course stands in its repository, with a slash at the end; empty at the top, and where there is none. */
export function readPrefix(root: string): string {
  return git(root, ['rev-parse', '--show-prefix']).output?.trim() ?? '';
}
