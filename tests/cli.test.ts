import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { helpText, readCommandLine } from '../src/commandLine.ts';
import { frontMatterSchema } from '../src/read/keys/frontMatterSchema.ts';
import { RULES } from '../src/model/rules.ts';
import { BUILD, lectern, PROGRAM, type Ran } from './support/program.ts';
import { hashesBelow } from './support/site.ts';
import { writeFolder } from './support/writeFolder.ts';

const FINE = { 'slides/index.md': '---\ntitle: Course\n---\n', 'slides/01-a.md': '# A\n\nText.\n' };
const WARNED = { ...FINE, 'slides/02-b.md': '# B\n\n![x](../assets/figre.svg)\n', 'assets/figure.svg': '<svg/>' };
const BROKEN = { ...FINE, 'slides/02-b.md': '---\ndraft: perhaps\n---\n\n# B\n\nText.\n' };

/** On a busy machine a program takes seconds to start. */
const PATIENT = { timeout: 60_000 };

const here = tmpdir();
const ESCAPE = '\u001B[';

const REVEAL = ['--dialect D', '--separator RE', '--separator-vertical RE', '--separator-notes RE'];

/** What the program says when it refuses a command line. */
function refusal(message: string, hint: string): Ran {
  return { status: 2, stdout: '', stderr: `lectern: ${message}\n${hint}\n` };
}

describe('help', PATIENT, () => {
  test('of the program comes without a command, and lists those that are built', () => {
    const { status, stdout, stderr } = lectern([], here);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Usage: lectern COMMAND [COURSE] [OPTIONS]\n');
    for (const command of ['build', 'check', 'dev', 'preview', 'new'])
      expect(stdout).toMatch(new RegExp(`^  ${command} +\\S`, 'm'));
    expect(stdout).not.toMatch(/^ {2}pdf/m);
  });

  test.each([[['--help']], [['-h']], [['help']]])('of the program comes with %j', (words) => {
    expect(readCommandLine(words)).toEqual({ to: 'help', command: null });
  });

  test.each([[['build', '--help']], [['build', '.', '--strict', '-h']], [['help', 'build']]])(
    'of a command comes with %j',
    (words) => {
      expect(readCommandLine(words)).toEqual({ to: 'help', command: 'build' });
    },
  );

  test.each([
    [
      'build',
      ['--out DIR', '--strict', '--drafts', '--as-of DATE', '--url URL', '--private-notes', '--slide-level N', ...REVEAL],
    ],
    [
      'check',
      [
        ...['--format FORMAT', '--strict', '--drafts', '--as-of DATE', '--url URL', '--private-notes', '--slide-level N'],
        ...REVEAL,
        '--no-browser',
        '--no-axe',
        '--links',
        '--localize',
        '--yes',
      ],
    ],
    ['dev', ['--port N', '--host HOST', '--open', '--follow']],
    ['preview', ['--port N', '--out DIR']],
    ['new', []],
    ['schema', []],
  ])('of %s lists each option that is built, and no other', (command, options) => {
    const text = helpText(command);
    expect(text).toContain(`Usage: lectern ${command} `);
    expect([...text.matchAll(/^ {2}(--\S+(?: [A-Z]+)?) {2}/gm)].map(([, option]) => option)).toEqual(options);
  });
});

test('--version is the version of the package', PATIENT, () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as { version: string };
  expect(lectern(['--version'], here)).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  expect(readCommandLine(['-v'])).toEqual({ to: 'version' });
});

