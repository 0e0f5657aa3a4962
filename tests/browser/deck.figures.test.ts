import { expect, test } from 'vitest';
import { openDeck } from '../support/deckPage.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite } from '../support/useSite.ts';

const FIGURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400" class="f" role="img" aria-labelledby="t d"><title id="t">Title</title><desc id="d">What it shows</desc><style>.f{--ink:var(--fig-ink,#131f21)}.f .box{fill:var(--fig-accent,#006673)}</style><script>parent.ran=1</script><rect class="box" width="800" height="400" onclick="ran=1"/></svg>`;
const OTHER = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40" width="80" height="40"><path d="M0 0h80v40z"/></svg>';

const open = useBrowser();
const course = useSite();
const site = useSite({
  'slides/index.md': '---\ntitle: Figures\naccent: "#aa2222"\n---\n',
  'slides/01-figures.md': `---\ntitle: Figures\n---

## One

![A caption](assets/ours.svg)

## Twice

::: columns

::: column

![](assets/ours.svg){alt="In other words"}

:::

::: column

![Half](assets/ours.svg){width=50%}

:::

:::

## Others

![See through](assets/other.svg)

## Plain

![Plain](assets/other.svg){.plain}
`,
  'slides/02-stretch.md': '## Stretch\n\n<img class="r-stretch" src="assets/other.svg" alt="wide">\n\nText under it\n',
  'slides/03-fit.md': '## Fit this {.r-fit-text #heading}\n\ntext\n\n## Fit {#division}\n\n::: r-fit-text\nThis line too\n:::\n',
  'assets/ours.svg': FIGURE,
  'assets/other.svg': OTHER,
});

test.each(['figures.html', 'read/figures.html'])(
  'in %s our own figures are part of the page, each identifier once, and nothing in them runs',
  async (path) => {
    const { page } = await open();
    await page.goto(site.at('over http under a path') + path);
    const figures = page.locator('svg.f');
    expect(await figures.count()).toBe(3);
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(ids.length).toBe(new Set(ids).size);
    expect(ids).toEqual(expect.arrayContaining(['lectern-figures-1-t', 'lectern-figures-3-d']));
    expect(await page.locator('svg.f script, svg.f [onclick]').count()).toBe(0);
    expect(await page.getByRole('img', { name: 'In other words', includeHidden: true }).count()).toBe(1);
  },
);

test('a figure takes the course’s colour, in both schemes, and fills the room under its title', async () => {
  const { page } = await open();
  await openDeck(page, `${site.at('from disk')}figures.html#/one`);
  const look = (): Promise<readonly unknown[]> =>
    page.evaluate(() => {
      const box = document.querySelector('section.present svg.f .box') as Element;
      const probe = document.createElement('i');
      probe.style.color = 'var(--accent)';
      document.body.append(probe);
      const same = getComputedStyle(box).fill === getComputedStyle(probe).color;
      probe.remove();
      return [same, Math.round(box.getBoundingClientRect().height)];
    });
  const light = await look();
  expect(light[0]).toBe(true);
  expect(light[1]).toBeGreaterThan(450);
  await page.keyboard.press('d');
  expect(await look()).toEqual(light);
  // The window remembers what was switched.
  await page.keyboard.press('d');
});

test('in the dark a picture that one sees through stands on a light plate, unless its author says that it is plain', async () => {
  const { page } = await open();
  await openDeck(page, `${site.at('from disk')}figures.html#/others`);
  const plate = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.querySelector('section.present img') as Element).backgroundColor);
  expect(await plate()).toBe('rgba(0, 0, 0, 0)');
  await page.keyboard.press('d');
  expect(await plate()).toBe('rgb(237, 244, 245)');
  const box = await page.locator('section.present img').boundingBox();
  expect((box?.width ?? 0) / (box?.height ?? 1), 'no larger than its picture').toBeCloseTo(2, 1);
  await page.keyboard.press('ArrowRight');
  expect(await plate()).toBe('rgba(0, 0, 0, 0)');
});

test('every figure of the course is drawn in the page’s own typeface', async () => {
  const { page } = await open();
  await openDeck(page, `${course.at('over http under a path')}lifecycle.html`);
  const fonts = await page
    .locator('svg.f')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).fontFamily.split(',')[0]));
  expect(fonts.length).toBeGreaterThan(4);
  expect(new Set(fonts)).toEqual(new Set(['"Atkinson Hyperlegible Next"']));
});

test('a picture that is to stretch leaves room for the text under it', async () => {
  const { page } = await open();
  await openDeck(page, `${site.at('from disk')}stretch.html#/stretch`);
  const [picture, text] = await page.evaluate(() =>
    ['img', 'p:last-child'].map((one) => document.querySelector(`section.present ${one}`)?.getBoundingClientRect().bottom ?? 0),
  );
  expect(picture).toBeGreaterThan(500);
  expect(text).toBeLessThan(690);
});

test.each(['heading', 'division'])('a %s that is to fit is as wide as the slide between its margins', async (id) => {
  const { page } = await open();
  await openDeck(page, `${site.at('over http under a path')}fit.html#/${id}`);
  const shares = () =>
    page.evaluate(() => {
      const slide = document.querySelector('section.present') as HTMLElement;
      const text = slide.querySelector('.r-fit-text') as HTMLElement;
      const room = slide.getBoundingClientRect();
      const { left, right, bottom } = text.getBoundingClientRect();
      return (
        [left - room.left, room.right - right].every((side) => Math.abs(side / room.width - 88 / 1280) < 0.02) &&
        bottom < room.bottom
      );
    });
  await expect.poll(shares).toBe(true);
});
