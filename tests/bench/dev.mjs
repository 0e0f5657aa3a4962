/**
 * How soon `lectern dev` has its first page, and how soon a save is on screen, in a course of four lectures and in one of 1,000.
 *
 *     npm run bench -- --dev [--sizes 4,1000] [--edits 200] [--no-browser]      or: node tests/bench/dev.mjs
 *
 * An edit is new text at the end of a random slide of a random lecture, 50 to 350 ms after the one before was seen. It is timed
 * from just before the file is written until its text is there: in the page that a listener fetched (it does what the page's own
 * script does: it waits for an event that names its page, and fetches that), then in the document that a browser shows (a
 * MutationObserver's callback). Lost is what is not there after five seconds. The aims: a median of 30 ms and 60 ms for 95 of 100,
 * none lost; the first page within 1.0 s and 3 s, where nothing is kept from a run before (cold), and where it is (warm). The
 * baseline, in turn with ours: a bare server that watches a folder, and on each event rereads one file and sends it whole.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { generateCourse } from './generateCourse.mjs';
import { randomFrom } from './randomFrom.mjs';

const CLI = resolve(import.meta.dirname, '../../build/cli.js');
const BARE = resolve(import.meta.dirname, 'bareServer.mjs');
const PATIENCE = 5000;

const { values } = parseArgs({
  options: {
    dev: { type: 'boolean' },
    sizes: { type: 'string', default: '4,1000' },
    edits: { type: 'string', default: '200' },
    'no-browser': { type: 'boolean' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'lectern-dev-bench-'));
const running = new Set();
process.once('exit', () => {
  for (const child of running) child.kill();
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
try {
  console.log(`Node ${process.version}, ${availableParallelism()} processors; ${values.edits} edits; milliseconds.\n`);
  console.log(row('lectures', 'what', 'first page', 'median', 'p95', 'worst', 'lost'));
  for (const size of values.sizes.split(',').map(Number)) await measure(size);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(size) {
  const root = join(folder, String(size));
  mkdirSync(root);
  generateCourse(root, size);
  const names = readdirSync(join(root, 'slides'))
    .filter((name) => /^\d/.test(name))
    .sort();
  const bare = await start([BARE, join(root, 'slides')]);
  report(size, 'bare server', bare.time, await listenToEdits(root, names, bare.url, (name) => name));
  await bare.stop();
  const cold = await start([CLI, 'dev', root]);
  await settled(cold);
  report(size, 'dev, a listener', cold.time, await listenToEdits(root, names, cold.url, pageOf));
  await cold.stop();
  const warm = await start([CLI, 'dev', root]);
  await settled(warm);
  if (values['no-browser']) report(size, 'dev, started again', warm.time, []);
  else report(size, 'dev, a browser', warm.time, await watchEdits(root, names, warm.url));
  await warm.stop();
}

/** Resolves when the first page has come, with the time since the program was started. */
async function start(words) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const started = performance.now();
  const child = spawn(process.execPath, [...words, '--port', String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  const printed = [];
  child.stdout.setEncoding('utf8').on('data', (text) => printed.push(text));
  while (!(await fetchText(url))) await setTimeout(5);
  const time = performance.now() - started;
  const stop = async () => {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
    running.delete(child);
  };
  return { url, time, stop, printed: () => printed.join('') };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Edits are timed once all lectures were worked on. */
async function settled(server) {
  const end = performance.now() + 120_000;
  while (!/^built /m.test(server.printed())) {
    if (performance.now() > end) throw new Error(`The course was not built:\n${server.printed()}`);
    await setTimeout(50);
  }
  await setTimeout(500);
}

async function listenToEdits(root, names, url, pathOf) {
  const events = await listen(`${url}_lectern/live`);
  const times = await edit(root, names, async (name, word, save) => {
    const path = pathOf(name);
    const seen = new Promise((found) => {
      events.onPages = async (pages) => {
        if (pages.includes(path) && (await fetchText(url + path))?.includes(word)) found(performance.now());
      };
    });
    return within(seen, save());
  });
  events.close();
  return times;
}

async function watchEdits(root, names, url) {
  const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium' });
  const page = await browser.newPage();
  const state = { seen: () => {} };
  await page.exposeFunction('seen', () => state.seen(performance.now()));
  const times = [];
  // a page is opened as its author does: once, and then it is written for a while
  const some = names.filter((_, at) => at % Math.ceil(names.length / 4) === 0);
  for (const [at, name] of some.entries()) {
    await page.goto(url + pageOf(name));
    await page.waitForSelector('html[data-ready]');
    await page.evaluate(() => {
      new MutationObserver(() => {
        const word = window.awaited;
        if (word && document.querySelector('main, .slides, body').textContent.includes(word)) {
          window.awaited = null;
          window.seen();
        }
      }).observe(document.documentElement, { subtree: true, childList: true, characterData: true });
    });
    await setTimeout(500);
    const count = Math.floor((at + 1) * (values.edits / some.length)) - times.length;
    const more = await edit(
      root,
      [name],
      async (_, word, save) => {
        await page.evaluate((one) => {
          window.awaited = one;
        }, word);
        const seen = new Promise((found) => {
          state.seen = found;
        });
        return within(seen, save());
      },
      { count, from: times.length },
    );
    times.push(...more);
  }
  await browser.close();
  return times;
}

/** `one` is given a lecture's name, the word that will be in it, and what saves it and tells when; the times, null for what is lost. */
async function edit(root, names, one, { count = Number(values.edits), from = 0 } = {}) {
  const random = randomFrom(5 + from);
  const times = [];
  for (let at = 0; at < count; at++) {
    const name = names[Math.floor(random() * names.length)];
    const file = join(root, 'slides', name);
    const word = `edited${from + at}x${Math.floor(random() * 1e9)}`;
    const text = changed(readFileSync(file, 'utf8'), word, random);
    times.push(
      await one(name, word, () => {
        const saved = performance.now();
        writeFileSync(file, text);
        return saved;
      }),
    );
    await setTimeout(50 + random() * 300);
  }
  return times;
}

/** The words of the edit before are gone, those of this one stand at the end of a random slide's text. */
function changed(text, word, random) {
  const slides = text.replaceAll(/\n\nThis was edited\d+x\d+\.\n/g, '\n').split(/\n(?=::: notes\n)/);
  const at = Math.floor(random() * (slides.length - 1));
  return slides.map((slide, n) => (n === at ? `${slide.trimEnd()}\n\nThis was ${word}.\n` : slide)).join('\n');
}

async function within(seen, saved) {
  const lost = setTimeout(PATIENCE, null, { ref: false });
  const time = await Promise.race([seen, lost]);
  return time === null ? null : time - saved;
}

function listen(url) {
  const events = { onPages: async () => {}, close: () => {} };
  return new Promise((resolve) => {
    const request = get(url, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const data = /data: (.+)/.exec(text.slice(0, end))?.[1];
          if (data !== undefined) void events.onPages(JSON.parse(data).pages);
          text = text.slice(end + 2);
        }
      });
      response.on('error', () => {});
      resolve(events);
    });
    request.on('error', () => {});
    events.close = () => request.destroy();
  });
}

/** Null where nobody answers, or not with a page. */
async function fetchText(url) {
  try {
    const answer = await fetch(url);
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

function pageOf(name) {
  return `${name.replace(/^\d+-/, '').replace(/\.md$/, '')}.html`;
}

function report(size, what, first, times) {
  const seen = times.filter((time) => time !== null).sort((a, b) => a - b);
  const at = (share) => (seen.length === 0 ? '' : seen[Math.min(seen.length - 1, Math.floor(share * seen.length))].toFixed(1));
  console.log(row(size, what, first.toFixed(0), at(0.5), at(0.95), at(1), times.length === 0 ? '' : times.length - seen.length));
}

function row(...cells) {
  return cells.map((cell, at) => (at === 1 ? String(cell).padEnd(20) : String(cell).padStart(10))).join(' ');
}
