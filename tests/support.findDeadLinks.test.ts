import { expect, test } from 'vitest';
import { findDeadLinks } from './support/findDeadLinks.ts';
import { readPages } from './support/readPages.ts';
import { writeFolder } from './support/writeFolder.ts';

const DECK =
  '<section><section id="a" data-number="1"></section><section id="b" data-number="2"><b id="in"></b></section></section>';

test('a dead link is found wherever an address stands, and a living one is not', () => {
  const links = ['#here', 'deck.html', 'deck.html#/b', 'deck.html#/2', 'deck.html#in', 'deck.html?receiver=next#/b', 'a%20b.svg'];
  const dead = ['#gone', 'gone.html', 'deck.html#/3', 'deck.html#/in', '/deck.html', './', 'read/'];
  const anchors = [...links, ...dead].map((address) => `<a href="${address}"></a>`).join('');
  const media = '<img src="gone.png"><video poster="gone.jpg"><source srcset="a%20b.svg 1x, gone-2x.png 2x"></video>';
  const kept = '<a href="https://example.org/x"></a><a href="mailto:a@example.org"></a>';
  const refresh = '<noscript><meta http-equiv="refresh" content="0; url=moved.html"></noscript>';
  const site = writeFolder({
    'index.html': `<head>${refresh}</head><p id="here">${anchors}${media}${kept}</p>`,
    'deck.html': DECK,
    'a b.svg': '<svg/>',
    'read/x.html': '<a href="../deck.html#/a"></a><a href="deck.html"></a>',
  });
  expect(findDeadLinks(site, readPages(site))).toEqual([
    'index.html: moved.html',
    ...dead.map((address) => `index.html: ${address}`),
    'index.html: gone.png',
    'index.html: gone.jpg',
    'index.html: gone-2x.png',
    'read/x.html: deck.html',
  ]);
});
