/**
 * How long each construct takes, ten and a hundred times as much of it, and a lecture beside what it cannot do without.
 *
 *     npm run bench -- --constructs [--only links,notes] [--build build]
 *
 * Parsed, resolved, checked and rendered in this process, after rounds that nobody counts, each time with the memory swept before,
 * and the quickest of several. The ratio is that of a hundred units of 4 KB to ten: linear is 10, and what stays above 15 when it
 * is measured again is marked. The lecture (40 slides, 30 formulas, 20 blocks of code) is measured in turn with markdown-it,
 * highlight.js and temml over the same content, both as warm as after some dozens of lectures of a course; the ratio is the
 * median of those of each pair of runs: at most 2.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import hljs from 'highlight.js/lib/common';
import MarkdownIt from 'markdown-it';
import temml from 'temml';
import { PLAIN_BUILD } from './plainBuild.mjs';

const { values } = parseArgs({
  options: {
    constructs: { type: 'boolean' },
    only: { type: 'string' },
    build: { type: 'string', default: resolve(import.meta.dirname, '../../build') },
  },
});
const load = (name) => import(pathToFileURL(join(resolve(values.build), name)).href);
const { createLectureWorker } = await load('lectureWorker.js');
const { readCourse } = await load('read/readCourse.js');
const { makeSyllabus } = await load('syllabus.js');

/** What a construct is written like; `at` differs from one to the next. */
const CONSTRUCTS = {
  headings: (at) => `## Heading ${at}\n\ntext\n\n`,
  'equal headings': () => '## The same heading\n\ntext\n\n',
  bullets: (at) => `- item ${at} of a list\n`,
  'nested lists': (at) => `- item ${at}\n  - in it\n    - in that\n`,
  quotes: (at) => `> quoted ${at}\n> and more\n\n`,
  tables: (at) => `| a ${at} | b |\n|---|---:|\n| c | d |\n\n`,
  'simple tables': (at) => `a ${at}  b\n--- --\nc   d\n\n`,
  'multiline tables': (at) => `------ ---\na ${at}   b\n       c\n\nd      e\n------ ---\n\n`,
  'unclosed tables': (at) => `--- ---\na   b ${at}\n\n`,
  'grid tables': (at) => `+--------+---+\n| a ${String(at).padEnd(5)}| b |\n+========+===+\n| - c    | d |\n+--------+---+\n\n`,
  'rows of a grid table': (at) => `${at === 0 ? '+--------+---+\n' : ''}| a ${String(at).padEnd(5)}| b |\n+--------+---+\n`,
  'rows of a table': (at) => `${at === 0 ? '| a | b |\n|---|---:|\n' : ''}| c ${at} | d |\n`,
  'fenced code': (at) => `\`\`\`python\ndef f${at}(x):\n    return x + ${at}\n\`\`\`\n\n`,
  'unclosed code': (at) => `text ${at}\n\`\`\`python\n`,
  divs: (at) => `::: box\n\ninside ${at}\n\n:::\n\n`,
  columns: (at) => `:::: columns\n::: {.column width="50%"}\nleft ${at}\n:::\n::: column\nright\n:::\n::::\n\n`,
  spans: (at) => `[words ${at}]{.mark} and\n`,
  attributes: (at) => `[w]{#id${at} .a .b key="value" data-x='y'}\n`,
  links: (at) => `[link ${at}](https://example.org/${at}) and\n`,
  'links to slides': (at) => `## Slide ${at}\n\n[link](#slide-${at})\n\n`,
  images: (at) => `text ![alternative ${at}](missing.png){width=50%}\n`,
  figures: (at) => `![A caption ${at}](missing.png)\n\n`,
  footnotes: (at) => `a fact[^n${at}]\n\n[^n${at}]: its note\n\n`,
  'inline notes': (at) => `a fact^[with its note ${at}]\n`,
  examples: (at) => `(@e${at}) an example, like (@e${at})\n`,
  definitions: (at) => `Term ${at}\n:   what it means\n\n`,
  'line blocks': (at) => `| a line ${at}\n|   and the next\n`,
  'formulas in lines': (at) => `so $x_{${at}}^2 + 1$ holds\n`,
  'formulas on lines': (at) => `$$\\sum_{i=0}^{${at}} x_i$$\n\n`,
  'raw HTML': (at) => `<section class="c${at}">\n\n<b>bold</b> text\n\n</section>\n\n`,
  comments: (at) => `text <!-- remark ${at} -->\n\n<!-- another -->\n\n`,
  notes: (at) => `## Slide ${at}\n\n::: notes\nwhat is said of ${at}\n:::\n\n`,
  emphasis: (at) => `*some* **strong ${at}** ***both*** words *not closed\n`,
  scripts: (at) => `H~2~O and x^${at}^ and ~~gone~~\n`,
  'implicit references': (at) => `${at === 0 ? '## Some heading\n\n' : ''}[Some heading] and [none ${at}]\n`,
  'links by reference': (at) => `[text][r${at}]\n\n[r${at}]: https://example.org/${at}\n\n`,
  prose: (at) => `words of a paragraph, “quoted” and 'quoted' -- ${at}\n`,
};

const REVEAL = {
  slides: (at) => `## Slide ${at}\n\ntext\n\n---\n\n`,
  stacks: (at) => `## Slide ${at}\n\ntext\n\n----\n\n`,
  'notes of slides': (at) => `## Slide ${at}\n\nnote: said\n\n---\n\n`,
  'element comments': (at) => `- item ${at} <!-- .element: class="fragment" data-fragment-index="${at}" -->\n`,
  'slide comments': (at) => `<!-- .slide: data-background="#eee" -->\n## Slide ${at}\n\n---\n\n`,
  'bare links': (at) => `see https://example.org/${at}.\n`,
};

