/**
 * Everything in square brackets: links, images, spans with attributes, references.
 *
 *     [text](address "title"){.class}    ![caption](figure.svg){width=50%}    [word]{.fragment}    [text][label]
 *           ^ address                               ^ address                       ^ attributes
 */
import { type ScannedAttributes, type Stretch, scanAttributes } from '../attributes.ts';
import { headingLabel } from '../headingLabel.ts';
import { isOn } from '../isOn.ts';
import { environmentOf, lastOf, type MarkdownIt, type StateInline, setMeta, tokenizeInside } from '../tokens.ts';

export function bracket(markdown: MarkdownIt): void {
  addBrackets(markdown, true);
}

/** Links and images; without `pandoc`, no attributes, no spans, and no spaces in an address. */
export function addBrackets(markdown: MarkdownIt, pandoc: boolean): void {
  markdown.inline.ruler.at('link', (state, silent) => parseBracket(state, silent, state.pos, false, pandoc));
  markdown.inline.ruler.at(
    'image',
    (state, silent) => state.src.charCodeAt(state.pos) === 33 && parseBracket(state, silent, state.pos + 1, true, pandoc),
  );
}

/** What the address of a link to a heading by its text begins with, until headings have identifiers. */
export const HEADING = 'heading:';

interface Destination {
  readonly address: string;
  readonly addressAt: Stretch | null;
  readonly title: string | null;
  readonly end: number;
  /** Of its definition. */
  readonly attributes?: ScannedAttributes;
}

function parseBracket(state: StateInline, silent: boolean, opening: number, image: boolean, pandoc: boolean): boolean {
  if (state.src.charCodeAt(opening) !== 91) return false;
  if (lastOf(state, ']') < opening) return false;
  const closing = state.md.helpers.parseLinkLabel(state, opening, false);
  if (closing < 0) return false;
  const label: Stretch = [opening + 1, closing];
  const spanned = image || !pandoc || !isOn(state, 'bracketed_spans') ? null : scanAttributes(state.src, closing + 1);
  if (spanned !== null) {
    push(state, silent, 'span', label, spanned, null);
    return true;
  }
  const destination =
    image || state.linkLevel === 0 ? (scanDestination(state, closing + 1, pandoc) ?? findReference(state, label)) : null;
  if (destination === null) return false;
  const attributes =
    destination.attributes === undefined && pandoc && isOn(state, 'link_attributes')
      ? scanAttributes(state.src, destination.end)
      : null;
  push(state, silent, image ? 'image' : 'link', label, attributes, destination);
  return true;
}

function push(
  state: StateInline,
  silent: boolean,
  kind: 'image' | 'link' | 'span',
  label: Stretch,
  attributes: ScannedAttributes | null,
  destination: Destination | null,
): void {
  const end = attributes?.at[1] ?? destination?.end ?? label[1] + 1;
  if (!silent) {
    const start = state.pos;
    const open = state.push(`${kind}_open`, kind, 1);
    setMeta(open, { at: [start, end], attributes, title: destination?.title ?? null });
    if (destination !== null) setMeta(open, { address: { text: destination.address, at: destination.addressAt } });
    if (destination?.attributes !== undefined) setMeta(open, { attributes: destination.attributes, defined: true });
    if (kind === 'link') state.linkLevel++;
    tokenizeInside(state, ...label);
    if (kind === 'link') state.linkLevel--;
    state.push(`${kind}_close`, kind, -1);
  }
  state.pos = end;
}

/** Reads `(address "title")` at an offset. */
function scanDestination(state: StateInline, at: number, pandoc: boolean): Destination | null {
  if (state.src.charCodeAt(at) !== 40) return null;
  const start = skipWhite(state.src, at + 1, state.posMax);
  const scanned = scanAddress(state, start, pandoc);
  const afterAddress = skipWhite(state.src, scanned.at[1] + (scanned.angled ? 1 : 0), state.posMax);
  const round = pandoc && state.src.charCodeAt(afterAddress) === 40;
  const title = round ? { ok: false, pos: 0, str: '' } : state.md.helpers.parseLinkTitle(state.src, afterAddress, state.posMax);
  const end = skipWhite(state.src, title.ok ? title.pos : afterAddress, state.posMax);
  if (end >= state.posMax || state.src.charCodeAt(end) !== 41) return null;
  return { address: scanned.text, addressAt: scanned.at, title: title.ok ? title.str : null, end: end + 1 };
}

/** An address with spaces and balanced brackets in it. */
const SPACED = /^[^\s()"'](?:\([^()\n]*\)|[^()"'\n])*?(?=\s*(?:\)|\s["']))/;
/** One with more characters has no spaces: each of them would be looked at from each before it. */
const LONGEST_ADDRESS = 2000;

/** The address at an offset; pandoc lets one hold spaces, up to a title or the closing parenthesis. */
function scanAddress(
  state: StateInline,
  start: number,
  pandoc: boolean,
): { readonly text: string; readonly at: Stretch; readonly angled: boolean } {
  const plain = state.md.helpers.parseLinkDestination(state.src, start, state.posMax);
  const angled = state.src.charCodeAt(start) === 60 && plain.ok;
  const end = plain.ok ? plain.pos : start;
  if (angled) return { text: plain.str, at: [start + 1, end - 1], angled };
  if (!pandoc) return { text: plain.ok ? plain.str : '', at: [start, end], angled };
  const spaced = SPACED.exec(state.src.slice(start, Math.min(state.posMax, start + LONGEST_ADDRESS)));
  const after = state.src.slice(end, state.posMax);
  if (spaced !== null && spaced[0].length > end - start && !/^\s*(?:\)|["'])/.test(after)) {
    return { text: spaced[0], at: [start, start + spaced[0].length], angled };
  }
  return { text: plain.ok ? plain.str : '', at: [start, end], angled };
}

/** The definition that `[text][label]`, `[label][]` or `[label]` means. */
function findReference(state: StateInline, label: Stretch): Destination | null {
  const references = (
    state.env as { readonly references?: Readonly<Record<string, { readonly href: string; readonly title: string }>> }
  ).references;
  const text = state.src.slice(...label);
  let end = label[1] + 1;
  let name = text;
  if (state.src.charCodeAt(end) === 91) {
    const second = state.md.helpers.parseLinkLabel(state, end, false);
    if (second >= 0) {
      name = state.src.slice(end + 1, second) || text;
      end = second + 1;
    }
  }
  const normalized = state.md.utils.normalizeReference(name);
  const defined = environmentOf(state).definitions.get(normalized);
  const found = defined ?? references?.[normalized];
  const heading = headingLabel(name);
  if (found === undefined && heading !== '' && environmentOf(state).headings.has(heading)) {
    return { address: `${HEADING}${heading}`, addressAt: null, title: null, end };
  }
  return found === undefined
    ? null
    : {
        address: found.href,
        addressAt: null,
        title: found.title === '' ? null : found.title,
        end,
        ...(defined !== undefined && { attributes: defined.attributes }),
      };
}

function skipWhite(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && /\s/.test(text[at] ?? '')) at++;
  return at;
}
