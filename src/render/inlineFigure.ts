/** The text of one of our own figures (an SVG file whose root has `class="f"`) → the same as part of a page, with nothing that runs or loads. */
import { escapeHtml } from './escape.ts';

/** Everything that draws, names or groups; all other elements are left out with what they hold. */
const ELEMENTS: ReadonlySet<string> = new Set(
  `svg g path rect circle ellipse line polyline polygon text tspan textPath title desc defs use symbol marker linearGradient
  radialGradient stop clipPath mask pattern style a switch`.split(/\s+/),
);
/** A figure that is larger holds pictures, and is fetched as a file of its own. */
const LARGEST = 100_000;
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/gy;

export interface FigureOptions {
  /** Comes before every identifier in the figure, so that none is on the page twice. */
  readonly prefix: string;
  /** Attributes of the image, each with a space before it: they count before the file's own. */
  readonly attributes: string;
  readonly classes: readonly string[];
  /** What the figure shows, in the words of the page; null where the file's own title and description say it. */
  readonly label: string | null;
  /** What it is called where the file has no title. */
  readonly fallback: string;
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Null where the file is no such figure, is not well-formed, or has styles that would reach beyond it. */
export function inlineFigure(text: string, options: FigureOptions): string | null {
  if (text.length > LARGEST || !/<svg\s[^>]*\bclass\s*=\s*["'](?:[^"']*\s)?f[\s"']/.test(text)) return null;
  const open: Tag[] = [];
  const state = { html: '', skipped: 0, ended: false, at: 0 };
  for (const token of text.replace(/^\uFEFF/, '').matchAll(TOKEN)) {
    if (token.index !== state.at) return null;
    state.at += token[0].length;
    const [whole, data, closing, name, attributes = '', alone] = token;
    if (name === undefined) {
      const shown = data === undefined ? (whole.startsWith('<') ? '' : whole) : escapeHtml(data);
      if (open.at(-1)?.name === 'style' && state.skipped === 0 && !isOwnStyle(shown)) return null;
      if (open.length > 0 && state.skipped === 0) state.html += shown;
    } else if (closing === '/') {
      if (open.pop()?.name !== name) return null;
      if (state.skipped > 0) state.skipped -= 1;
      else state.html += `</${name}>`;
      state.ended = open.length === 0;
    } else {
      if (state.ended) return null;
      const tag: Tag = { name, attributes: attributesOf(attributes) };
      if (open.length === 0 && !isFigure(tag)) return null;
      const skips = state.skipped > 0 || !ELEMENTS.has(name);
      if (!skips) state.html += writeTag(tag, open.length === 0, text, options, alone === '/');
      if (alone === '/') continue;
      open.push(tag);
      if (skips) state.skipped += 1;
    }
  }
  return state.ended && state.at === text.replace(/^\uFEFF/, '').length ? state.html : null;
}

function isFigure({ name, attributes }: Tag): boolean {
  return name === 'svg' && (attributes.get('class') ?? '').split(/\s+/).includes('f') && attributes.has('viewBox');
}

/** Whether rules concern figures alone, and load nothing. Escapes and entities could hide a word. */
function isOwnStyle(css: string): boolean {
  if (/@import|@font-face|[\\<&]/i.test(css) || reachesOut(css)) return false;
  const selectors = [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{/g)].map(([, selector = '']) => selector.trim());
  return selectors.every(
    (selector) => selector.startsWith('@media') || selector.split(',').every((one) => /^\.f(?![\w-])/.test(one.trim())),
  );
}

function reachesOut(css: string): boolean {
  return /url\(\s*(?!["']?#)/i.test(css) || /image-set|image\(/i.test(css);
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const pairs = [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return new Map(pairs.map(([, name = '', double, single = '']) => [name, double ?? single]));
}

function writeTag(tag: Tag, root: boolean, text: string, options: FigureOptions, alone: boolean): string {
  let html = `<${tag.name}`;
  if (root) html += rootAttributes(tag, text, options);
  for (const [name, value] of tag.attributes) {
    if (root && /^(?:class|role|aria-.*|width|height|style|id|x|y)$/.test(name)) continue;
    html += writeFigureAttribute(name, value, options.prefix);
  }
  return `${html}${alone ? '/>' : '>'}`;
}

function rootAttributes({ attributes }: Tag, text: string, options: FigureOptions): string {
  const classes = [...new Set([...(attributes.get('class') ?? '').split(/\s+/), ...options.classes])].filter(Boolean);
  const named = attributes.get('aria-labelledby');
  const label = options.label ?? (named === undefined && !/<title[\s>]/.test(text) ? options.fallback : null);
  const names =
    label === null
      ? named === undefined
        ? ''
        : ` aria-labelledby="${prefixed(named, options.prefix)}"`
      : ` aria-label="${escapeHtml(label)}"`;
  return ` class="${escapeHtml(classes.join(' '))}" role="img"${names}${options.attributes}`;
}

function writeFigureAttribute(name: string, value: string, prefix: string): string {
  const plain = name === 'xlink:href' ? 'href' : name;
  // A value's entities are the file's: they are left as they are.
  const write = (text: string): string => ` ${plain}="${text.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
  if (plain === 'xmlns' || plain === 'xml:space') return plain === 'xmlns' ? write('http://www.w3.org/2000/svg') : '';
  if (/^on|:|^(?:src|tabindex|autofocus)$/i.test(plain)) return '';
  if (plain === 'href') return value.startsWith('#') ? write(`#${prefix}${value.slice(1)}`) : '';
  if (/^(?:id|aria-labelledby|aria-describedby)$/.test(plain)) return write(prefixed(value, prefix));
  if (plain === 'aria-label' || plain === 'class') return write(value);
  // Entities and escapes could hide an address.
  if (/[\\&]/.test(value) || reachesOut(value)) return '';
  return write(value.replace(/url\(\s*(["']?)#/gi, `url($1#${prefix}`));
}

function prefixed(names: string, prefix: string): string {
  return names
    .trim()
    .split(/\s+/)
    .map((name) => escapeHtml(prefix + name))
    .join(' ');
}
