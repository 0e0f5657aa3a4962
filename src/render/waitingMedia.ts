/** The raw tags of a lecture → which players would play from another host, through their own address or a `<source>`. */
import type { Block, HtmlTag } from '../model/blocks.ts';
import type { Targets } from '../model/target.ts';
import { walkAllInlines, walkBlocks } from '../model/walk.ts';

/** Each such `<video>` or `<audio>`, with the first remote address in it. */
export function waitingMedia(blocks: readonly Block[], targets: Targets): ReadonlyMap<HtmlTag, string> {
  const waiting = new Map<HtmlTag, string>();
  let player: HtmlTag | null = null;
  for (const tag of tagsOf(blocks)) {
    if (tag.name === 'video' || tag.name === 'audio') player = tag.form === 'close' ? null : tag;
    if (player === null || waiting.has(player)) continue;
    const url = remoteMedia(tag, targets);
    if (url !== null) waiting.set(player, url);
  }
  return waiting;
}

function remoteMedia(tag: HtmlTag, targets: Targets): string | null {
  for (const { reference } of tag.attributes) {
    const target = reference?.role === 'media' ? targets.get(reference) : undefined;
    if (target?.to === 'remote') return target.url;
  }
  return null;
}

/** Every raw tag; blocks and the inlines of each are told apart by their places in the source. */
function tagsOf(blocks: readonly Block[]): readonly HtmlTag[] {
  const tags: HtmlTag[] = [];
  walkBlocks(blocks, (block) => {
    if (block.kind === 'html-tag') tags.push(block);
  });
  walkAllInlines(blocks, (inline) => {
    if (inline.kind === 'html-tag') tags.push(inline);
  });
  return tags.sort((a, b) => a.span.start - b.span.start);
}
