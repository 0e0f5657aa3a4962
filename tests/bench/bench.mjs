/**
 * How long a cold build takes, beside a bare loop of markdown-it and highlight.js over the same files, and in how much memory.
 *
 *     npm run bench [-- --sizes 10,100,1000] [--rounds 3] [--cli build/cli.js] [--keep DIR]
 *     npm run bench -- --pages [SITE] [--rounds 5]        how soon pages show instead: see pages.mjs
 *     npm run bench -- --check [--lectures 1000]           how long a check takes instead: see check.mjs
 *     npm run bench -- --constructs                      how long each construct takes instead: see constructs.mjs
 *     npm run bench -- --measured                        what measuring slides takes and finds instead: see measured.mjs
 *     npm run bench -- --dev                             how soon a save is on screen instead: see dev.mjs
 *
 * Both run as processes of their own, in turn; the table has the medians of their wall time, their processor time (which a busy
 * machine does not stretch as much) and their highest memory. The ratio at the largest size is what counts: at most 3. Every
 * run writes into a folder of its own, and nothing is deleted before the end: for minutes after files went, ext4 looks at each
 * of their inodes again whenever a file is made.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { generateCourse } from './generateCourse.mjs';

const HERE = import.meta.dirname;
const TELL_USAGE = pathToFileURL(join(HERE, 'tellUsage.mjs')).href;

for (const other of ['pages', 'check', 'constructs', 'measured', 'search', 'dev']) {
  if (!process.argv.includes(`--${other}`)) continue;
  await import(`./${other}.mjs`);
  process.exit();
}

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10,100,1000' },
    rounds: { type: 'string', default: '3' },
    cli: { type: 'string', default: resolve(HERE, '../../build/cli.js') },
    keep: { type: 'string' },
  },
});
const folder = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'lectern-bench-')) : resolve(values.keep);
try {
  console.log(`Node ${process.version}, ${availableParallelism()} processors; medians of ${values.rounds} rounds, cold.\n`);
  console.log(row('lectures', 'KB each', 'ours s', 'bare s', 'ratio', 'ours cpu', 'bare cpu', 'ours MB', 'bare MB'));
  for (const size of values.sizes.split(',').map(Number)) console.log(measure(size));
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}

function measure(size) {
  const root = join(folder, String(size));
  if (!existsSync(root)) {
    mkdirSync(root, { recursive: true });
    generateCourse(root, size);
  }
  const slides = join(root, 'slides');
  const ours = [];
  const bare = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    const out = join(folder, `out-${process.pid}-${size}-${round}`);
    ours.push(run([values.cli, 'build', root, '--out', join(out, 'ours')]));
    bare.push(run([join(HERE, 'bareLoop.mjs'), slides, join(out, 'bare')]));
  }
  const bytes = readdirSync(slides).reduce((all, name) => all + statSync(join(slides, name)).size, 0);
  const [we, they] = [ours, bare].map((runs) => (key) => median(runs.map((each) => each[key])));
  return row(
    size,
    (bytes / size / 1000).toFixed(1),
    ...[we, they].map((of) => of('seconds').toFixed(2)),
    (we('seconds') / they('seconds')).toFixed(2),
    ...[we, they].map((of) => of('processor').toFixed(2)),
    ...[we, they].map((of) => (of('peak') / 1e6).toFixed(0)),
  );
}

function run(words) {
  const usageFile = join(folder, 'usage.json');
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', TELL_USAGE, ...words], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, USAGE_FILE: usageFile },
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${words.join(' ')} ended with status ${status}.\n${stdout}${stderr}`);
  return { seconds, ...JSON.parse(readFileSync(usageFile, 'utf8')) };
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

function row(...cells) {
  return cells.map((cell) => String(cell).padStart(10)).join('');
}
