import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createBuilder } from '../src/createBuilder.ts';
import type { Rebuilt } from '../src/dev/builder.ts';
import { serveDev } from '../src/dev/serveDev.ts';
import { makeRounds } from '../src/rounds.ts';
import { diagnoseInWords } from './support/diagnoseInWords.ts';
import { BUILD } from './support/program.ts';
import { randomEdits, WRITTEN } from './support/randomEdits.ts';
import { TODAY } from './support/site.ts';
import { writeFolder } from './support/writeFolder.ts';

/** Each edit is followed by a whole build, to compare with; in milliseconds. */
const PATIENCE = 120_000;
const OWN = { drafts: true, privateNotes: true };
const PUBLIC = { drafts: false, privateNotes: false };

describe('what is shown ahead of a round', () => {
  test.each([
    [1, OWN],
    [2, PUBLIC],
  ])(
    'is what a whole build shows, over random edits (%i)',
    async (seed, own) => {
      const root = writeFolder(WRITTEN);
      const [builder, edit] = [createBuilder(root, optionsOf(root, own), false, reporter(root)), randomEdits(root, seed, false)];
      builder.ahead?.sketch();
      await builder.rebuild(null);
      const counts = { ahead: 0, rounds: 0 };
      let good = true;
      for (let n = 0; n < 36; n++) {
        const { what, paths } = await edit();
        const early = good ? (builder.ahead?.save(paths) ?? null) : null;
        const after = await builder.rebuild(paths);
        expect({ what, pages: pagesOf(after) }).toEqual({ what, pages: pagesOf(await cold(root, own)) });
        for (const lecture of early ?? []) {
          counts.ahead++;
          expect([what, after.failed]).toEqual([what, false]);
          for (const [path, content] of lecture.pages) expect([what, path, content]).toEqual([what, path, after.pages.get(path)]);
          for (const [path, file] of lecture.assets) expect([what, path, file]).toEqual([what, path, after.assets.get(path)]);
        }
        if (early === null) counts.rounds++;
        good = !after.failed;
      }
      // both ways were gone
      expect(Math.min(counts.ahead, counts.rounds)).toBeGreaterThan(5);
    },
    PATIENCE,
  );

  test('is nothing where others read what changed, or where something is wrong', async () => {
    const root = writeFolder(WRITTEN);
    const builder = createBuilder(root, optionsOf(root, OWN), false, reporter(root));
    builder.ahead?.sketch();
    await builder.rebuild(null);
    const save = (path: string, from: string, to: string) => {
      writeFileSync(join(root, path), (WRITTEN[path] ?? '').replace(from, to));
      const early = builder.ahead?.save([path]) ?? null;
      writeFileSync(join(root, path), WRITTEN[path] ?? '');
      return early === null
        ? null
        : early.flatMap((lecture) => [...lecture.pages.keys()].filter((page) => page.endsWith('.html')).sort());
    };
    expect(save('slides/01-a.md', 'Text.', 'Other.')).toEqual(['01-a.html', 'a.html', 'read/a.html']);
    expect(save('slides/01-a.md', 'title: Ants', 'title: Aunts')).toBe(null);
    expect(save('slides/02-b.md', '# Bees', '# Wasps')).toBe(null);
    expect(save('slides/02-b.md', '- a', '- other')).toEqual(['02-b.html', 'b.html', 'read/b.html']);
    expect(save('slides/02-b.md', '# Bees', '---\ntitle: [\n---\n\n# Bees')).toBe(null);
    expect(save('slides/02-b.md', '## Code', '---\nauthor: Ada\n---\n\n## Code')).toBe(null);
    expect(save('slides/index.md', 'Welcome', 'Hello')).toBe(null);
    expect(save('assets/course.css', 'teal', 'red')).toBe(null);
    expect(save('slides/01-a.md', WRITTEN['slides/01-a.md'] ?? '', '')).toBe(null);
    expect(builder.ahead?.save(['slides/nowhere.md'])).toBe(null);
  });

  test('before the first round is home, and each lecture that is asked for', () => {
    const root = writeFolder(WRITTEN);
    const builder = createBuilder(root, optionsOf(root, PUBLIC), false, reporter(root));
    const sketch = builder.ahead?.sketch();
    expect([...(sketch?.pages.keys() ?? [])].sort()).toEqual([
      '404.html',
      'assets/course.css',
      'index.html',
      'read/index.html',
      'speaker.html',
    ]);
    expect(sketch?.pages.get('index.html')).toContain('Ants');
    const lecture = builder.ahead?.lectureAt('read/a.html');
    expect(lecture?.pages.get('a.html')).toContain('Text.');
    expect([...(lecture?.assets.keys() ?? [])]).toEqual(['assets/x.svg']);
    expect(builder.ahead?.lectureAt('c.html')).toBe(null);
    expect(builder.ahead?.lectureAt('index.html')).toBe(null);
  });
});

test.each([
  [3, OWN],
  [4, PUBLIC],
])(
  'whatever is saved, and however, the pages that are served become those of a whole build (%i)',
  async (seed, own) => {
    const root = writeFolder(WRITTEN);
    const printed: string[] = [];
    const server = await serveDev({
      ...{ builder: createBuilder(root, optionsOf(root, own), false, reporter(root)), watch: null, out: join(root, 'dist') },
      ...{ port: 0, host: '127.0.0.1', open: false, follow: false, editors: [], print: (line: string) => printed.push(line) },
    });
    onTestFinished(() => server.close());
    const edit = randomEdits(root, seed, true);
    let last = pagesOf(await cold(root, own));
    for (let n = 0; n < 20; n++) {
      const { what } = await edit();
      const fresh = await cold(root, own);
      // with an error the last good site stays
      if (!fresh.failed) last = pagesOf(fresh);
      await vi.waitFor(
        async () => {
          for (const [path, content] of Object.entries(last)) {
            const answer = await fetch(server.url + path);
            expect([what, path, answer.status, await answer.text()]).toEqual([what, path, 200, content]);
          }
        },
        { timeout: 30_000, interval: 20 },
      );
    }
    expect(printed.filter((line) => line.startsWith('Lectern itself failed'))).toEqual([]);
  },
  PATIENCE,
);

function cold(root: string, own: typeof OWN): Promise<Rebuilt> {
  return makeRounds(root, optionsOf(root, own), reporter(root)).rebuild(null);
}

function pagesOf({ pages }: Rebuilt): Readonly<Record<string, string>> {
  return Object.fromEntries(pages);
}

function reporter(root: string) {
  return ({ diagnostics }: Parameters<Parameters<typeof makeRounds>[2]>[0]) => ({
    ...{ report: diagnoseInWords(diagnostics, root), problems: [], more: 0 },
  });
}

function optionsOf(root: string, own: typeof OWN) {
  return {
    argument: root,
    out: join(root, 'dist'),
    client: join(BUILD, 'client'),
    onProgress: () => {},
    build: { asOf: TODAY, slideLevel: null, url: null, dev: true, version: '0.0.0', ...own },
  };
}
