/**
 * The search of a large course: how long its index takes, how large its files are, and how soon Chromium answers.
 *
 *     npm run bench -- --search [--lectures 278]      or: node tests/bench/search.mjs [--lectures 278]
 *
 * 278 generated lectures have 10,008 slides. The aims: the index in less than a second; for the first letters at most
 * 20 KB, the median, as they stand on disk; an answer within 50 ms. Since machines differ, the index is timed beside a plain
 * loop over the same text, which puts the slides of each word into a map.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { generateCourse } from './generateCourse.mjs';
import { PLAIN_BUILD } from './plainBuild.mjs';

const BUILD = resolve(import.meta.dirname, '../../build');
const QUERIES = [
  'd',
  'da',
  'mon',
  'drift',
  'data drift',
  'token owner review',
  'import numpy',
  '"data drift"',
  '"data drift model"',
  'zzz',
];

const { values } = parseArgs({
  options: { search: { type: 'boolean' }, lectures: { type: 'string', default: '278' }, keep: { type: 'string' } },
});
const folder = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'lectern-bench-')) : resolve(values.keep);
try {
  if (!existsSync(join(folder, 'slides'))) {
    mkdirSync(folder, { recursive: true });
    generateCourse(folder, Number(values.lectures));
  }
  await timeIndex();
  const { status, stderr } = spawnSync(process.execPath, [join(BUILD, 'cli.js'), 'build', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const files = readFiles(join(folder, 'dist/_lectern/search'));
  tellSizes(files);
  await timeAnswers();
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}

/** Of the lectures as they are parsed. What is done for each lecture is spread over workers in a build. */
async function timeIndex() {
  const names = [
    'read/readCourse',
    'syllabus',
    'parse/parseLecture',
    'read/readText',
    'model/publish',
    'search/collectSlides',
    'search/makeSearchable',
    'search/makeShards',
  ];
  const modules = await Promise.all(names.map((name) => import(pathToFileURL(join(BUILD, `${name}.js`)).href)));
  const { readCourse, makeSyllabus, parseLecture, readText, withoutPrivateNotes, collectSlides, makeSearchable, makeShards } =
    Object.assign({}, ...modules);
  const { value: read } = readCourse({ ...PLAIN_BUILD, argument: folder, out: null });
  const { lectures } = makeSyllabus(read, new Map());
  const parsed = lectures.map(({ entry, settings, block }) => {
    const source = readText(folder, entry.source).value;
    return withoutPrivateNotes(parseLecture(source, { address: entry.address, settings, frontMatter: block }).value);
  });
  const texts = parsed.flatMap((lecture) =>
    collectSlides(lecture).map(({ title, lines }) => [title, ...lines.map(({ text }) => text)]),
  );
  const rounds = [0, 1, 2, 3, 4].map(() => {
    const [searchables, each] = time(() => parsed.map((lecture) => makeSearchable(lecture).searchable));
    const [, files] = time(() => makeShards(searchables));
    return { each, files, index: add(each, files), plain: time(() => mapWords(texts))[1] };
  });
  const of = (key, part) => median(rounds.map((round) => round[key][part]));
  const letters = sum(texts.flat().map(({ length }) => length)) / 1e6;
  console.log(
    `${texts.length} slides, ${letters.toFixed(1)} million letters, in one thread; medians of ${rounds.length} rounds.`,
  );
  console.log(row('ms', 'wall', 'processor', '1st wall', '1st proc.'));
  for (const [name, key] of [
    ['words of lectures', 'each'],
    ['files of words', 'files'],
    ['the index', 'index'],
    ['a plain loop', 'plain'],
  ]) {
    const [first] = rounds;
    const cells = [of(key, 'wall'), of(key, 'processor'), first[key].wall, first[key].processor];
    console.log(row(name, ...cells.map((ms) => ms.toFixed(0))));
  }
  const ratio = of('index', 'processor') / of('plain', 'processor');
  console.log(
    `The index takes ${ratio.toFixed(1)} times the plain loop; a build has ${availableParallelism()} threads for the words of lectures.\n`,
  );
}

/** What it gives, and how many milliseconds it took: by the clock, and of processors, which a busy machine stretches less. */
function time(run) {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const value = run();
  const { user, system } = process.cpuUsage(used);
  return [value, { wall: performance.now() - start, processor: (user + system) / 1000 }];
}

