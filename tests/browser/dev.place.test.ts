/** What stays where it is while a course is written. */
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WALK } from '../support/courses.ts';
import { hashOf, openDeck, place } from '../support/deckPage.ts';
import { soundOf } from '../support/soundOf.ts';
import { expectSeen, openSpeaker } from '../support/speakerView.ts';
import { startDev } from '../support/startDev.ts';
import { startWriting } from '../support/startWriting.ts';
import { useBrowser } from '../support/useBrowser.ts';

const open = useBrowser();
const SOURCE = 'slides/01-walk.md';
const TEXT = WALK[SOURCE] ?? '';

/** Marks the page and each slide as they are now: what is loaded or made anew has no mark. */
function mark(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const one of [document.body, ...document.querySelectorAll('.slides section[data-number], main section')])
      Object.assign(one, { isOld: true });
  });
}

function isOld(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => Object.hasOwn(document.querySelector(wanted) ?? {}, 'isOld'), selector);
}

describe('a deck', () => {
  test('keeps slide and step where a slide is inserted above, and every slide that did not change', async () => {
    const dev = await startWriting(WALK);
    const { page } = await open();
    await openDeck(page, `${dev.url}walk.html#/steps`);
    await page.keyboard.press('ArrowRight');
    await mark(page);
    dev.save(SOURCE, TEXT.replace('# First section', '# A new one\n\n# First section'));
    await expect.poll(() => place(page)).toBe('5.1');
    for (const selector of ['body', '#steps', '#plain', '#far', '#first-section']) expect(await isOld(page, selector)).toBe(true);
    expect(await isOld(page, '#a-new-one')).toBe(false);
    expect(await page.locator('#lectern-where').getAttribute('aria-label')).toBe('5 / 8');
    await page.keyboard.press('ArrowRight');
    expect(await place(page)).toBe('5.2');
    for (let press = 0; press < 2; press++) await page.keyboard.press('ArrowLeft');
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowLeft');
    expect(await place(page)).toBe('2');
    expect(await page.locator('.slides section.present').last().innerText()).toContain('A new one');
  });

  test('keeps the place where a heading is renamed, and its address follows', async () => {
    const dev = await startWriting(WALK);
    const { page } = await open();
    await openDeck(page, `${dev.url}walk.html#/steps`);
    await page.keyboard.press('ArrowRight');
    await mark(page);
    dev.save(SOURCE, TEXT.replace('## Steps', '## Other words'));
    await expect.poll(() => hashOf(page)).toBe('#/other-words');
    expect(await place(page)).toBe('4.1');
    expect(await isOld(page, '#other-words')).toBe(true);
  });

  test('keeps the slide on the screen where it was moved to another section, and shows the next one where it was deleted', async () => {
    const dev = await startWriting(WALK);
    const { page } = await open();
    await openDeck(page, `${dev.url}walk.html#/plain`);
    const plain = TEXT.slice(TEXT.indexOf('## Plain'), TEXT.indexOf('## Steps'));
    dev.save(SOURCE, `${TEXT.replace(plain, '')}\n${plain}`);
    await expect.poll(() => place(page)).toBe('7');
    expect(hashOf(page)).toBe('#/plain');
    dev.save(SOURCE, TEXT);
    await expect.poll(() => place(page)).toBe('3');
    dev.save(SOURCE, TEXT.replace(plain, ''));
    await expect.poll(() => hashOf(page)).toBe('#/steps');
    expect(await place(page)).toBe('3');
  });

  test('shows a step that is gone no more, and one that comes in between in its order', async () => {
    const dev = await startWriting(WALK);
    const { page } = await open();
    await openDeck(page, `${dev.url}walk.html#/steps`);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    dev.save(SOURCE, TEXT.replace('- one\n', '- one\n- between\n'));
    await page.locator('#steps li', { hasText: 'between' }).waitFor();
    expect(await page.locator('#steps li.visible').allInnerTexts()).toEqual(['one', 'between']);
    dev.save(SOURCE, TEXT.replace('- one\n', ''));
    await expect.poll(() => page.locator('#steps li').count()).toBe(1);
    expect(await place(page)).toBe('4.1');
  });

  test('keeps the overview and a black screen', async () => {
    const dev = await startWriting(WALK);
    const { page } = await open();
    await openDeck(page, `${dev.url}walk.html#/steps`);
    await page.keyboard.press('o');
    await page.waitForSelector('.reveal.overview');
    dev.save(SOURCE, TEXT.replace('# First section', '# A new one\n\n# First section'));
    await page.waitForSelector('#a-new-one', { state: 'attached' });
    expect(await page.locator('.reveal.overview').count()).toBe(1);
    expect(await place(page)).toBe('5');
    await page.locator('#a-new-one').click();
    await expect.poll(() => place(page)).toBe('2');
    expect(await page.locator('.reveal.overview').count()).toBe(0);
    await page.keyboard.press('b');
    dev.save(SOURCE, TEXT);
    await page.waitForSelector('#a-new-one', { state: 'detached' });
    expect(await page.locator('.reveal.paused').count()).toBe(1);
  });

  test('goes on playing while the slide and those above it are written', async () => {
    const text = TEXT.replace('## Steps\n', '## Steps\n\n![](../assets/silence.wav)\n');
    const dev = await startWriting({ ...WALK, [SOURCE]: TEXT });
    dev.save('assets/silence.wav', soundOf(60));
    dev.save(SOURCE, text);
    const { page } = await open();
    await openDeck(page, `${dev.url}walk.html#/steps`);
    await page.waitForSelector('#steps audio');
    await page.evaluate(async () => {
      const audio = document.querySelector('audio');
      if (audio === null) return;
      Object.assign(audio, { isOld: true, muted: true });
      await audio.play();
    });
    const time = (): Promise<number> =>
      page.evaluate(() => {
        const audio = document.querySelector('audio');
        return audio === null || audio.paused || !('isOld' in audio) ? -1 : audio.currentTime;
      });
    const edits = [
      text.replace('- one', '- one, written anew'),
      text.replace('# First section', '# A new one\n\n# First section'),
      text.replace('## Steps', '## Renamed'),
      text.replace('## Plain', '## Plain too'),
    ];
    for (const edit of edits) {
      const before = await time();
      dev.save(SOURCE, edit);
      await expect.poll(time).toBeGreaterThan(before);
      await page.waitForTimeout(300);
      expect(await time()).toBeGreaterThan(before + 0.2);
    }
  });

  test('goes to the slide that is saved where its author asks for that', async () => {
    const dev = await startWriting(WALK, { options: ['--follow'] });
    const { page, context } = await open();
    await openDeck(page, `${dev.url}walk.html`);
    const reading = await context.newPage();
    await reading.setViewportSize({ width: 1280, height: 300 });
    await reading.goto(`${dev.url}read/walk.html`);
    dev.save(SOURCE, TEXT.replace('Before the pause', 'Before the long pause'));
    await expect.poll(() => place(page)).toBe('6');
    await expect.poll(() => reading.evaluate(() => scrollY)).toBeGreaterThan(100);
    dev.save('slides/02-other.md', (WALK['slides/02-other.md'] ?? '').replace('Text.', 'Other text.'));
    await page.waitForURL('**/other.html#/other-slide');
  });
});

