/** The compiled program, as a user runs it. */
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/** The folder that `npm run prepare` fills; another where the variable `LECTERN_BUILD` names it. */
export const BUILD = resolve(process.env['LECTERN_BUILD'] ?? join(import.meta.dirname, '../../build'));

/** The file that Node runs. */
export const PROGRAM = join(BUILD, 'cli.js');

export interface Ran {
  /** The exit status; null where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `lectern` with these words in `cwd`, without colour and browser unless `env` says otherwise. */
export function lectern(words: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Ran {
  const options: SpawnSyncOptions = { cwd, env: { ...plainEnvironment(), ...env }, timeout: 60_000, maxBuffer: 1 << 28 };
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], { ...options, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** This process's environment without what changes how a program prints. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { NO_COLOR: _, FORCE_COLOR: __, CI: ___, GITHUB_ACTIONS: ____, GITHUB_STEP_SUMMARY: _____, ...rest } = process.env;
  return { ...rest, CHROME_PATH: 'none' };
}
