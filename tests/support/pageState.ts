/** A page that is shown → its state as text, without what depends on the way that led there. */
import type { Page } from 'playwright-core';

/** Equal for two pages that a reader cannot tell from each other. */
export function pageState(page: Page): Promise<string> {
  return page.evaluate(() => {
    const root = document.documentElement.cloneNode(true) as HTMLElement;
    const select = <Found extends Element = HTMLElement>(selector: string): readonly Found[] => [
      ...root.querySelectorAll<Found>(selector),
    ];
    // what reveal.js remembers of slides that were seen, and where it is on its way to
    for (const stack of select('.slides > .stack')) stack.removeAttribute('data-previous-indexv');
    const unseen = '.slides > .stack:not(.present) > section';
    for (const slide of select(unseen)) {
      slide.classList.remove('past', 'present', 'future');
      for (const name of ['hidden', 'aria-hidden']) slide.removeAttribute(name);
    }
    for (const slide of select('section:not(.present)')) slide.removeAttribute('data-fragment');
    for (const step of select(`${unseen} .fragment`)) step.classList.remove('visible', 'current-fragment');
    // what is far from the slide that is shown is loaded when one comes near
    const shown = select('.backgrounds > .present:not(.stack), .backgrounds > .present > .present');
    for (const ground of select('.slide-background-content'))
      if (!shown.some((one) => one === ground.parentElement)) ground.remove();
    for (const ground of select('.backgrounds .slide-background')) {
      ground.classList.remove('past', 'present', 'future');
      ground.removeAttribute('data-loaded');
    }
    for (const sized of select('section, .slide-background')) sized.style.removeProperty('display');
    for (const one of select('#lectern-live, #lectern-notices, #lectern-room, .lectern-since, script, link[rel="preload"]'))
      one.remove();
    for (const word of select('[aria-current]')) word.removeAttribute('aria-current');
    for (const name of ['data-ready', 'style']) root.removeAttribute(name);
    root.classList.remove('lectern-still');
    const write = (element: Element, depth: string): string => {
      const attributes = [...element.attributes].map(({ name, value: given }) => {
        const value = given.replace(/[?&]lectern-version=\d+/g, '');
        const words = name === 'class' ? value.split(/\s+/) : name === 'style' ? value.split(/;\s*/) : [value];
        return words.join('') === '' ? '' : ` ${name}="${words.sort().join(' ').trim()}"`;
      });
      const inner = [...element.childNodes].map((node) => {
        if (node instanceof Element) return write(node, `${depth} `);
        const text = node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '').replace(/\s+/g, ' ').trim() : '';
        return text === '' ? '' : `${depth} ${text}\n`;
      });
      return `${depth}<${element.localName}${attributes.sort().join('')}>\n${inner.join('')}`;
    };
    return write(root, '');
  });
}
