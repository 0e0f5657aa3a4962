/**
 * Every Markdown file below a folder → built one by one as a site of its own, to see that none brings the program down.
 *
 *     node tests/bench/corpus.mjs PATH [--cli build/cli.js] [--verbose]
 *
 * Prints a line for each file: exit status, milliseconds, slides, and how many errors and warnings; then what crashed (exit status
 * 3, a stack trace, a signal, or no answer in a minute) and what was not built. Ends with status 1 where anything crashed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const CLI = resolve(import.meta.dirname, '../../build/cli.js');
const STACK = /^ {4}at .+:\d+:\d+\)?$/m;
const ABOUT_THE_FOLDER = /^(readme|license|contributing|changelog)\b/i;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cli: { type: 'string', default: CLI }, verbose: { type: 'boolean', default: false } },
});
const root = resolve(positionals[0] ?? '.');
const out = mkdtempSync(join(tmpdir(), 'lectern-corpus-'));
const runs = findMarkdown(root).map(runOne);
rmSync(out, { recursive: true, force: true });
summarise(runs);
process.exitCode = runs.some(({ crashed }) => crashed) ? 1 : 0;

function findMarkdown(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|markdown)$/i.test(name) && !ABOUT_THE_FOLDER.test(name.split('/').at(-1)))
    .sort()
    .map((name) => join(path, name));
}

function runOne(file) {
  const site = join(out, 'dist');
  rmSync(site, { recursive: true, force: true });
  const started = performance.now();
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [values.cli, 'build', file, '--out', site], {
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 28,
  });
  const text = `${stdout}${stderr}`;
  const run = {
    file: relative(root, file) || file,
    status: status ?? signal,
    time: performance.now() - started,
    slides: countSlides(join(site, 'lectern.json')),
    errors: count(text, /^error\b/gm),
    warnings: count(text, /^warning\b/gm),
    crashed: status === null || status === 3 || STACK.test(text),
    text,
  };
  console.log(
    `${String(run.status).padStart(4)} ${run.time.toFixed(0).padStart(6)} ms ${String(run.slides ?? '-').padStart(4)} slides ` +
      `${String(run.errors).padStart(3)} errors ${String(run.warnings).padStart(4)} warnings  ${run.file}`,
  );
  if (values.verbose) console.log(text);
  return run;
}

/** Slides of the site's first lecture; null where no site was written. */
function countSlides(manifest) {
  if (!existsSync(manifest)) return null;
  const [lecture] = JSON.parse(readFileSync(manifest, 'utf8')).lectures;
  return (lecture?.sections ?? []).reduce((all, { slides }) => all + slides.length, 0);
}

function count(text, pattern) {
  return text.match(pattern)?.length ?? 0;
}

function summarise(all) {
  const times = all.map(({ time }) => time).sort((a, b) => a - b);
  const crashed = all.filter((run) => run.crashed);
  const refused = all.filter(({ status, crashed: fell }) => status !== 0 && !fell);
  console.log(
    `\n${all.length} files; ${crashed.length} crashed, ${refused.length} not built; ` +
      `median ${(times[times.length >> 1] ?? 0).toFixed(0)} ms, slowest ${(times.at(-1) ?? 0).toFixed(0)} ms.`,
  );
  for (const { file, text } of crashed) console.log(`\nCRASHED ${file}\n${text}`);
  for (const { file, text } of refused) console.log(`\nNOT BUILT ${file}\n${firstError(text)}`);
}

function firstError(text) {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.startsWith('error'));
  return lines.slice(Math.max(0, at), Math.max(0, at) + 8).join('\n');
}
