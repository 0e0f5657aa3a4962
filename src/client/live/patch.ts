/**
 * An element of the page, its markup as it was sent before and as it is sent now → the element with only that changed which the
 * server changed: what scripts and readers did to all the rest stays.
 */
import { type Likeness, matchLists } from './matchLists.ts';
import { bringIn, type Origins } from './origins.ts';

export interface Patch {
  readonly origins: Origins;
  /** Whether it took care of an element, and of all that is in it, itself. */
  readonly special: (live: Element, sent: Element, now: Element) => boolean;
}

/** These begin anew where anything about them changes. */
const WHOLE = 'video, audio, iframe, object, embed, picture, [data-lectern-question], .lectern-remote';

const NODES: Likeness<ChildNode> = {
  isSame: (one, other) => one.isEqualNode(other),
  content: (node) => (isElement(node) ? node.outerHTML : `${node.nodeType}${node.nodeValue}`),
  name: (node) => (isElement(node) ? node.id : ''),
  kind: (node) => (isElement(node) ? `${node.localName} ${node.getAttribute('rel') ?? ''}` : node.nodeName),
};

/** `sent` is where `live` came from; it is made what is sent `now` as well. */
export function patchElement(live: Element, sent: Element, now: Element, patch: Patch): void {
  if (patch.special(live, sent, now)) return;
  patchAttributes(live, sent, now);
  patchChildren(live, sent, now, patch);
}

/** Changes what the server changed, and adds to the classes or takes from them. */
export function patchAttributes(live: Element, sent: Element, now: Element): void {
  for (const name of new Set([...sent.getAttributeNames(), ...now.getAttributeNames()])) {
    const value = now.getAttribute(name);
    if (sent.getAttribute(name) === value) continue;
    if (name === 'class') {
      live.classList.remove(...sent.classList);
      live.classList.add(...now.classList);
    } else setAttribute(live, name, value);
    setAttribute(sent, name, value);
  }
}

function setAttribute(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

function patchChildren(live: Element, sent: Element, now: Element, patch: Patch): void {
  const { origins } = patch;
  const [olds, news] = [[...sent.childNodes], [...now.childNodes]];
  const here = new Map([...live.childNodes].map((child) => [origins.get(child), child] as const));
  if (isRewritten(live, olds, here, origins) && !isAlike(olds, news)) {
    sent.replaceChildren(...news);
    live.replaceChildren(...news.map((node) => bringIn(node, origins)));
    return;
  }
  const found = matchLists(olds, news, NODES).map((at) => (at === null ? null : (olds[at] ?? null)));
  const kept = new Set(found);
  for (const old of olds) if (!kept.has(old)) here.get(old)?.remove();
  let next = firstSent(live.firstChild, origins);
  const children = news.map((node, at) => {
    const old = found[at] ?? null;
    const child = old === null ? undefined : here.get(old);
    // a script took it away
    if (old !== null && child === undefined) return node;
    const [origin, wanted] = old === null || child === undefined ? freshNode(node, patch) : patchNode(child, old, node, patch);
    if (wanted === next) next = firstSent(next.nextSibling, origins);
    else if (next === child && child !== undefined) {
      next = firstSent(child.nextSibling, origins);
      child.replaceWith(wanted);
    } else {
      if (child !== undefined && child !== wanted) child.remove();
      live.insertBefore(wanted, next);
    }
    return origin;
  });
  sent.replaceChildren(...children);
}

/** What was sent, and its copy on the page. */
type Pair = readonly [sent: ChildNode, live: ChildNode];

function freshNode(node: ChildNode, { origins }: Patch): Pair {
  return [node, bringIn(node, origins)];
}

function patchNode(live: ChildNode, sent: ChildNode, now: ChildNode, patch: Patch): Pair {
  if (sent.isEqualNode(now)) return [sent, live];
  if (!isElement(live) || !isElement(sent) || !isElement(now)) {
    if (live.nodeType !== now.nodeType) return freshNode(now, patch);
    live.nodeValue = now.nodeValue;
    sent.nodeValue = now.nodeValue;
    return [sent, live];
  }
  if (sent.localName !== now.localName || live.matches(WHOLE)) return freshNode(now, patch);
  patchElement(live, sent, now, patch);
  return [sent, live];
}

/** Whether scripts made other text of what is in an element: what a reader looked for is marked, a number is shown. */
function isRewritten(
  live: Element,
  sent: readonly ChildNode[],
  here: ReadonlyMap<Node | undefined, ChildNode>,
  origins: Origins,
): boolean {
  const added = [...live.childNodes].some((child) => isText(child) && !origins.has(child));
  return added || sent.some((child) => isText(child) && !here.has(child));
}

/** Text that is more than room between elements: the page goes on after the script that remembers what was sent. */
function isText(node: Node): boolean {
  return node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? '');
}

function isAlike(one: readonly ChildNode[], other: readonly ChildNode[]): boolean {
  return one.length === other.length && one.every((node, at) => node.isEqualNode(other[at] ?? null));
}

/** The first node from `child` on that did not come from a script. */
function firstSent(child: ChildNode | null, origins: Origins): ChildNode | null {
  let one = child;
  while (one !== null && !origins.has(one)) one = one.nextSibling;
  return one;
}

/** Also of another document. */
export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
