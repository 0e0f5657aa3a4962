import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Served, serveFolder } from '../support/serveFolder.ts';
import { useBrowser } from '../support/useBrowser.ts';

const open = useBrowser();
const folder = inject('site');
const state: { served: Served | null } = { served: null };

beforeAll(async () => {
  state.served = await serveFolder(folder, '/', true);
});
afterAll(async () => {
  await state.served?.close();
});

/** One answer of the server: its path in the site, and how many bytes its body has on the way. */
interface Answer {
  readonly path: string;
  readonly type: string;
  readonly bytes: number;
}

const readings = readdirSync(`${folder}/read`);
const decks = readdirSync(folder).filter((name) => readings.includes(name) && name !== 'index.html');

describe('what a first view weighs, compressed', () => {
  test.each(decks)('the deck %s: 100 KB in 8 requests, 3 fonts, without its own pictures', async (name) => {
    const all = await firstView(name, 'html[data-ready]');
    const answers = all.filter(({ path }) => !path.startsWith('assets/')).map(withoutFigures);
    expect(sum(answers), list(answers)).toBeLessThanOrEqual(100_000);
    expect(answers.length, list(answers)).toBeLessThanOrEqual(8);
    expect(ofType(answers, 'font').length, list(answers)).toBeLessThanOrEqual(3);
  });

  test.each(['index.html', ...readings.map((name) => `read/${name}`)])(
    '%s: 3 KB of script, 3 fonts, and those of code and emphasis',
    async (name) => {
      const answers = await firstView(name, 'main');
      expect(sum(ofType(answers, 'script')), list(answers)).toBeLessThanOrEqual(3000);
      const always = ofType(answers, 'font').filter(({ path }) => !/-mono-|-italic/.test(path));
      expect(always.length, list(answers)).toBeLessThanOrEqual(3);
    },
  );
});

/** All that a reader without anything in the cache is sent, until nothing more comes. */
async function firstView(name: string, ready: string): Promise<readonly Answer[]> {
  const { page } = await open({ alone: true });
  const root = state.served?.url ?? '';
  const answers: Promise<Answer>[] = [];
  page.on('response', (response) => {
    const request = response.request();
    const path = decodeURIComponent(new URL(response.url()).pathname.slice(1));
    answers.push(request.sizes().then((sizes) => ({ path, type: request.resourceType(), bytes: sizes.responseBodySize })));
  });
  await page.goto(root + name, { waitUntil: 'networkidle' });
  await page.waitForSelector(ready);
  await fontsOf(page);
  return Promise.all(answers);
}

/** A page as it would be without the figures that are written into it: they are the deck's own pictures. */
function withoutFigures(answer: Answer): Answer {
  if (answer.type !== 'document') return answer;
  const html = readFileSync(`${folder}/${answer.path}`, 'utf8').replace(/<svg class="f"[\s\S]*?<\/svg>/g, '');
  return { ...answer, bytes: gzipSync(html).length };
}

async function fontsOf(page: Page): Promise<void> {
  await page.evaluate(async () => void (await document.fonts.ready));
}

function ofType(answers: readonly Answer[], type: string): readonly Answer[] {
  return answers.filter((answer) => answer.type === type);
}

function sum(answers: readonly Answer[]): number {
  return answers.reduce((all, { bytes }) => all + bytes, 0);
}

function list(answers: readonly Answer[]): string {
  return answers.map(({ path, bytes }) => `${path}: ${bytes}`).join('\n');
}
