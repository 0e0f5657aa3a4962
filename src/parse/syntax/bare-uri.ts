/**
 * Addresses that become links by themselves (`autolink_bare_uris`).
 *
 *     see https://example.org/a_(b).
 *         ^^^^^^^^^^^^^^^^^^^^^^^^^ the full stop is not part of it
 */
import { type MarkdownIt, type StateInline, setMeta } from '../tokens.ts';

export function bareUri(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('newline', 'bare_uri', parseUri);
}

const SCHEME = /(?<![\p{L}\p{N}+.-])(?:https?|ftps?|sftp|file|ssh|git|svn|irc|news|mailto|tel|sms|geo|doi|urn|magnet|xmpp)$/iu;
const REST = /:(?![*\]])(?:\([^\s<>()]*\)|\{[^\s<>{}]*\}|\[[^\s<>[\]]*\]|[^\s<>(){}[\]"])+/y;
/** What an address may end with; other marks there belong to the sentence. */
const END = /[\p{L}\p{N}#$%+/@\\_\-&=)}\]]/u;

/** markdown-it's text ends before a colon, so the scheme is what was read last. */
function parseUri(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 58 || state.linkLevel > 0) return false;
  const scheme = SCHEME.exec(state.pending)?.[0];
  if (scheme === undefined) return false;
  REST.lastIndex = pos;
  const rest = withoutTail(REST.exec(src.slice(0, state.posMax))?.[0] ?? '');
  if (rest.length < 2) return false;
  const start = pos - scheme.length;
  const end = pos + rest.length;
  if (!silent) {
    const address = scheme + rest;
    state.pending = state.pending.slice(0, -scheme.length);
    state.pos = start;
    const attributes = { id: null, classes: ['uri'], pairs: [], at: [start, end] } as const;
    setMeta(state.push('link_open', 'a', 1), { at: [start, end], attributes, address: { text: address, at: [start, end] } });
    const text = state.push('text_special', '', 0);
    text.content = address;
    setMeta(text, { at: [start, end] });
    state.pos = end;
    state.push('link_close', 'a', -1);
  }
  state.pos = end;
  return true;
}

function withoutTail(rest: string): string {
  let end = rest.length;
  while (end > 0 && !END.test(rest[end - 1] ?? '')) end--;
  return rest.slice(0, end);
}
