/** Looks through a text's tokens for what its tree refers to before it stands there: footnotes' texts, headings' names. */
import type { Span } from '../model/source.ts';
import { plainText } from '../model/walk.ts';
import { buildInlines } from './inlines.ts';
import { headingLabel } from './headingLabel.ts';
import { metaOf, type Token } from './tokens.ts';
import type { TextContext } from './tree.ts';

/** The tokens of each footnote's text, by its label; the first of equal labels wins. */
export function collectFootnotes(tokens: readonly Token[]): ReadonlyMap<string, readonly Token[]> {
  const found = new Map<string, readonly Token[]>();
  for (const [at, token] of tokens.entries()) {
    if (token.type !== 'footnote_text_open') continue;
    const { label } = metaOf(token);
    if (label === undefined || found.has(label)) continue;
    found.set(label, tokens.slice(at + 1, endOf(tokens, at, token.level)));
  }
  return found;
}

function endOf(tokens: readonly Token[], from: number, level: number): number {
  let at = from + 1;
  while (at < tokens.length && !(tokens[at]?.type === 'footnote_text_close' && tokens[at]?.level === level)) at++;
  return at;
}

export interface HeadingNames {
  readonly byToken: ReadonlyMap<Token, string>;
  /** By `headingLabel`; the first of equal headings wins. */
  readonly byLabel: ReadonlyMap<string, string>;
}

/** The identifiers of all headings, handed out in the order of the text. */
export function nameHeadings(tokens: readonly Token[], text: TextContext): HeadingNames {
  const byToken = new Map<Token, string>();
  const byLabel = new Map<string, string>();
  const silent = {
    ...text,
    report: () => {},
    // pandoc names headings before it knows footnotes, so that a call is text in the name: `a1`
    footnote: (label: string, span: Span) => ({ kind: 'text', text: `[^${label}]`, span }) as const,
    countFootnote: () => 0,
    headingId: () => null,
    idOf: () => '',
  };
  for (const [at, token] of tokens.entries()) {
    const inline = tokens[at + 1];
    if (token.type !== 'heading_open' || inline === undefined) continue;
    const title = plainText(buildInlines(inline, silent));
    const id = identifierOf(metaOf(token).attributes?.id?.text ?? null, title, text);
    if (id === null) continue;
    byToken.set(token, id);
    const label = headingLabel(inline.content);
    if (!byLabel.has(label)) byLabel.set(label, id);
  }
  return { byToken, byLabel };
}

/** An identifier of digits alone would be read as the number of a slide. Null: by its extensions, the text gives none. */
function identifierOf(given: string | null, title: string, { identifiers }: TextContext): string | null {
  if (given === null) return identifiers.fromText(title);
  const id = /^\p{N}+$/u.test(given) ? `section-${given}` : given;
  identifiers.register(id);
  return id;
}