describe('wrong use is refused, with status 2 and what to write instead', PATIENT, () => {
  test.each([
    [['xyzzy'], 'There is no command “xyzzy”.', 'Run “lectern --help” for the list of commands.'],
    [['constructor'], 'There is no command “constructor”.', 'Run “lectern --help” for the list of commands.'],
    [['build', '--stict'], 'There is no option “--stict”.', 'Did you mean “--strict”?'],
    [['build', '--no-strict'], 'There is no option “--no-strict”.', 'Did you mean “--strict”?'],
    [['build', '--zzz'], 'There is no option “--zzz”.', 'Run “lectern build --help” for the options.'],
    [['build', '--constructor'], 'There is no option “--constructor”.', 'Run “lectern build --help” for the options.'],
    [['build', '-x'], 'There is no option “-x”.', 'Run “lectern build --help” for the options.'],
    [['preview', '--strict'], 'There is no option “--strict”.', 'Run “lectern preview --help” for the options.'],
    [['build', '--out'], '“--out” needs a value.', 'Write “--out DIR”.'],
    [['build', '--out='], '“--out” needs a value.', 'Write “--out DIR”.'],
    [['build', '--as-of', '--drafts'], '“--as-of” needs a value.', 'Write “--as-of DATE”.'],
    [['build', '--strict=yes'], '“--strict” takes no value.', 'Write “--strict”.'],
    [['help', 'biuld'], 'There is no command “biuld”.', 'Did you mean “build”?'],
  ])('%j', (words, message, hint) => {
    expect(readCommandLine(words)).toEqual({ to: 'wrong', message, hint });
  });

  test.each([
    [['biuld'], 'There is no command “biuld”.', 'Did you mean “build”?'],
    [['build', '--as-of', '2026-02-30'], '“2026-02-30” is no date.', 'Write it as 2026-10-05.'],
    [['build', '--as-of', 'tomorrow'], '“tomorrow” is no date.', 'Write it as 2026-10-05.'],
    [['build', '--slide-level', '7'], '“7” is no slide level.', 'Give a number from 0 to 6.'],
    [['check', '--explain', 'missing-alts'], 'There is no rule “missing-alts”.', 'Did you mean “missing-alt”?'],
    [['check', '--explain', 'x'], 'There is no rule “x”.', 'Run “lectern check --explain” for the list of rules.'],
    [['check', '--format', 'xml'], 'There is no format “xml”.', 'Use text, json, github or sarif.'],
    [['dev', '--port', '0'], '“0” is no port.', 'Give a number from 1 to 65535.'],
    [['preview', '--port', 'x'], '“x” is no port.', 'Give a number from 1 to 65535.'],
    [['build', '.', 'more'], 'Only one course at a time: “more” is too much.', 'Quote a name with spaces.'],
    [['build', 'nowhere'], 'There is no “nowhere”.', 'Name a folder of Markdown lectures, or one Markdown file.'],
    [['preview'], 'There is no site in “dist”.', 'Run “lectern build” first.'],
    [['schema'], 'Of which front matter?', 'Write “lectern schema lecture” or “lectern schema course”.'],
    [['schema', 'talk'], 'There is no schema of “talk”.', 'Write “lectern schema lecture” or “lectern schema course”.'],
    [['new'], 'There is nothing to make.', 'Write “lectern new lecture TITLE”.'],
    [['new', 'lecture'], 'A lecture needs a title.', 'Write “lectern new lecture TITLE”.'],
    [['build', '--dialect', 'marp'], '“marp” is no dialect.', 'Give “pandoc” or “reveal”.'],
    [
      ['build', '--separator=('],
      '“(”, given as “--separator”, is no regular expression.',
      "Write one such as “--separator='^---$'”.",
    ],
  ])('%j', (words, message, hint) => {
    const root = writeFolder(FINE);
    expect(lectern(words, root)).toEqual(refusal(message, hint));
    expect(readdirSync(root)).toEqual(['slides']);
  });

  test.each([
    [['build', '--no-cache'], '--no-cache'],
    [['pdf'], 'lectern pdf'],
  ])('%j is planned, and not ignored', (words, what) => {
    expect(readCommandLine(words)).toEqual({ to: 'wrong', message: `“${what}” is not built yet.`, hint: 'Leave it out.' });
  });

  test('check --explain says what a rule is about, and without a name lists all', () => {
    const one = lectern(['check', '--explain', 'bare-address'], here);
    expect(one).toMatchObject({ status: 0, stderr: '' });
    expect(one.stdout).toMatch(/^bare-address \(info\)\nAn address in the text is no link\.\n/);
    const all = lectern(['check', '--explain'], here);
    expect(all).toMatchObject({ status: 0, stderr: '' });
    expect(all.stdout).toMatch(/^The course and its files\n {2}no-lectures +error +there is no lecture, or no such folder\n/);
    for (const name of Object.keys(RULES)) expect(all.stdout).toContain(`\n  ${name} `);
  });

  test.each(['lecture', 'course'] as const)('schema %s prints the JSON Schema of its front matter', (kind) => {
    const { status, stdout, stderr } = lectern(['schema', kind], here);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual(frontMatterSchema(kind));
  });

  test('new DIR is planned too', () => {
    expect(lectern(['new', 'course'], here).stderr).toBe(
      'lectern: “lectern new course” is not built yet.\nWrite “lectern new lecture TITLE”.\n',
    );
  });
});

