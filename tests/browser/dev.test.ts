import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WALK } from '../support/courses.ts';
import { hashOf, openDeck, place } from '../support/deckPage.ts';
import { expectSeen, openSpeaker } from '../support/speakerView.ts';
import { type Dev, startDev } from '../support/startDev.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { writeFolder } from '../support/writeFolder.ts';

const open = useBrowser();
const SOURCE = 'slides/01-walk.md';
const TEXT = WALK[SOURCE] ?? '';

async function start(): Promise<Dev & { readonly save: (text: string, path?: string) => void }> {
  const root = writeFolder(WALK);
  const dev = await startDev(root);
  onTestFinished(() => dev.stop());
  return { ...dev, save: (text, path = SOURCE) => writeFileSync(join(root, path), text) };
}

describe('a course that is being written', () => {
  test('shows what is saved at the slide and the step where the reader is', async () => {
    const dev = await start();
    const { page } = await open();
    await openDeck(page, `${dev.url}walk.html#/steps`);
    await page.keyboard.press('ArrowRight');
    dev.save(TEXT.replace('- two', '- two, changed').replace('# First section', '# A new one\n\n# First section'));
    await page.locator('#steps', { hasText: 'two, changed' }).waitFor();
    await page.waitForSelector('html[data-ready]');
    expect(await place(page)).toBe('5.1');
    expect(hashOf(page)).toBe('#/steps');
  });

  test('keeps its last good page as long as it has an error, says where, and goes on when it is mended', async () => {
    const dev = await start();
    const { page } = await open();
    await openDeck(page, `${dev.url}walk.html#/plain`);
    dev.save(TEXT.replace('title: A walk', 'title: [A walk').replace('Some text', 'Broken text'));
    await expect.poll(() => dev.printed()).toMatch(/error\[[\s\S]*slides\/01-walk\.md:2:/);
    expect(await place(page)).toBe('3');
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    expect(await page.locator('#plain').innerText()).toContain('Some text');
    dev.save(TEXT.replace('Some text', 'Mended text'));
    await page.locator('#plain', { hasText: 'Mended text' }).waitFor();
    await page.waitForSelector('html[data-ready]');
    expect(await place(page)).toBe('3');
  });

  test('leaves a page alone that a change does not touch', async () => {
    const dev = await start();
    const { page, context } = await open();
    await openDeck(page, `${dev.url}walk.html`);
    await page.evaluate(() => document.body.setAttribute('data-old', ''));
    const other = await context.newPage();
    await openDeck(other, `${dev.url}other.html#/other-slide`);
    dev.save((WALK['slides/02-other.md'] ?? '').replace('Text.', 'Other text.'), 'slides/02-other.md');
    await other.locator('#other-slide', { hasText: 'Other text.' }).waitFor();
    expect(await page.locator('body[data-old]').count()).toBe(1);
  });

  test('shows a new lecture, and its reading view and home without a complaint', async () => {
    const dev = await start();
    const { page } = await open();
    await page.goto(dev.url);
    dev.save('---\ntitle: The third\n---\n\n## Fresh\n\nNew.\n', 'slides/03-third.md');
    await page
      .getByRole('link', { name: /The third/ })
      .first()
      .waitFor();
    for (const path of ['third', 'third.html', 'read/third.html', 'speaker.html?deck=third.html'])
      await page.goto(dev.url + path);
  });

  test('shows private notes in the speaker view, which follows what is saved too', async () => {
    const dev = await start();
    const { page } = await open();
    dev.save(TEXT.replace('::: notes\n\nCount to two.', '::: {.notes .private}\n\nCount in a low voice.'));
    await openDeck(page, `${dev.url}walk.html#/steps`);
    const view = await openSpeaker(page, () => page.keyboard.press('s'));
    await expectSeen(view, { title: 'Steps', notes: 'Count in a low voice.' });
    dev.save(TEXT.replace('::: notes\n\nCount to two.', '::: {.notes .private}\n\nCount aloud.'));
    await expectSeen(view, { title: 'Steps', notes: 'Count aloud.', now: '4' });
  });
});
