/** Turns the inline tokens of a paragraph, heading or cell into our inlines, each with its true place. */
import { type Attributes, NO_ATTRIBUTES } from '../model/attributes.ts';
import type { Inline, Link, Styled, Text } from '../model/blocks.ts';
import type { Span } from '../model/source.ts';
import { makeAttributes, type Stretch } from './attributes.ts';
import { TOO_DEEP_HINT, TOO_DEEP_MESSAGE } from './depth.ts';
import { isReadWith } from './isOn.ts';
import { rawHtml } from './rawHtml.ts';
import { balanceTags, foldSpans } from './settle.ts';
import { HEADING } from './syntax/bracket.ts';
import { DROPPED_TEX } from './syntax/raw-tex.ts';
import { makeHtmlAttributes } from './tag.ts';
import { metaOf, type Token, type TokenMeta } from './tokens.ts';
import { COMMENT, type TreeContext } from './treeContext.ts';

interface Reader {
  readonly tokens: readonly Token[];
  readonly context: TreeContext;
  /** The span of a stretch of this content. */
  readonly place: (at: Stretch) => Span;
  /** Length of the content. */
  readonly length: number;
  at: number;
}

/** The inlines of an `inline` token; raw tags between them are not balanced yet. */
export function buildInlines(inline: Token, tree: TreeContext): readonly Inline[] {
  const lines = metaOf(inline).lines ?? [];
  const place = (at: Stretch): Span => tree.place([sourceOffset(lines, at[0]), sourceOffset(lines, at[1])]);
  const reader = { tokens: inline.children ?? [], context: tree, place, length: inline.content.length, at: 0 };
  return inlinesUntil(reader, null);
}

/** The offset in the readable text of an offset in inline content. */
export function sourceOffset(lines: readonly Stretch[], offset: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.[0] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const [from, stands] = lines[low] ?? [0, 0];
  return stands + offset - from;
}

function inlinesUntil(reader: Reader, close: string | null): readonly Inline[] {
  const inlines: Inline[] = [];
  while (reader.at < reader.tokens.length) {
    const token = reader.tokens[reader.at++];
    if (token === undefined || token.type === close) break;
    if (token.type === 'html_raw') for (const node of rawOf(token, reader)) append(inlines, node);
    const inline = inlineOf(token, reader);
    if (inline !== null) append(inlines, inline);
  }
  const folded = foldSpans(inlines, reader.context);
  return close === null ? folded : balanceTags(folded, 'paragraph', reader.context);
}

/** HTML that stands as it is, in a line. */
function rawOf(token: Token, reader: Reader): readonly Inline[] {
  const meta = metaOf(token);
  return rawHtml(meta.verbatim ?? '', reader.place(stretchOf(token, meta, reader)));
}

/** Adds an inline; texts that follow each other become one. */
function append(inlines: Inline[], inline: Inline): void {
  const last = inlines.at(-1);
  if (last?.kind === 'text' && inline.kind === 'text') inlines[inlines.length - 1] = joined(last, inline);
  else inlines.push(inline);
}

function joined(first: Text, second: Text): Text {
  return { kind: 'text', text: first.text + second.text, span: { ...first.span, end: second.span.end } };
}

function inlineOf(token: Token, reader: Reader): Inline | null {
  const meta = metaOf(token);
  const { context, place } = reader;
  const at = stretchOf(token, meta, reader);
  const [start] = at;
  const span = (): Span => place(at);
  switch (token.type) {
    case 'text':
      if (meta.tooDeep) context.report('too-deep', span(), TOO_DEEP_MESSAGE, TOO_DEEP_HINT);
      return { kind: 'text', text: context.reveal ? token.content : typographic(token.content, context), span: span() };
    case 'text_special':
      return { kind: 'text', text: token.content, span: span() };
    case 'softbreak':
      return lineEnd(span(), context);
    case 'hardbreak':
      return { kind: 'hard-break', span: span() };
    case 'code_inline':
      return {
        kind: 'inline-code',
        text: token.content.trim(),
        attributes: makeAttributes(meta.attributes, place),
        span: span(),
      };
    case 'em_open':
      return styled('emphasis', 'em_close', start, 1, reader);
    case 'strong_open':
      return styled('strong', 'strong_close', start - 1, 2, reader);
    case 's_open':
      return styled('strikeout', 's_close', start, meta.oneMark ? 1 : 2, reader);
    case 'link_open':
      return token.info === 'auto' ? automaticLink(token, start, reader) : linkOf(meta, span(), reader);
    case 'image_open':
      return imageOf(meta, span(), reader);
    case 'span_open':
      return {
        kind: 'span',
        attributes: makeAttributes(meta.attributes, place),
        span: span(),
        children: inlinesUntil(reader, 'span_close'),
      };
    case 'subscript_open':
      return { kind: 'subscript', children: inlinesUntil(reader, 'subscript_close'), span: span() };
    case 'superscript_open':
      return { kind: 'superscript', children: inlinesUntil(reader, 'superscript_close'), span: span() };
    case 'math':
      return { kind: 'formula', display: meta.display ?? false, tex: token.content, span: span() };
    case 'footnote_call':
      return context.footnote(meta.label ?? '', span());
    case 'citation_open':
      return citationOf(meta, span(), reader);
    case 'footnote_open':
      return inlineNote(span(), reader);
    case 'html_tag':
      return meta.tag === undefined
        ? null
        : {
            kind: 'html-tag',
            name: meta.tag.name,
            form: meta.tag.form,
            attributes: makeHtmlAttributes(meta.tag, place),
            span: span(),
          };
    case 'raw_tex':
      context.report('dropped-tex', span(), DROPPED_TEX.message(shortened(token.content)), DROPPED_TEX.hint);
      return null;
    case 'html_comment':
      return { kind: 'html-verbatim', name: COMMENT, attributes: [], text: meta.verbatim ?? '', span: span() };
    default:
      return null;
  }
}

