/** What axe found in the pages of a lecture → what is wrong with them, at its place in the source, each thing once. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { ExaminedPage } from '../model/measured.ts';
import type { Examined } from '../model/wire.ts';
import { spanOfMark } from './spanOfMark.ts';

/** What axe's rules are about, in our words, for those that an author can break in a lecture. */
const WORDS: Readonly<Record<string, string>> = {
  'area-alt': 'A part of this picture that leads somewhere has no name',
  'aria-hidden-focus': 'Something that is hidden from screen readers can be reached by keys',
  'audio-caption': 'What is said in this recording is not written anywhere',
  blink: 'This blinks',
  'button-name': 'This button has no name',
  'definition-list': 'This list of definitions holds something else',
  dlitem: 'This definition stands outside of a list',
  'empty-heading': 'This heading has no text',
  'empty-table-header': 'A header of this table has no text',
  'frame-title': 'This frame has no title that says what is in it',
  'input-button-name': 'This button has no name',
  'input-image-alt': 'This button has no name',
  label: 'This field has no label',
  'link-in-text-block': 'This link differs from the text around it by its colour alone',
  'link-name': 'This link has no text',
  list: 'This list holds something that is no item',
  listitem: 'This item stands outside of a list',
  marquee: 'This text moves',
  'nested-interactive': 'Something that can be used stands in something else that can',
  'no-autoplay-audio': 'This sound plays by itself, and cannot be stopped',
  'p-as-heading': 'This text is set like a heading, and is none',
  'presentation-role-conflict': 'This is called decoration, and can be reached by keys',
  'role-img-alt': 'This picture has no alternative text',
  'scope-attr-valid': 'A header of this table does not say what it is for',
  'select-name': 'This field has no label',
  'server-side-image-map': 'The parts of this picture cannot be reached by keys',
  'summary-name': 'What opens here has no name',
  'svg-img-alt': 'This drawing has no alternative text',
  tabindex: 'Keys do not reach this in the order in which it is read',
  'table-duplicate-name': 'This table has its caption twice',
  'target-size': 'This is too small to be hit with a finger',
  'td-headers-attr': 'A cell of this table names a header that is not there',
  'th-has-data-cells': 'A header of this table belongs to no cell',
  'valid-lang': 'This names a language that does not exist',
  'video-caption': 'This film has no subtitles',
};

/** Rule: `accessibility`. `pages`: the deck first, then the reading view; `path`: of the source, from the course's root. */
export function describeExamined(path: string, pages: readonly ExaminedPage[]): readonly Diagnostic[] {
  const found = pages.flatMap(({ light, dark }) => [
    ...light.map((one) => ({ one, where: '' })),
    ...dark.map((one) => ({ one, where: ' in the dark' })),
  ]);
  const firsts = new Map<string, Diagnostic>();
  for (const { one, where } of found) {
    const key = `${one.rule} ${one.at}`;
    if (!firsts.has(key)) firsts.set(key, describe(path, one, where));
  }
  return [...firsts.values()];
}

function describe(path: string, one: Examined, where: string): Diagnostic {
  const words = wordsOf(one, where);
  const placed = one.number === null ? words : `On slide ${one.number} ${words[0]?.toLowerCase()}${words.slice(1)}`;
  return diagnose('accessibility', spanOfMark(path, one.at), `${placed} (${one.rule}: ${one.help}).`, hintFor(one));
}

function wordsOf({ rule, contrast }: Examined, where: string): string {
  if (contrast !== null && rule === 'color-contrast')
    return `This text has a contrast of ${round(contrast.is)} to 1 with its ground${where}, and needs ${round(contrast.needs)}`;
  return (WORDS[rule] ?? 'Not everyone can use this') + where;
}

/** Never up to what it should be. */
function round(contrast: number): string {
  return String(Math.floor(contrast * 10) / 10);
}

function hintFor({ rule }: Examined): string {
  return rule === 'color-contrast'
    ? 'Give it a colour that differs more from what is behind it, in both schemes.'
    : `See https://dequeuniversity.com/rules/axe/4.14/${rule}.`;
}
