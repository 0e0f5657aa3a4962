/** A token as markdown-it makes it, but fast: markdown-it 15 sets each field through one shared function, a seventh of a build's time. */
import createMarkdownIt, { type Token } from 'markdown-it';

class PlainToken {
  type: string;
  tag: string;
  nesting: -1 | 0 | 1;
  level: number;
  attrs: Token['attrs'] = null;
  map: Token['map'] = null;
  children: Token['children'] = null;
  content = '';
  markup = '';
  info = '';
  meta: Token['meta'] = null;
  block: boolean;
  hidden = false;

  constructor(type: string, tag: string, nesting: -1 | 0 | 1, level: number, block: boolean) {
    this.type = type;
    this.tag = tag;
    this.nesting = nesting;
    this.level = level;
    this.block = block;
  }
}

// its methods are markdown-it's
Object.setPrototypeOf(PlainToken.prototype, createMarkdownIt.Token.prototype);

/** `level`: how many blocks, or inlines, are open around it. */
export function newToken(type: string, tag: string, nesting: -1 | 0 | 1, level: number, block: boolean): Token {
  return new PlainToken(type, tag, nesting, level, block) as Token;
}
