import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { readCases, writeExpectations } from './support/courseCases.ts';
import { between, renderSite } from './support/renderSite.ts';

const FOLDER = new URL('./cases/render/', import.meta.url);
const UPDATE = process.env['UPDATE'] === '1';

/** What of which page a file of cases is about: the slides of the deck, or the article of the reading view. */
const PARTS = [
  { name: 'deviations.txt', page: 'talk.html', start: '<div class="slides">', end: '</div></div>\n</main>' },
  { name: 'deck.txt', page: 'talk.html', start: '<div class="slides">', end: '</div></div>\n</main>' },
  { name: 'html.txt', page: 'talk.html', start: '<div class="slides">', end: '</div></div>\n</main>' },
  { name: 'reading.txt', page: 'read/talk.html', start: '<article>', end: '</article>' },
];

for (const { name, page, start, end } of PARTS) {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');
  describe(`render/${name}`, () => {
    const results: string[] = [];
    for (const { title, files, expected } of readCases(text)) {
      test(title, async () => {
        const pages = await renderSite({ 'slides/index.md': '---\ntitle: Course\n---\n', ...files });
        // Icons only make it long.
        const result = between(pages.get(page) ?? '', start, end).replace(/<svg class="i".*?<\/svg>/g, '⬡');
        results.push(result);
        if (!UPDATE) expect(result).toBe(expected);
      });
    }
    afterAll(() => {
      if (UPDATE) writeFileSync(new URL(name, FOLDER), writeExpectations(text, results));
    });
  });
}
