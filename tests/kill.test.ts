import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lectern, PROGRAM } from './support/program.ts';
import { randomFrom } from './bench/randomFrom.mjs';
import { hashesBelow } from './support/site.ts';

const LECTURES = 60;
const KILLS = 20;

let root = '';
const out = (): string => join(root, 'dist');
/** The hashes of the two sites that there may be, and how long a build of the second takes in milliseconds. */
const known = { one: {}, other: {}, duration: 0 } as {
  one: Readonly<Record<string, string>>;
  other: Readonly<Record<string, string>>;
  duration: number;
};

/** Enough for worker threads, and for many files to be written, copied and removed. */
function writeCourse(year: string): void {
  for (const folder of ['slides', 'assets', 'public']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'slides/index.md'), `---\ntitle: Course ${year}\ndefaults:\n  date: ${year}\n---\n\nHello.\n`);
  for (let at = 0; at < LECTURES; at++) {
    const slides = Array.from(
      { length: 8 },
      (_, n) => `## Slide ${n}\n\n![f](../assets/${at}.svg)\n\n\`\`\`python\nprint(${n})\n\`\`\`\n`,
    );
    writeFileSync(join(root, `slides/${at + 10}-lecture-${at}.md`), `# In ${year}\n\n${slides.join('\n')}`);
    writeFileSync(join(root, `assets/${at}.svg`), `<svg xmlns="http://www.w3.org/2000/svg" id="y${year}"/>`);
  }
  for (let at = 0; at < 30; at++) writeFileSync(join(root, 'public', `${at}.txt`), `${year}\n`.repeat(500));
}

function build(): void {
  const { status, stderr } = lectern(['build', '.', '--as-of', '2026-11-20'], root);
  if (status !== 0) throw new Error(`The course was not built (${status}):\n${stderr}`);
}

function startBuild(): ChildProcess {
  return spawn(process.execPath, [PROGRAM, 'build', '.', '--as-of', '2026-11-20'], {
    cwd: root,
    stdio: 'ignore',
    detached: true,
  });
}

/** Ends the program and whatever it started, at once. */
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const gone = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await gone;
}

/** `one`, `other`, `missing`, or what is wrong with the site. */
function stateOf(): string {
  if (!existsSync(out())) return 'missing';
  const found = hashesBelow(out());
  for (const name of ['one', 'other'] as const) if (JSON.stringify(found) === JSON.stringify(known[name])) return name;
  const wrong = Object.keys(known.one).filter((path) => found[path] !== known.one[path] && found[path] !== known.other[path]);
  return `neither the old nor the new site: ${wrong.length} of ${Object.keys(known.one).length} files, such as ${wrong[0]}`;
}

/** The files of a site; those of the search without what their content adds to their names. */
function namesOf(hashes: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(hashes)
    .map((path) => path.replace(/(?<=^_lectern\/search\/(?:[wp]-)?)[\da-f]{10}(?=-)/, ''))
    .sort();
}

/** Serves the site until it says so. */
async function preview(): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, 'preview'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  await once(child.stdout, 'data');
  await kill(child);
}

/** What a killed build left beside the site. */
function leftovers(): readonly string[] {
  return readdirSync(root).filter((name) => name.startsWith('.dist'));
}

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'lectern-kill-')));
  writeCourse('2027');
  const started = performance.now();
  build();
  known.duration = performance.now() - started;
  known.other = hashesBelow(out());
  writeCourse('2026');
  build();
  known.one = hashesBelow(out());
  writeCourse('2027');
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.runIf(process.platform !== 'win32')('a build that is killed', { timeout: 300_000 }, () => {
  test('leaves the old site or the new one, whole, at whatever moment', async () => {
    expect(namesOf(known.one)).toEqual(namesOf(known.other));
    expect(known.one).not.toEqual(known.other);
    const random = randomFrom(7);
    const states: string[] = [];
    for (let at = 0; at < KILLS; at++) {
      // one moment in each twentieth of a build, and a bit longer, as machines are not always as fast
      const moment = ((at + random()) / KILLS) * known.duration * 1.1;
      const child = startBuild();
      await setTimeout(moment);
      await kill(child);
      const state = stateOf();
      expect(['one', 'other', 'missing']).toContain(state);
      if (state === 'missing') {
        // between the two renames: the next command finishes what was begun
        await preview();
        expect(['one', 'other']).toContain(stateOf());
      }
      states.push(state);
      if (state === 'other' || state === 'missing') restoreOld();
    }
    expect(states).toHaveLength(KILLS);
    expect(states).toContain('one');
  });

  test('is done by the next one, which leaves nothing beside the site', async () => {
    const child = startBuild();
    await setTimeout(known.duration * 0.6);
    await kill(child);
    build();
    expect(stateOf()).toBe('other');
    expect(leftovers()).toEqual([]);
  });
});

describe.runIf(process.platform !== 'win32')('a first build that is killed', { timeout: 120_000 }, () => {
  test('leaves nothing, or the whole site', async () => {
    rmSync(out(), { recursive: true, force: true });
    for (const share of [0.3, 0.6, 0.8, 0.95]) {
      const child = startBuild();
      await setTimeout(known.duration * share);
      await kill(child);
      expect(['missing', 'other']).toContain(stateOf());
      rmSync(out(), { recursive: true, force: true });
    }
    build();
    expect(stateOf()).toBe('other');
    expect(leftovers()).toEqual([]);
  });
});

/** Builds the old site again, and leaves the course as it is for the new one. */
function restoreOld(): void {
  writeCourse('2026');
  build();
  expect(stateOf()).toBe('one');
  writeCourse('2027');
}
