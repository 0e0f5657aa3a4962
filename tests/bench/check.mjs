/**
 * How long `check` takes: cold, with what it remembers, and with one lecture edited; beside reading and hashing the files.
 *
 *     npm run bench -- --check [--lectures 1000] [--rounds 3]
 *
 * Without the browser. The aim: at most 3 seconds for 1,000 lectures that have not changed. Medians of wall and processor time.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { generateCourse } from './generateCourse.mjs';

const HERE = import.meta.dirname;
const CLI = resolve(HERE, '../../build/cli.js');
const TELL_USAGE = pathToFileURL(join(HERE, 'tellUsage.mjs')).href;

const { values } = parseArgs({
  options: {
    check: { type: 'boolean' },
    lectures: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
    keep: { type: 'string' },
  },
});
const folder = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'lectern-bench-')) : resolve(values.keep);
try {
  const root = join(folder, 'course');
  if (!existsSync(root)) {
    mkdirSync(root, { recursive: true });
    generateCourse(root, Number(values.lectures));
  }
  tell(root);
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}

function tell(root) {
  const [first] = readdirSync(join(root, 'slides'));
  const rounds = Array.from({ length: Number(values.rounds) }, () => {
    rmSync(join(root, '.lectern'), { recursive: true, force: true });
    const cold = check(root);
    const warm = check(root);
    appendFileSync(join(root, 'slides', first), '\n');
    return { cold, warm, edited: check(root), hashed: hashFiles(root) };
  });
  const { cold, warm, edited, hashed } = Object.fromEntries(
    Object.keys(rounds[0]).map((name) => [name, medians(rounds.map((round) => round[name]))]),
  );
  console.log(`Node ${process.version}, ${availableParallelism()} processors; medians of ${values.rounds} rounds.\n`);
  console.log(`${values.lectures} lectures        wall s   cpu s`);
  console.log(
    [row('cold', cold), row('nothing changed', warm), row('one edited', edited), row('read and hashed', hashed)].join('\n'),
  );
  const ratio = (warm.processor / hashed.processor).toFixed(1);
  console.log(`\nWith nothing changed: ${ratio} times the processor time of reading and hashing the files.`);
}

function check(root) {
  const usageFile = join(folder, 'usage.json');
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', TELL_USAGE, CLI, 'check', root, '--no-browser'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, USAGE_FILE: usageFile },
  });
  if (status !== 0) throw new Error(stderr);
  return { seconds: (performance.now() - started) / 1000, ...JSON.parse(readFileSync(usageFile, 'utf8')) };
}

/** In this process: what no check can do without. */
function hashFiles(root) {
  const [started, before] = [performance.now(), process.cpuUsage()];
  for (const path of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!path.isFile() || path.parentPath.includes('.lectern')) continue;
    createHash('sha256')
      .update(readFileSync(join(path.parentPath, path.name)))
      .digest('hex');
  }
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - started) / 1000, processor: (user + system) / 1e6 };
}

function medians(runs) {
  const median = (key) => runs.map((run) => run[key]).toSorted((a, b) => a - b)[runs.length >> 1];
  return { seconds: median('seconds'), processor: median('processor') };
}

function row(name, { seconds, processor }) {
  return `${name.padEnd(18)} ${seconds.toFixed(2).padStart(8)} ${processor.toFixed(2).padStart(7)}`;
}
