import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BuildOptions } from '../src/model/client.ts';
import { workOnCourse } from '../src/pipeline.ts';
import { rememberChecks } from '../src/rememberChecks.ts';
import { diagnoseInWords } from './support/diagnoseInWords.ts';
import { lectern } from './support/program.ts';
import { BUILD, writeClient } from './support/renderSite.ts';
import { writeFolder } from './support/writeFolder.ts';

const COUNT = 20;

/** Each shows a figure of its own, and one that they share; the first has a fault that stays. */
function courseOf(count: number): Readonly<Record<string, string>> {
  const lectures = Array.from({ length: count }, (_, at) => {
    const text = `---\ntitle: Lecture ${at}\n---\n\n## One\n\n![Drift in week ${at}](../assets/own-${at}.svg)\n\n![The loop of week ${at}](../assets/all.svg)\n`;
    return [`slides/${String(at + 10)}-l${at}.md`, text] as const;
  });
  const figures = Array.from({ length: count }, (_, at) => [`assets/own-${at}.svg`, '<svg/>'] as const);
  const course = [
    ...lectures,
    ...figures,
    ['slides/index.md', '---\ntitle: Course\n---\n'] as const,
    ['assets/all.svg', '<svg/>'] as const,
  ];
  return {
    ...Object.fromEntries(course),
    'slides/10-l0.md': '## One\n\nSee [nothing](nothing.md) <!-- later -->\n\n![Drift](../assets/own-0.svg)\n',
  };
}

interface Checked {
  readonly worked: number;
  readonly found: string;
}

async function check(root: string, program: string | null = 'a program', options: Partial<BuildOptions> = {}): Promise<Checked> {
  const memory = program === null ? null : rememberChecks(root, program);
  const course = { argument: root, out: null, build: { ...BUILD, ...options }, client: writeClient(), onProgress: () => {} };
  const { worked, diagnostics } = await workOnCourse(course, { to: 'nowhere' }, memory?.recall ?? null);
  memory?.tidy();
  return { worked, found: diagnoseInWords(diagnostics, root) };
}

/** Checked with what is remembered, and without: the same is found. Says how many lectures were worked on. */
async function checkAgain(root: string, program?: string, options?: Partial<BuildOptions>): Promise<number> {
  const warm = await check(root, program, options);
  expect(warm.found).toBe((await check(root, null, options)).found);
  return warm.worked;
}

const kept = (root: string): readonly string[] => readdirSync(join(root, '.lectern/check'));

