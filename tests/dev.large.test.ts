import { expect, test, vi } from 'vitest';
import { startWriting } from './support/startWriting.ts';

const NAMES = Array.from({ length: 24 }, (_, at) => String(at + 10));
const COURSE = {
  'slides/index.md': '---\ntitle: Many\n---\n',
  ...Object.fromEntries(
    NAMES.map((name) => [`slides/${name}-part${name}.md`, `---\ntitle: Part ${name}\n---\n\n## One\n\nText of ${name}.\n`]),
  ),
};

test('A course whose rounds have a thread of their own follows texts, titles, files and mistakes, and says what it did.', async () => {
  const dev = await startWriting(COURSE);
  const page = async (path: string): Promise<string> => (await fetch(dev.url + path)).text();
  const shows = (path: string, words: string): Promise<void> =>
    vi.waitFor(async () => expect(await page(path)).toContain(words), { timeout: 20_000, interval: 30 });
  expect(await page('')).toContain('Part 10');
  expect(await page('part33.html')).toContain('Text of 33.');
  await vi.waitFor(() => expect(dev.printed()).toMatch(/^built \d+ pages in \d+ ms$/m), { timeout: 30_000 });
  dev.save('slides/12-part12.md', '---\ntitle: Part 12\n---\n\n## One\n\nOther words.\n');
  await shows('part12.html', 'Other words.');
  await shows('read/all.html', 'Other words.');
  dev.save('slides/12-part12.md', '---\ntitle: Twelve\n---\n\n## One\n\nOther words.\n');
  for (const path of ['index.html', 'part12.html', 'read/part11.html']) await shows(path, 'Twelve');
  dev.save('slides/40-late.md', '---\ntitle: Late\n---\n\n## One\n\nNew.\n');
  await shows('late.html', 'New.');
  dev.remove('slides/40-late.md');
  await vi.waitFor(async () => expect((await fetch(`${dev.url}late.html`)).status).toBe(404), { timeout: 20_000 });
  dev.save('slides/13-part13.md', '---\ntitle: [Thirteen\n---\n\n## One\n\nBroken.\n');
  await vi.waitFor(() => expect(dev.printed()).toMatch(/error\[front-matter\][\s\S]*slides\/13-part13\.md:2:/), {
    timeout: 20_000,
  });
  expect(await page('part13.html')).toContain('Text of 13.');
  dev.save('slides/13-part13.md', '---\ntitle: Thirteen\n---\n\n## One\n\nMended.\n');
  await shows('part13.html', 'Mended.');
  expect(dev.printed()).not.toContain('Lectern itself failed');
}, 120_000);
