/** The state of markdown-it's inline rules, but fast, and with tokens that know where they stand in their content. */
import createMarkdownIt, { type MarkdownIt, type StateInline, type Token } from 'markdown-it';
import { newToken } from './newToken.ts';
import { metaOf, setMeta } from './tokens.ts';

/** What markdown-it's own has: that one sets each field through one shared function, once for each line of text. */
class PositionedState {
  src: string;
  env: StateInline['env'];
  md: MarkdownIt;
  tokens: Token[];
  tokens_meta: StateInline['tokens_meta'];
  pos = 0;
  posMax: number;
  level = 0;
  pending = '';
  pendingLevel = 0;
  cache: StateInline['cache'] = {};
  backticks: StateInline['backticks'] = {};
  backticksScanned = false;
  skipHtmlSpecial = false;
  linkLevel = 0;
  delimiters: StateInline['delimiters'] = [];
  _prev_delimiters: StateInline['_prev_delimiters'] = [];
  Token = createMarkdownIt.Token;

  constructor(src: string, md: MarkdownIt, env: StateInline['env'], tokens: Token[]) {
    this.src = src;
    this.env = env;
    this.md = md;
    this.tokens = tokens;
    this.tokens_meta = new Array(tokens.length);
    this.posMax = src.length;
  }

  pushPending(): Token {
    const start = this.src.lastIndexOf(this.pending, this.pos - this.pending.length);
    const token = newToken('text', '', 0, this.pendingLevel, false);
    token.content = this.pending;
    this.tokens.push(token);
    this.pending = '';
    return setMeta(token, { at: [start, start + token.content.length] });
  }

  push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    if (this.pending !== '') this.pushPending();
    const last = this.tokens.at(-1);
    const lastEnd = last?.type === 'text' ? (metaOf(last).at?.[1] ?? -1) : -1;
    const token = this.add(type, tag, nesting);
    // a run of `**` pushes a token for each star before it moves on
    const start = type === 'text' && lastEnd > this.pos ? lastEnd : this.pos;
    return setMeta(token, { at: [start, type === 'text' ? start + 1 : start] });
  }

  /** As markdown-it's `push` does it. */
  private add(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    if (nesting < 0) {
      this.level--;
      this.delimiters = this._prev_delimiters.pop() as StateInline['delimiters'];
    }
    const token = newToken(type, tag, nesting, this.level, false);
    if (nesting > 0) {
      this.level++;
      this._prev_delimiters.push(this.delimiters);
      this.delimiters = [];
    }
    this.pendingLevel = this.level;
    this.tokens.push(token);
    this.tokens_meta.push(nesting > 0 ? { delimiters: this.delimiters } : undefined);
    return token;
  }
}

// its other methods are markdown-it's
Object.setPrototypeOf(PositionedState.prototype, createMarkdownIt.StateInline.prototype);

/** What markdown-it makes for each inline content that it reads. */
export const InlineState = PositionedState as unknown as typeof createMarkdownIt.StateInline;
