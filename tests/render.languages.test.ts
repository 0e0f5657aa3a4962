import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { STRINGS } from '../src/model/strings.ts';
import { renderSite } from './support/renderSite.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** Words that might be French, or anybody's, have no place in it. */
const COURSE = (lang: string) => ({
  'slides/index.md': `---\ntitle: Le cours\nlang: ${lang}\nlicense: CC BY 4.0\n---\n\nBonjour.\n`,
  'slides/01-un.md': `---\ntitle: Un\nduration: 20\n---\n\n# Partie\n\n## Premier\n\ntexte\n\n::: question\nPourquoi ?\n\n- [x] oui\n- [ ] non\n\n::: answer\nParce que.\n:::\n:::\n`,
  'slides/02-deux.md': '---\ntitle: Deux\nstatus: wip\n---\n\n## Second\n\ntexte\n',
  'slides/guide.md': '---\ntitle: Guide du cours\n---\n\n# Une chose\n\n# Autre chose\n',
});

/** Every word of the interface as a pattern of a whole text. */
const WORDS = new RegExp(
  `^(?:${[...Object.values(STRINGS.en.word), ...Object.values(STRINGS.en.deck), ...Object.values(STRINGS.en.search)]
    .filter((word) => /[A-Za-z]{3}/.test(word.replace(/\{\w+\}/g, '')))
    .map((word) => word.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+'))
    .join('|')})$`,
);

/** Texts of the page in words of the interface, each with the language that it is in, but for what is not shown. */
function saidIn(html: string): readonly (readonly [text: string, lang: string])[] {
  const walk = (node: Node, lang: string): readonly (readonly [string, string])[] => {
    if (node.nodeName === '#text') {
      const text = (node as DefaultTreeAdapterTypes.TextNode).value.trim();
      return WORDS.test(text) ? [[text, lang]] : [];
    }
    if (!('childNodes' in node) || ['script', 'style', 'title'].includes(node.nodeName)) return [];
    const own = (node as Element).attrs.find(({ name }) => name === 'lang')?.value ?? lang;
    const inner = node.nodeName === 'template' ? (node as DefaultTreeAdapterTypes.Template).content : node;
    return inner.childNodes.flatMap((child) => walk(child as Node, own));
  };
  return parse(html).childNodes.flatMap((node) => walk(node, ''));
}

const PAGES = [
  'index.html',
  'un.html',
  'practice.html',
  '404.html',
  ...['index', 'all', 'un', 'deux', 'guide'].map((name) => `read/${name}.html`),
];

describe('on a page in a language without words of its own, the English ones', () => {
  test.each(PAGES)('on %s say that they are', async (path) => {
    const html = (await renderSite(COURSE('fr'))).get(path) ?? '';
    expect(html).toContain('<html lang="fr"');
    const said = saidIn(html);
    expect(said.length).toBeGreaterThan(1);
    expect(said.filter(([, lang]) => lang !== 'en')).toEqual([]);
  });

  test.each(['en', 'nl'])('say nothing where the page is in “%s”, which has words', async (lang) => {
    const pages = await renderSite(COURSE(lang));
    for (const path of PAGES) expect(pages.get(path)?.match(/ lang="/g), path).toHaveLength(path === 'read/all.html' ? 4 : 1);
  });
});
