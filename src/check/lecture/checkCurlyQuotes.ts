/** Attributes and addresses → those in curly quotes, as word processors and chats make them of straight ones. */
import type { Block, Inline } from '../../model/blocks.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Span } from '../../model/source.ts';
import { attributesOf } from '../../model/walk.ts';
import type { LectureRule } from '../lectureCheck.ts';
import { shorten } from '../shorten.ts';
import { markedNodes, nodesOfKind } from '../visitNodes.ts';

/** A value, and how it would be written with straight quotes. */
interface Quoted {
  readonly value: string;
  readonly write: (inside: string) => string;
  readonly span: Span;
}

const CURLY = /^[“”„‘’«‹].*[“”‘’»›]$/su;

/** Rule: `curly-quotes`. Only straight quotes mark where a value begins and ends; others are part of it. */
export const checkCurlyQuotes: LectureRule = ({ lecture, source }) => {
  if (!/[=(][“”„‘’«‹]/u.test(source.text)) return [];
  const links = nodesOfKind(lecture, 'link', 'image').map((node): Quoted => {
    const { address, span } = node.kind === 'link' ? node.target : node.source;
    return { value: address, write: (inside) => inside, span };
  });
  const values = markedNodes(lecture)
    .flatMap(valuesOf)
    // straight quotes may hold curly ones
    .filter(({ span }) => /=\s*[“”„‘’«‹]/u.test(source.text.slice(span.start, span.end)));
  return [...values, ...links].flatMap(checkValue);
};

function valuesOf(node: Block | Inline): readonly Quoted[] {
  if (node.kind === 'html-tag' || node.kind === 'html-verbatim')
    return node.attributes.map(({ name, value, span }) => quoted(name, value ?? '', span));
  return (attributesOf(node)?.pairs ?? []).map(({ key, value, span }) => quoted(key, value, span));
}

function quoted(key: string, value: string, span: Span): Quoted {
  return { value, write: (inside) => `${key}="${inside}"`, span };
}

function checkValue({ value, write, span }: Quoted): readonly Diagnostic[] {
  if (value.length < 2 || !CURLY.test(value)) return [];
  const message = `The quotes around “${shorten(value.slice(1, -1))}” are curly, so they count as part of it.`;
  return [diagnose('curly-quotes', span, message, `Write \`${shorten(write(value.slice(1, -1)))}\`.`)];
}
