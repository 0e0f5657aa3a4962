/**
 * Addresses in text → links, by GitHub's rule for `http://`, `https://` and `www.`.
 *
 *     see https://example.org/a_b.
 *         ^^^^^^^^^^^^^^^^^^^^^^^ the full stop is not part of it
 */
import type { Inline, Link, Text } from '../../model/blocks.ts';

const ADDRESS = /(?<![\p{L}\p{N}_/.-])(?:https?:\/\/[\p{L}\p{N}]|www\.[\p{L}\p{N}])[^\s<]*/giu;

/** The inlines with bare addresses as links; never in a link. */
export function linkBare(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] => {
    if (inline.kind === 'text') return linksIn(inline);
    if (inline.kind === 'link' || inline.kind === 'image' || !('children' in inline)) return [inline];
    return [{ ...inline, children: linkBare(inline.children) }];
  });
}

function linksIn(text: Text): readonly Inline[] {
  const pieces: Inline[] = [];
  let from = 0;
  // where characters were written as entities, offsets inside the text are not known
  const plain = text.span.end - text.span.start === text.text.length;
  const piece = (start: number, end: number): Text => ({
    kind: 'text',
    text: text.text.slice(start, end),
    span: plain ? { ...text.span, start: text.span.start + start, end: text.span.start + end } : text.span,
  });
  for (const { 0: match, index } of text.text.matchAll(ADDRESS)) {
    const end = index + withoutTail(match).length;
    if (index > from) pieces.push(piece(from, index));
    pieces.push(linkOf(piece(index, end)));
    from = end;
  }
  if (from === 0) return [text];
  if (from < text.text.length) pieces.push(piece(from, text.text.length));
  return pieces;
}

function linkOf(text: Text): Link {
  const address = /^www\./i.test(text.text) ? `http://${text.text}` : text.text;
  return {
    kind: 'link',
    target: { role: 'link', address, span: text.span },
    title: null,
    attributes: { id: null, idSpan: null, classes: [], pairs: [] },
    automatic: true,
    span: text.span,
    children: [text],
  };
}

/** Without the punctuation after it; a closing parenthesis stays where one was opened. */
function withoutTail(address: string): string {
  let end = address.length;
  let surplus = count(address, ')') - count(address, '(');
  for (; end > 0; end--) {
    const last = address[end - 1] ?? '';
    if (last === ')' ? surplus <= 0 : !'?!.,:;*_\'"~'.includes(last)) break;
    if (last === ')') surplus--;
  }
  return address.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