describe('build', PATIENT, () => {
  test('says how much it built and where', () => {
    const { status, stdout, stderr } = lectern(['build'], writeFolder(FINE));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Built 1 lecture into dist in \d+\.\d s\.\n$/);
  });

  test('of a folder that is no course yet says once what it took for what', () => {
    const root = writeFolder({ '01-a.md': '# A\n\nx\n', 'README.md': '# R\n' });
    expect(lectern(['build'], root).stdout).toMatch(
      /^1 lecture: 01-a\.md\nleft alone: README\.md\nno index\.md: the title is “My course”, after the folder\nBuilt 1 lecture into dist /,
    );
    expect(lectern(['build'], root).stdout).toMatch(/^Built 1 lecture into dist /);
  });

  test('names the files of a course as its author would from where they stand', () => {
    const root = writeFolder(WARNED);
    const { status, stdout, stderr } = lectern(['build', 'my-course'], join(root, '..'));
    expect(status).toBe(0);
    expect(stdout).toMatch(/ into my-course\/dist in /);
    expect(stderr).toBe(`warning[missing-image]: Image “../assets/figre.svg” does not exist.
  --> my-course/slides/02-b.md:3:6
  2 |
  3 | ![x](../assets/figre.svg)
    |      ^^^^^^^^^^^^^^^^^^^
  = help: Write “../assets/figure.svg”, or put the file there.

1 warning in 1 file.

`);
  });

  test('ends with 1 and writes nothing where the course has an error, or with --strict a warning', () => {
    for (const [files, words] of [
      [BROKEN, ['build']],
      [WARNED, ['build', '--strict']],
    ] as const) {
      const root = writeFolder(files);
      const { status, stdout, stderr } = lectern(words, root);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(/\nNothing was written\.\n$/);
      expect(existsSync(join(root, 'dist'))).toBe(false);
      expect(readdirSync(root).filter((name) => name.startsWith('.'))).toEqual([]);
    }
  });

  test('ends with 3 and a trace where the tool itself is broken, and the old site stays', () => {
    const root = writeFolder(FINE);
    lectern(['build'], root);
    const before = hashesBelow(join(root, 'dist'));
    const broken = realpathSync(mkdtempSync(join(tmpdir(), 'lectern-broken-')));
    onTestFinished(() => rmSync(broken, { recursive: true, force: true }));
    cpSync(BUILD, join(broken, 'build'), { recursive: true });
    rmSync(join(broken, 'build/client'), { recursive: true });
    writeFileSync(join(broken, 'package.json'), '{ "type": "module", "version": "0.0.0" }');
    symlinkSync(join(import.meta.dirname, '../node_modules'), join(broken, 'node_modules'));
    const { status, stderr } = spawnSync(process.execPath, [join(broken, 'build/cli.js'), 'build'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status).toBe(3);
    expect(stderr).toMatch(/^lectern: a bug of ours, or a broken machine:\n\w*Error: [\s\S]*\n {4}at /);
    expect(hashesBelow(join(root, 'dist'))).toEqual(before);
    expect(readdirSync(root).toSorted()).toEqual(['dist', 'slides']);
  });

  test('takes --url, --as-of, --drafts and --slide-level', () => {
    const root = writeFolder({
      ...FINE,
      'slides/02-b.md': '---\ndraft: true\n---\n\n# B\n\n## C\n\nText.\n',
      'slides/03-c.md': '---\nrelease: 2030-01-01\n---\n\n# C\n\nText.\n',
    });
    const words = [
      'build',
      '--url',
      'https://example.org/x',
      '--as-of=2030-01-01',
      '--drafts',
      '--slide-level',
      '1',
      '--out',
      'site',
    ];
    expect(lectern(words, root)).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(join(root, 'site'))).toEqual(expect.arrayContaining(['a.html', 'b.html', 'c.html', 'sitemap.xml']));
    expect(readFileSync(join(root, 'site/sitemap.xml'), 'utf8')).toContain('https://example.org/x/a.html');
    const { lectures } = JSON.parse(readFileSync(join(root, 'site/lectern.json'), 'utf8'));
    expect(lectures[1].sections[0].slides).toHaveLength(1);
  });

  test('takes --private-notes', () => {
    const root = writeFolder({ 'a.md': '# A\n\nText.\n\n::: {.notes .private}\nOnly said.\n:::\n' });
    expect(lectern(['build', 'a.md', '--private-notes'], root)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(root, 'dist/a.html'), 'utf8')).toContain('Only said.');
    expect(JSON.parse(readFileSync(join(root, 'dist/lectern.json'), 'utf8')).private).toBe(true);
  });
});

