/** A built site → its pages, parsed: their elements in order. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PageElement[];
  /** All text in it. */
  readonly text: string;
}

export interface SitePage {
  /** From the site's root. */
  readonly path: string;
  /** Every element, parents before children. */
  readonly elements: readonly PageElement[];
}

/** What a reader without scripts is shown is part of the page as well. */
const AS_READ = { scriptingEnabled: false };

export function readPages(site: string): readonly SitePage[] {
  const names = readdirSync(site, { recursive: true, encoding: 'utf8' }).map((name) => name.split(sep).join('/'));
  return names
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((path) => ({ path, elements: flatten(childrenOf(parse(readFileSync(join(site, path), 'utf8'), AS_READ))) }));
}

function childrenOf(node: DefaultTreeAdapterTypes.ParentNode): readonly PageElement[] {
  return node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return [];
    // What stands in a template is part of the page as well.
    const inside = 'content' in child ? child.content : child;
    const attributes = Object.fromEntries(child.attrs.map(({ name, value }) => [name, value]));
    return [{ name: child.tagName, attributes, children: childrenOf(inside), text: textOf(inside) }];
  });
}

function flatten(elements: readonly PageElement[]): readonly PageElement[] {
  return elements.flatMap((element) => [element, ...flatten(element.children)]);
}

function textOf(node: DefaultTreeAdapterTypes.ParentNode): string {
  return node.childNodes.map((child) => ('value' in child ? child.value : 'childNodes' in child ? textOf(child) : '')).join('');
}
