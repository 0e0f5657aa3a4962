/** Which node of the page came from which of the server's markup: scripts change the one, and the other stays as it was sent. */

/** Node of the page → the same as it was sent. What scripts put on the page has none. */
export type Origins = WeakMap<Node, Node>;

/** The document as it was sent, up to the script that asks: it runs before all others. What ran in the head is taken back. */
export function sentDocument(origins: Origins): Document {
  const sent = document.implementation.createHTMLDocument('');
  const root = sent.importNode(document.documentElement, true);
  sent.replaceChild(root, sent.documentElement);
  relate(document.documentElement, root, origins);
  const { body } = sent;
  for (const name of body.getAttributeNames()) body.removeAttribute(name);
  withoutScripts(sent);
  for (const shown of root.querySelectorAll('[data-lectern-shown]')) shown.removeAttribute('data-lectern-shown');
  return sent;
}

/** Takes out what runs, and what is there where nothing runs: that is never changed in place. Settings stay. */
export function withoutScripts(sent: Document): void {
  for (const one of sent.querySelectorAll('script:not([type="application/json"]), noscript')) one.remove();
}

/** A copy of what was sent, for the page. */
export function bringIn<Kind extends Node>(sent: Kind, origins: Origins): Kind {
  const copy = document.importNode(sent, true);
  relate(copy, sent, origins);
  return copy;
}

function relate(live: Node, sent: Node, origins: Origins): void {
  origins.set(live, sent);
  const others = sent.childNodes;
  live.childNodes.forEach((child, at) => {
    const other = others[at];
    if (other !== undefined) relate(child, other, origins);
  });
}
