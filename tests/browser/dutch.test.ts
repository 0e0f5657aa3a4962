import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { STRINGS } from '../../src/model/strings.ts';
import { openDeck } from '../support/deckPage.ts';
import { openSpeaker } from '../support/speakerView.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite } from '../support/useSite.ts';

const LES = `---
title: Drijven
subtitle: Waarom modellen verouderen
author: [Ann Peeters, Bo Smit]
date: 2026-09-21
duration: 45
---

# Eerste deel

## Wat er gebeurt

- een punt met \`code\`
- nog een punt

::: notes
Wat daarbij gezegd wordt.[^1]
:::

[^1]: Een voetnoot.

## Stappen

::: incremental

- een
- twee

:::

## Broncode

\`\`\`python
x = 1
\`\`\`

## Getallen

| Naam | Maat |
|------|-----:|
| a    |    1 |

$$x^2$$

![Een tekening](tekening.svg)

## Van elders

![Een kat](https://images.example/kat.svg)

<iframe src="https://frames.example/1" title="Een gesprek"></iframe>

<video controls src="https://media.example/gesprek.wav"></video>

# Tweede deel

## Een vraag

::: question
Wat klopt?

- [ ] dit

  Te oud.
- [x] dat

::: answer
Al lang.
:::
:::

::: question
Waarom?

::: answer
Daarom.
:::
:::

---

Zonder kop.
`;

const open = useBrowser();
const HTTP = 'over http under a path';
const site = useSite({
  'slides/index.md': `---
title: Een cursus
lang: nl-BE
license: CC BY 4.0
repository: https://github.com/ann/cursus
remote: ask
parts:
  - title: Grondslagen
    items:
      - { name: drijven, week: 1, date: 2026-09-21 }
      - { title: Een artikel, url: "https://example.org/artikel" }
---

Welkom.
`,
  'slides/01-drijven.md': LES,
  'slides/02-kort.md': '---\ntitle: Kort\nstatus: wip\neta: 2026-12-03\nduration: 1\n---\n\n## Een dia\n\nTekst.\n',
  'slides/03-straks.md': '---\ntitle: Straks\nrelease: 2999-01-01\n---\n\n## Een dia\n\nTekst.\n',
  'slides/04-gast.pdf': '%PDF-1.4\n',
  'slides/gids.md': '---\ntitle: Gids\n---\n\n## Vooraf\n\nTekst.\n',
  'slides/tekening.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2" width="40" height="20"><path d="M0 0h4v2z"/></svg>',
});

/** Words of a table of the interface. */
function wordsIn(table: unknown): readonly string[] {
  if (typeof table === 'string') return wordsOf(table.replace(/\{\w+\}/g, ' '));
  return typeof table === 'object' && table !== null ? Object.values(table).flatMap(wordsIn) : [];
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
}

const DUTCH = new Set(wordsIn(STRINGS.nl));
const ENGLISH = new Set(wordsIn(STRINGS.en).filter((word) => !DUTCH.has(word)));

/** What of a page can be seen, heard or pointed at, and is in English. */
async function english(page: Page): Promise<readonly string[]> {
  const said = await page.evaluate(() => {
    const named = [
      'aria-label',
      'aria-roledescription',
      'title',
      'placeholder',
      'alt',
      'aria-description',
      'aria-valuetext',
      'label',
    ];
    const attributes = [...document.querySelectorAll('*')].flatMap((one) =>
      named.flatMap((name) => one.getAttribute(name) ?? []),
    );
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    // keys are named as they are printed on keyboards
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.parentElement?.closest('script, style, code, kbd') === null) texts.push(node.textContent ?? '');
    return [...attributes, ...texts];
  });
  return said.filter((text) => wordsOf(text).some((word) => ENGLISH.has(word))).map((text) => text.replace(/\s+/g, ' ').trim());
}

test('the words of the interface in English can be told from those in Dutch', () => {
  expect(ENGLISH.size).toBeGreaterThan(150);
  expect(['search', 'slide', 'answer', 'lectures', 'changed'].filter((word) => !ENGLISH.has(word))).toEqual([]);
});

test('no page of a Dutch course has an English word of the interface', async () => {
  const { page, takeTroubles } = await open();
  const pages = readdirSync(site.folder(), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!redirect)\.html$/.test(path),
  );
  expect(pages).toContain('practice.html');
  for (const path of pages) {
    await page.goto(site.at(HTTP) + path);
    await page.waitForLoadState('networkidle');
    expect(await english(page), path).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.lang), path).toMatch(/^nl/);
  }
  // the speaker view of no deck, and the page for what is not there, complain
  takeTroubles();
});

test('nor has what scripts put there: search, keys, answers, copies, marks of what is new', async () => {
  const { page, context } = await open({ alone: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site.at(HTTP)}index.html`);
  for (const query of ['een', 'zzz']) {
    await page.keyboard.press('/');
    await page.locator('#lectern-search-for').fill(query);
    await expect.poll(() => page.locator('#lectern-search-says').innerText()).toMatch(/resulta/);
    expect(await english(page)).toEqual([]);
  }
  await page.goto(`${site.at(HTTP)}read/drijven.html`);
  await page.locator('pre button').first().click();
  await expect.poll(() => page.getByRole('status').first().textContent()).not.toBe('');
  await page.locator('summary', { hasText: 'Antwoord' }).first().scrollIntoViewIfNeeded();
  await page.locator('input.lectern-box:not([hidden])').first().waitFor();
  for (const choice of ['dit', 'dat']) {
    await page.getByLabel(choice).first().check();
    await page.locator('.lectern-check').first().click();
    expect(await english(page)).toEqual([]);
  }
  await page.evaluate(() => document.querySelector('#getallen')?.scrollIntoView());
  await page.waitForFunction(() => Object.keys(localStorage).some((name) => name.includes(':place:')));
  for (const path of ['read/drijven.html', 'index.html']) {
    const later = await context.newPage();
    await later.goto(site.at(HTTP) + path);
    await later.locator('.lectern-visit').waitFor();
    expect(await english(later)).toEqual([]);
  }
});

test('nor have a deck’s bar, its dialogs and what it says, and its speaker view', async () => {
  const { page } = await open({ alone: true });
  await openDeck(page, `${site.at(HTTP)}drijven.html`);
  for (const key of ['ArrowRight', '?', 'Escape', 'g', 'Escape', 'o', 'Escape', 'b', 'b', 'd']) {
    await page.keyboard.press(key);
    expect(await english(page), key).toEqual([]);
  }
  const view = await openSpeaker(page, () => page.keyboard.press('s'));
  await view.page.waitForSelector('#lectern-title:not(:empty)');
  expect(await english(view.page)).toEqual([]);
  await page.close();
  await view.page.waitForSelector('#lectern-closed:not([hidden])');
  expect(await english(view.page)).toEqual([]);
});
