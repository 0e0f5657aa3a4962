import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDeck } from '../support/deckPage.ts';
import { soundOf } from '../support/soundOf.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite } from '../support/useSite.ts';

const LECTURE = `---
title: Remote
---

# Things of others

## Picture

![A cat](https://images.example/cat.svg)

## Frame

<iframe src="https://frames.example/embed/1" title="A talk"></iframe>

## Film

<video controls src="https://media.example/talk.wav"></video>

## Sources

<audio controls><source src="https://sounds.example/talk.wav" type="audio/wav"></audio>

::: notes

<iframe src="https://notes.example/embed/2" title="Only said"></iframe>

:::

## Nothing of ours

<script src="https://scripts.example/x.js"></script>

<link rel="stylesheet" href="https://styles.example/x.css">

<style>
@import url("https://imports.example/x.css");
.x { background: url(https://backgrounds.example/x.png) }
@font-face { font-family: X; src: url(https://fonts.example/x.woff2) }
</style>

<p class="x" style="font-family: X; background-image: url(https://inline.example/x.png)">text</p>
`;

const open = useBrowser();
const site = useSite({ 'slides/01-remote.md': LECTURE });
const asking = useSite({ 'slides/index.md': '---\ntitle: Asking\nremote: ask\n---\n', 'slides/01-remote.md': LECTURE });

const ANSWERS: Readonly<Record<string, { readonly contentType: string; readonly body: string | Buffer }>> = {
  'images.example': { contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' },
  'frames.example': { contentType: 'text/html', body: '<h1>The talk</h1>' },
  'notes.example': { contentType: 'text/html', body: '<h1>Said</h1>' },
  'media.example': { contentType: 'audio/wav', body: soundOf(1) },
  'sounds.example': { contentType: 'audio/wav', body: soundOf(1) },
};

/** All other hosts are answered like a host that is down, which the page would complain of. */
async function answer(route: Route): Promise<void> {
  const found = ANSWERS[new URL(route.request().url()).hostname];
  await (found === undefined ? route.abort() : route.fulfill(found));
}

function hosts(asked: readonly string[]): readonly string[] {
  return [...new Set(asked.map((address) => new URL(address).hostname))];
}

/** A deck shows the slide; a reading view scrolls to it. */
async function goTo(page: Page, id: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = document.querySelector('.reveal') === null ? to : `/${to}`;
  }, id);
}

test.each([
  ['over http at the root', 'remote.html'],
  ['over http under a path', 'read/remote.html'],
  ['from disk', 'remote.html'],
  ['from disk', 'read/remote.html'],
] as const)(
  'what an author takes from other hosts is asked for, %s in %s, when the reader wants it, pictures at once',
  async (way, path) => {
    const { page, asked } = await open({ answer });
    await (path === 'remote.html' ? openDeck(page, site.at(way) + path) : page.goto(site.at(way) + path));
    for (const id of ['picture', 'frame', 'film', 'sources', 'nothing-of-ours']) await goTo(page, id);
    await goTo(page, 'picture');
    await page.waitForFunction(() => (document.querySelector('#picture img') as HTMLImageElement).naturalWidth > 0);
    expect(hosts(asked)).toEqual(['images.example']);
    for (const [id, host] of [
      ['frame', 'frames.example'],
      ['film', 'media.example'],
      ['sources', 'sounds.example'],
    ] as const) {
      await goTo(page, id);
      expect(await page.locator(`#${id} .lectern-remote`).first().innerText()).toContain(host);
      await page.locator(`#${id} .lectern-remote button`).first().click();
      await expect.poll(() => hosts(asked)).toContain(host);
    }
    expect(await page.frameLocator('#frame iframe').locator('h1').innerText()).toBe('The talk');
    for (const player of ['#film video', '#sources audio']) {
      await page.waitForFunction((wanted) => (document.querySelector(wanted) as HTMLMediaElement).readyState > 0, player);
    }
    expect(hosts(asked)).toEqual(['images.example', 'frames.example', 'media.example', 'sounds.example']);
  },
);

test('pictures wait as well where the course says so', async () => {
  const { page, asked } = await open({ answer });
  await openDeck(page, `${asking.at('from disk')}remote.html#/picture`);
  expect(asked).toEqual([]);
  expect(await page.locator('#picture .lectern-remote').innerText()).toMatch(/A cat[\s\S]*images\.example/);
  await page.locator('#picture .lectern-remote button').click();
  await page.waitForFunction(() => (document.querySelector('#picture img') as HTMLImageElement).naturalWidth > 0);
  expect(hosts(asked)).toEqual(['images.example']);
});

test('nothing of other hosts is asked for where scripts are off, but pictures, and each waiting thing has a link', async () => {
  const { page, asked } = await open({ answer, javaScriptEnabled: false });
  await page.goto(`${site.at('from disk')}read/remote.html`);
  expect(hosts(asked)).toEqual(['images.example']);
  const links = page.locator('.lectern-remote a');
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
    'https://frames.example/embed/1',
    'https://media.example/talk.wav',
    'https://sounds.example/talk.wav',
    'https://notes.example/embed/2',
  ]);
});

test('the policy of a page names the hosts that its author does, each for its own kind, and no other', async () => {
  const { page } = await open({ answer });
  await page.goto(`${site.at('from disk')}remote.html`);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  const rules = Object.fromEntries(
    (policy ?? '').split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
  );
  expect(rules).toMatchObject({
    'default-src': "'none'",
    'script-src': expect.stringMatching(/^'self'(?: 'sha256-[\w+/=]+'){2}$/),
    'style-src': "'self' 'unsafe-inline'",
    'font-src': "'self'",
    'frame-src': 'https://frames.example https://notes.example',
    'media-src': "'self' https://media.example https://sounds.example",
  });
  expect(rules['img-src']).toContain('https://images.example');
  expect(policy).not.toMatch(/(?:scripts|styles|imports|fonts)\.example/);
});

test('what others lend to a note is not asked for by the speaker view', async () => {
  const { page, asked } = await open({ answer });
  await page.goto(`${site.at('from disk')}speaker.html?deck=remote.html#/sources`);
  await expect.poll(() => page.locator('#lectern-title').innerText()).toBe('Sources');
  expect(hosts(asked).filter((host) => host !== 'images.example')).toEqual([]);
});