function add(one, other) {
  return { wall: one.wall + other.wall, processor: one.processor + other.processor };
}

function mapWords(texts) {
  const map = new Map();
  for (const [slide, lines] of texts.entries()) {
    for (const word of lines
      .join('\n')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)) {
      const slides = map.get(word);
      if (slides === undefined) map.set(word, [slide]);
      else if (slides.at(-1) !== slide) slides.push(slide);
    }
  }
  return map;
}

function readFiles(path) {
  return new Map(readdirSync(path).map((name) => [name, readFileSync(join(path, name))]));
}

function tellSizes(files) {
  const kinds = { table: /^table/, words: /^w-/, places: /^p-/, texts: /^[0-9a-f]{10}-/ };
  console.log(row('files', 'count', 'KB all', 'median', 'largest', 'gz median', 'gz most'));
  for (const [kind, pattern] of Object.entries(kinds)) {
    const some = [...files].filter(([name]) => pattern.test(name)).map(([, bytes]) => bytes);
    const [raw, zip] = [some.map(({ length }) => length), some.map((bytes) => gzipSync(bytes).length)];
    console.log(
      row(kind, some.length, ...[sum(raw), median(raw), Math.max(...raw), median(zip), Math.max(...zip)].map(kilobytes)),
    );
  }
  console.log('');
}

/** From the last letter to the first results on the screen, by two letters of each of many words; then queries, one after another. */
async function timeAnswers() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    const loaded = [];
    page.on('request', (request) => loaded.push(request.url()));
    const home = pathToFileURL(join(folder, 'dist/index.html')).href;
    const first = [];
    for (const letters of ['da', 'mo', 'de', 'ba', 'co', 'st', 're', 'th', 'ke', 'im', 'wi', 'to']) {
      await page.goto(home);
      await page.keyboard.press('/');
      await page.waitForSelector('script[src*="search."]', { state: 'attached' });
      loaded.length = 0;
      const time = await ask(page, letters);
      const bytes = (pattern, size) =>
        sum(loaded.filter((url) => pattern.test(url)).map((url) => size(readFileSync(new URL(url)))));
      const plain = ({ length }) => length;
      const zip = (content) => gzipSync(content).length;
      const index = /search\/(?:table|w-|p-)/;
      const all = /_lectern\/search\//;
      first.push({
        time,
        index: bytes(index, plain),
        indexZip: bytes(index, zip),
        all: bytes(all, plain),
        allZip: bytes(all, zip),
      });
    }
    const of = (key) => median(first.map((one) => one[key]));
    console.log(
      `The first two letters, nothing loaded before: table and words ${kilobytes(of('index'))} KB (${kilobytes(of('indexZip'))} gzip),`,
    );
    console.log(
      `with the text of eight results ${kilobytes(of('all'))} KB (${kilobytes(of('allZip'))} gzip), shown after ${of('time').toFixed(0)} ms; medians.\n`,
    );
    console.log(row('query', 'results', 'first ms', 'again ms'));
    for (const query of QUERIES) {
      const time = await ask(page, query);
      const says = await page.locator('#lectern-search-says').innerText();
      const again = median([await ask(page, query), await ask(page, query), await ask(page, query)]);
      console.log(row(query, says.match(/^\d+/)?.[0] ?? 0, time.toFixed(0), again.toFixed(0)));
    }
  } finally {
    await browser.close();
  }
}

/** Milliseconds from the input to the change of the list, as the page sees it. */
async function ask(page, query) {
  await page.evaluate(() => {
    const input = document.querySelector('#lectern-search-for');
    input.value = '';
    input.dispatchEvent(new Event('input'));
  });
  await page.waitForFunction(() => document.querySelector('#lectern-search-says').textContent === '');
  return page.evaluate(
    (words) =>
      new Promise((resolve) => {
        const says = document.querySelector('#lectern-search-says');
        const input = document.querySelector('#lectern-search-for');
        const start = performance.now();
        new MutationObserver((_, observer) => {
          observer.disconnect();
          resolve(performance.now() - start);
        }).observe(says, { childList: true, characterData: true, subtree: true });
        input.value = words;
        input.dispatchEvent(new Event('input'));
      }),
    query,
  );
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}

function sum(numbers) {
  return numbers.reduce((all, one) => all + one, 0);
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

function row(...cells) {
  return cells.map((cell, at) => (at === 0 ? String(cell).padEnd(22) : String(cell).padStart(11))).join('');
}