describe('--out', PATIENT, () => {
  const refused = (words: readonly string[], root: string): string => {
    const before = hashesBelow(root);
    const { status, stdout, stderr } = lectern(words, root);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(hashesBelow(root)).toEqual(before);
    expect(stderr).toMatch(/\n {2}= help: Give “--out” a new or empty folder, such as “dist”\.\n\n1 error\.\n\n$/);
    return stderr.split('\n')[0] ?? '';
  };

  test('at a folder of somebody else’s files is refused, and nothing in it is touched', () => {
    const root = writeFolder({ ...FINE, 'thesis/chapter.txt': 'years of work', 'dist/old/index.html': 'by another tool' });
    expect(refused(['build', '--out', 'thesis'], root)).toBe(
      'error[unsafe-output]: The site cannot be written to “thesis”: it holds files that Lectern did not write.',
    );
    expect(refused(['build'], root)).toBe(
      'error[unsafe-output]: The site cannot be written to “dist”: it holds files that Lectern did not write.',
    );
  });

  test('at a manifest of another program is refused too', () => {
    const root = writeFolder({ ...FINE, 'dist/lectern.json': '{"version": 1}', 'dist/x': 'x' });
    expect(refused(['build'], root)).toContain('it holds files that Lectern did not write.');
  });

  test('at the course, its own folders, and folders around it is refused', () => {
    const root = writeFolder({ ...FINE, 'assets/x.svg': '<svg/>', 'public/x.txt': 'x' });
    expect(refused(['build', '--out', '.'], root)).toContain('it is the course itself.');
    expect(refused(['build', '--out', '..'], root)).toContain('the course is inside it.');
    expect(refused(['build', '--out', '/'], root)).toContain('it is the root of the disk.');
    for (const own of ['slides', 'assets/site', 'public']) {
      expect(refused(['build', '--out', own], root)).toContain(`“${own.split('/')[0]}” holds files of the course.`);
    }
  });

  test('at a new folder, an empty one, and an old site is fine', () => {
    const root = writeFolder(FINE);
    mkdirSync(join(root, 'empty'));
    for (const out of ['empty', 'empty', '../new/deep']) {
      expect(lectern(['build', '--out', out], root)).toMatchObject({ status: 0, stderr: '' });
      expect(existsSync(join(root, out, 'index.html'))).toBe(true);
    }
  });
});

