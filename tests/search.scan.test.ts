import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from './support/buildSite.ts';
import { randomFrom } from './bench/randomFrom.mjs';
import { scanPages, type ScannedSlide } from './support/scanPages.ts';
import { searchFiles } from './support/searchFiles.ts';

const ROOT = join(import.meta.dirname, '..');
const GENERATOR = pathToFileURL(join(import.meta.dirname, 'bench/generateCourse.mjs')).href;
const QUERIES = 200;
const parent = realpathSync(mkdtempSync(join(tmpdir(), 'lectern-scan-')));

beforeAll(async () => {
  const { generateCourse } = (await import(GENERATOR)) as { generateCourse: (root: string, count: number) => void };
  generateCourse(join(parent, 'generated'), 12);
  buildSite(join(parent, 'generated'), join(parent, 'generated-site'));
  buildSite(ROOT, join(parent, 'own-site'));
}, 120_000);
afterAll(() => rmSync(parent, { recursive: true, force: true }));

describe.each([
  ['a generated course', 'generated-site'],
  ['the project’s own course', 'own-site'],
])('in %s', (_, name) => {
  test('200 random queries find the slides that a plain scan of the pages finds', { timeout: 120_000 }, async () => {
    const site = join(parent, name);
    const slides = scanPages(site);
    expect(slides.length).toBeGreaterThan(50);
    const search = searchFiles((file) => readFileSync(join(site, `_lectern/search/${file}.js`), 'utf8'));
    const random = randomFrom(20261121);
    for (let at = 0; at < QUERIES; at++) {
      const query = makeQuery(slides, random);
      const found = new Set((await search.find(query)).map((one) => one.at));
      expect([...found].sort(), query).toEqual(scan(slides, query));
    }
  });
});

test('no file of the search has another name than its content gives it', () => {
  const names = readdirSync(join(parent, 'own-site/_lectern/search'));
  expect(names.filter((name) => !/^(?:table|[wp]-[0-9a-f]{10}-\d+|[0-9a-f]{10}-\d+)\.js$/.test(name))).toEqual([]);
});

/** One to three words of a slide or of several, whole or cut short, with or without their accents, or a phrase. */
function makeQuery(slides: readonly ScannedSlide[], random: () => number): string {
  const pick = <Some>(list: readonly Some[]): Some => list[Math.floor(random() * list.length)] as Some;
  const kind = random();
  const slide = pick(slides);
  if (kind < 0.25) {
    const line = pick(slide.lines);
    const from = Math.floor(random() * line.length);
    return `"${line.slice(from, from + 2 + Math.floor(random() * 2)).join(' ')}"`;
  }
  const word = (): string => pick(pick((random() < 0.8 ? slide : pick(slides)).lines));
  return Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
    const whole = word();
    const cut = random() < 0.5 ? whole : whole.slice(0, 1 + Math.floor(random() * whole.length));
    return random() < 0.3 ? cut.toUpperCase() : cut;
  }).join(' ');
}

function scan(slides: readonly ScannedSlide[], query: string): readonly string[] {
  const phrase = /^"(.*)"$/.exec(query)?.[1]?.split(' ');
  const words = query.toLowerCase().split(' ');
  const fits = ({ lines }: ScannedSlide): boolean =>
    phrase === undefined
      ? words.every((word) => lines.some((line) => line.some((one) => one.startsWith(word))))
      : lines.some((line) => ` ${line.join(' ')} `.includes(` ${phrase.join(' ')} `));
  return [...new Set(slides.filter(fits).map(({ at }) => at))].sort();
}
