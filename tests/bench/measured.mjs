/**
 * How long it takes to measure the slides of a course, and what is found: 100 planted overflows among 1,008 slides.
 *
 *     npm run bench -- --measured [--lectures 28]      or: node tests/bench/measured.mjs [--lectures 28]
 *
 * Each lecture has 36 slides. The aims: 6 s for 1,000 slides, 60 s for axe, all of the planted found, none else. The baseline is the same check
 * without a browser, and Chromium's own start.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateCourse } from './generateCourse.mjs';

const CLI = resolve(import.meta.dirname, '../../build/cli.js');
const PLANTED = 100;
/** What is too much for a slide, in as many ways as authors find. */
const KINDS = [
  (n) =>
    `| Week | Topic |\n|------|-------|\n${Array.from({ length: 16 + (n % 9) }, (_, at) => `| ${at} | topic ${at} |`).join('\n')}`,
  (n) => Array.from({ length: 19 + (n % 5) }, (_, at) => `- Point ${at} of a list that is too long`).join('\n'),
  (n) =>
    Array.from(
      { length: 9 + (n % 4) },
      (_, at) =>
        `Paragraph ${at}, with a few words more than one line of it holds, so that it takes the room of two lines on its slide.`,
    ).join('\n\n'),
  (n) => `[Wide]{style="display: block; width: ${1400 + n}px; background: #ddd"}`,
  (n) => `![A figure that was moved](../assets/figure-${n % 40}.svg){style="position: relative; left: ${900 + n}px" width=500}`,
  (n) => `::: {style="height: ${760 + n}px; background: #eee"}\nA tall box.\n:::`,
  () => `[${'One line that must not break. '.repeat(5)}]{style="white-space: nowrap"}`,
  (n) => `::: {style="margin-left: -${200 + n}px"}\nText that begins too far to the left.\n:::`,
];

const { values } = parseArgs({ options: { measured: { type: 'boolean' }, lectures: { type: 'string', default: '28' } } });
const folder = mkdtempSync(join(tmpdir(), 'lectern-measured-bench-'));
try {
  const count = Number(values.lectures);
  const root = join(folder, 'course');
  mkdirSync(root);
  generateCourse(root, count);
  const clean = check(root, ['--no-axe']);
  const planted = plant(root);
  const bare = check(root, ['--no-browser']);
  const cold = check(root, ['--no-axe']);
  const warm = check(root, ['--no-axe']);
  // slides are measured already: what it takes longer is axe, in decks and reading views, light and dark
  const examined = check(root, []);
  const isIn = (place, { path, line }) => path === place.path && line >= place.from && line <= place.to;
  const missed = planted.filter((place) => !cold.findings.some((one) => isIn(place, one)));
  const others = cold.findings.filter((one) => !planted.some((place) => isIn(place, one)));
  console.log(`slides            ${count * 36}, of which ${planted.length} are too full`);
  console.log(`no browser        ${bare.seconds.toFixed(2)} s`);
  console.log(
    `measured          ${cold.seconds.toFixed(2)} s (${((cold.seconds - bare.seconds) / (count * 0.036)).toFixed(2)} s for 1,000 slides)`,
  );
  console.log(`measured before   ${warm.seconds.toFixed(2)} s`);
  console.log(
    `with axe          ${examined.seconds.toFixed(2)} s (${((examined.seconds - warm.seconds) / (count * 0.036)).toFixed(2)} s for 1,000 slides)`,
  );
  console.log(
    `found             ${planted.length - missed.length} of ${planted.length}; besides: ${others.length}; in the course without them: ${clean.findings.length}`,
  );
  for (const { path, from, kind } of missed) console.log(`  missed ${path}:${from} (kind ${kind})`);
  for (const { path, line, message } of others) console.log(`  false ${path}:${line} ${message}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Puts the overflows at the end of lectures, each on a slide of its own; gives their lines. */
function plant(root) {
  const places = [];
  const names = readdirSync(join(root, 'slides'));
  const lectures = names.filter((name) => name !== 'index.md');
  for (let n = 0; n < PLANTED; n++) {
    const path = `slides/${lectures[n % lectures.length]}`;
    const file = join(root, path);
    const before = `${readFileSync(file, 'utf8').trimEnd()}\n\n## Planted ${n}\n\n`;
    writeFileSync(file, `${before}${KINDS[n % KINDS.length](n)}\n\n::: notes\n\nSay it.\n\n:::\n`);
    const from = before.split('\n').length;
    places.push({ path, from, to: from + KINDS[n % KINDS.length](n).split('\n').length, kind: n % KINDS.length });
  }
  return places;
}

function check(root, words) {
  const started = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, [CLI, 'check', '--format', 'json', ...words], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - started) / 1000;
  if (stdout === '') throw new Error(stderr);
  const { diagnostics } = JSON.parse(stdout);
  return { seconds, findings: diagnostics.filter(({ rule }) => rule === 'overflow' || rule === 'browser') };
}
