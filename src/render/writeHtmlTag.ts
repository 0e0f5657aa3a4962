/** A raw tag of the author → the same tag, with its attributes escaped, its references led where they belong, and nothing that runs. */
import type { HtmlAttribute, HtmlTag, HtmlVerbatim } from '../model/blocks.ts';
import { isRefusedTag, objectPicture } from '../model/refusedHtml.ts';
import { isAddress, isRefused } from './attributeNames.ts';
import { escapeHtml } from './escape.ts';
import { hrefOf, originOf, remoteUrl, targetOf } from './hrefOf.ts';
import { mustWait, writeAttribute } from './writeAttributes.ts';
import { writeCss } from './writeCss.ts';
import { writeRemoteBox } from './writeRemoteBox.ts';
import { writeVerbatimText } from './writeVerbatimText.ts';
import type { Writing } from './writing.ts';

/** Elements of HTML without an end tag. */
const EMPTY: ReadonlySet<string> = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

export function writeHtmlTag(tag: HtmlTag, writing: Writing): string {
  const picture = objectPicture(tag);
  if (picture !== null) return writePicture(tag, picture, writing);
  if (tag.name === 'param') return writing.view === 'deck' ? writeStep(tag, writing) : '';
  if (isRefusedTag(tag.name) || !/^[a-z][\w:-]*$/i.test(tag.name)) return '';
  if (tag.name === 'link') return writeStyleLink(tag, writing);
  // A section inside a slide would make a stack of it.
  const name = tag.name === 'section' && writing.view === 'deck' ? 'div' : tag.name;
  if (tag.form === 'close') return `</${name}>`;
  const end = tag.form === 'void' && !EMPTY.has(name) ? '/>' : '>';
  return `${boxBefore(tag, writing)}<${name}${tagAttributes(tag, writing)}${end}`;
}

/** An `<object>` that shows a picture → the picture. What stands between its tags stays, for its end is left out too. */
function writePicture({ attributes }: HtmlTag, picture: HtmlAttribute, writing: Writing): string {
  const given = (name: string): string | null => attributes.find((attribute) => attribute.name === name)?.value ?? null;
  const alt = given('alt') ?? given('aria-label') ?? given('title') ?? '';
  const rest = attributes.filter(({ name }) => !['data', 'type', 'alt', 'aria-label', 'title'].includes(name));
  const described = { name: 'alt', value: alt, span: picture.span, reference: null };
  const image = { kind: 'html-tag' as const, name: 'img', form: 'void' as const, span: picture.span };
  return writeHtmlTag({ ...image, attributes: [{ ...picture, name: 'src' }, described, ...rest] }, writing);
}

/** A parameter of an `<object>` that is a step, as those are that move the layers of a drawing: the step stays. */
function writeStep({ attributes }: HtmlTag, writing: Writing): string {
  const classes = attributes.find(({ name }) => name === 'class')?.value ?? '';
  if (!classes.split(/\s+/).includes('fragment')) return '';
  const kept = attributes.filter(({ name }) => name === 'class' || name === 'data-fragment-index');
  return `<span${writeHtmlAttributes(kept, 'span', writing)}></span>`;
}

/** An element that holds no Markdown; empty where its tag is left out. */
export function writeHtmlVerbatim(verbatim: HtmlVerbatim, writing: Writing): string {
  if (isRefusedTag(verbatim.name)) return '';
  const { name, text } = verbatim;
  const open = `<${name}${writeHtmlAttributes(verbatim.attributes, name, writing)}>`;
  const content = name === 'style' ? writeStyle(verbatim, writing) : writeVerbatimText(name, text);
  return `${open}${content}</${name}>`;
}

/** The places of addresses are true up to the end tag. */
function writeStyle({ text, span }: HtmlVerbatim, writing: Writing): string {
  const start = span.end - '</style>'.length - text.length;
  const css = writeCss(text, (address) => ({ start: start + address.start, end: start + address.end }), writing);
  return css.replaceAll('</', '<\\/');
}

/** The box of an element that waits for a click. */
function boxBefore(tag: HtmlTag, writing: Writing): string {
  const media = writing.waiting.get(tag);
  if (media !== undefined) return writeRemoteBox('media', media, '', writing);
  const kind = tag.name === 'iframe' ? 'frame' : tag.name === 'img' ? 'image' : null;
  if (kind === null) return '';
  for (const attribute of tag.attributes) {
    if (attribute.reference === null || !/^(?:data-)?src$/.test(attribute.name)) continue;
    const target = targetOf(attribute.reference, writing);
    if (target.to !== 'remote' || !mustWait(attribute.reference, writing)) return '';
    const name = tag.attributes.find((other) => other.name === (kind === 'image' ? 'alt' : 'title'))?.value ?? '';
    return writeRemoteBox(kind, target.url, name, writing);
  }
  return '';
}

function tagAttributes(tag: HtmlTag, writing: Writing): string {
  const waits = writing.waiting.has(tag) ? ' hidden' : '';
  const lazy = tag.name === 'img' && !tag.attributes.some(({ name }) => name === 'loading') ? ' loading="lazy"' : '';
  return writeHtmlAttributes(tag.attributes, tag.name, writing) + waits + lazy;
}

function writeHtmlAttributes(attributes: readonly HtmlAttribute[], tag: string, writing: Writing): string {
  let html = '';
  const seen = new Set<string>();
  for (const attribute of attributes) {
    if (seen.has(attribute.name) || isRefused(attribute.name) || (writing.gathered && attribute.name === 'id')) continue;
    seen.add(attribute.name);
    html += writeHtmlAttribute(attribute, tag, writing);
  }
  return html;
}

function writeHtmlAttribute({ name, value, reference, span }: HtmlAttribute, tag: string, writing: Writing): string {
  if (reference !== null) return writeReference(name, reference, tag, writing);
  if (value === null) return ` ${name}`;
  if (name === 'style')
    return writeAttribute(
      name,
      writeCss(value, () => span, writing),
    );
  if (isAddress(name) && !value.startsWith('#')) return '';
  if (/^data-(?:src|background|preview)/.test(name) && originOf(value) !== null) return '';
  return writeAttribute(name, value);
}

function writeReference(name: string, reference: NonNullable<HtmlAttribute['reference']>, tag: string, writing: Writing): string {
  const href = hrefOf(reference, writing);
  if (href === null) return '';
  const remote = targetOf(reference, writing).to === 'remote';
  if (reference.role === 'link') return writeAttribute(name, href) + (remote && tag === 'a' ? ' rel="noopener"' : '');
  if (reference.role === 'frame' && !remote) writing.origins.frame.add("'self'");
  if (!mustWait(reference, writing)) return writeAttribute(name, href);
  if (!/^(?:data-)?src$/.test(name)) return name.startsWith('data-background') ? writeAttribute(`${name}-waiting`, href) : '';
  return writeAttribute('data-lectern-src', remoteUrl(href)) + (tag === 'iframe' || tag === 'img' ? ' hidden' : '');
}

/** Style sheets of the course may be linked; those of others, and all else that a `<link>` can load, may not. */
function writeStyleLink(tag: HtmlTag, writing: Writing): string {
  const reference = tag.attributes.find((attribute) => attribute.reference?.role === 'style')?.reference ?? null;
  if (reference === null || targetOf(reference, writing).to !== 'asset') return '';
  return `<link rel="stylesheet" href="${escapeHtml(hrefOf(reference, writing) ?? '')}">`;
}
