import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const PROJECT = join(import.meta.dirname, '..');
/** A course for pandoc, and nothing else. */
const COURSE = {
  '01-intro.md': '---\ntitle: Introduction\n---\n\n# First\n\n## Slide\n\n```python\nprint(1)\n```\n\n::: notes\nSay it.\n:::\n',
  '02-more.md': '# More\n\n![A figure](assets/figure.svg)\n',
  'README.md': '# Read me\n',
};
const PATIENT = { timeout: 120_000 };

let parent = '';
let course = '';

/** Runs npm or npx; its output. Throws with what it said where it fails. */
function run(command: 'npm' | 'npx', words: readonly string[], cwd: string): string {
  // npm tells the programs that it runs of its own settings, which are the project's
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(?:package|lifecycle|command)/i.test(name)),
  );
  const { status, stdout, stderr } = spawnSync(command, [...words], {
    cwd,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${status}:\n${stdout}\n${stderr}`);
  return stdout;
}

describe('the package, installed beside a course', PATIENT, () => {
  beforeAll(() => {
    parent = realpathSync(mkdtempSync(join(tmpdir(), 'lectern-pack-')));
    course = join(parent, 'course');
    mkdirSync(join(course, 'assets'), { recursive: true });
    for (const [path, text] of Object.entries(COURSE)) writeFileSync(join(course, path), text);
    writeFileSync(join(course, 'assets/figure.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    // what is built is packed: the tests of this very run use it
    run('npm', ['pack', '--ignore-scripts', '--pack-destination', parent], PROJECT);
    const tarball = readdirSync(parent).find((name) => name.endsWith('.tgz'));
    if (tarball === undefined) throw new Error('npm packed nothing.');
    run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', join(parent, tarball)], course);
  }, 120_000);
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  test('brings the program and what it runs on, without a bundler, a compiler or a browser', () => {
    const installed = readdirSync(join(course, 'node_modules'));
    expect(installed).toEqual(expect.arrayContaining(['lectern', 'markdown-it', 'highlight.js', 'chokidar']));
    for (const name of ['vite', 'rolldown', 'esbuild', 'typescript', 'vitest', 'playwright-core', 'reveal.js']) {
      expect(installed).not.toContain(name);
    }
    const own = readdirSync(join(course, 'node_modules/lectern'));
    expect(own).toEqual(expect.arrayContaining(['build', 'package.json']));
    for (const name of ['src', 'tests', 'slides', 'dist']) expect(own).not.toContain(name);
    expect(existsSync(join(course, 'node_modules/lectern/build/client/client.json'))).toBe(true);
  });

  test('builds the course', () => {
    const said = run('npx', ['--no-install', 'lectern', 'build', '.'], course);
    expect(said).toMatch(
      /2 lectures: 01-intro\.md, 02-more\.md\nleft alone: README\.md\n[\s\S]*\nBuilt 2 lectures into dist in /,
    );
    for (const path of ['index.html', 'intro.html', 'read/more.html', 'speaker.html', 'assets/figure.svg', '_lectern']) {
      expect(existsSync(join(course, 'dist', path))).toBe(true);
    }
  });

  test.runIf(process.platform !== 'win32')('serves it while it is being written', async () => {
    const words = ['--no-install', 'lectern', 'dev', '.', '--port', '4870'];
    const child = spawn('npx', words, { cwd: course, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const url = await new Promise<string>((found, fail) => {
        let said = '';
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          said += text;
          const address = /The course is at (http:\S+)/.exec(said)?.[1];
          if (address !== undefined) found(address);
        });
        child.on('exit', () => fail(new Error(`lectern dev ended:\n${said}`)));
      });
      expect(await textAt(`${url}intro.html`)).toContain('Introduction');
      writeFileSync(join(course, '01-intro.md'), COURSE['01-intro.md'].replace('# First', '# Foremost'));
      await expect.poll(() => textAt(`${url}intro.html`), { timeout: 30_000 }).toContain('Foremost');
    } finally {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }
  });
});

async function textAt(url: string): Promise<string> {
  return (await fetch(url)).text();
}
