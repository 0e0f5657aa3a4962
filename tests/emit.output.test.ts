import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { build as compile } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copyClient, readClient } from '../src/emit/copyClient.ts';
import { copyPublic } from '../src/emit/copyPublic.ts';
import { type Output, openOutput } from '../src/emit/openOutput.ts';
import { besideOutput, finishSwap } from '../src/emit/swapFolders.ts';
import { writeStaged } from '../src/emit/writeStaged.ts';

const MANIFEST = JSON.stringify({ version: 1, private: false, course: { title: 'Course', lang: 'en' }, lectures: [] });
const HINT = 'Give “--out” a new or empty folder, such as “dist”.';

let root = '';
let out = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-emit-'));
  out = join(root, 'dist');
  file('slides/index.md', '');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function file(path: string, content: string): string {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
  return join(root, path);
}

function open(at = out): Output {
  const { value, diagnostics } = openOutput(at, { root, folder: 'slides' });
  expect(diagnostics).toEqual([]);
  if (value === null) throw new Error('refused');
  return value;
}

function refusal(at: string, folder = 'slides'): string {
  const { value, diagnostics } = openOutput(at, { root, folder });
  expect(value).toBeNull();
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({ rule: 'unsafe-output', severity: 'error', span: null, hint: HINT });
  return diagnostics[0]?.message ?? '';
}

function build(pages: Readonly<Record<string, string>>, at = out): void {
  const output = open(at);
  for (const [path, content] of Object.entries(pages)) output.write({ path, content });
  output.write({ path: 'lectern.json', content: MANIFEST });
  output.commit();
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function leftovers(): readonly string[] {
  return readdirSync(root).filter((name) => name.startsWith('.dist.lectern-'));
}

describe('what may be replaced', () => {
  test('A missing folder, an empty one and a site of ours may be.', () => {
    build({ 'index.html': 'one' });
    build({ 'index.html': 'two' });
    mkdirSync(join(root, 'empty'));
    build({ 'index.html': 'three' }, join(root, 'empty'));
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('two');
    expect(filesIn(join(root, 'empty'))).toEqual(['index.html', 'lectern.json']);
  });

  test('A folder of somebody else’s files is refused, and left as it is.', () => {
    file('dist/thesis.tex', 'years of work');
    expect(refusal(out)).toBe('The site cannot be written to “dist”: it holds files that Lectern did not write.');
    expect(filesIn(out)).toEqual(['thesis.tex']);
    expect(leftovers()).toEqual([]);
  });

  test.each([
    ['not JSON', '{'],
    ['another version', MANIFEST.replace('"version":1', '"version":2')],
    ['another shape', '{"version":1,"name":"an npm package"}'],
    ['null', 'null'],
  ])('A lectern.json that is no manifest of ours protects the folder: %s.', (_, text) => {
    file('dist/lectern.json', text);
    expect(refusal(out)).toBe('The site cannot be written to “dist”: it holds files that Lectern did not write.');
  });

  test('A file, a symbolic link and a repository are refused.', () => {
    file('plain', '');
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), join(root, 'link'));
    file('pages/lectern.json', MANIFEST);
    file('pages/.git', 'gitdir: elsewhere');
    expect(refusal(join(root, 'plain'))).toBe('The site cannot be written to “plain”: it is a file.');
    expect(refusal(join(root, 'link'))).toBe('The site cannot be written to “link”: it is a symbolic link.');
    expect(refusal(join(root, 'pages'))).toBe('The site cannot be written to “pages”: it is a Git repository.');
    expect(refusal(join(root, 'plain', 'dist'))).toBe('The site cannot be written to “plain/dist”: it cannot be read.');
  });

  test('The course, what is above it and its own folders are refused, also where they do not exist.', () => {
    expect(refusal(root)).toBe(`The site cannot be written to “${root}”: it is the course itself.`);
    expect(refusal(dirname(root))).toBe(`The site cannot be written to “${dirname(root)}”: the course is inside it.`);
    expect(refusal('/')).toBe('The site cannot be written to “/”: it is the root of the disk.');
    expect(refusal(homedir())).toBe(`The site cannot be written to “${homedir()}”: it is the home folder.`);
    for (const name of ['slides', 'assets', 'public', '.git']) {
      expect(refusal(join(root, name))).toBe(`The site cannot be written to “${name}”: “${name}” holds files of the course.`);
    }
    expect(refusal(join(root, 'talks', 'site'), 'talks')).toBe(
      'The site cannot be written to “talks/site”: “talks” holds files of the course.',
    );
  });

  test('A link does not hide that a folder is the course’s own.', () => {
    mkdirSync(join(root, 'assets'));
    symlinkSync(join(root, 'assets'), join(root, 'pictures'));
    expect(refusal(join(root, 'pictures', 'site'))).toContain('“assets” holds files of the course.');
  });

  test('A folder inside folders that do not exist yet is made.', () => {
    build({ 'index.html': '' }, join(root, 'a', 'b', 'site'));
    expect(filesIn(join(root, 'a'))).toEqual(['b/site/index.html', 'b/site/lectern.json']);
  });
});

