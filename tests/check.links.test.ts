import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { inspectLinks } from '../src/inspectLinks.ts';
import { workOnCourse } from '../src/pipeline.ts';
import { reportText } from '../src/report/reportText.ts';
import { diagnoseInWords } from './support/diagnoseInWords.ts';
import { PROGRAM } from './support/program.ts';
import { BUILD, writeClient } from './support/renderSite.ts';
import { type Host, serveAnswers } from './support/serveAnswers.ts';
import { writeFolder } from './support/writeFolder.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.parse('2026-11-20');
const LIMITS = { patience: 300, retries: 2, pause: 5, agent: 'Lectern/0.1.0 (a test)' };

/** A course of one lecture, whose slide says this, under a heading in line 1. */
function courseOf(...lines: readonly string[]): string {
  return writeFolder({ 'slides/01-a.md': ['## One', ...lines, ''].join('\n\n') });
}

async function check(root: string, now = NOW) {
  const inspections = [inspectLinks({ root, limits: LIMITS, now, onProgress: () => {} })];
  const course = { argument: root, out: null, build: BUILD, client: writeClient(), onProgress: () => {}, inspections };
  return (await workOnCourse(course, { to: 'nowhere' })).diagnostics;
}

/** What is found, one line each, with the host’s own address as “HOST”. */
async function found(root: string, host: Host, now?: number): Promise<readonly string[]> {
  const lines = diagnoseInWords(await check(root, now), root)
    .replaceAll(host.url, 'HOST')
    .split('\n');
  return lines.filter((line) => !line.includes('remote-'));
}

describe('what another host answers is told apart', () => {
  test('what is there needs no words, and is asked for its head alone', async () => {
    const host = await serveAnswers({ '/a': 200, '/b': 204 });
    expect(await found(courseOf(`[A](${host.url}/a#part) [again](${host.url}/a) <${host.url}/b>`), host)).toEqual(['']);
    expect(host.asked).toEqual(['HEAD /a', 'HEAD /b']);
    expect(host.agent()).toBe('Lectern/0.1.0 (a test)');
  });

  test('gone, at each place that names it', async () => {
    const host = await serveAnswers({ '/gone': 410 });
    const root = courseOf(`See [A](${host.url}/none).`, `🎉 [B](${host.url}/gone), [A](${host.url}/none#x)`);
    const text = readFileSync(join(root, 'slides/01-a.md'), 'utf8');
    const report = reportText(await check(root), () => text, { colour: false }).replaceAll(host.url, 'http://127.0.0.1:12345');
    expect(report).toBe(`warning[gone-link]: Nothing is at “http://127.0.0.1:12345/none” (404).
  --> slides/01-a.md:3:9
  2 |
  3 | See [A](http://127.0.0.1:12345/none).
    |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  4 |
  = help: Correct the address, find another source, or remove the link.

warning[gone-link]: Nothing is at “http://127.0.0.1:12345/gone” (410).
  --> slides/01-a.md:5:8
  4 |
  5 | 🎉 [B](http://127.0.0.1:12345/gone), [A](http://127.0.0.1:12345/none#x)
    |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  6 |
  = help: Correct the address, find another source, or remove the link.

warning[gone-link]: Nothing is at “http://127.0.0.1:12345/none#x” (404).
  --> slides/01-a.md:5:42
  4 |
  5 | 🎉 [B](http://127.0.0.1:12345/gone), [A](http://127.0.0.1:12345/none#x)
    |                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  6 |
  = help: Correct the address, find another source, or remove the link.

3 warnings in 1 file.
`);
    expect(host.asked).toEqual(['HEAD /none', 'GET /none', 'HEAD /gone', 'GET /gone']);
  });

  test('a host that refuses HEAD is asked with GET, and nothing more is said', async () => {
    const host = await serveAnswers({
      '/a': (request, response) => response.writeHead(request.method === 'HEAD' ? 405 : 200).end('x'),
    });
    expect(await found(courseOf(`[A](${host.url}/a)`), host)).toEqual(['']);
    expect(host.asked).toEqual(['HEAD /a', 'GET /a']);
  });

  test('moved for good, with the new address, and not what is sent on for the time being', async () => {
    const host = await serveAnswers({
      '/old': [301, '/newer'],
      '/newer': [308, '/new'],
      '/new': 200,
      '/today': [302, '/new'],
      '/short': [301, '/today'],
      '/deep/page': [301, '/'],
      '/': 200,
      '/lost': [301, '/nowhere'],
    });
    const words = ['old#part', 'today', 'short', 'deep/page', 'lost'].map((path) => `[${path}](${host.url}/${path})`);
    const diagnostics = (await check(courseOf(...words))).map(({ rule, message, hint }) =>
      `${rule}: ${message} ${hint}`.replaceAll(host.url, 'HOST'),
    );
    expect(diagnostics).toEqual([
      'moved-link: “HOST/old#part” has moved. Write “HOST/new#part”.',
      'moved-link: “HOST/deep/page” has moved to a home page. Look for it at “HOST/”, since what it was is probably gone.',
      'gone-link: Nothing is at “HOST/lost” (404). Correct the address, find another source, or remove the link.',
    ]);
  });

  test('forbidden, slow, broken, in a circle, and mended by asking again', async () => {
    let tries = 0;
    const host = await serveAnswers({
      '/secret': 401,
      '/robots': 403,
      '/slow': () => {},
      '/busy': 429,
      '/error': 500,
      '/circle': [302, '/circle'],
      '/cut': (request) => request.socket.destroy(),
      '/at-last': (_, response) => response.writeHead(++tries > 2 ? 200 : 500).end(),
    });
    const words = ['secret', 'robots', 'slow', 'busy', 'error', 'circle', 'cut', 'at-last'].map(
      (path) => `[${path}](${host.url}/${path})`,
    );
    expect(await found(courseOf(...words), host)).toEqual([
      'info forbidden-link slides/01-a.md:3:10 “HOST/secret” does not let everyone in (401).',
      'info forbidden-link slides/01-a.md:5:10 “HOST/robots” does not let everyone in (403).',
      'info slow-link slides/01-a.md:7:8 “HOST/slow” does not answer in time.',
      'info slow-link slides/01-a.md:9:8 “HOST/busy” does not answer in time.',
      'warning broken-link slides/01-a.md:11:9 “HOST/error” cannot be read: it answers with the error 500.',
      'warning broken-link slides/01-a.md:13:10 “HOST/circle” cannot be read: it leads in a circle.',
      'warning broken-link slides/01-a.md:15:7 “HOST/cut” cannot be read: the connection breaks off.',
    ]);
    expect(host.asked.filter((one) => one.endsWith('/busy'))).toHaveLength(2 * 3);
  });

  test('nobody answers, and there is no such host', async () => {
    const root = courseOf('[A](http://127.0.0.1:9/a) [B](http://no-such-host.invalid/b)');
    const messages = (await check(root)).map(({ rule, message }) => `${rule}: ${message}`);
    expect(messages[0]).toMatch(
      /^broken-link: “http:\/\/127\.0\.0\.1:9\/a” cannot be read: (?:nobody answers there|the connection breaks off)\.$/,
    );
    // a machine without a network cannot tell
    expect(messages[1]).toMatch(
      /^gone-link: There is no host “no-such-host\.invalid”\.$|^broken-link: .* its host cannot be looked up\.$/,
    );
    const alone = await check(courseOf('[B](http://no-such-host.invalid/b)'));
    expect(alone[0]?.message).toMatch(/cannot be read: (?:there is no such host, or no network|its host cannot be looked up)\.$/);
  });
});

