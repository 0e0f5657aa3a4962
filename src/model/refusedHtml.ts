/** What of an author's HTML never gets out, because it would run, send or load something on its own. */

import type { HtmlAttribute, HtmlTag } from './blocks.ts';

/** Tags that are left out; what stands between them stays, but for `script`. */
const TAGS: ReadonlySet<string> = new Set(
  'html head body title base meta script noscript object embed applet frame frameset portal param form'.split(' '),
);

const ATTRIBUTES: ReadonlySet<string> = new Set(
  `action attributename autofocus background classid codebase content crossorigin formaction http-equiv imagesrcset integrity
  is manifest nonce ping profile sandbox srcdoc srcset`.split(/\s+/),
);

/** Whether a tag is left out; `name` in lower case. */
export function isRefusedTag(name: string): boolean {
  return TAGS.has(name);
}

/** The address of the picture that an `<object>` shows: it is written as an image, in which nothing runs. Null for all else. */
export function objectPicture({ name, attributes }: Pick<HtmlTag, 'name' | 'attributes'>): HtmlAttribute | null {
  if (name !== 'object') return null;
  return attributes.find((attribute) => attribute.name === 'data' && attribute.reference?.role === 'image') ?? null;
}

/** Whether an attribute runs a script. */
export function isHandler(name: string): boolean {
  return /^on[a-z]+$/i.test(name);
}

/** Whether an attribute is left out, of a raw tag or of `{key=value}`. */
export function isRefusedAttribute(name: string): boolean {
  return isHandler(name) || ATTRIBUTES.has(name.toLowerCase());
}
