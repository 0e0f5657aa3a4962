import { execFile } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { imageBytes } from './support/imageBytes.ts';
import { PROGRAM } from './support/program.ts';
import { type HostAnswer, serveAnswers } from './support/serveAnswers.ts';
import { writeFolder } from './support/writeFolder.ts';

const { png: PNG, gif: OTHER } = imageBytes(8, 6);

const send =
  (bytes: Uint8Array | string, type = 'image/png'): HostAnswer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': type }).end(bytes);

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `lectern check --localize` without a terminal. */
function localize(root: string, ...words: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { ...process.env, CHROME_PATH: 'none', NO_COLOR: '1' };
    execFile(process.execPath, [PROGRAM, 'check', '--localize', ...words], { cwd: root, env }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

describe('images of other hosts are fetched into assets/', { timeout: 60_000 }, () => {
  test('and named there, wherever an author may write an address, and nothing else changes', async () => {
    const host = await serveAnswers({
      '/a/Drift%20(2).PNG?x=1&y=2': send(PNG),
      '/b.gif': send(OTHER, 'image/gif'),
      '/cover': send('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml; charset=utf-8'),
    });
    const text = (first: string, second: string, third: string): string =>
      [
        `\uFEFF---\r\ntitle: A\r\ntitle-slide-attributes:\r\n  background-image: "${third}"\r\n---\r\n\r\n`,
        `## One {background-image=${second}}\r\n\r\n`,
        `🎉\t![Drift](<${first}> "${host.url}/b.gif") and ![Drift again](${second} "title") \r\n\r\n`,
        `<img alt="x" src='${first.replace('&', '&amp;')}'>\r\n\r\n| a | b |\r\n|---|---|\r\n| ![In a cell](${second}) | c |\r\n\r\n`,
        `![By name][loop] ![Again][loop]\r\n\r\n[loop]: ${second}\r\n\r\n[A link](${host.url}/b.gif), \`${host.url}/b.gif\` <!-- ![](${host.url}/b.gif) -->\r\n`,
      ].join('');
    const [first, second, third] = [`${host.url}/a/Drift%20(2).PNG?x=1&y=2`, `${host.url}/b.gif`, `${host.url}/cover`];
    const root = writeFolder({ 'slides/01-a.md': text(first, second, third) });
    chmodSync(join(root, 'slides/01-a.md'), 0o640);
    const { status, stdout, stderr } = await localize(root, '--yes');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/\nWrote 3 images, and changed 1 file\.\n$/);
    expect(read(root, 'slides/01-a.md')).toBe(text('../assets/Drift-2.png', '../assets/b.gif', '../assets/cover.svg'));
    expect(statSync(join(root, 'slides/01-a.md')).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(root, 'assets')).sort()).toEqual(['Drift-2.png', 'b.gif', 'cover.svg']);
    expect(new Uint8Array(readFileSync(join(root, 'assets/Drift-2.png')))).toEqual(PNG);
    expect(host.asked.filter((one) => one.endsWith('/b.gif'))).toEqual(['GET /b.gif']);
    expect((await localize(root, '--yes')).stdout).toBe('There is no image of another host to fetch.\n');
  });

  test('after the difference was shown; nothing is written where nobody can be asked', async () => {
    const host = await serveAnswers({ '/loop.png': send(PNG) });
    const text = `## One\n\nA ![Loop](${host.url}/loop.png)\n\n![Loop](${host.url}/loop.png)\n`;
    const root = writeFolder({ 'slides/01-a.md': text });
    const { status, stdout, stderr } = await localize(root);
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'Nobody can be asked here. Give “--yes” to write it.\n' });
    expect(stdout.replaceAll(host.url, 'HOST')).toBe(`slides/01-a.md
  3 | - A ![Loop](HOST/loop.png)
    | + A ![Loop](../assets/loop.png)
  5 | - ![Loop](HOST/loop.png)
    | + ![Loop](../assets/loop.png)

assets/loop.png  (0.0 KB, from HOST/loop.png)

Nothing was written.
`);
    expect(read(root, 'slides/01-a.md')).toBe(text);
    expect(readdirSync(root)).toEqual(['slides']);
  });

  test('under another name where a different file has it, and not twice where the same is there', async () => {
    const host = await serveAnswers({
      '/loop.png': send(PNG),
      '/x/loop.png': send(OTHER),
      '/same.png': send(PNG),
      '/y/same.png': send(PNG),
    });
    const words = ['loop.png', 'x/loop.png', 'same.png', 'y/same.png'].map((path) => `![A ${path} picture](${host.url}/${path})`);
    const root = writeFolder({
      '01-a.md': `## One\n\n${words.join('\n\n')}\n`,
      'assets/LOOP.png': 'another',
      'assets/same.png': '',
    });
    writeFileSync(join(root, 'assets/same.png'), PNG);
    const { stdout } = await localize(root, '--yes');
    expect([...read(root, '01-a.md').matchAll(/\((.*?)\)/g)].map(([, path]) => path)).toEqual([
      'assets/loop-2.png',
      'assets/loop-3.png',
      'assets/same.png',
      'assets/same.png',
    ]);
    expect(stdout).toContain('assets/same.png  (the same is there, from');
    expect(stdout).toContain('Wrote 2 images, and changed 1 file.');
    expect(read(root, 'assets/LOOP.png')).toBe('another');
  });

  test('but not what does not come, is no image, or stands in a file that could not be written again', async () => {
    const host = await serveAnswers({ '/page.png': send('<html>', 'text/html'), '/empty.png': send(''), '/a.png': send(PNG) });
    const root = writeFolder({
      'slides/01-a.md': `## One\n\n![A](${host.url}/none.png)\n\n![B](${host.url}/page.png)\n\n![C](${host.url}/empty.png)\n`,
      'slides/02-b.md': '',
      'slides/03-c.md': `## One\n\n![D][d] and [its page][d]\n\n[d]: ${host.url}/a.png\n`,
    });
    const latin = Buffer.from(`## One\n\nUniversit\u00E9\n\n![A](${host.url}/a.png)\n`, 'latin1');
    writeFileSync(join(root, 'slides/02-b.md'), latin);
    const { status, stdout, stderr } = await localize(root, '--yes');
    expect(stderr.replaceAll(host.url, 'HOST')).toBe(
      [
        '“HOST/none.png” stays: it answers 404.',
        '“HOST/page.png” stays: “text/html” comes from there, which is no image.',
        '“HOST/empty.png” stays: nothing comes from there.',
        '“HOST/a.png” in “slides/02-b.md” stays: it is not written out there, or the file is not UTF-8.',
        '“HOST/a.png” in “slides/03-c.md” stays: it is not written out there, or the file is not UTF-8.',
        '',
      ].join('\n'),
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'There is no image of another host to fetch.\n' });
    expect(readFileSync(join(root, 'slides/02-b.md'))).toEqual(latin);
    expect(readdirSync(root)).toEqual(['slides']);
  });

  test('of a lecture that is a symbolic link inside the course, too', async () => {
    const host = await serveAnswers({ '/a.png': send(PNG) });
    const root = writeFolder({ 'texts/a.md': `## One\n\n![A](${host.url}/a.png)\n`, 'slides/index.md': '---\ntitle: C\n---\n' });
    symlinkSync('../texts/a.md', join(root, 'slides/01-a.md'));
    await localize(root, '--yes');
    expect(read(root, 'texts/a.md')).toBe('## One\n\n![A](../assets/a.png)\n');
  });

  test('only where “--localize” asks', async () => {
    const root = writeFolder({ 'a.md': '# A\n' });
    const ran = await new Promise<string>((resolve) => {
      execFile(process.execPath, [PROGRAM, 'check', '--yes'], { cwd: root }, (_, __, stderr) => resolve(stderr));
    });
    expect(ran).toBe('lectern: “--yes” answers what “--localize” asks.\nGive both, or none.\n');
  });
});
