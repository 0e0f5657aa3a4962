/** A formatted citation → the same with each of its items as a link to its entry. */

export interface LinkedItems {
  /** The keys of its items, in the order in which they are shown. */
  readonly keys: readonly string[];
  /** What the style puts between two of them. */
  readonly delimiter: string;
  /** The author of the first stands before the brackets, as part of the sentence. */
  readonly inText: boolean;
}

const WHOLE = /^([([]?)(.*?)([)\]]?)$/su;
const BEHIND_AUTHOR = /^(.*?\s[([])(.*)([)\]])$/su;

/** `html` as it is where its items cannot be told apart: where the style makes a range of them. */
export function linkItems(html: string, { keys, delimiter, inText }: LinkedItems): string {
  const [, before = '', inner = '', after = ''] = (inText ? BEHIND_AUTHOR.exec(html) : null) ?? WHOLE.exec(html) ?? [];
  const parts = keys.length === 1 || delimiter === '' ? [inner] : inner.split(delimiter);
  if (parts.length !== keys.length || !parts.every(isBalanced)) return html;
  const linked = parts.map((part, at) => `<a href="#ref-${encodeURIComponent(keys[at] ?? '')}">${part}</a>`);
  return before + linked.join(delimiter) + after;
}

function isBalanced(part: string): boolean {
  const tags = part.match(/<\/?[a-z]/gi) ?? [];
  return tags.filter((tag) => tag.startsWith('</')).length * 2 === tags.length;
}
