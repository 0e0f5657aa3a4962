import { describe, expect, test } from 'vitest';
import { DEEP, fuzzTexts, LONG_LINES, RANDOM_BYTES, UNCLOSED } from './hostileTexts.ts';
import { workOnText } from './workOnText.ts';

/** That no text brings the program down. One dialect a file, so that each has a process of its own: the texts are large. */
export function describeHostile(dialect: 'pandoc' | 'reveal'): void {
  describe(`in ${dialect}’s Markdown, a text ends in pages and diagnostics, and never in an exception`, () => {
    test.each(Object.entries(DEEP))('%s', { timeout: 60_000 }, async (_, text) => {
      const { pages, rules } = await workOnText(text, dialect);
      expect(pages).toBeGreaterThan(0);
      if (text.includes('lost')) expect(rules).toContain('too-deep');
    });

    test.each(LONG_LINES)('five megabytes of “%s” on one line', { timeout: 60_000 }, async (mark) => {
      const { pages } = await workOnText(mark.repeat(Math.ceil(5_000_000 / mark.length)), dialect);
      expect(pages).toBeGreaterThan(0);
    });

    test.each(Object.entries(UNCLOSED))('never closed: %s', async (_, text) => {
      const { pages, shown } = await workOnText(text, dialect);
      expect(pages).toBeGreaterThan(0);
      expect(shown).toContain('the end');
    });

    test('random bytes, NUL, lone surrogates and what is not UTF-8', { timeout: 60_000 }, async () => {
      for (const bytes of RANDOM_BYTES) expect((await workOnText(bytes, dialect)).pages).toBeGreaterThan(0);
    });

    test('three hundred texts of the dialect’s own marks, at random', { timeout: 120_000 }, async () => {
      const texts = fuzzTexts(300);
      const { pages } = await workOnText(Object.fromEntries(texts.map((text, at) => [`${at}.md`, text])), dialect);
      expect(pages).toBeGreaterThan(texts.length);
    });
  });
}