describe('its speaker view', () => {
  test('stays with the deck, and its frames and its time go on', async () => {
    const dev = await startWriting(WALK);
    const { page } = await open();
    await openDeck(page, `${dev.url}walk.html#/plain`);
    const view = await openSpeaker(page, () => page.keyboard.press('s'));
    await expectSeen(view, { title: 'Plain', now: '3', next: '4' });
    await mark(view.page);
    dev.save(SOURCE, TEXT.replace('# First section', '# A new one\n\n# First section').replace('These are', 'Here are'));
    await expectSeen(view, { title: 'Plain', place: '4 of 8', now: '4', next: '5', notes: 'Here are the notes of Plain.' });
    dev.save(SOURCE, TEXT.replace('## Steps', '## A slide between\n\n## Steps'));
    await expectSeen(view, { title: 'Plain', place: '3 of 8', now: '3', next: '4', end: 'A slide between' });
    expect(await isOld(view.page, 'body')).toBe(true);
    expect(await view.page.locator('#lectern-elapsed').innerText()).toBe('0:00');
  });
});

describe('a reading view and home', () => {
  const LONG = `---\ntitle: Long\n---\n\n${Array.from({ length: 30 }, (_, at) => `## Part ${at}\n\nText ${at} ${'and more of it '.repeat(40)}\n`).join('\n')}`;

  test('keep what is read where it is when something above it changes', async () => {
    const dev = await startWriting({ ...WALK, 'slides/03-long.md': LONG });
    const { page } = await open();
    await page.goto(`${dev.url}read/long.html`);
    await page.evaluate(() => document.querySelector('#part-20')?.scrollIntoView());
    await mark(page);
    const top = (): Promise<number> =>
      page.evaluate(() => Math.round(document.querySelector('#part-20')?.getBoundingClientRect().top ?? 0));
    const before = await top();
    dev.save(
      'slides/03-long.md',
      LONG.replace('## Part 3\n', '## New above\n\nA few words.\n\n```python\nprint(1)\n```\n\n## Part 3\n').replace(
        'Text 5 ',
        'Text five ',
      ),
    );
    await page.waitForSelector('#new-above');
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
    expect(await isOld(page, 'body')).toBe(true);
    expect(await page.locator('#new-above .lectern-copy').count()).toBe(1);
    expect(await page.locator('.lectern-outline').first().innerText()).toContain('New above');
  });

  test('show new, renamed and deleted lectures and the course’s own words without being loaded again', async () => {
    const dev = await startWriting(WALK);
    const { page } = await open();
    await page.goto(dev.url);
    await mark(page);
    const titles = (): Promise<readonly string[]> => page.locator('#lectern-lectures :is(h2, h3)').allInnerTexts();
    dev.save('slides/03-third.md', '---\ntitle: The third\n---\n\n## Fresh\n\nNew.\n');
    await expect.poll(titles).toEqual(['A walk', 'The other', 'The third']);
    dev.rename('slides/03-third.md', 'slides/00-zeroth.md');
    await expect.poll(titles).toEqual(['The third', 'A walk', 'The other']);
    dev.remove('slides/00-zeroth.md');
    await expect.poll(titles).toEqual(['A walk', 'The other']);
    dev.save('slides/index.md', '---\ntitle: Long walks\nlang: en\naccent: "#8a2b06"\n---\n\nOther words.\n');
    await expect.poll(() => page.title()).toBe('Long walks');
    expect(await page.locator('h1').innerText()).toBe('Long walks');
    expect(await isOld(page, 'body')).toBe(true);
  });
});