describe('a check remembers the lectures of earlier ones', () => {
  test('and works on those alone that were edited', async () => {
    const root = writeFolder(courseOf(COUNT));
    expect((await check(root)).worked).toBe(COUNT);
    expect(await checkAgain(root)).toBe(0);
    writeFileSync(
      join(root, 'slides/12-l2.md'),
      '---\ntitle: Lecture 2\n---\n\n## One\n\n![](../assets/own-2.svg)\n\n![x](../assets/all.svg)\n',
    );
    expect(await checkAgain(root)).toBe(1);
    expect(await checkAgain(root)).toBe(0);
  });

  test('and works on those again whose files came, went, or changed their size', async () => {
    const root = writeFolder(courseOf(COUNT));
    await check(root);
    // the first lecture has a link that leads nowhere: what is near to it may be any file
    rmSync(join(root, 'assets/own-3.svg'));
    expect(await checkAgain(root)).toBe(2);
    writeFileSync(join(root, 'assets/Own-3.svg'), '<svg/>');
    expect(await checkAgain(root)).toBe(2);
    writeFileSync(join(root, 'assets/own-3.svg'), '<svg/>');
    expect(await checkAgain(root)).toBe(2);
    rmSync(join(root, 'assets/all.svg'));
    expect(await checkAgain(root)).toBe(COUNT);
  });

  test('and of none where a title, the options or the program are others', async () => {
    const root = writeFolder(courseOf(COUNT));
    await check(root);
    expect(await checkAgain(root, 'another program')).toBe(COUNT);
    expect(await checkAgain(root, 'another program', { slideLevel: 1 })).toBe(COUNT);
    writeFileSync(join(root, 'slides/index.md'), '---\ntitle: Another course\n---\n');
    expect(await checkAgain(root, 'another program', { slideLevel: 1 })).toBe(COUNT);
  });

  test('on another day too, and what the day decides is decided anew', async () => {
    const root = writeFolder({
      ...courseOf(COUNT),
      'slides/50-late.md': '---\ntitle: Late\nreview-by: 2026-11-20\n---\n\n## One\n\nText.\n',
    });
    expect((await check(root)).found).not.toContain('review-due');
    const next = await check(root, 'a program', { asOf: '2026-11-21' });
    expect(next).toEqual({ worked: 0, found: expect.stringContaining('This lecture was to be reviewed by 2026-11-20.') });
  });

  test('and what cannot be read is done again', async () => {
    const root = writeFolder(courseOf(COUNT));
    await check(root);
    const [first = '', second = '', third = '', fourth = ''] = kept(root).map((name) => join(root, '.lectern/check', name));
    writeFileSync(first, '');
    writeFileSync(second, readFileSync(second, 'utf8').slice(0, -40));
    writeFileSync(third, `{"key":"x"}`);
    writeFileSync(fourth, readFileSync(fourth, 'utf8').replace('{"key":', '{"kez":'));
    expect(await checkAgain(root)).toBe(4);
    rmSync(join(root, '.lectern'), { recursive: true });
    expect(await checkAgain(root)).toBe(COUNT);
  });

  test('and forgets those that are gone, and what was left half written', async () => {
    const root = writeFolder(courseOf(COUNT));
    await check(root);
    writeFileSync(join(root, '.lectern/check/ours-no-more.json'), 'x');
    rmSync(join(root, 'slides/15-l5.md'));
    await check(root);
    expect(kept(root)).toHaveLength(COUNT - 1);
    expect(readFileSync(join(root, '.lectern/.gitignore'), 'utf8')).toBe('*\n');
  });

  test('several at once do not disturb each other', async () => {
    const root = writeFolder(courseOf(COUNT));
    const found = await Promise.all([check(root), check(root, 'b'), check(root), check(root, 'a program', { drafts: true })]);
    expect(new Set(found.map((one) => one.found)).size).toBe(1);
    expect(await checkAgain(root)).toBeLessThanOrEqual(COUNT);
  });

  test('where nothing can be kept, nothing is', async () => {
    const root = writeFolder({ ...courseOf(COUNT), '.lectern': 'a file where the folder would be' });
    expect(await checkAgain(root)).toBe(COUNT);
    expect(await checkAgain(root)).toBe(COUNT);
  });

  test('a small course is checked without a trace', async () => {
    const root = writeFolder(courseOf(3));
    expect(await checkAgain(root)).toBe(3);
    expect(readdirSync(root).sort()).toEqual(['assets', 'slides']);
  });

  test('private words are not among what is kept', async () => {
    const root = writeFolder({
      ...courseOf(COUNT),
      'slides/60-p.md': '## One\n\nText.\n\n::: {.notes .private}\nThe exam asks for the third step.\n:::\n',
    });
    await check(root);
    const texts = kept(root).map((name) => readFileSync(join(root, '.lectern/check', name), 'utf8'));
    expect(texts.filter((text) => text.includes('third step'))).toEqual([]);
  });
});

test('the program finds the same twice', { timeout: 60_000 }, () => {
  const root = writeFolder(courseOf(COUNT));
  const cold = lectern(['check', '.', '--format', 'json'], root);
  expect(kept(root)).toHaveLength(COUNT);
  expect(lectern(['check', '.', '--format', 'json'], root)).toEqual(cold);
  expect(cold.stdout).toContain('Nothing is at “nothing.md”, where this link leads.');
});