const UNIT = 4000;
setFlagsFromString('--expose-gc');
const sweep = runInNewContext('gc');
const root = mkdtempSync(join(tmpdir(), 'lectern-constructs-'));
try {
  const only = values.only?.split(',');
  console.log(row('construct', '4 KB ms', '40 KB ms', '400 KB ms', 'ratio'));
  for (const [dialect, constructs] of [
    ['pandoc', CONSTRUCTS],
    ['reveal', REVEAL],
  ])
    for (const [name, write] of Object.entries(constructs))
      if (only === undefined || only.includes(name)) measure(name, dialect, write);
  if (only === undefined || only.includes('lecture')) compare();
} finally {
  rmSync(root, { recursive: true, force: true });
}

function measure(name, dialect, write) {
  const works = [1, 10, 100].map((times) => prepare(textOf(write, times * UNIT), dialect));
  works[1]();
  const times = works.map((work, at) => quickest(work, at === 2 ? 2 : 5));
  // what comes of a machine that is busy does not come again
  for (let again = 0; again < 3 && times[2] / times[1] > 15; again++)
    for (const at of [1, 2]) times[at] = Math.min(times[at], quickest(works[at], 2));
  const ratio = times[2] / times[1];
  console.log(row(name, ...times.map((ms) => ms.toFixed(1)), `${ratio.toFixed(1)}${ratio > 15 ? ' !' : ''}`));
}

function quickest(work, rounds) {
  return Math.min(...Array.from({ length: rounds }, () => timed(work)));
}

function textOf(write, length) {
  const pieces = [];
  for (let at = 0, written = 0; written < length; at++) {
    const piece = write(at);
    pieces.push(piece);
    written += piece.length;
  }
  return `---\ntitle: x\n---\n\n${pieces.join('')}`;
}

/** What has to be done with a lecture once it is known what the course is. */
function prepare(text, dialect) {
  const course = mkdtempSync(join(root, 'course-'));
  mkdirSync(join(course, 'slides'));
  writeFileSync(
    join(course, 'slides/01-talk.md'),
    dialect === 'reveal' ? text.replace('title: x', 'title: x\ndialect: reveal') : text,
  );
  if (dialect === 'reveal') writeFileSync(join(course, 'reveal-md.json'), '{}');
  const client = join(resolve(values.build), 'client');
  const { value: read } = readCourse({ ...PLAIN_BUILD, argument: course, out: null });
  const { syllabus, lectures } = makeSyllabus(read, new Map());
  const work = createLectureWorker({
    root: read.root,
    folder: read.folder,
    syllabus,
    options: PLAIN_BUILD,
    client,
    pages: { to: 'answer' },
  });
  return () => work(lectures[0]);
}

/** Milliseconds of processor time, which a busy machine does not stretch as much as those of a clock. */
function timed(work) {
  sweep();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A lecture of 40 slides beside markdown-it, highlight.js and temml over the same text. */
function compare() {
  const code = (at) =>
    `\`\`\`python\nimport numpy as np\n\nclass Monitor${at}:\n    def check(self, values: list[float]) -> bool:\n        return any(np.abs(v - ${at}) > 0.5 for v in values)  # drift\n\`\`\`\n\n`;
  const formula = (at) => `$$\\hat{y}_{${at}} = \\sum_{i=1}^{n} w_i x_i + \\frac{b}{${at + 1}}$$\n\n`;
  const slide = (at) =>
    `## Slide ${at}\n\nSome *words* about **what** is drifting, and a [link](https://example.org/${at}).\n\n- one point\n- another, with \`code\`\n- a third\n\n${at % 2 === 0 ? code(at) : ''}${at % 4 === 3 ? '' : formula(at)}::: notes\n\nWhat is said of this slide, in a sentence or two.\n\n:::\n\n`;
  const slides = Array.from({ length: 40 }, (_, at) => slide(at)).join('');
  const work = prepare(`---\ntitle: A lecture\n---\n\n${slides}`, 'pandoc');
  const bare = () => renderBare(slides);
  for (let round = 0; round < 40; round++) for (const run of [work, bare]) run();
  const pairs = Array.from({ length: 25 }, () => [timed(work), timed(bare)]);
  const [ours, theirs] = [0, 1].map((at) => median(pairs.map((pair) => pair[at])));
  const ratio = median(pairs.map(([we, they]) => we / they));
  console.log(
    `\nA lecture of 40 slides, 30 formulas, 20 blocks of code: ours ${ours.toFixed(1)} ms, bare ${theirs.toFixed(1)} ms, ratio ${ratio.toFixed(2)}${ratio > 2 ? ' !' : ''}`,
  );
}

function renderBare(text) {
  const highlight = (code, language) => (hljs.getLanguage(language) ? hljs.highlight(code, { language }).value : '');
  const html = MarkdownIt({ html: true, typographer: true, highlight }).render(text);
  return html.replace(/\$\$([\s\S]+?)\$\$/g, (_, tex) =>
    temml.renderToString(tex.replaceAll('&amp;', '&'), { displayMode: true }),
  );
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

function row(name, ...cells) {
  return name.padEnd(22) + cells.map((cell) => String(cell).padStart(12)).join('');
}
