/**
 * A comment that gives attributes, as reveal.js reads it.
 *
 *     <!-- .slide: data-background="#eee" -->      <!-- .element: class="fragment" -->
 *                  ^ of the slide                                 ^ of the element before it
 */
import type { Attributes, Pair } from '../../model/attributes.ts';
import type { HtmlAttribute } from '../../model/blocks.ts';
import type { Span } from '../../model/source.ts';
import { roleOfKey } from '../attributes.ts';

export interface Directive {
  readonly of: 'slide' | 'element';
  /** In the order of the comment; none where it is written so that reveal.js finds none. */
  readonly pairs: readonly Pair[];
}

const ELEMENT = /\.element\s*?(.+?)$/m;
const SLIDE = /\.slide:\s*?(\S.+?)$/m;
const ATTRIBUTE = /([^"= \t\n]+)="([^"]+)"|(data-[^"= ]+?)(?=[" ])/g;

/** What a comment (`text` without its marks) gives; null where it is only a comment. */
export function directiveOf(text: string, span: Span): Directive | null {
  const element = ELEMENT.exec(text);
  const match = element ?? SLIDE.exec(text);
  const list = match?.[1];
  if (match === null || list === undefined)
    return /^\s*\.(?:slide|element)\b/.test(text) ? { of: text.includes('.slide') ? 'slide' : 'element', pairs: [] } : null;
  // where a comment goes over lines of a list or quote, what precedes them is not in its text
  const known = span.end - span.start === text.length + '<!---->'.length;
  const offset = span.start + '<!--'.length + match.index + match[0].length - list.length;
  const place = (start: number, length: number): Span =>
    known ? { ...span, start: offset + start, end: offset + start + length } : span;
  const pairs = [...list.matchAll(ATTRIBUTE)].map((found): Pair => {
    const [key, value] = [found[1] ?? found[3] ?? '', found[2] ?? ''];
    const role = roleOfKey(key, value);
    const at = place(found.index + found[0].length - 1 - value.length, value.length);
    return {
      key,
      value,
      span: place(found.index, found[0].length),
      reference: role === null ? null : { role, address: value, span: at },
    };
  });
  return { of: element === null ? 'slide' : 'element', pairs };
}

/** Attributes with those of directives set, one after the other, as `setAttribute` does: the last value of a name counts. */
export function setAttributes(attributes: Attributes, pairs: readonly Pair[]): Attributes {
  const id = pairs.findLast(({ key }) => key === 'id');
  const classes = pairs.findLast(({ key }) => key === 'class');
  const others = new Map(
    [...attributes.pairs, ...pairs.filter(({ key }) => key !== 'id' && key !== 'class')].map((pair) => [pair.key, pair]),
  );
  return {
    id: id?.value ?? attributes.id,
    idSpan: id?.span ?? attributes.idSpan,
    classes: classes?.value.split(/\s+/).filter((name) => name !== '') ?? attributes.classes,
    pairs: [...others.values()],
  };
}

/** The same for a raw tag. */
export function setTagAttributes(attributes: readonly HtmlAttribute[], pairs: readonly Pair[]): readonly HtmlAttribute[] {
  const set = pairs.map(({ key, value, span, reference }): HtmlAttribute => ({ name: key, value, span, reference }));
  return [...attributes.filter(({ name }) => !set.some((other) => other.name === name)), ...set];
}
