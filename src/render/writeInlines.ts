/** Inlines → HTML. */
import type { Citation, Inline, InlineSpan, Link } from '../model/blocks.ts';
import { escapeHtml } from './escape.ts';
import { writeFootnoteCall } from './writeFootnoteCall.ts';
import { writeFormula } from './writeFormula.ts';
import { hrefOf, targetOf } from './hrefOf.ts';
import { writeAttribute, writeAttributes, writeOwnAttributes } from './writeAttributes.ts';
import { writeHtmlTag, writeHtmlVerbatim } from './writeHtmlTag.ts';
import { writeImage } from './writeImage.ts';
import type { Writing } from './writing.ts';

const STYLED = { emphasis: 'em', strong: 'strong', strikeout: 'del', superscript: 'sup', subscript: 'sub' } as const;

/** Classes that pandoc turns into an element of their own. */
const ELEMENTS: ReadonlyMap<string, string> = new Map([
  ['underline', 'u'],
  ['ul', 'u'],
  ['mark', 'mark'],
  ['kbd', 'kbd'],
  ['dfn', 'dfn'],
  ['abbr', 'abbr'],
]);

export function writeInlines(inlines: readonly Inline[], writing: Writing): string {
  let html = '';
  for (const inline of inlines) html += writeInline(inline, writing);
  return html;
}

function writeInline(inline: Inline, writing: Writing): string {
  switch (inline.kind) {
    case 'text':
      return escapeHtml(inline.text);
    case 'soft-break':
      return '\n';
    case 'hard-break':
      return '<br>\n';
    case 'inline-code':
      return `<code${writeAttributes(inline.attributes, writing)}>${escapeHtml(inline.text)}</code>`;
    case 'link':
      return writeLink(inline, writing);
    case 'image':
      return writeImage(inline, writing);
    case 'span':
      return writeSpan(inline, writing);
    case 'formula':
      return writeFormula(inline, writing);
    case 'citation':
      return writeCitation(inline, writing);
    case 'footnote':
      return writeFootnoteCall(inline, writing);
    case 'html-tag':
      return writeHtmlTag(inline, writing);
    case 'html-verbatim':
      return writeHtmlVerbatim(inline, writing);
    default: {
      const name = STYLED[inline.kind];
      return `<${name}${writeOwnAttributes(inline, writing)}>${writeInlines(inline.children, writing)}</${name}>`;
    }
  }
}

function writeCitation({ items, children, linked }: Citation, writing: Writing): string {
  const keys = escapeHtml(items.map(({ key }) => key).join(' '));
  const leads = writing.gathered !== true && (linked === 'everywhere' || writing.view === 'read');
  return `<span class="citation" data-cites="${keys}">${writeInlines(leads ? children : withoutLinks(children), writing)}</span>`;
}

function withoutLinks(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline) => (inline.kind === 'link' ? inline.children : [inline]));
}

function writeLink(link: Link, writing: Writing): string {
  const href = hrefOf(link.target, writing);
  const content = writeInlines(link.children, writing);
  if (href === null) return content;
  const remote = targetOf(link.target, writing).to === 'remote';
  const given = link.attributes.pairs.some((pair) => pair.key === 'rel');
  const rest = writeAttributes(link.attributes, writing, { without: ['href', 'title'] });
  const rel = remote && !given ? ' rel="noopener"' : '';
  return `<a href="${escapeHtml(href)}"${rest}${rel}${writeAttribute('title', link.title)}>${content}</a>`;
}

function writeSpan(span: InlineSpan, writing: Writing): string {
  const found = span.attributes.classes.find((name) => ELEMENTS.has(name));
  const element = (found === undefined ? undefined : ELEMENTS.get(found)) ?? 'span';
  const classes = span.attributes.classes.filter((name) => name !== found);
  const content = writeInlines(span.children, writing);
  // pandoc's underline has no attributes of its own
  if (element === 'u' && (classes.length > 0 || span.attributes.id !== null || span.attributes.pairs.length > 0))
    return `<span${writeAttributes(span.attributes, writing, { classes })}><u>${content}</u></span>`;
  return `<${element}${writeAttributes(span.attributes, writing, { classes })}>${content}</${element}>`;
}