describe('what is written', () => {
  test('The site holds exactly what was written this time.', () => {
    build({ 'index.html': '', 'old.html': '', 'read/old.html': '' });
    build({ 'index.html': '', 'read/new.html': '' });
    expect(filesIn(out)).toEqual(['index.html', 'lectern.json', 'read/new.html']);
    expect(leftovers()).toEqual([]);
  });

  test('Nothing is seen before commit, and abandon leaves the old site.', () => {
    build({ 'index.html': 'old' });
    const output = open();
    output.write({ path: 'index.html', content: 'new' });
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
    output.abandon();
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
    expect(leftovers()).toEqual([]);
  });

  test('Everybody may read it, whatever the system’s defaults and the source’s rights.', () => {
    const before = process.umask(0o077);
    try {
      file('assets/a.svg', '<svg/>');
      chmodSync(join(root, 'assets/a.svg'), 0o700);
      const output = open();
      output.write({ path: 'read/deep/x.html', content: '' });
      output.copy(root, 'assets/a.svg', 'assets/a.svg');
      output.write({ path: 'lectern.json', content: MANIFEST });
      output.commit();
    } finally {
      process.umask(before);
    }
    for (const path of filesIn(out)) expect(statSync(join(out, path)).mode & 0o777).toBe(0o644);
    for (const path of ['', 'read', 'read/deep', 'assets']) expect(statSync(join(out, path)).mode & 0o777).toBe(0o755);
  });

  test('The same path twice, a path outside and a file where a folder is are bugs, and thrown.', () => {
    const output = open();
    output.write({ path: 'read/a.html', content: '' });
    expect(() => output.write({ path: 'read/a.html', content: '' })).toThrow(
      'Two files of the site want the path “read/a.html”.',
    );
    expect(() => output.claim('read')).toThrow('Two files of the site want the path “read”.');
    expect(() => output.claim('read/a.html/b')).toThrow('Two files of the site want the path “read/a.html/b”.');
    for (const path of ['../a', '/a', 'a/../../b', 'a//b', '', './a', 'a\\b', 'a\0b']) {
      expect(() => output.write({ path, content: '' })).toThrow('is no path inside the site.');
    }
    output.abandon();
  });

  test('A site without a manifest cannot be committed.', () => {
    const output = open();
    expect(() => output.commit()).toThrow('A site without lectern.json cannot be committed.');
    output.abandon();
  });

  test('A file that lies outside the course, or nowhere, is not copied.', () => {
    const output = open();
    const outside = mkdtempSync(join(tmpdir(), 'lectern-outside-'));
    writeFileSync(join(outside, 'key'), 'x');
    symlinkSync(join(outside, 'key'), join(root, 'key'));
    expect(() => output.copy(root, 'key', 'key')).toThrow('“key” leads out of the course.');
    expect(() => output.copy(root, '../key', 'key')).toThrow('is no path inside the site.');
    expect(() => output.copy(root, 'missing.svg', 'missing.svg')).toThrow('ENOENT');
    output.abandon();
    rmSync(outside, { recursive: true });
  });

  test('A file whose name is decomposed on disk is found by its composed name.', () => {
    file('assets/e\u0301te\u0301/e\u0301.svg', 'é');
    const output = open();
    output.copy(root, 'assets/\u00e9t\u00e9/\u00e9.svg', 'assets/\u00e9t\u00e9/\u00e9.svg');
    expect([...output.written()].map((one) => Buffer.from(one.bytes).toString())).toEqual(['é']);
    output.abandon();
  });

  test('Workers write pages whose paths were claimed, and all of it is handed to the privacy scan.', () => {
    const output = open();
    output.claim('a.html');
    writeStaged(output.staging, { path: 'a.html', content: 'A' });
    output.write({ path: 'lectern.json', content: MANIFEST });
    output.place(file('client/x.js', 'ours'), '_lectern/x.js', true);
    output.place(file('big.bin', 'x'.repeat(17 * 1024 * 1024)), 'big.bin');
    const written = [...output.written()];
    expect(written.map((one) => [one.path, one.bytes.length])).toEqual([
      ['a.html', 1],
      ['lectern.json', MANIFEST.length],
      ['big.bin', 16 * 1024 * 1024],
      ['big.bin', 1024 * 1024 + 4096],
    ]);
    output.abandon();
  });

  test('2,000 pages are all there.', () => {
    const content = 'x'.repeat(20_000);
    const output = open();
    for (let at = 0; at < 2000; at++) output.write({ path: `read/${at}.html`, content });
    output.write({ path: 'lectern.json', content: MANIFEST });
    output.commit();
    expect(filesIn(out)).toHaveLength(2001);
  });
});

