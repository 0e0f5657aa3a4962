/**
 * Straight quotes → typographic ones, by pandoc's rule (`smart`): one opens where no word ends right before it and no space
 * follows, and the next one of its kind that can closes it; a single one closes before no letter.
 *
 *     "It's 'fine'," she said.        5" by 6' in the '90s
 *     ^ opens     ^ closes             ^ never opened: as if it closed
 */
import type { MarkdownIt, Token } from '../tokens.ts';

export function smartQuotes(markdown: MarkdownIt): void {
  markdown.core.ruler.at('smartquotes', ({ tokens }) => {
    for (const { type, content, children } of tokens)
      if (type === 'inline' && children !== null && QUOTED.test(content)) {
        const marks = new Map<Token, Mark[]>();
        setQuotes(children, null, marks, '');
        for (const [token, set] of marks) token.content = withMarks(token.content, set);
      }
  });
}

const QUOTED = /['"‘’“”]/;
const QUOTE = /['"‘’“”]/g;

type Kind = 'single' | 'double';

/** A quote where it stands: at an offset of a token's content. */
interface Quote {
  readonly token: Token;
  readonly offset: number;
  readonly written: string;
  readonly kind: Kind;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Nothing stands between it and the next. */
  readonly touches: boolean;
}

/** What to write at an offset. */
type Mark = readonly [offset: number, mark: string];

/** The quotes of a line of text, and what stands between: links, emphasis and the like, each with quotes of its own. */
type Piece = Quote | { readonly inside: readonly Token[] };

/** Notes what to write for the quotes in these tokens; `around` is the kind of those that they stand in, `next` what follows them. */
function setQuotes(tokens: readonly Token[], around: Kind | null, marks: Map<Token, Mark[]>, next: string): void {
  const pieces = piecesOf(tokens, next);
  const quotes = pieces.filter((piece) => 'kind' in piece);
  const partners = pairQuotes(quotes);
  const open: Quote[] = [];
  let at = 0;
  for (const piece of pieces) {
    const within = open.at(-1)?.kind ?? around;
    if ('inside' in piece) {
      setQuotes(piece.inside, within, marks, '*');
      continue;
    }
    const partner = piece.kind === within ? undefined : quotes[partners[at] ?? -1];
    at++;
    const closes = open.at(-1) === piece;
    if (closes) open.pop();
    if (partner !== undefined) open.push(partner);
    const mark = partner !== undefined ? OPENING[piece.kind] : closes ? CLOSING[piece.kind] : loneMark(piece, within);
    const set = marks.get(piece.token);
    if (set === undefined) marks.set(piece.token, [[piece.offset, mark]]);
    else set.push([piece.offset, mark]);
  }
}

const OPENING = { single: '‘', double: '“' } as const;
const CLOSING = { single: '’', double: '”' } as const;

/** One that opens nothing and closes nothing: what was typed as a typographic one stays so. */
function loneMark({ written, kind, opens }: Quote, within: Kind | null): string {
  if (opens && kind !== within) return kind === 'single' ? CLOSING.single : OPENING.double;
  return written === "'" || written === '"' ? CLOSING[kind] : written;
}

function withMarks(text: string, marks: readonly Mark[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const [offset, mark] of marks) {
    pieces.push(text.slice(from, offset), mark);
    from = offset + 1;
  }
  return pieces.join('') + text.slice(from);
}

/** For each quote the index of the one that would close it; -1 where none does. From the last to the first, in linear time. */
function pairQuotes(quotes: readonly Quote[]): readonly number[] {
  const partners = quotes.map(() => -1);
  // by kind: where a quotation of that kind that goes on at a quote is closed
  const ends = { single: [...partners, -1], double: [...partners, -1] };
  for (let at = quotes.length - 1; at >= 0; at--) {
    const quote = quotes[at] as Quote;
    const next = quotes[at + 1];
    const empty = quote.touches && next?.kind === quote.kind && next.closes;
    const partner = quote.opens && !empty ? (ends[quote.kind][at + 1] ?? -1) : -1;
    partners[at] = partner;
    for (const kind of ['single', 'double'] as const) {
      const after = quote.kind !== kind && partner >= 0 ? partner + 1 : at + 1;
      ends[kind][at] = quote.kind === kind && quote.closes ? at : (ends[kind][after] ?? -1);
    }
  }
  return partners;
}

function piecesOf(tokens: readonly Token[], next: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.nesting > 0) {
      const end = endOfElement(tokens, at);
      pieces.push({ inside: tokens.slice(at + 1, end) });
      at = end;
    } else if (token.type === 'text') {
      for (const { index, 0: written } of token.content.matchAll(QUOTE)) pieces.push(quoteAt(tokens, at, index, written, next));
    }
  }
  return pieces;
}

function endOfElement(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return at;
  }
  return tokens.length;
}

function quoteAt(tokens: readonly Token[], at: number, offset: number, written: string, next: string): Quote {
  const token = tokens[at] as Token;
  const { content } = token;
  const before = offset > 0 ? content.slice(Math.max(0, offset - 2), offset) : endOf(tokens[at - 1]);
  const after = offset + 1 < content.length ? content.slice(offset + 1, offset + 3) : startOf(tokens[at + 1], next);
  const kind = /['‘’]/.test(written) ? 'single' : 'double';
  return {
    token,
    offset,
    written,
    kind,
    opens: /["'‘“]/.test(written) && !/[\p{L}\p{N}]$|(?:^|[^.])\.$/u.test(before) && !/^[ \t\n]|^$/.test(after),
    closes: kind === 'single' ? /['’]/.test(written) && !/^[\p{L}\p{N}]/u.test(after) : /["”]/.test(written),
    touches: /^['"‘’“”]/.test(after),
  };
}

/** The last characters of a text; those of all else end no word. */
function endOf(token: Token | undefined): string {
  return token?.type === 'text' ? token.content.slice(-2) : '';
}

/** The first characters of a token: of a text, white space, or a mark; `next` where there is none. */
function startOf(token: Token | undefined, next: string): string {
  if (token === undefined) return next;
  if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n';
  return token.type === 'text' ? token.content.slice(0, 2) : '*';
}
