/** Whether an extension of pandoc's is on, for rules and for the tree. */
import { indentOf, type StateBlock } from './tokens.ts';
import { type Extension, type Extensions, PANDOC } from '../model/extensions.ts';

/** For a rule of markdown-it: its state's environment says so. */
export function isOn(state: { readonly env: unknown }, name: Extension): boolean {
  return isReadWith(state.env as { readonly extensions?: Extensions }, name);
}

/** For whatever travels with a text. */
export function isReadWith(reading: { readonly extensions?: Extensions }, name: Extension): boolean {
  return (reading.extensions ?? PANDOC).has(name);
}

/** Whether what ends a paragraph may stand left of it, and end the item that it is in (in CommonMark), or is a part of it. */
export function mayStandBeside(state: StateBlock, line: number): boolean {
  return indentOf(state, line) >= 0 || isOn(state, 'commonmark');
}

/** Whether a raw tag is one: without `raw_html`, only those that stand for a div or a span of pandoc's own. */
export function isTagRead(state: { readonly env: unknown }, tag: string): boolean {
  if (isOn(state, 'raw_html')) return true;
  return (tag === 'div' && isOn(state, 'native_divs')) || (tag === 'span' && isOn(state, 'native_spans'));
}
