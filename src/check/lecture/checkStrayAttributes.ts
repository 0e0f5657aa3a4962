/** The text of slides → attribute lists that are not read as such, so that the audience would see them. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { eachText, type TextPlace } from '../eachText.ts';
import type { LectureRule } from '../lectureCheck.ts';
import { shorten } from '../shorten.ts';

/** Not after a backslash or `$`, not the argument of a TeX macro, and not the braces of a template. */
const LIST = /(?<![\\${%]|\\[a-zA-Z]+)\{(?!%)([^{}\n]+)\}(?!\})/g;
const ITEM = /(?:[^\s"'“”]|"[^"]*"|'[^']*')+/g;
const NAME = /^[.#][\p{L}_][\p{L}\p{N}_:.-]*$/u;
const PAIR = /^[\p{L}_:][\p{L}\p{N}_:.-]*=/u;

/** Rule: `stray-attributes`. Braces without a class or an identifier count only where attributes could stand. */
export const checkStrayAttributes: LectureRule = ({ lecture, source }) => {
  if (lecture.settings.reveal != null || !/\{[^{}\n]*[.#=]/.test(source.text)) return [];
  const found: Diagnostic[] = [];
  eachText(lecture, ({ span }, place) => {
    if (span.path !== source.path) return;
    const text = source.text.slice(span.start, span.end);
    if (!text.includes('{')) return;
    for (const { 0: list, 1: inside = '', index } of text.matchAll(LIST)) {
      const before = text.slice(0, index);
      const items = inside.match(ITEM) ?? [];
      // a fence that opens nothing is told by itself
      if (before.startsWith(':::') || !isMeant(items, before, text.slice(index + list.length), place)) continue;
      const at = { path: span.path, start: span.start + index, end: span.start + index + list.length };
      const message = `“${shorten(list)}” is not read as attributes here, so it is shown as text.`;
      found.push(diagnose('stray-attributes', at, message, hintFor(items, list, before, place)));
    }
  });
  return found;
};

function isMeant(items: readonly string[], before: string, after: string, { block, before: sibling }: TextPlace): boolean {
  if (items.some((item) => NAME.test(item.replace(/[,;]$/, '').replace(/^:/, '')))) return true;
  const ends = block.kind === 'heading' && after.trim() === '';
  return items.some((item) => item.includes('=')) && (ends || followsBracket(before, sibling));
}

/** Whether something that takes attributes stands before them, with nothing but spaces between. */
function followsBracket(before: string, sibling: TextPlace['before']): boolean {
  const text = before.trimEnd();
  if (text !== '') return text.endsWith(']');
  return sibling !== undefined && ['image', 'link', 'inline-code', 'span'].includes(sibling.kind);
}

function hintFor(items: readonly string[], list: string, before: string, { block, before: sibling }: TextPlace): string {
  if (/=[“”„‘’]/.test(list)) return 'Write straight quotes: "…".';
  const wrong = items.find((item) => !NAME.test(item) && !PAIR.test(item) && item !== '-');
  if (wrong !== undefined) return hintForItem(wrong, items);
  if (followsBracket(before, sibling)) return 'Remove the space before it.';
  if (block.kind === 'heading') return 'Move it to the end of the heading.';
  const short = shorten(list);
  return before.trim() === '' && sibling === undefined
    ? `Put what it is for between “::: ${short}” and “:::”.`
    : `Put the words that it is for in brackets: “[words]${short}”.`;
}

function hintForItem(wrong: string, items: readonly string[]): string {
  if (items.some((item) => item.startsWith('=') || item.endsWith('=')) || wrong === '=')
    return 'Write “=” without spaces around it.';
  if (/[,;]$/.test(wrong)) return 'Separate them by spaces alone.';
  if (wrong.startsWith(':')) return `Write it without the colon.`;
  if (/^[.#]/.test(wrong)) return `Correct “${wrong}”: a name begins with a letter.`;
  return `Correct “${wrong}”: a class is written “.${wrong}”, and a value “${wrong}=…”.`;
}
