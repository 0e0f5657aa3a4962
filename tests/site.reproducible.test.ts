import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lectern } from './support/program.ts';
import { hashesBelow, site } from './support/site.ts';

const LECTURES = 24;

const TITLES = ['Iğdır', 'ıI', 'Zebra', 'äther', 'Ångström', 'ångström', 'a-b', 'ab', 'Éclair', 'Straße'];

/** Names and titles that languages sort, and letters that they change, each in its own way. */
function courseOf(lectures: number): Readonly<Record<string, string>> {
  const name = (at: number): string => `${String(at).padStart(2, '0')}-I${at}.md`;
  const texts = Array.from({ length: lectures }, (_, at) => {
    const text = `---
title: ${TITLES[at % TITLES.length]} ${at}
---

# Section I

## Tıtle I

![a drawing of it](../assets/figure-${at % 7}.svg) and [the next](${name((at + 1) % lectures)}#section-i)

\`\`\`python
print("İi", ${at})
\`\`\`

::: question
Which of ${at} and ${at + 1} is even?

- [${at % 2 === 0 ? 'x' : ' '}] ${at}
- [${at % 2 === 0 ? ' ' : 'x'}] ${at + 1}

::: answer
Half of it is whole.
:::
:::

::: notes
Say ${at}.
:::
`;
    return [`slides/${name(at)}`, text] as const;
  });
  const figures = Array.from({ length: 7 }, (_, at) => [`assets/figure-${at}.svg`, `<svg data-n="${at}"/>`] as const);
  const others = [
    [
      'slides/index.md',
      '---\ntitle: Course\nurl: https://example.org/x/\ndefaults:\n  date: 2026-09-21\n  tags: [ä, Z, i, I]\nparts:\n  - i2\n---\n\nHello.\n',
    ],
    ['slides/Zulu.md', '# Z\n\nText.\n'],
    ['slides/ı-page.md', '# I\n\nText.\n'],
    ['slides/I-page-2.md', '# I\n\nText.\n'],
    ['public/Ä.txt', 'x'],
    ['public/z.txt', 'x'],
  ] as const;
  return Object.fromEntries([...texts, ...figures, ...others]);
}

let parent = '';
let first: Readonly<Record<string, string>> = {};
const FILES = Object.entries(courseOf(LECTURES));

beforeAll(() => {
  parent = realpathSync(mkdtempSync(join(tmpdir(), 'lectern-same-')));
  first = buildIn('first', FILES, { TZ: 'UTC', LC_ALL: 'C', LANG: 'C' });
}, 60_000);
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** Builds the course in a folder of that name, its files written in that order, by the program; the hashes of all files. */
function buildIn(
  name: string,
  files: readonly (readonly [path: string, text: string])[],
  env: Readonly<Record<string, string>>,
  out = 'dist',
): Readonly<Record<string, string>> {
  const root = join(parent, name);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { status, stderr } = lectern(['build', '.', '--as-of', '2026-11-20', '--out', out], root, env);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return hashesBelow(join(root, out));
}

describe('the same course gives the same bytes', { timeout: 60_000 }, () => {
  test('in another folder, time zone and language, with files written in another order', () => {
    const paths = Object.keys(first);
    expect(paths.length).toBeGreaterThan(LECTURES * 3);
    expect(paths).toEqual(expect.arrayContaining(['read/all.html', 'read/index.html', 'practice.html', 'lectern.json']));
    expect(paths.filter((path) => path.startsWith('_lectern/search/')).length).toBeGreaterThan(2);
    const east = { TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
    expect(buildIn('a folder far away/ünd deep', FILES.toReversed(), east, 'site')).toEqual(first);
  });

  test('over the old site, in yet another', () => {
    expect(buildIn('first', [], { TZ: 'Pacific/Apia', LC_ALL: 'sv_SE.UTF-8' })).toEqual(first);
  });

  test.each([
    [
      'no worker thread',
      'fs',
      'const real = fs.existsSync; fs.existsSync = (path) => !/lectureThread/.test(path) && real(path);',
    ],
    ['one worker thread', 'os', 'os.availableParallelism = () => 1;'],
    ['five worker threads', 'os', 'os.availableParallelism = () => 5;'],
  ])('with %s', (_, module, change) => {
    const machine = `import ${module} from 'node:${module}'; import { syncBuiltinESMExports } from 'node:module'; ${change} syncBuiltinESMExports();`;
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(machine)}` };
    expect(buildIn('first', [], env)).toEqual(first);
  });
});

test('with CRLF at the ends of lines the site is the same, hashes and all', { timeout: 60_000 }, async () => {
  const lf = courseOf(3);
  const crlf = Object.entries(lf).map(([path, text]) => [path, path.endsWith('.md') ? text.replaceAll('\n', '\r\n') : text]);
  const [one, other] = [site(lf), site(Object.fromEntries(crlf))];
  await one.build();
  await other.build();
  expect(other.manifest()).toEqual(one.manifest());
  expect(other.hashes()).toEqual(one.hashes());
});
