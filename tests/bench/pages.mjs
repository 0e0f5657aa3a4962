/**
 * How soon pages show on a slow line and a slow processor: first paint, largest paint, and how much the page jumps.
 *
 *     npm run bench -- --pages [SITE] [--rounds 5]      or: node tests/bench/pages.mjs [SITE] [--rounds 5]
 *
 * SITE is a folder that was built (default: dist). 1.6 Mbit/s, 150 ms, a processor 4 times slower, nothing in the cache;
 * medians. The first row is a page of one sentence with one style sheet: what any page costs on this machine. The second is
 * the deck as pandoc writes one: the same slides with reveal.js, its white theme (without its fonts) and three of its plugins,
 * as they come. The aims for the deck are half of what that one takes, as 600 and 1,000 ms are half of 1,200 and 2,040 on a
 * faster machine; and no shift.
 */
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createGzip, gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const BASELINE = {
  'baseline.html':
    '<!doctype html><title>Baseline</title><link rel="stylesheet" href="baseline.css"><h1>One sentence, and no more.</h1>',
  'baseline.css': 'h1 { color: #006673 }',
};
const REVEAL = resolve(import.meta.dirname, '../../node_modules/reveal.js/dist');
const PLUGINS = { notes: 'RevealNotes', search: 'RevealSearch', zoom: 'RevealZoom' };
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: 'boolean' }, rounds: { type: 'string', default: '5' } },
});
const site = resolve(positionals[0] ?? 'dist');
if (!existsSync(join(site, 'lectern.json'))) throw new Error(`There is no site in “${site}”: build one first.`);

const server = await serve(site);
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
});
try {
  console.log(row('page', 'first ms', 'largest ms', 'shift', 'KB', 'requests'));
  for (const name of ['baseline.html', 'plain.html', ...pagesOf(site)]) {
    const runs = [];
    for (let round = 0; round < Number(values.rounds); round++) runs.push(await visit(server.url + name));
    const of = (key) => median(runs.map((run) => run[key]));
    console.log(
      row(
        name,
        of('first').toFixed(0),
        of('largest').toFixed(0),
        of('shift').toFixed(3),
        (of('bytes') / 1000).toFixed(0),
        of('requests'),
      ),
    );
  }
} finally {
  await browser.close();
  server.close();
}

/** The first lecture's deck. */
function deckOf(folder) {
  return readdirSync(folder).find((name) => name !== 'index.html' && existsSync(join(folder, 'read', name)));
}

/** Home, and the first lecture's deck and reading view. */
function pagesOf(folder) {
  const deck = deckOf(folder);
  return ['index.html', ...(deck === undefined ? [] : [deck, `read/${deck}`])];
}

/** The slides of the deck on a page such as pandoc's template makes. */
function plainDeck(folder) {
  const deck = readFileSync(join(folder, deckOf(folder)), 'utf8');
  const slides = deck.slice(deck.indexOf('<div class="reveal">'), deck.indexOf('</main>')).replace(/<script>.*?<\/script>/s, '');
  const style = (name) => `<link rel="stylesheet" href="reveal/${name}">`;
  const script = (name) => `<script src="reveal/${name}"></script>`;
  const plugins = Object.keys(PLUGINS).map((name) => script(`plugin/${name}.js`));
  const start = `<script>Reveal.initialize({ hash: true, width: 960, height: 700, plugins: [${Object.values(PLUGINS)}] });</script>`;
  return [
    '<!doctype html><html><head><meta charset="utf-8"><title>Plain</title>',
    ...['reset.css', 'reveal.css', 'theme/white.css'].map(style),
    '</head><body>',
    slides,
    script('reveal.js'),
    ...plugins,
    start,
    '</body></html>',
  ].join('\n');
}

/** What a page of ours is compared with; null for what is in the site. */
function comparison(path) {
  if (path === 'plain.html') return plainDeck(site);
  if (path === 'reveal/theme/white.css')
    return readFileSync(join(REVEAL, 'theme/white.css'), 'utf8').replace(/@font-face\s*\{[^}]*\}/g, '');
  return path.startsWith('reveal/') ? readFileSync(join(REVEAL, path.slice('reveal/'.length)), 'utf8') : (BASELINE[path] ?? null);
}

async function visit(url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send('Network.enable');
  await protocol.send('Network.setCacheDisabled', { cacheDisabled: true });
  await protocol.send('Network.emulateNetworkConditions', LINE);
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const sent = { bytes: 0, requests: 0 };
  protocol.on('Network.loadingFinished', ({ encodedDataLength }) => {
    sent.bytes += encodedDataLength;
    sent.requests += 1;
  });
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => window.seen);
  await context.close();
  return { ...seen, ...sent };
}

/** Runs in the page, before anything else. */
function watch() {
  window.seen = { first: 0, largest: 0, shift: 0 };
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') window.seen.first = startTime;
  });
  observe('largest-contentful-paint', ({ startTime }) => {
    window.seen.largest = startTime;
  });
  observe('layout-shift', ({ value }) => {
    window.seen.shift += value;
  });
}

async function serve(folder) {
  const running = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://127.0.0.1').pathname);
    const made = comparison(path.slice(1));
    if (made !== null) {
      response.writeHead(200, { 'Content-Type': TYPES[extname(path)], 'Content-Encoding': 'gzip' });
      return response.end(gzipSync(made));
    }
    const file = join(folder, normalize(path));
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    const zip = /\.(?:html|js|css|svg)$/.test(file);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, ...(zip ? { 'Content-Encoding': 'gzip' } : {}) });
    const content = createReadStream(file);
    (zip ? content.pipe(createGzip()) : content).pipe(response);
  });
  await new Promise((done) => running.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${running.address().port}/`, close: () => running.close() };
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

function row(...cells) {
  return cells.map((cell, at) => (at === 0 ? String(cell).padEnd(28) : String(cell).padStart(11))).join('');
}