describe('public/ and the client', () => {
  test('public/ is copied as it is, hidden files too.', () => {
    file('public/CNAME', 'example.org');
    file('public/.well-known/security.txt', 'x');
    const output = open();
    expect(copyPublic(output, root)).toEqual([]);
    expect(filesIn(output.staging)).toEqual(['.well-known/security.txt', 'CNAME']);
    output.abandon();
  });

  test('A course without public/ is fine.', () => {
    const output = open();
    expect(copyPublic(output, root)).toEqual([]);
    output.abandon();
  });

  test('A file of public/ that would overwrite one of ours is an error, in whatever letter case.', () => {
    for (const path of ['Index.html', 'lectern.json', 'read', '_lectern/x.js', '404.html/x']) file(`public/${path}`, 'mine');
    file('public/.nojekyll', '');
    const output = open();
    for (const path of ['index.html', 'read/a.html', '404.html', '.nojekyll']) output.write({ path, content: '' });
    const found = copyPublic(output, root);
    expect(found.map((one) => one.message)).toEqual([
      '“public/404.html/x” would take the place of “404.html”, which Lectern writes itself.',
      '“public/Index.html” would take the place of “index.html”, which Lectern writes itself.',
      '“public/_lectern/x.js” would take the place of “_lectern/”, which Lectern writes itself.',
      '“public/lectern.json” would take the place of “lectern.json”, which Lectern writes itself.',
      '“public/read” would take the place of “read/”, which Lectern writes itself.',
    ]);
    expect(found[0]).toEqual({
      rule: 'public-collision',
      severity: 'error',
      message: '“public/404.html/x” would take the place of “404.html”, which Lectern writes itself.',
      span: { path: 'public/404.html/x', start: 0, end: 0 },
      hint: 'Give the file another name, or remove it.',
      related: [],
    });
    output.abandon();
  });

  test('What leads out of the course, or around in it, is reported and not copied.', () => {
    file('public/a.txt', 'a');
    symlinkSync('/etc/hostname', join(root, 'public/host'));
    symlinkSync('nowhere', join(root, 'public/nothing'));
    symlinkSync('..', join(root, 'public/up'));
    symlinkSync('a.txt', join(root, 'public/b.txt'));
    const output = open();
    expect(copyPublic(output, root).map((one) => one.message)).toEqual([
      '“public/host” leads out of the course, or to nothing.',
      '“public/nothing” leads out of the course, or to nothing.',
      '“public/up” is neither a file nor a folder of its own.',
    ]);
    expect(filesIn(output.staging)).toEqual(['a.txt', 'b.txt']);
    output.abandon();
  });

  test('The client is copied whole, and its files are found by their plain names.', () => {
    const client = join(root, 'client');
    file('client/client.json', '{"deck.js":"deck.1a2b.js"}');
    file('client/deck.1a2b.js', 'deck');
    file('client/fonts/text.9f.woff2', 'font');
    const output = open();
    copyClient(output, client);
    expect(filesIn(output.staging)).toEqual(['_lectern/deck.1a2b.js', '_lectern/fonts/text.9f.woff2']);
    expect([...output.written()]).toEqual([]);
    expect(readClient(client).path('deck.js')).toBe('_lectern/deck.1a2b.js');
    expect(readClient(client).text('deck.js')).toBe('deck');
    expect(() => readClient(client).path('dekc.js')).toThrow('The client has no file “dekc.js”.');
    output.abandon();
  });
});

