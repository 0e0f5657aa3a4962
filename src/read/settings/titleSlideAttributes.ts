/** The map under `title-slide-attributes` → attributes of the cover, as if they stood at a heading. */
import { type Attributes, NO_ATTRIBUTES, type Pair, type ReferenceRole } from '../../model/attributes.ts';
import type { Entry, Value } from '../value.ts';

const ROLES: ReadonlyMap<string, ReferenceRole> = new Map([
  ['background-image', 'image'],
  ['background-video', 'media'],
  ['background-iframe', 'frame'],
]);
/** `data-background` is a colour, or an image by reveal.js's own test. */
const IMAGE = /^(https?:|file:|\/\/)|\.(svg|png|jpe?g|gif|bmp|webp|avif)([?#\s]|$)/i;

/** Keys with or without their `data-`; a value that is a path carries a reference. */
export function titleSlideAttributes(value: Value | undefined): Attributes {
  if (value?.kind !== 'map') return NO_ATTRIBUTES;
  const textOf = (key: string): string => textAt(value.entries, key);
  return {
    id: textOf('id') || null,
    idSpan: value.entries.find((entry) => entry.key === 'id')?.value.span ?? null,
    classes: textOf('class').split(/\s+/).filter(Boolean),
    pairs: value.entries.filter((entry) => entry.key !== 'id' && entry.key !== 'class').flatMap(pairOf),
  };
}

function textAt(entries: readonly Entry[], key: string): string {
  const value = entries.find((entry) => entry.key === key)?.value;
  return value?.kind === 'scalar' ? value.text.trim() : '';
}

function pairOf({ key, keySpan, value }: Entry): readonly Pair[] {
  if (value.kind !== 'scalar') return [];
  const address = value.text.trim();
  const role = ROLES.get(key.replace(/^data-/, '')) ?? (/^(data-)?background$/.test(key) && IMAGE.test(address) ? 'image' : null);
  const reference = role && address !== '' ? { role, address, span: value.span } : null;
  return [{ key, value: address, span: { ...keySpan, end: Math.max(keySpan.end, value.span.end) }, reference }];
}