test('images, players, frames, front matter and guest lectures are asked for too, and comments and code are not', async () => {
  const host = await serveAnswers({});
  const root = writeFolder({
    'slides/index.md': `---\ntitle: Course\nparts:\n  - { title: Forum, url: "${host.url}/forum" }\n---\n`,
    'slides/01-a.md': `## One\n\n![An image](${host.url}/image.png)\n\n<video src="${host.url}/film.mp4"></video>\n\n<!-- [x](${host.url}/comment) -->\n\n\`${host.url}/code\`\n`,
    'slides/02-b.md': `---\ntitle: Guest\nfile: ${host.url}/guest.pdf\n---\n`,
  });
  const gone = (await check(root)).filter(({ rule }) => rule === 'gone-link');
  expect(gone.map(({ message }) => /\/[\w.]+(?=”)/.exec(message)?.[0])).toEqual([
    '/image.png',
    '/film.mp4',
    '/forum',
    '/guest.pdf',
  ]);
});

test('two hosts are asked at once, each one thing at a time', async () => {
  const [one, other] = [await serveAnswers({ '/a': 200, '/b': 200 }), await serveAnswers({ '/a': 200, '/b': 200 })];
  await check(courseOf(...[one, other].flatMap(({ url }) => [`[A](${url}/a) [B](${url}/b)`])));
  expect([one.atOnce(), other.atOnce(), one.asked.length, other.asked.length]).toEqual([1, 1, 2, 2]);
});

test('answers hold for some days, those that may mend themselves not at all', async () => {
  const host = await serveAnswers({ '/a': 200, '/error': 500 });
  const root = courseOf(`[A](${host.url}/a) [B](${host.url}/none) [C](${host.url}/error)`);
  const first = await found(root, host);
  expect(first).toHaveLength(2);
  const asked = async (now: number): Promise<readonly string[]> => {
    const before = host.asked.length;
    expect(await found(root, host, now)).toEqual(first);
    return [...new Set(host.asked.slice(before).map((one) => one.split(' ')[1] ?? ''))];
  };
  expect(await asked(NOW + DAY / 2)).toEqual(['/error']);
  expect(await asked(NOW + 2 * DAY)).toEqual(['/none', '/error']);
  expect(await asked(NOW + 8 * DAY)).toEqual(['/a', '/none', '/error']);
  writeFileSync(join(root, '.lectern/links.json'), '{"version":1,"answers":{"x":{"at":"y"},"z":null');
  expect(await asked(NOW + 8 * DAY)).toEqual(['/a', '/none', '/error']);
});

test('a comment silences what is found, and is not idle where nobody asked', async () => {
  const host = await serveAnswers({});
  const root = courseOf('<!-- lectern-ignore gone-link: back next term -->', `[A](${host.url}/a)`);
  expect(await found(root, host)).toEqual(['']);
  const course = { argument: root, out: null, build: BUILD, client: writeClient(), onProgress: () => {} };
  expect((await workOnCourse(course, { to: 'nowhere' })).diagnostics).toEqual([]);
});

test('the program asks with --links, and without it never', async () => {
  const host = await serveAnswers({ '/a': 200 });
  const root = courseOf(`[A](${host.url}/a) [B](${host.url}/none)`);
  const run = async (...words: readonly string[]): Promise<string> => {
    const env = { ...process.env, CHROME_PATH: 'none' };
    return (await promisify(execFile)(process.execPath, [PROGRAM, ...words], { cwd: root, env })).stdout;
  };
  await run('check');
  await run('build');
  expect(host.asked).toEqual([]);
  expect(await run('check', '--links')).toContain(`warning[gone-link]: Nothing is at “${host.url}/none” (404).`);
  expect(host.agent()).toMatch(/^Lectern\/\d+\.\d+\.\d+ \(check of links\)$/);
}, 60_000);
