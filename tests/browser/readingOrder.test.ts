import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readLectures } from '../support/readManifest.ts';
import { useBrowser } from '../support/useBrowser.ts';
import { useSite } from '../support/useSite.ts';

const SILENT = `---
title: Without a note
---

# First part

## Bullets

- alpha comes first
    - beta is under it
- gamma after both

## Beside each other

:::: columns
::: {.column width="40%"}
Left column words.
:::
::: column
Right column words.
:::
::::

## A table

| Name of it | Size of it |
| ---------- | ---------: |
| first cell | second cell |

. . .

What follows the pause.

\`\`\`
line of code
\`\`\`

> A saying of somebody.

# Last part

The very end.
`;

const ROOT = join(import.meta.dirname, '../..');

const open = useBrowser();
const course = useSite();
const silent = useSite({ 'talk.md': SILENT });

interface Node {
  readonly nodeId: string;
  readonly childIds?: readonly string[];
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
}

/** What a screen reader says of the text, from beginning to end: its texts, and the names of its pictures. */
async function spoken(page: Page): Promise<string> {
  const protocol = await page.context().newCDPSession(page);
  const { nodes } = (await protocol.send('Accessibility.getFullAXTree')) as unknown as { readonly nodes: readonly Node[] };
  await protocol.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const say = (node: Node | undefined): readonly string[] => {
    const role = String(node?.role?.value ?? '');
    if (role === 'StaticText' || role === 'image') return [String(node?.name?.value ?? '')];
    return (node?.childIds ?? []).flatMap((id) => say(byId.get(id)));
  };
  const main = nodes.find(({ role }) => role?.value === 'main');
  return say(main).join(' ').replace(/\s+/g, ' ');
}

/** The first words of each heading, paragraph and point of a lecture's source, in order, where they are plain words. */
function wordsOf(source: string): readonly string[] {
  const text = source
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^(?:```|~~~)[\s\S]*?^(?:```|~~~)$/gm, '')
    .replace(/^::: \{[^}]*\.private[^}]*\}[\s\S]*?^:::$/gm, '')
    .replace(/<!--[\s\S]*?-->/g, '');
  return text.split('\n').flatMap((line, at, all) => {
    const begins = (all[at - 1] ?? '').trim() === '' || /^\s*(?:[-*+]|\d+\.|#+) /.test(line);
    const words = /^[\s>]*(?:[-*+] |\d+\. |#+ )?([A-Za-z]+ [A-Za-z ]{4,40})(?:$|[,.:;?!])/.exec(line)?.[1]?.trim();
    return begins && words !== undefined ? [words] : [];
  });
}

/** Those that are not spoken at all, or before the one before them; what is said several times has no one place. */
function outOfOrder(words: readonly string[], text: string): readonly string[] {
  const once = words.filter(
    (one) => text.indexOf(one) === text.lastIndexOf(one) && words.indexOf(one) === words.lastIndexOf(one),
  );
  const places = once.map((one) => text.indexOf(one));
  return once.filter((_, at) => (places[at] ?? -1) < (places[at - 1] ?? 0));
}

describe('a reading view is spoken in the order of its source:', () => {
  test.each(['introduction', 'lifecycle', 'roles', 'ops-variants', 'study-guide'])('“%s” of the course', async (name) => {
    const { page } = await open();
    const lecture = readLectures(course.folder()).find((one) => one.name === name);
    const words = wordsOf(readFileSync(join(ROOT, lecture?.source ?? ''), 'utf8'));
    expect(words.length).toBeGreaterThan(15);
    await page.goto(`${course.at('from disk')}read/${name}.html`);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true;
    });
    expect(outOfOrder(words, await spoken(page))).toEqual([]);
  });

  test('a lecture without notes, word for word', async () => {
    const { page } = await open();
    await page.goto(`${silent.at('from disk')}read/talk.html`);
    const text = (await spoken(page)).replace(/.*Print the slides/, '');
    expect(
      text
        .split(' ')
        .filter((word) => !/^\d*$/.test(word))
        .join(' '),
    ).toBe(
      'First part Bullets alpha comes first beta is under it gamma after both Beside each other Left column words. Right column words. A table Name of it Size of it first cell second cell What follows the pause. line of code Copy A saying of somebody. Last part The very end.',
    );
  });
});

test('the tab key goes through a reading view from its top to its end, and never back', async () => {
  const { page } = await open();
  await page.goto(`${course.at('from disk')}read/lifecycle.html`);
  const places = await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('main :is(a[href], button, summary, input, [tabindex="0"])')];
    const seen = all.filter((one) => one.checkVisibility({ visibilityProperty: true }));
    return { order: seen.filter(({ tabIndex }) => tabIndex > 0).length, count: seen.length };
  });
  expect(places.order).toBe(0);
  expect(places.count).toBeGreaterThan(20);
  const tops: number[] = [];
  await page.locator('main').focus();
  for (let press = 0; press < 25; press++) {
    await page.keyboard.press('Tab');
    tops.push(await page.evaluate(() => (document.activeElement?.getBoundingClientRect().bottom ?? 0) + scrollY));
  }
  expect(tops.filter((top, at) => top < (tops[at - 1] ?? 0) - 40)).toEqual([]);
});
