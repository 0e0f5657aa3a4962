import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readClient } from '../../src/emit/copyClient.ts';
import { openDeck } from '../support/deckPage.ts';
import { PROGRAM } from '../support/program.ts';
import { expectSeen, speakerView } from '../support/speakerView.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite } from '../support/useSite.ts';

const RUN = "parent.pwned='ran';top.pwned='ran';window.pwned='ran'";

/** Everything that could run, were it let through; shown on a slide and said in its notes. */
const ATTEMPTS = `
<script>${RUN}</script>

<SCRIPT SRC="x.js"></SCRIPT>

<img src="assets/dot.svg" alt="dot" onload="${RUN}">

<img src='assets/dot.svg' alt="dot" ONLOAD = ${RUN.replaceAll(';', '&#59;')}>

<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"><script>${RUN}</script><a href="javascript:${RUN}"><text y="20">svg link</text></a></svg>

<details open ontoggle="${RUN}"><summary>details</summary>x</details>

<iframe srcdoc="&lt;script&gt;${RUN}&lt;/script&gt;"></iframe>

<iframe src="javascript:${RUN}"></iframe>

<object data="javascript:${RUN}"></object>

<embed src="javascript:${RUN}">

<p onclick="${RUN}" class="press">press</p>

<a href="javascript:${RUN}" class="press">raw link</a>

<a href="&#106;avascript:${RUN}" class="press">masked link</a>

<form action="javascript:${RUN}"><button class="press">send</button></form>

<meta http-equiv="refresh" content="0; url=https://elsewhere.example/">

<base href="https://elsewhere.example/">

[text link](javascript:${RUN.replaceAll("'", '%27')}){.press}

[span]{onmouseover="${RUN.replaceAll("'", '')}" .press}
`;

/** The one script that a deck carries in itself. */
const CARRIED = readClient(join(dirname(PROGRAM), 'client')).text('first.js');

const open = useBrowser();
const site = useSite({
  'slides/01-bad.md': `---\ntitle: Bad\n---\n\n## Attempts {onclick="pwned=1"}\n${ATTEMPTS}\n::: notes\n\nSaid: <b onclick="${RUN}">said</b>\n${ATTEMPTS}\n:::\n\n## Next\n\ntext\n`,
  'slides/bad-page.md': `---\ntitle: Bad page\nkind: page\n---\n${ATTEMPTS}`,
  'assets/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  'slides/x.js': RUN,
});

describe('nothing that an author wrote is run', () => {
  test.each(['bad.html#/attempts', 'read/bad.html', 'read/bad-page.html'])('in %s', async (path) => {
    const { page, asked, takeTroubles } = await open();
    const address = site.at('over http under a path') + path;
    await (path.startsWith('read/') ? page.goto(address) : openDeck(page, address));
    await page.waitForLoadState('networkidle');
    for (const one of await page.locator('.press').all()) if (await one.isVisible()) await one.dispatchEvent('click');
    for (const one of await page.locator('.press').all()) if (await one.isVisible()) await one.dispatchEvent('mouseover');
    expect(await page.evaluate(() => (window as { pwned?: unknown }).pwned)).toBeUndefined();
    expect(new URL(page.url()).hostname).toBe('127.0.0.1');
    const strangers = page.locator('script:not([src*="_lectern/"]):not([type="application/json"])');
    expect(await strangers.allTextContents()).toEqual(path.startsWith('read/') ? [] : [CARRIED]);
    const attributes = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap(({ attributes: all }) =>
        [...all]
          .filter(({ name, value }) => /^on|^srcdoc$/i.test(name) || /^\s*javascript:/i.test(value))
          .map(({ name }) => name),
      ),
    );
    expect(attributes).toEqual([]);
    expect(asked).toEqual([]);
    // The policy had nothing to stop.
    expect(takeTroubles()).toEqual([]);
  });

  test('in the speaker view, which shows notes', async () => {
    const { page } = await open();
    await page.goto(`${site.at('over http under a path')}speaker.html?deck=bad.html#/attempts`);
    const view = speakerView(page);
    await expectSeen(view, { now: '2' });
    expect(await page.locator('#lectern-said').innerText()).toContain('Said: said');
    for (const one of await page.locator('#lectern-said .press').all())
      if (await one.isVisible()) await one.dispatchEvent('click');
    for (const frame of page.frames()) {
      expect(await frame.evaluate(() => (window as { pwned?: unknown }).pwned)).toBeUndefined();
    }
  });
});
