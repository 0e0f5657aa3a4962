/** The machine that the tests run on, as `findBrowser` asks it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import type { Machine } from './findBrowser.ts';

export const thisMachine: Machine = {
  platform: process.platform,
  environment: process.env,
  home: homedir(),
  root: process.getuid?.() === 0,
  names: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  exists: existsSync,
  // On Windows the question would open a window.
  starts: (path) =>
    process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0,
  run: ([command = '', ...words], seconds) => {
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const options = { env: environment, timeout: seconds * 1000, shell: process.platform === 'win32', encoding: 'utf8' } as const;
    const { status, stderr } = spawnSync(command, words, options);
    const why = stderr?.trim().split('\n').at(-1);
    if (status !== 0) process.stderr.write(`${command} ${words.join(' ')}: ${why || 'not done in time'}\n`);
    return status === 0;
  },
  say: (line) => void process.stderr.write(`${line}\n`),
};
