/** A picture of a reading view → the same as a link to its file, where it opens at full size without a script. */
import type { Image } from '../model/blocks.ts';
import { escapeHtml } from './escape.ts';
import { hrefOf, targetOf } from './hrefOf.ts';
import { word, type Writing } from './writing.ts';

/** `picture` is the image as it is written; what is no plain picture, or holds links of its own, stays as it is. */
export function writeFullSize(picture: string, image: Image, writing: Writing): string {
  if (writing.view !== 'read' || !/^<(?:img|svg)[\s>]/.test(picture) || /<a[\s>]|data-lectern-src/.test(picture)) return picture;
  const { to } = targetOf(image.source, writing);
  const href = to === 'asset' || to === 'remote' ? hrefOf(image.source, writing) : null;
  if (href === null) return picture;
  const words = escapeHtml(word(writing, 'open-full'));
  return `<a class="lectern-full" href="${escapeHtml(href)}" title="${words}">${picture}<span class="hide">, ${words}</span></a>`;
}
