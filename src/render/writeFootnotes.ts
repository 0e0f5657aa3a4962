/** The footnotes that blocks call → their texts, for the foot of the slide or passage. */
import type { Block, Footnote } from '../model/blocks.ts';
import { inlinesOf, walkBlocks, walkInlines } from '../model/walk.ts';

/** Empty where none is called; `write` writes blocks on the page at hand. Those that notes call stand with the notes. */
export function writeFootnotes(blocks: readonly Block[], write: (text: readonly Block[]) => string): string {
  const notes = footnotesIn(blocks);
  const [first] = notes;
  if (first === undefined) return '';
  const items = notes.map(({ number, blocks: text }) => {
    const back = `<a class="footnote-back" href="#lectern-fnref${number}" role="doc-backlink">↩</a>`;
    return `<li id="lectern-fn${number}">${write(text)} ${back}</li>`;
  });
  const start = first.number === 1 ? '' : ` start="${first.number}"`;
  return `\n<aside class="footnotes" role="doc-footnote"><ol${start}>\n${items.join('\n')}\n</ol></aside>`;
}

function footnotesIn(blocks: readonly Block[]): readonly Footnote[] {
  const found: Footnote[] = [];
  walkBlocks(blocks, (block) => {
    if (block.kind === 'notes') return false;
    walkInlines(inlinesOf(block), (inline) => {
      if (inline.kind === 'footnote') found.push(inline);
    });
    return true;
  });
  return found;
}
