import { describe, expect, test } from 'vitest';
import { site } from './support/site.ts';

const TWO = {
  'slides/index.md': '---\ntitle: Course\n---\n',
  'slides/01-a.md': '# A\n\nFirst text. [to B](02-b.md#b)\n',
  'slides/02-b.md': '# B\n\nSecond text.\n',
};

describe('edited and built again', () => {
  test('the site is what the course is now, and nothing of what it was', async () => {
    const course = site({ ...TWO, 'assets/old.svg': '<svg/>', 'slides/03-c.md': '# C\n\n![x](../assets/old.svg)\n' });
    await course.build();
    expect(course.has('c.html') && course.has('assets/old.svg')).toBe(true);
    course.edit({ 'slides/03-c.md': null, 'slides/01-a.md': '# A\n\nAnother text.\n', 'slides/04-d.md': '# D\n\nNew.\n' });
    expect((await course.build()).found).toBe(
      'info unused-file assets/old.svg:1:1 Nothing in the course shows “assets/old.svg”.',
    );
    expect(course.paths().filter((path) => /old|(^|\/)c\.|03-c/.test(path))).toEqual([]);
    expect(course.file('a.html')).toContain('Another text.');
    expect(course.file('index.html')).toContain('d.html');
  });

  test('a heading that changes its address is found by those who link to it', async () => {
    const course = site(TWO);
    expect((await course.build()).found).toBe('');
    course.edit({ 'slides/02-b.md': '# Bee\n\nSecond text.\n' });
    expect((await course.build()).found).toBe('warning dead-link slides/01-a.md:3:20 There is no “#b” in “Bee”.');
    course.edit({ 'slides/02-b.md': '# Bee\n\nSecond [text]{#b}.\n' });
    expect((await course.build()).found).toBe('');
  });

  test('a title that changes is changed on every page that names it', async () => {
    const course = site({ ...TWO, 'slides/02-b.md': '---\ntitle: Bees\n---\n\n# B\n\nText.\n' });
    await course.build();
    expect(course.file('read/a.html')).toContain('Bees');
    course.edit({ 'slides/02-b.md': '---\ntitle: Wasps\n---\n\n# B\n\nText.\n' });
    await course.build();
    for (const path of course.paths()) expect(course.file(path)).not.toContain('Bees');
    for (const path of ['index.html', 'read/index.html', 'read/a.html', 'b.html']) expect(course.file(path)).toContain('Wasps');
  });

  test('the same course gives the same bytes', async () => {
    const course = site(TWO);
    await course.build();
    const first = course.hashes();
    await course.build();
    expect(course.hashes()).toEqual(first);
  });

  test('after an edit the bytes are those of a first build', async () => {
    const edited = site(TWO);
    await edited.build();
    const change = { 'slides/01-a.md': '# A\n\nOther.\n', 'slides/05-e.md': '# E\n\nMore.\n', 'slides/02-b.md': null };
    edited.edit(change);
    await edited.build();
    const { 'slides/02-b.md': _, ...left } = TWO;
    const fresh = site({ ...left, 'slides/01-a.md': change['slides/01-a.md'], 'slides/05-e.md': change['slides/05-e.md'] });
    await fresh.build();
    expect(edited.hashes()).toEqual(fresh.hashes());
  });
});

describe('with an error', () => {
  const BROKEN = '---\ntitle: [unclosed\n---\n\n# B\n\n![x](gone.svg)\n';

  test('nothing is written, and the old site stays as it was', async () => {
    const course = site(TWO);
    await course.build();
    const before = course.hashes();
    course.edit({ 'slides/02-b.md': BROKEN, 'slides/01-a.md': '# A\n\nNew text.\n' });
    expect((await course.build()).written).toBe(false);
    expect(course.hashes()).toEqual(before);
    course.edit({ 'slides/02-b.md': TWO['slides/02-b.md'] });
    expect((await course.build()).written).toBe(true);
    expect(course.file('a.html')).toContain('New text.');
  });

  test('a first build leaves nothing at all', async () => {
    const course = site({ ...TWO, 'slides/02-b.md': BROKEN });
    expect((await course.build()).written).toBe(false);
    expect(course.has('')).toBe(false);
  });

  test('in one lecture, the others are told of all the same, and so is the rest of that one', async () => {
    const course = site({
      'slides/01-a.md': '# A\n\n![x](missing.svg)\n\n[dead](nowhere.md)\n',
      'slides/02-b.md': BROKEN,
      'slides/03-c.md': '---\ndraft: perhaps\n---\n\n# C\n\n::: columns\n\nNever closed.\n',
      'slides/04-d.md': '# D\n\n[no such slide](01-a.md#gone)\n',
    });
    const { written, found } = await course.build();
    expect(written).toBe(false);
    const rules = found.split('\n').map((line) => line.replace(/^(\S+ \S+ \S+?):\d+:\d+ .*$/, '$1'));
    expect(rules).toEqual(
      expect.arrayContaining([
        'warning missing-image slides/01-a.md',
        'warning dead-link slides/01-a.md',
        'warning missing-image slides/02-b.md',
        'warning dead-link slides/04-d.md',
      ]),
    );
    expect(rules.filter((line) => line.startsWith('error')).map((line) => line.split(' ').at(-1))).toEqual(
      expect.arrayContaining(['slides/02-b.md', 'slides/03-c.md']),
    );
  });
});

describe('with a warning', () => {
  const WARNED = { ...TWO, 'slides/03-c.md': '# C\n\n![x](missing.svg)\n' };

  test('the site is written', async () => {
    const course = site(WARNED);
    expect(await course.build()).toMatchObject({ written: true, found: expect.stringMatching(/^warning missing-image /) });
  });

  test('and with --strict it is not', async () => {
    const course = site(TWO);
    await course.build({ strict: true });
    const before = course.hashes();
    expect(Object.keys(before)).toContain('lectern.json');
    course.edit({ 'slides/03-c.md': WARNED['slides/03-c.md'] });
    expect((await course.build({ strict: true })).written).toBe(false);
    expect(course.hashes()).toEqual(before);
  });

  test('an info is none, with --strict either', async () => {
    const course = site({
      ...TWO,
      'slides/03-c.md': '---\ndraft: true\n---\n\n# C\n\nx\n',
      'slides/04-d.md': '# D\n\n[c](03-c.md)\n',
    });
    expect(await course.build({ strict: true })).toMatchObject({
      written: true,
      found: expect.stringMatching(/^info absent-lecture /),
    });
  });
});
