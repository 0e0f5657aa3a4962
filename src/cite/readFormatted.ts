/** What the formatter of citations writes, a little HTML → inlines of our tree. */
import { NO_ATTRIBUTES } from '../model/attributes.ts';
import type { Inline } from '../model/blocks.ts';
import type { Span } from '../model/source.ts';

const STYLED = { i: 'emphasis', b: 'strong', sup: 'superscript', sub: 'subscript' } as const;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0', apos: "'" };

interface Level {
  readonly tag: string;
  readonly attributes: string;
  readonly nodes: Inline[];
}

/** `place` is where the inlines stand; `linkPlace` where what links lead to was written. */
export function readFormatted(html: string, place: Span, linkPlace: Span): readonly Inline[] {
  const outermost: Level = { tag: '', attributes: '', nodes: [] };
  const levels = [outermost];
  const innermost = (): Level => levels.at(-1) ?? outermost;
  const close = (): void => {
    const level = levels.pop();
    if (level === undefined || level === outermost) return;
    innermost().nodes.push(...inlinesOf(level, place, linkPlace));
  };
  for (const [, closing, name = '', attributes = '', text] of html.matchAll(/<(\/?)([a-z]+)([^>]*)>|([^<]+|<)/gi)) {
    const tag = name.toLowerCase();
    if (text !== undefined) pushText(innermost().nodes, unescaped(text), place);
    else if (closing !== '/') levels.push({ tag, attributes, nodes: [] });
    else if (levels.some((level) => level.tag === tag)) {
      while (innermost().tag !== tag) close();
      close();
    }
  }
  while (levels.length > 1) close();
  return trimmed(outermost.nodes);
}

function pushText(nodes: Inline[], text: string, span: Span): void {
  const plain = text.replace(/\s*\n\s*/g, ' ');
  if (plain !== '') nodes.push({ kind: 'text', text: plain, span });
}

function inlinesOf({ tag, attributes, nodes }: Level, span: Span, linkPlace: Span): readonly Inline[] {
  if (nodes.length === 0) return [];
  const styled = tag in STYLED ? STYLED[tag as keyof typeof STYLED] : null;
  if (styled !== null) return [{ kind: styled, children: nodes, span }];
  if (tag === 'a') {
    const address = unescaped(/href="([^"]*)"/.exec(attributes)?.[1] ?? '');
    const target = { role: 'link', address, span: address.startsWith('#') ? span : linkPlace } as const;
    const pairs = address.startsWith('#') ? [{ key: 'role', value: 'doc-biblioref', span, reference: null }] : [];
    return [
      { kind: 'link', target, title: null, children: nodes, automatic: false, attributes: { ...NO_ATTRIBUTES, pairs }, span },
    ];
  }
  const classes = classesOf(tag, attributes);
  if (classes.length === 0) return nodes;
  const styledSpan: Inline = { kind: 'span', attributes: { ...NO_ATTRIBUTES, classes }, children: nodes, span };
  // a number stands apart from what it counts, also where nothing is laid out
  return classes.includes('csl-left-margin') ? [styledSpan, { kind: 'text', text: ' ', span }] : [styledSpan];
}

function classesOf(tag: string, attributes: string): readonly string[] {
  const [, given = ''] = /class="([^"]*)"/.exec(attributes) ?? [];
  if (tag === 'div') return given.split(' ').filter((name) => /^csl-(?:left-margin|right-inline|block|indent)$/.test(name));
  if (/small-caps/.test(attributes)) return ['smallcaps'];
  return /underline/.test(attributes) ? ['underline'] : [];
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|([a-z]+));/gi, (whole, code: string | undefined, name: string | undefined) =>
    code === undefined ? (ENTITIES[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
  );
}

/** Without white space at both ends. */
function trimmed(nodes: readonly Inline[]): readonly Inline[] {
  return nodes
    .map((node, at): Inline => {
      if (node.kind !== 'text') return node;
      const start = at === 0 ? node.text.trimStart() : node.text;
      return { ...node, text: at === nodes.length - 1 ? start.trimEnd() : start };
    })
    .filter((node) => node.kind !== 'text' || node.text !== '');
}
