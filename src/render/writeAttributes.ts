/** Attributes as the author gave them → attributes as a tag has them, each with a space before it. */
import type { Attributes, Pair, Reference } from '../model/attributes.ts';
import { attributeName, isAddress, isRefused } from './attributeNames.ts';
import { escapeHtml } from './escape.ts';
import { hrefOf, originOf, targetOf } from './hrefOf.ts';
import { writeCss } from './writeCss.ts';
import type { Writing } from './writing.ts';

export interface AttributeOptions {
  /** Instead of the author's own; null: none. */
  readonly id?: string | null;
  readonly classes?: readonly string[];
  /** Names as written on the page that are left out. */
  readonly without?: readonly string[];
}

/** `id`, `class` and the rest: ` id="a" class="b c" data-foo="1"`. Of two with the same name the first counts, as in browsers. */
export function writeAttributes(attributes: Attributes, writing: Writing, options: AttributeOptions = {}): string {
  const id = writing.gathered ? null : options.id === undefined ? attributes.id : options.id;
  const classes = options.classes ?? attributes.classes;
  let html = writeAttribute('id', id) + writeAttribute('class', classes.length === 0 ? null : classes.join(' '));
  const seen = new Set(options.without);
  for (const pair of attributes.pairs) {
    const name = attributeName(pair.key);
    if (seen.has(name)) continue;
    seen.add(name);
    html += writePair(name, pair, writing);
  }
  return html;
}

/** Attributes that a block or item may have; a step of the deck is there from the beginning on a page. */
export function writeOwnAttributes(
  { attributes }: { readonly attributes?: Attributes },
  writing: Writing,
  classes: readonly string[] = [],
): string {
  const own = [...classes, ...(attributes?.classes ?? [])];
  if (attributes === undefined) return writeAttribute('class', own.length === 0 ? null : own.join(' '));
  const shown = writing.view === 'deck' ? own : own.filter((name) => name !== 'fragment');
  return writeAttributes(attributes, writing, { classes: shown });
}

/** One attribute with a space before it; nothing for null. */
export function writeAttribute(name: string, value: string | null): string {
  return value === null ? '' : ` ${name}="${escapeHtml(value)}"`;
}

/** A reference that makes the page ask another host: whether it must wait for a click. Else its origin is noted for the policy. */
export function mustWait(reference: Reference, writing: Writing): boolean {
  const target = targetOf(reference, writing);
  if (target.to !== 'remote') return false;
  const kind = reference.role === 'media' || reference.role === 'frame' ? reference.role : 'image';
  const origin = originOf(target.url);
  if (origin !== null) writing.origins[kind].add(origin);
  return kind !== 'image' || writing.syllabus.settings.remote === 'ask';
}

function writePair(name: string, pair: Pair, writing: Writing): string {
  if (isRefused(name)) return '';
  if (pair.reference !== null) return writeReference(name, pair.reference, writing);
  if (name === 'style')
    return writeAttribute(
      name,
      writeCss(pair.value, () => pair.span, writing),
    );
  if (isAddress(name) && !pair.value.startsWith('#')) return '';
  // Reveal loads what these name.
  if (/^data-(?:src|background|preview)/.test(name) && originOf(pair.value) !== null) return '';
  return writeAttribute(name, pair.value);
}

function writeReference(name: string, reference: Reference, writing: Writing): string {
  const href = hrefOf(reference, writing);
  if (href === null) return '';
  if (reference.role === 'link') return writeAttribute(name, href);
  return writeAttribute(mustWait(reference, writing) ? `${name}-waiting` : name, href);
}