/** A line end in the source, which extensions make a break, or nothing. */
function lineEnd(span: Span, context: TreeContext): Inline | null {
  if (isReadWith(context, 'hard_line_breaks')) return { kind: 'hard-break', span };
  return isReadWith(context, 'ignore_line_breaks') ? null : { kind: 'soft-break', span };
}

/** What a message quotes of a long piece of text. */
function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** From a token's first offset to its known end, or to where the next one starts. */
function stretchOf(token: Token, meta: TokenMeta, reader: Reader): Stretch {
  const [start, end] = meta.at ?? [0, 0];
  if (token.type === 'text') return [start, start + token.content.length];
  if (end > start) return [start, end];
  const next = reader.tokens[reader.at];
  return [start, Math.max(start, (next === undefined ? undefined : metaOf(next).at?.[0]) ?? reader.length)];
}

/** Emphasis of a kind; its closing marks are as long as its opening ones. */
function styled(kind: 'emphasis' | 'strong' | 'strikeout', close: string, start: number, marks: number, reader: Reader): Styled {
  const children = inlinesUntil(reader, close);
  const closing = reader.tokens[reader.at - 1];
  const end = ((closing === undefined ? undefined : metaOf(closing).at?.[0]) ?? reader.length - marks) + marks;
  return { kind, children, span: reader.place([start, end]) };
}

/** The note that is written where it is called. */
function inlineNote(span: Span, reader: Reader): Inline {
  const number = reader.context.countFootnote();
  const children = inlinesUntil(reader, 'footnote_close');
  return { kind: 'footnote', number, blocks: [{ kind: 'paragraph', tight: false, children, span }], span };
}

function citationOf({ cited = [] }: TokenMeta, span: Span, reader: Reader): Inline {
  const items = cited.map(({ at, ...item }) => ({ ...item, span: reader.place(at) }));
  return { kind: 'citation', items, children: inlinesUntil(reader, 'citation_close'), linked: 'reading', span };
}

function linkOf(meta: TokenMeta, span: Span, reader: Reader): Link {
  const target = { role: 'link', address: addressOf(meta, reader), span: addressSpan(meta, span, reader) } as const;
  const attributes = attributesOf(meta, reader);
  return {
    kind: 'link',
    target,
    title: meta.title ?? null,
    attributes,
    automatic: false,
    span,
    children: inlinesUntil(reader, 'link_close'),
  };
}

/** A link to a heading by its text leads to its identifier. */
function addressOf(meta: TokenMeta, { context }: Reader): string {
  const address = meta.address?.text ?? '';
  return address.startsWith(HEADING) ? `#${context.headingId(address.slice(HEADING.length)) ?? ''}` : address;
}

/** Those that follow a link or an image, or stand in its definition. */
function attributesOf(meta: TokenMeta, { context, place }: Reader): Attributes {
  return makeAttributes(meta.attributes, meta.defined ? context.place : place);
}

function imageOf(meta: TokenMeta, span: Span, reader: Reader): Inline {
  const source = { role: 'image', address: meta.address?.text ?? '', span: addressSpan(meta, span, reader) } as const;
  const attributes = attributesOf(meta, reader);
  return { kind: 'image', source, title: meta.title ?? null, attributes, span, children: inlinesUntil(reader, 'image_close') };
}

function addressSpan(meta: TokenMeta, span: Span, reader: Reader): Span {
  const at = meta.address?.at ?? null;
  return at === null || at[1] <= at[0] ? span : reader.place(at);
}

/** `<https://example.org>` and `<someone@example.org>`. */
function automaticLink(token: Token, start: number, reader: Reader): Link {
  const text = reader.tokens[reader.at]?.content ?? '';
  reader.at += 2;
  const next = reader.tokens[reader.at];
  const closing = (next === undefined ? undefined : metaOf(next).at?.[0]) ?? reader.length;
  const span = reader.place([start, closing]);
  const inner = { ...span, start: span.start + 1, end: Math.max(span.start + 1, span.end - 1) };
  const address = String(token.attrGet('href') ?? '');
  const scanned = metaOf(token).attributes;
  const given = scanned == null ? null : makeAttributes(scanned, reader.context.place);
  return {
    kind: 'link',
    target: { role: 'link', address, span: inner },
    title: null,
    attributes: given ?? {
      ...NO_ATTRIBUTES,
      classes: [address.startsWith('mailto:') && !text.startsWith('mailto:') ? 'email' : 'uri'],
    },
    automatic: true,
    span,
    children: [{ kind: 'text', text, span: inner }],
  };
}

/** Dashes and dots, as pandoc's `smart` sets them; quotes were done by markdown-it. */
function typographic(text: string, context: TreeContext): string {
  if (!/--|\.\.\.|['"]/.test(text) || !isReadWith(context, 'smart')) return text;
  const dashed = text.replaceAll('---', '—').replaceAll('--', '–').replaceAll('...', '…');
  return dashed
    .replaceAll("'", '’')
    .replace(/(^|[\s(])"/g, '$1“')
    .replaceAll('"', '”');
}
