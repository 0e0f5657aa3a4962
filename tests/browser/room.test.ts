import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { lectern } from '../support/program.ts';
import { writeFolder } from '../support/writeFolder.ts';

const BROWSER = { CHROME_PATH: inject('browser') };
const INDEX = { 'slides/index.md': '---\ntitle: Course\n---\n\nHello.\n' };
const words = (count: number): string => `::: notes\n\n${'word '.repeat(count)}\n\n:::\n`;

const FINE = [
  '---\ntitle: Drift\nduration: 10\n---\n',
  '# Before {minutes=4}\n',
  `## A change\n\n::: incremental\n\n- One\n- Two\n\n:::\n\n${words(260)}`,
  '# After\n',
  `## What to do\n\n![A box](box.svg)\n\n${words(130)}`,
].join('\n');
const BOX = { 'slides/box.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><path d="M0 0h80v40z"/></svg>' };

const ROUGH = [
  '---\ntitle: Rough\nduration: 5\ncss: own.css\n---\n',
  `## Pictures\n\n![Of another host](https://pictures.example.org/a.png)\n\n![Broken](broken.png)\n\n${words(600)}`,
  '## Frame\n\n<iframe src="https://frames.example.org/" title="A page"></iframe>\n\nSee [there](https://links.example.org/x).\n',
  `## Film {minutes=1}\n\n![A film](film.mp4)\n\n${words(200)}`,
  '## Demo\n\nText.\n\n::: fragment\n<iframe src="demo.html" title="To be tried"></iframe>\n:::\n',
].join('\n');
const BESIDE = {
  'slides/broken.png': 'no picture',
  'slides/film.mp4': 'no film',
  'slides/demo.html':
    '<!doctype html><title>Demo</title>\n<script>show()</script>\n<script src="https://cdn.example.org/plot.js"></script>\n',
  'slides/own.css': '@font-face { font-family: "Own"; src: url("own.woff2"); }\n.reveal p { font-family: "Own" }\n',
  'slides/own.woff2': 'no typeface',
};

describe('check --room', () => {
  test('plays a lecture step by step, against its clock, and says that the room can come', () => {
    const root = writeFolder({ ...INDEX, ...BOX, 'slides/01-drift.md': FINE });
    const { stdout, stderr, status } = lectern(['check', '--room'], root, BROWSER);
    expect({ stdout, stderr, status }).toEqual({
      stdout: [
        'Drift (slides/01-drift.md): 5 slides, 7 steps',
        '  The notes take 3 min of 10 min: 7 min left.',
        '       2 min of 4 min  Before',
        '       1 min  After',
        '',
        'The room can come: 1 lecture played without a network, 7 steps, and nothing is missing.',
        '',
      ].join('\n'),
      stderr: '',
      status: 0,
    });
  });

  test('lists what the room would miss, where and at which step', () => {
    const root = writeFolder({ ...INDEX, ...BOX, ...BESIDE, 'slides/01-drift.md': FINE, 'slides/02-rough.md': ROUGH });
    const { stdout, status } = lectern(['check', '--room', 'rough'], root, BROWSER);
    expect(status).toBe(0);
    expect(stdout.split('\n')).toEqual([
      'Rough (slides/02-rough.md): 5 slides, 6 steps',
      '  The notes take 6 min of 5 min: 1 min too much.',
      '  The notes take 6 minutes to speak, and the lecture has 5.',
      '  The typeface “Own” does not load, and another takes its place.',
      '  Slide 2: Its notes take 4.5 minutes to speak.',
      '  Slide 2: The picture “https://pictures.example.org/a.png” needs a network.',
      '  Slide 2: The picture “slides/broken.png” cannot be shown.',
      '  Slide 3: The frame “https://frames.example.org/” needs a network, and waits for a click.',
      '  Slide 4: Its notes take 1.5 minutes to speak, and it has 1.',
      '  Slide 4: The recording “slides/film.mp4” cannot be shown.',
      '  Slide 5: A script fails (“slides/demo.html”, line 2): ReferenceError: show is not defined.',
      '  Slide 5: “slides/demo.html” asks for “https://cdn.example.org/plot.js”.',
      '  1 link to other hosts, on slide 3.',
      '',
      'Not yet: the room would miss 10 things.',
      '',
    ]);
    expect(lectern(['check', '--room', 'rough', '--strict'], root, BROWSER).status).toBe(1);
  });

  test('says the same for machines', () => {
    const root = writeFolder({ ...INDEX, ...BOX, 'slides/01-drift.md': FINE });
    const { stdout } = lectern(['check', '--room', 'drift', '--format', 'json'], root, BROWSER);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      ready: true,
      lectures: [
        { name: 'drift', source: 'slides/01-drift.md', slides: 5, steps: 7, duration: 10, spoken: 3, misses: [], links: [] },
      ],
    });
  });

  test('refuses what it cannot play, and leaves nothing behind', () => {
    const root = writeFolder({ ...INDEX, ...BOX, 'slides/01-drift.md': FINE });
    const temporary = mkdtempSync(join(tmpdir(), 'lectern-test-'));
    expect(lectern(['check', '--room', 'drif'], root, { ...BROWSER, TMPDIR: temporary })).toMatchObject({
      status: 2,
      stderr: 'lectern: There is no lecture “drif” to play.\nDid you mean “drift”?\n',
    });
    expect(lectern(['check', '--room'], root)).toMatchObject({
      status: 2,
      stderr:
        'lectern: There is no Chrome, Chromium or Edge here to play lectures in.\nInstall one, or set CHROME_PATH to its program.\n',
    });
    expect(lectern(['check', '--room', '--format', 'sarif'], root, BROWSER).stderr).toContain('“--room” has no format “sarif”.');
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(root)).toEqual(['slides']);
  });
});