describe('check', PATIENT, () => {
  test('says that nothing is wrong, and writes nothing', () => {
    const root = writeFolder(FINE);
    const before = hashesBelow(root);
    expect(lectern(['check'], root)).toEqual({ status: 0, stdout: 'Nothing is wrong with 1 lecture.\n', stderr: '' });
    expect(hashesBelow(root)).toEqual(before);
  });

  test('says what build says, and ends with 1 for an error, and for a warning only with --strict', () => {
    const [warned, broken] = [writeFolder(WARNED), writeFolder(BROKEN)];
    const before = hashesBelow(warned);
    expect(lectern(['check'], warned)).toMatchObject({ status: 0, stderr: '' });
    expect(lectern(['check', '--strict'], warned)).toMatchObject({ status: 1 });
    expect(lectern(['check'], broken)).toMatchObject({ status: 1 });
    expect(hashesBelow(warned)).toEqual(before);
    expect(lectern(['check'], warned).stdout.trim()).toBe(lectern(['build'], warned).stderr.trim());
  });

  test('as JSON for programs', () => {
    const { status, stdout, stderr } = lectern(['check', '--format', 'json'], writeFolder(WARNED));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      counts: { error: 0, warning: 1, info: 0 },
      diagnostics: [
        {
          rule: 'missing-image',
          severity: 'warning',
          message: 'Image “../assets/figre.svg” does not exist.',
          hint: 'Write “../assets/figure.svg”, or put the file there.',
          path: 'slides/02-b.md',
          line: 3,
          column: 6,
          endLine: 3,
          endColumn: 25,
          related: [],
        },
      ],
    });
  });

  test('as JSON also where nothing is wrong', () => {
    const { status, stdout } = lectern(['check', '--format=json'], writeFolder(FINE));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ version: 1, counts: { error: 0, warning: 0, info: 0 }, diagnostics: [] });
  });

  test('as annotations of a pull request', () => {
    expect(lectern(['check', '--format', 'github'], writeFolder(WARNED))).toEqual({
      status: 0,
      stdout:
        '::warning file=slides/02-b.md,line=3,endLine=3,col=6,endColumn=25,title=missing-image::' +
        'Image “../assets/figre.svg” does not exist.%0AWrite “../assets/figure.svg”, or put the file there.\n',
      stderr: '',
    });
  });

  test('as the summary of a step, after what earlier steps said', () => {
    const root = writeFolder({ ...WARNED, 'summary.txt': 'Before.\n' });
    lectern(['check', '--format', 'github'], root, { GITHUB_STEP_SUMMARY: join(root, 'summary.txt') });
    expect(readFileSync(join(root, 'summary.txt'), 'utf8')).toMatch(
      /^Before\.\n## Lectern\n\n1 warning in 1 file\.\n\n\| .*\| warning \| `missing-image` \| <code>slides\/02-b\.md:3:6<\/code> \|/s,
    );
  });

  test('as SARIF', () => {
    const { status, stdout } = lectern(['check', '--format', 'sarif'], writeFolder(WARNED));
    expect(status).toBe(0);
    const [run] = JSON.parse(stdout).runs;
    expect(run.results).toMatchObject([{ ruleId: 'missing-image', level: 'warning' }]);
    expect(run.results[0].locations[0].physicalLocation.artifactLocation).toEqual({ uri: 'slides/02-b.md' });
  });
});

describe('colour', PATIENT, () => {
  test('is not for a file or a pipe, whatever the environment says', () => {
    const root = writeFolder(BROKEN);
    const env = { FORCE_COLOR: '1', TERM: 'xterm-256color' };
    for (const words of [['build'], ['check'], ['nonsense']]) {
      const { stdout, stderr } = lectern(words, root, env);
      expect(stdout + stderr).not.toContain(ESCAPE);
    }
  });

  // `script` gives a program a terminal
  const terminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;
  const onTerminal = (root: string, env: Readonly<Record<string, string>>): string => {
    const { NO_COLOR: _, ...rest } = process.env;
    const command = `'${process.execPath}' '${PROGRAM}' check`;
    return spawnSync('script', ['-qec', command, '/dev/null'], {
      cwd: root,
      env: { ...rest, TERM: 'xterm', ...env },
      encoding: 'utf8',
    }).stdout;
  };

  test.runIf(terminal)('is for a terminal, unless NO_COLOR is set', () => {
    const root = writeFolder(BROKEN);
    expect(onTerminal(root, {})).toContain(ESCAPE);
    expect(onTerminal(root, { NO_COLOR: '1' })).not.toContain(ESCAPE);
  });
});

describe('new lecture', PATIENT, () => {
  test('takes the next number, an address from the title, and builds without a word', () => {
    const root = writeFolder({ ...FINE, 'slides/02-guest.pdf': 'x' });
    expect(lectern(['new', 'lecture', 'Data drift & Co.'], root)).toEqual({
      status: 0,
      stdout: 'Wrote slides/03-data-drift-co.md.\n',
      stderr: '',
    });
    expect(readFileSync(join(root, 'slides/03-data-drift-co.md'), 'utf8')).toMatch(/^---\ntitle: "Data drift & Co\."\n/);
    expect(lectern(['build', '--strict'], root)).toMatchObject({ status: 0, stderr: '' });
    expect(existsSync(join(root, 'dist/data-drift-co.html'))).toBe(true);
  });

  test('takes words without quotes, and begins at 00 in an empty folder', () => {
    const root = writeFolder({ 'README.md': 'x' });
    expect(lectern(['new', 'lecture', 'The', 'first', 'one'], root).stdout).toBe('Wrote 00-the-first-one.md.\n');
  });

  test('never goes over a lecture that is there', () => {
    const root = writeFolder(FINE);
    expect(lectern(['new', 'lecture', 'A'], root)).toEqual(
      refusal('“slides/01-a.md” is at that address already.', 'Choose another title.'),
    );
    expect(readFileSync(join(root, 'slides/01-a.md'), 'utf8')).toBe(FINE['slides/01-a.md']);
  });
});