describe('after a kill', () => {
  let compiled = '';
  beforeAll(async () => {
    compiled = mkdtempSync(join(tmpdir(), 'lectern-compiled-'));
    const input = join(import.meta.dirname, '../src/emit/openOutput.ts');
    await compile({ configFile: false, logLevel: 'error', build: { ssr: input, outDir: compiled } });
  });
  afterAll(() => rmSync(compiled, { recursive: true, force: true }));

  /** A process that builds the site over and over until its input ends: every page of a build has the same content. */
  function startBuilder(name: string): ChildProcessWithoutNullStreams {
    const program = `
      import { openOutput } from ${JSON.stringify(pathToFileURL(join(compiled, 'openOutput.js')).href)};
      let more = true;
      process.stdin.on('end', () => { more = false; }).resume();
      console.log('ready');
      for (let round = 1; more; round++) {
        const { value: output } = openOutput(${JSON.stringify(out)}, ${JSON.stringify({ root, folder: 'slides' })});
        for (let at = 0; at < 40; at++) output.write({ path: at + '.html', content: ${JSON.stringify(name)} + ' ' + round });
        output.write({ path: 'lectern.json', content: ${JSON.stringify(MANIFEST)} });
        output.commit();
        await new Promise((done) => setImmediate(done));
      }`;
    return spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'pipe' });
  }

  function contents(): ReadonlySet<string> {
    return new Set(
      filesIn(out)
        .filter((path) => path.endsWith('.html'))
        .map((path) => readFileSync(join(out, path), 'utf8')),
    );
  }

  /** A folder as a process that has ended would have left it. */
  function left(role: 'new' | 'old', pages: Readonly<Record<string, string>>): void {
    const ended = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));
    const name = besideOutput(out, role).replace(/-\d+-/, `-${ended}-`);
    mkdirSync(name);
    for (const [path, content] of Object.entries(pages)) writeFileSync(join(name, path), content);
  }

  test('A complete new site takes the place of a missing one.', () => {
    left('old', { 'index.html': 'old', 'lectern.json': MANIFEST });
    left('new', { 'index.html': 'new', 'lectern.json': MANIFEST });
    finishSwap(out);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('new');
    expect(leftovers()).toEqual([]);
  });

  test('The old site is put back where the new one is not complete.', () => {
    left('old', { 'index.html': 'old', 'lectern.json': MANIFEST });
    left('new', { 'index.html': 'half' });
    finishSwap(out);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
    expect(leftovers()).toEqual([]);
  });

  test('Beside a site that is there, and with nothing complete, leftovers are only removed.', () => {
    left('new', { 'index.html': 'half' });
    finishSwap(out);
    expect(existsSync(out)).toBe(false);
    build({ 'index.html': 'there' });
    left('new', { 'index.html': 'never', 'lectern.json': MANIFEST });
    left('old', { 'index.html': 'gone' });
    finishSwap(out);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('there');
    expect(leftovers()).toEqual([]);
  });

  test('What a living process is writing is left alone, and so are folders that are not ours.', () => {
    const output = open();
    mkdirSync(join(root, '.dist.lectern-new-mine'));
    finishSwap(out);
    expect(leftovers()).toHaveLength(2);
    output.abandon();
  });

  test('A swap that stands still is finished, though its process seems to live.', () => {
    const output = open();
    output.write({ path: 'index.html', content: 'new' });
    writeStaged(output.staging, { path: 'lectern.json', content: MANIFEST });
    finishSwap(out);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('new');
  });

  test('Builds killed at twenty random moments leave a whole site, the old one or a new one.', async () => {
    build(Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`${at}.html`, 'before'])));
    for (let round = 1; round <= 20; round++) {
      const child = startBuilder(`builder ${round}`);
      await once(child.stdout, 'data');
      await setTimeout(Math.random() * 25);
      child.kill('SIGKILL');
      await once(child, 'close');
      finishSwap(out);
      expect(filesIn(out)).toHaveLength(41);
      expect(contents().size).toBe(1);
      expect(leftovers()).toEqual([]);
    }
  }, 60_000);

  test('Builds into one folder at the same time leave one whole site.', async () => {
    const children = ['a', 'b', 'c'].map(startBuilder);
    const errors = children.map((child) => text(child.stderr));
    await Promise.all(children.map((child) => once(child.stdout, 'data')));
    await setTimeout(300);
    for (const child of children) child.stdin.end();
    await Promise.all(children.map((child) => once(child, 'close')));
    expect(await Promise.all(errors)).toEqual(['', '', '']);
    expect(filesIn(out)).toHaveLength(41);
    expect(contents().size).toBe(1);
    expect(leftovers()).toEqual([]);
  }, 60_000);
});