describe('files beside the text', () => {
  const RED = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20" fill="red"/></svg>';
  const PICTURE = {
    ...WALK,
    'assets/box.svg': RED,
    [SOURCE]: TEXT.replace('Some text', '![A box](../assets/box.svg) Some text'),
  };

  test('A picture that changed is shown, in the slide and behind it.', async () => {
    const dev = await startWriting(PICTURE);
    const { page } = await open();
    await openDeck(page, `${dev.url}walk.html#/plain`);
    await mark(page);
    dev.save('assets/box.svg', RED.replaceAll('30', '50'));
    await expect
      .poll(() => page.evaluate(() => document.querySelector<HTMLImageElement>('#plain img')?.naturalWidth ?? 50))
      .toBe(50);
    expect(await isOld(page, '#plain')).toBe(true);
  });

  test('The course’s style sheet is swapped, and nothing is loaded again.', async () => {
    const index = '---\ntitle: Walks\nlang: en\ncss: assets/own.css\n---\n';
    const dev = await startWriting({ ...WALK, 'slides/index.md': index, 'assets/own.css': '.reveal h2 { color: rgb(1, 2, 3) }' });
    const { page, context } = await open();
    await openDeck(page, `${dev.url}walk.html#/plain`);
    const home = await context.newPage();
    await home.goto(dev.url);
    await mark(page);
    const colour = (): Promise<string> => page.locator('#plain h2').evaluate((heading) => getComputedStyle(heading).color);
    expect(await colour()).toBe('rgb(1, 2, 3)');
    dev.save('assets/own.css', '.reveal h2 { color: rgb(4, 5, 6) } h1 { word-spacing: 3px }');
    await expect.poll(colour).toBe('rgb(4, 5, 6)');
    await expect.poll(() => home.locator('h1').evaluate((heading) => getComputedStyle(heading).wordSpacing)).toBe('3px');
    expect(await isOld(page, 'body')).toBe(true);
    await expect.poll(() => page.locator('link[href*="own.css"]').count()).toBe(1);
  });
});

describe('a server that comes back', () => {
  test('finds its pages where they were, and they catch up', async () => {
    const dev = await startWriting(WALK);
    const { page, takeTroubles } = await open();
    await openDeck(page, `${dev.url}walk.html#/steps`);
    await page.keyboard.press('ArrowRight');
    await mark(page);
    await dev.stop();
    dev.save(SOURCE, TEXT.replace('- two', '- two, while it was away'));
    const again = await startDev(dev.root, { port: Number(new URL(dev.url).port) });
    onTestFinished(() => again.stop());
    await page.locator('#steps', { hasText: 'while it was away' }).waitFor();
    expect(await place(page)).toBe('4.1');
    expect(await isOld(page, 'body')).toBe(true);
    dev.save(SOURCE, TEXT.replace('- two', '- two, and then'));
    await page.locator('#steps', { hasText: 'and then' }).waitFor();
    expect(takeTroubles().filter((trouble) => !/net::ERR_/.test(trouble))).toEqual([]);
  });
});
