import { describe, expect, test } from 'vitest';
import { WALK } from '../support/courses.ts';
import { readLectures, slidesOf } from '../support/readManifest.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite, WAYS } from '../support/useSite.ts';

const open = useBrowser();
const course = useSite();
const walk = useSite(WALK);

describe.each(WAYS)('the reading view %s, without scripts', (way) => {
  test('leads from home through a lecture to its neighbour and to a slide', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${walk.at(way)}index.html`);
    await page.getByRole('link', { name: 'the first' }).click();
    expect(page.url()).toBe(`${walk.at(way)}read/walk.html`);
    expect(await page.locator('h1').innerText()).toBe('A walk');
    await page.getByRole('link', { name: 'the other lecture' }).click();
    expect(page.url()).toBe(`${walk.at(way)}read/other.html#other-slide`);
    await page
      .getByRole('link', { name: /^Previous/ })
      .first()
      .click();
    expect(page.url()).toBe(`${walk.at(way)}read/walk.html`);
    await page.getByRole('link', { name: 'Open slide 6: Far away' }).click();
    expect(page.url()).toBe(`${walk.at(way)}walk.html#/far`);
  });
});

test('every lecture of the course can be read without scripts: titles, notes, figures, code and tables, each seen', async () => {
  const { page } = await open({ javaScriptEnabled: false });
  for (const lecture of readLectures(course.folder()).filter(({ kind }) => kind === 'lecture')) {
    await page.goto(course.at('from disk') + lecture.read);
    const slides = slidesOf(lecture).filter(({ kind }) => kind !== 'cover');
    const read = await page.evaluate(
      (anchors) =>
        anchors.map((anchor) => {
          const section = document.getElementById(anchor);
          return {
            title: section?.querySelector('h2, h3')?.textContent?.trim() ?? '',
            notes: section?.querySelector('.lectern-said')?.checkVisibility() ?? false,
            number: section?.querySelector('a.at')?.textContent ?? '',
          };
        }),
      slides.map(({ id, number }) => id ?? `slide-${number}`),
    );
    // A title that goes on stands once.
    const headed = slides.map(({ title }, at) => (slides[at - 1]?.title === title ? '' : title));
    expect(read, lecture.name).toEqual(
      slides.map(({ notes, number }, at) => ({ title: headed[at], notes, number: String(number) })),
    );
    const hidden = await page.evaluate(() =>
      [...document.querySelectorAll('article :is(img, pre, table, figcaption, blockquote, li, p)')]
        .filter((element) => !element.checkVisibility() || (element instanceof HTMLImageElement && element.naturalWidth === 0))
        .filter((element) => element.closest('details:not([open])') === null)
        .map((element) => element.outerHTML.slice(0, 200)),
    );
    expect(hidden, lecture.name).toEqual([]);
  }
});

test('the reading view of the course holds the code, tables and figures of its decks', async () => {
  const { page } = await open({ javaScriptEnabled: false });
  const count = async (path: string): Promise<readonly number[]> => {
    await page.goto(course.at('from disk') + path);
    return page.evaluate(() =>
      ['figure img', 'pre code', 'table tr'].map((wanted) => document.querySelectorAll(`:is(article, .slides) ${wanted}`).length),
    );
  };
  for (const { deck, read } of readLectures(course.folder())) {
    if (deck !== null && read !== null) expect(await count(read), read).toEqual(await count(deck));
  }
});

describe.each(WAYS)('a deck %s, without scripts', (way) => {
  test('shows all its slides one under the other, with every step', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    for (const lecture of readLectures(course.folder())) {
      if (lecture.deck === null) continue;
      await page.goto(course.at(way) + lecture.deck);
      const boxes = await page.evaluate(() =>
        [...document.querySelectorAll('section[data-number]')].map((slide) => {
          const { top, bottom, left, right } = slide.getBoundingClientRect();
          return { number: Number(slide.getAttribute('data-number')), top, bottom, left, right };
        }),
      );
      expect(boxes.map(({ number }) => number)).toEqual(slidesOf(lecture).map(({ number }) => number));
      const wrong = boxes.filter(({ top, bottom, left, right }, at) => {
        const above = boxes[at - 1]?.bottom ?? 0;
        return top < above - 1 || bottom - top < 20 || left < 0 || right > 1280;
      });
      expect(wrong, lecture.name).toEqual([]);
      const hidden = await page.evaluate(() =>
        [...document.querySelectorAll('.slides section[data-number] :is(h1, h2, h3, p, li, pre, td, img, .fragment)')]
          .filter((element) => element.closest('aside.notes') === null)
          .filter((element) => !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
          .map((element) => element.outerHTML.slice(0, 200)),
      );
      expect(hidden, lecture.name).toEqual([]);
    }
  });
});

test('a deck without scripts offers home, the reading view and the contents, and no button that does nothing', async () => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto(`${walk.at('from disk')}walk.html`);
  const seen = await page.evaluate(() => ({
    buttons: [...document.querySelectorAll('button')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .map((one) => one.id),
    links: [...document.querySelectorAll('#lectern-bar a')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((one) => one.getAttribute('href')),
  }));
  expect(seen).toEqual({ buttons: [], links: ['index.html', 'read/walk.html', 'read/index.html'] });
});

test('the speaker view without scripts says that it needs them', async () => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto(`${walk.at('from disk')}speaker.html?deck=walk.html`);
  expect(await page.locator('body').innerText()).toContain(
    'The speaker view needs scripts, which are switched off in this browser.',
  );
});
