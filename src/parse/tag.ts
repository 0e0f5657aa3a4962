/** Reads one raw HTML tag: its name, and its attributes with their places. */
import type { HtmlAttribute } from '../model/blocks.ts';
import type { ReferenceRole } from '../model/attributes.ts';
import type { Span } from '../model/source.ts';
import createMarkdownIt from 'markdown-it';
import { roleOfKey, type Stretch } from './attributes.ts';

export interface ScannedTag {
  /** Lower case. */
  readonly name: string;
  readonly form: 'open' | 'close' | 'void';
  readonly attributes: readonly {
    readonly name: string;
    readonly value: string | null;
    readonly at: Stretch;
    readonly valueAt: Stretch;
  }[];
  readonly at: Stretch;
}

const OPEN = /<([A-Za-z][A-Za-z0-9:-]*)/y;
const CLOSE = /<\/([A-Za-z][A-Za-z0-9:-]*)\s*>/y;
const ATTRIBUTE = /(?:\s*\/)?\s*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;
const END = /\s*(\/?)>/y;

/** Elements that never have content. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** Elements that stand between paragraphs, not in them (pandoc's `blockHtmlTags`, and those that may be either). */
const BLOCK = new Set(
  (
    'address article aside blockquote body canvas caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li main menu meta nav noframes noscript object ol ' +
    'output p pre script section style summary table tbody td template textarea tfoot th thead tr ul video audio embed svg'
  ).split(' '),
);

/** Those of them that go on with the paragraph that they stand in (pandoc's `eitherBlockOrInline`). */
const EITHER = new Set('audio embed iframe noscript object svg video'.split(' '));

/** Elements whose content is text to the browser, and never Markdown. */
const VERBATIM = new Set(['script', 'style', 'pre', 'textarea', 'svg', 'math']);

/** Whether a tag stands between blocks where a line begins with it. */
export function isBlockTag(tag: { readonly name: string }): boolean {
  return BLOCK.has(tag.name);
}

/** Whether a tag ends a paragraph that it stands in. */
export function endsParagraph(tag: { readonly name: string }): boolean {
  return BLOCK.has(tag.name) && !EITHER.has(tag.name);
}

/** Whether what an element holds is never Markdown; `name` in lower case. */
export function isVerbatim(name: string): boolean {
  return VERBATIM.has(name);
}

/** The tag that starts at `at`, over several lines if need be; null where there is none. */
export function scanTag(text: string, at: number): ScannedTag | null {
  if (text.charCodeAt(at) !== 60) return null;
  CLOSE.lastIndex = at;
  const close = CLOSE.exec(text);
  if (close !== null) {
    const closed = (close[1] ?? '').toLowerCase();
    // browsers take `</br>` for a line break
    return { name: closed, form: closed === 'br' ? 'void' : 'close', attributes: [], at: [at, CLOSE.lastIndex] };
  }
  OPEN.lastIndex = at;
  const open = OPEN.exec(text);
  if (open === null) return null;
  const name = (open[1] ?? '').toLowerCase();
  const attributes: ScannedTag['attributes'][number][] = [];
  for (let from = OPEN.lastIndex; ; ) {
    END.lastIndex = from;
    const end = END.exec(text);
    if (end !== null)
      return { name, form: VOID.has(name) || end[1] === '/' ? 'void' : 'open', attributes, at: [at, END.lastIndex] };
    ATTRIBUTE.lastIndex = from;
    const match = ATTRIBUTE.exec(text);
    if (match === null || (attributes.length === 0 && !/^[\s/]/.test(match[0]))) return null;
    from = ATTRIBUTE.lastIndex;
    const raw = match[2] ?? match[3] ?? match[4];
    const valueEnd = match[2] !== undefined || match[3] !== undefined ? from - 1 : from;
    attributes.push({
      name: (match[1] ?? '').toLowerCase(),
      value: raw === undefined ? null : decodeEntities(raw),
      at: [match.index + (match[0].length - match[0].replace(/^[\s/]+/, '').length), from],
      valueAt: [valueEnd - (raw ?? '').length, valueEnd],
    });
  }
}

/** Where the comment that starts at `at` ends; null where none starts there, or it is never closed. `last` is where `-->` stands last. */
export function scanComment(text: string, at: number, last: number): number | null {
  if (last < at + 4 || !text.startsWith('<!--', at)) return null;
  const end = text.indexOf('-->', at + 4);
  return end < 0 ? null : end + 3;
}

/** Scanned attributes as the model has them. */
export function makeHtmlAttributes(tag: ScannedTag, place: (at: Stretch) => Span): readonly HtmlAttribute[] {
  return tag.attributes.map(({ name, value, at, valueAt }) => {
    const role = value === null ? null : roleOf(tag.name, name, value);
    const reference = role === null || value === null ? null : { role, address: value.trim(), span: place(valueAt) };
    return { name, value, span: place(at), reference };
  });
}

const ROLES: Readonly<Record<string, ReferenceRole>> = {
  'a href': 'link',
  'area href': 'link',
  'img src': 'image',
  'input src': 'image',
  'image href': 'image',
  'image xlink:href': 'image',
  'video src': 'media',
  'audio src': 'media',
  'source src': 'media',
  'track src': 'media',
  'iframe src': 'frame',
  'embed src': 'frame',
  'object data': 'frame',
  'link href': 'style',
  'script src': 'script',
};

function roleOf(tag: string, attribute: string, value: string): ReferenceRole | null {
  if (tag === 'object' && attribute === 'data' && /\.(?:svg|png|jpe?g|gif|webp|avif)(?:[?#].*)?$/i.test(value)) return 'image';
  return ROLES[`${tag} ${attribute.replace(/^data-(src|href)$/, '$1')}`] ?? roleOfKey(attribute, value);
}

/** The text with its character references read. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? DECODER.utils.unescapeAll(text.replaceAll('\\', '\\\\')) : text;
}

const DECODER = createMarkdownIt();
