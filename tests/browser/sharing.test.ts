import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../../src/browser/openBrowser.ts';
import { BUILD, lectern, type Ran } from '../support/program.ts';
import { filesBelow } from '../support/site.ts';
import { writeCourse } from '../support/useSite.ts';

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft and what became of it, '.repeat(4);
const COURSE = {
  'slides/index.md': '---\ntitle: Models\nurl: https://ann.example/models\n---\n\nText.\n',
  'slides/01-one.md': '---\ntitle: One\n---\n\n## A\n\na\n',
  'slides/02-two.md': `---\ntitle: "${LONG}"\n---\n\n## B\n\nb\n`,
};
const DEFAULT = readFileSync(new URL('../../src/client/share.png', import.meta.url));

let parent = '';
let root = '';

beforeAll(() => {
  parent = realpathSync(mkdtempSync(join(tmpdir(), 'lectern-sharing-')));
  root = writeCourse(join(parent, 'course'), COURSE);
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

function build(out: string, browser = inject('browser')): Ran {
  return lectern(['build', '.', '--out', join('..', out)], root, { CHROME_PATH: browser });
}

function pictures(out: string): readonly string[] {
  return filesBelow(join(parent, out)).filter((path) => path.startsWith('_lectern/share/'));
}

function picture(out: string, name: string): Buffer {
  const path = pictures(out).find((one) => one.startsWith(`_lectern/share/${name}.`));
  if (path === undefined) throw new Error(`“${name}” has no picture.`);
  return readFileSync(join(parent, out, path));
}

/** Width and height, from the head of a PNG. */
function sizeOf(png: Buffer): readonly number[] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('the pictures that go with links', () => {
  test('are drawn in their size, one for the course and one for each lecture, at the address that pages name', () => {
    expect(build('site')).toMatchObject({ status: 0, stderr: '' });
    expect(pictures('site').map((path) => path.replace(/^.*share\/|\..*$/g, ''))).toEqual(['index', 'one', 'two']);
    for (const name of ['index', 'one', 'two']) {
      expect(sizeOf(picture('site', name))).toEqual([1200, 630]);
      expect(picture('site', name).equals(DEFAULT)).toBe(false);
    }
    const [, named = ''] =
      /og:image" content="https:\/\/ann\.example\/models\/([^"]+)"/.exec(readFileSync(join(parent, 'site/one.html'), 'utf8')) ??
      [];
    expect(existsSync(join(parent, 'site', named))).toBe(true);
  });

  test('are kept, and drawn again only where what is on them has changed', () => {
    const kept = (): Readonly<Record<string, number>> => {
      const names = readdirSync(join(root, '.lectern/share'));
      return Object.fromEntries(names.map((name) => [name, statSync(join(root, '.lectern/share', name)).mtimeMs]));
    };
    const before = kept();
    writeFileSync(join(root, 'slides/01-one.md'), '---\ntitle: One more\n---\n\n## A\n\nanother text\n');
    expect(build('site')).toMatchObject({ status: 0, stderr: '' });
    const after = kept();
    expect(Object.keys(after)).toHaveLength(3);
    const same = Object.keys(after).filter((name) => name in before);
    expect(same.map((name) => name.replace(/\..*/, ''))).toEqual(['index', 'two']);
    expect(same.filter((name) => before[name] !== after[name])).toEqual([]);
    expect(readFileSync(join(root, '.lectern/.gitignore'), 'utf8')).toBe('*\n');
  });

  test('kept ones need no browser, and those that are broken are not shown', () => {
    const one = readdirSync(join(root, '.lectern/share')).find((name) => name.startsWith('one.')) ?? '';
    writeFileSync(join(root, '.lectern/share', one), 'no picture');
    expect(build('kept', 'none')).toMatchObject({ status: 0, stderr: '' });
    expect(picture('kept', 'one').equals(DEFAULT)).toBe(true);
    expect(picture('kept', 'two').equals(picture('site', 'two'))).toBe(true);
  });

  test('are ours where there is no browser, and every page is the same to the byte', () => {
    rmSync(join(root, '.lectern'), { recursive: true });
    expect(build('plain', 'none')).toMatchObject({ status: 0, stderr: '' });
    for (const name of ['index', 'one', 'two']) expect(picture('plain', name).equals(DEFAULT)).toBe(true);
    expect(filesBelow(join(parent, 'plain'))).toEqual(filesBelow(join(parent, 'site')));
    const pages = filesBelow(join(parent, 'plain')).filter((path) => !path.endsWith('.png'));
    const differ = pages.filter(
      (path) => !readFileSync(join(parent, 'plain', path)).equals(readFileSync(join(parent, 'site', path))),
    );
    expect(differ).toEqual([]);
  });

  test.runIf(process.platform !== 'win32')('are ours where the browser fails: the site is written, and one line says why', () => {
    const broken = join(parent, 'broken');
    writeFileSync(broken, '#!/bin/sh\necho "no display" >&2\nexit 7\n');
    chmodSync(broken, 0o755);
    const { status, stderr } = build('failed', broken);
    expect(status).toBe(0);
    expect(stderr).toContain(
      `info[browser]: The pictures for links could not be drawn: “${broken}” does not start: it ended with 7 (no display).`,
    );
    expect(picture('failed', 'one').equals(DEFAULT)).toBe(true);
    expect(build('failed', '/no/such/browser').stderr).toContain(
      'could not be drawn: CHROME_PATH names “/no/such/browser”, and there is no such file.',
    );
  });

  test('are not made where the site’s address is unknown', () => {
    const files = { ...COURSE, 'slides/index.md': '---\ntitle: Models\n---\n' };
    const other = writeCourse(join(parent, 'other'), files);
    expect(lectern(['build', '.', '--out', '../bare'], other, { CHROME_PATH: inject('browser') }).status).toBe(0);
    expect(pictures('bare')).toEqual([]);
    expect(existsSync(join(other, '.lectern'))).toBe(false);
  });

  test('ours is the drawing that stands beside it', async () => {
    const svg = readFileSync(new URL('../../src/client/share.svg', import.meta.url), 'utf8');
    const browser = await openBrowser({ CHROME_PATH: inject('browser') });
    if (browser === null) throw new Error('There is no browser.');
    try {
      const page = await browser.newPage(1200, 630);
      const encoded = (bytes: Buffer) => `data:image/png;base64,${bytes.toString('base64')}`;
      await page.show(`<body style="margin:0">${svg.replace('<svg', '<svg style="display:block"')}`);
      const drawn = Buffer.from(await page.draw());
      const differ = await page.evaluate(`(async () => {
        const pixels = async (address) => {
          const image = Object.assign(new Image(), { src: address });
          await image.decode();
          const canvas = new OffscreenCanvas(1200, 630).getContext('2d');
          canvas.drawImage(image, 0, 0);
          return canvas.getImageData(0, 0, 1200, 630).data;
        };
        const [one, other] = [await pixels('${encoded(drawn)}'), await pixels('${encoded(DEFAULT)}')];
        return one.filter((value, at) => Math.abs(value - other[at]) > 40).length;
      })()`);
      expect(differ).toBeLessThan(2000);
    } finally {
      await browser.close();
    }
  });
});

describe('the browser', () => {
  test('says what a page says and throws, and is gone with what it kept', async () => {
    const browser = await openBrowser({ CHROME_PATH: inject('browser') });
    const page = await browser?.newPage(400, 300);
    await page?.show('<title>Hello</title><p>you');
    expect(await page?.evaluate('document.title + innerWidth + document.querySelector("p").textContent')).toBe('Hello400you');
    await expect(page?.evaluate('(() => { throw new Error("no") })()')).rejects.toThrow('no');
    await expect(page?.send('Nothing.known')).rejects.toThrow("'Nothing.known' wasn't found");
    await browser?.close();
    await expect(page?.evaluate('1')).rejects.toThrow('it ended with 0');
    expect(profilesOf(process.pid)).toEqual([]);
  });

  test('there is none where none is wanted', async () => {
    expect(await openBrowser({ CHROME_PATH: 'none' })).toBe(null);
  });

  test.runIf(process.platform === 'linux')(
    'leaves no process behind when ours is killed, and its profile goes with the next one',
    async () => {
      const opening = `const { openBrowser } = await import(${JSON.stringify(pathToFileURL(join(BUILD, 'browser/openBrowser.js')).href)});
      await openBrowser(); console.log('open'); setInterval(() => {}, 1000);`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', opening], {
        env: { ...process.env, CHROME_PATH: inject('browser') },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await new Promise((done) => child.stdout.once('data', done));
      expect(processesWith(`lectern-browser-${child.pid}-`).length).toBeGreaterThan(0);
      child.kill('SIGKILL');
      await expect.poll(() => processesWith(`lectern-browser-${child.pid}-`)).toEqual([]);
      await (await openBrowser({ CHROME_PATH: inject('browser') }))?.close();
      expect(profilesOf(child.pid ?? 0)).toEqual([]);
    },
  );
});

function profilesOf(id: number): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`lectern-browser-${id}-`));
}

/** The numbers of the running processes with these words on their command line. */
function processesWith(words: string): readonly string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(words);
    } catch {
      return false;
    }
  });
}
