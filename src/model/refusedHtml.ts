/** What of an author's HTML never gets out, because it would run, send or load something on its own. */

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

/** Whether an attribute runs a script. */
export function isHandler(name: string): boolean {
  return /^on[a-z]+$/i.test(name);
}

/** Whether an attribute is left out, of a raw tag or of `{key=value}`. */
export function isRefusedAttribute(name: string): boolean {
  return isHandler(name) || ATTRIBUTES.has(name.toLowerCase());
}
