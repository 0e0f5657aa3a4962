/**
 * How many slides of real decks are too full, in our look and in the white theme that pandoc's decks come with.
 *
 *     node tests/bench/overflow.mjs PATH... [--options="--dialect reveal"] [--cli build/cli.js] [--shots DIR]
 *
 * Each Markdown file under PATH is built alone, with these options of `lectern build`. All its slides are laid out at once by
 * style alone: ours at the deck's own size, as the styles have them and once more set smaller, as a deck does on screen; and the
 * same slides at 960 × 700 with that theme's numbers. A slide is too full where something on it ends beyond its edges; what
 * scrolls inside its own box does not. Those that are too full in ours alone are listed, by how much, and with `--shots` shown as
 * pictures.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

/** Reveal.js's white theme in numbers; its typeface by the one that most systems have, made as narrow. */
const WHITE = `
@font-face { font-family: narrow; src: local("Liberation Sans"), local("Arial"), local("Helvetica"), local("DejaVu Sans"); size-adjust: 93%; }
* { box-sizing: border-box; }
html, body, .reveal, .slides { margin: 0; padding: 0; }
.slides { width: 960px; font: 400 40px/1.3 narrow, sans-serif; text-align: center; }
section { display: block; width: 960px; padding: 20px 0; }
section section { line-height: 1.2; }
section[data-number] { height: 700px; }
h1, h2, h3, h4, h5, h6 { margin: 0 0 20px; font-weight: 600; line-height: 1.2; text-transform: uppercase; word-wrap: break-word; }
h1 { font-size: 2.5em; } h2 { font-size: 1.6em; } h3 { font-size: 1.3em; } h4, h5, h6 { font-size: 1em; }
p { margin: 20px 0; line-height: 1.3; }
ul, ol, dl { display: inline-block; text-align: left; margin: 0 0 0 1em; padding: 0; }
ul, ol { padding-left: 0; } ul ul, ul ol, ol ol, ol ul { display: block; margin-left: 40px; }
dt { font-weight: 700; } dd { margin-left: 40px; }
blockquote { width: 70%; margin: 20px auto; padding: 5px; } blockquote p { display: inline-block; }
pre { width: 90%; margin: 20px auto; font: .55em/1.2em monospace; text-align: left; word-wrap: break-word; }
pre code { display: block; padding: 5px; overflow: auto; max-height: 400px; white-space: pre; word-wrap: normal; font: inherit; }
code { font-family: monospace; }
table { margin: auto; border-collapse: collapse; border-spacing: 0; }
th, td { text-align: left; padding: .2em .5em; border-bottom: 1px solid; }
sub, sup { font-size: smaller; } small { font-size: .6em; vertical-align: top; } small * { vertical-align: top; }
img, video, svg { max-width: 95%; max-height: 95%; } section > img, p > img, figure img { margin: 20px 0; } p > svg, figure > svg { width: 800px; height: auto; }
figure { margin: 0; } figcaption { margin: 20px 0; }
.columns { display: flex; } .column { flex: 1; overflow-x: auto; } .column[style] { flex: none; }
aside.notes { display: none; }
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cli: { type: 'string', default: resolve(import.meta.dirname, '../../build/cli.js') },
    options: { type: 'string', default: '' },
    shots: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'lectern-overflow-'));
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: asRoot });
try {
  await measureAll(positionals.flatMap((path) => markdownIn(resolve(path)).map((file) => ({ file, root: resolve(path) }))));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measureAll(decks) {
  const all = { slides: 0, white: 0, ours: 0, fitted: 0, alone: [] };
  for (const { file, root } of decks) {
    const built = build(file);
    if (built === null) continue;
    const { ours, fitted, white } = await measure(built, relative(root, file) || basename(file));
    all.slides += ours.length;
    all.white += white.filter(({ over }) => over > 0).length;
    all.ours += ours.filter(({ over }) => over > 0).length;
    all.fitted += fitted.filter(({ over }) => over > 0).length;
    ours.forEach((slide, at) => {
      if (slide.over > 0 && !(white[at]?.over > 0))
        all.alone.push(`${relative(root, file) || basename(file)} ${slide.number} ${slide.title}: ${slide.over} px`);
    });
  }
  console.log(`slides                     ${all.slides}`);
  console.log(`too full in the white theme ${all.white} (${((100 * all.white) / all.slides).toFixed(1)} %)`);
  console.log(`too full in ours           ${all.ours} (${((100 * all.ours) / all.slides).toFixed(1)} %)`);
  console.log(`… even set smaller         ${all.fitted} (${((100 * all.fitted) / all.slides).toFixed(1)} %)`);
  console.log(`too full in ours alone     ${all.alone.length}`);
  for (const line of all.alone) console.log(`  ${line}`);
}

/** The deck's page; null where the file makes none. */
function build(file) {
  const out = join(folder, 'site');
  rmSync(out, { recursive: true, force: true });
  const { status, stderr } = spawnSync(
    process.execPath,
    [values.cli, 'build', file, '--out', out, ...values.options.split(' ').filter(Boolean)],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) {
    console.log(`${file} was not built (${status}): ${stderr.split('\n')[0]}`);
    return null;
  }
  const [lecture] = JSON.parse(readFileSync(join(out, 'lectern.json'), 'utf8')).lectures;
  return lecture?.deck == null ? null : join(out, lecture.deck);
}

async function measure(path, name) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, bypassCSP: true });
  const page = await context.newPage();
  // Reveal.js would show one slide at a time.
  await page.route(/\/deck\.[\w-]+\.js$/, (route) => route.abort());
  await page.route(/^https?:/, (route) => route.abort());
  await page.goto(pathToFileURL(path).href);
  await page.evaluate(unfold);
  await settle(page);
  const ours = await page.evaluate(tooFull);
  if (values.shots !== undefined) await shoot(page, ours, name);
  await page.evaluate(setSmaller);
  const fitted = await page.evaluate(tooFull);
  await page.evaluate(() => {
    for (const style of document.querySelectorAll('link[rel="stylesheet"], style:not(svg style)')) style.remove();
    document.body.className = '';
    for (const element of document.querySelectorAll('.slides, .slides section')) element.removeAttribute('style');
  });
  await page.addStyleTag({ content: WHITE });
  await settle(page);
  const white = await page.evaluate(tooFull);
  await context.close();
  return { ours, fitted, white };
}

/** Runs in the page: every slide under the one before, as reveal.js shows each. */
function unfold() {
  const { width, height } = JSON.parse(document.getElementById('lectern-config').textContent);
  document.body.classList.add('reveal-viewport');
  const set = (element, styles) => {
    for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
  };
  const slides = document.querySelector('.slides');
  const flow = { position: 'static', overflow: 'visible', transform: 'none', inset: 'auto' };
  for (let element = slides; element !== null; element = element.parentElement) set(element, { ...flow, height: 'auto' });
  set(slides, { width: `${width}px`, display: 'block', margin: '0' });
  for (const section of slides.querySelectorAll('section')) {
    const stack = section.querySelector('section') !== null;
    const size = stack
      ? { display: 'block', height: 'auto', padding: '0' }
      : { display: 'flex', height: `${height}px`, position: 'relative' };
    set(section, { ...flow, ...size, width: `${width}px`, visibility: 'visible', opacity: '1' });
  }
  for (const image of document.querySelectorAll('img')) image.loading = 'eager';
}

/** Runs in the page: what src/client/deck/fit.ts does. */
function setSmaller() {
  const { width, height } = JSON.parse(document.getElementById('lectern-config').textContent);
  for (const slide of document.querySelectorAll('.slides section[data-number]')) {
    const isFull = () => slide.scrollHeight > slide.clientHeight + 1 || slide.scrollWidth > slide.clientWidth + 1;
    for (let size = 0.97; isFull() && size >= 0.7; size -= 0.03) {
      slide.style.setProperty('--fit', size.toFixed(2));
      slide.style.setProperty('width', `${width / size}px`, 'important');
      slide.style.setProperty('height', `${height / size}px`, 'important');
    }
  }
}

async function settle(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const loaded = [...document.images].map((image) => image.decode().catch(() => {}));
    await Promise.race([Promise.all(loaded), new Promise((done) => setTimeout(done, 3000))]);
  });
}

/** Runs in the page: for each slide, by how many pixels something on it ends beyond its edges. */
function tooFull() {
  const inBox = (element, section) => {
    for (let box = element.parentElement; box !== section; box = box.parentElement)
      if (box instanceof SVGElement || getComputedStyle(box).overflowX !== 'visible' || box.matches('math, svg')) return true;
    return false;
  };
  return [...document.querySelectorAll('.slides section[data-number]')].map((section) => {
    const edge = section.getBoundingClientRect();
    let over = 0;
    for (const element of section.querySelectorAll('*')) {
      const box = element.getBoundingClientRect();
      if (box.width < 2 || box.height < 2 || element.closest('aside.notes') !== null || inBox(element, section)) continue;
      over = Math.max(over, box.bottom - edge.bottom, box.right - edge.right, edge.left - box.left, edge.top - box.top);
    }
    const title = section.querySelector('h1, h2, h3')?.textContent.trim() ?? '';
    return { number: section.dataset.number, title, over: over > 2 ? Math.round(over) : 0 };
  });
}

async function shoot(page, slides, name) {
  mkdirSync(resolve(values.shots), { recursive: true });
  for (const { number, over } of slides) {
    if (over === 0) continue;
    const path = join(resolve(values.shots), `${name.replace(/\W+/g, '-')}-${number}.png`);
    await page.locator(`.slides section[data-number="${number}"]`).screenshot({ path });
  }
}

function markdownIn(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(path, name));
}
