/** markdown-it, taught to know where its tokens stand, and to make them fast. */
import createMarkdownIt, { type MarkdownIt, type StateInline, type Token } from 'markdown-it';
import { InlineState } from './inlineState.ts';
import { newToken } from './newToken.ts';
import { DEEPEST, environmentOf, lineStart, metaOf, setMeta } from './tokens.ts';

/** A new markdown-it whose block tokens know their first offset, and whose inline tokens theirs in their content. */
export function createPositionedMarkdown(): MarkdownIt {
  const markdown = createMarkdownIt({ html: true, typographer: true, quotes: '“”‘’', maxNesting: DEEPEST });
  markdown.block.State = class extends createMarkdownIt.StateBlock {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      if (nesting < 0) this.level--;
      const token = newToken(type, tag, nesting, this.level, true);
      if (nesting > 0) this.level++;
      this.tokens.push(token);
      if (nesting < 0) return token;
      const start = lineStart(this, this.line);
      return setMeta(token, { at: [start, start] });
    }
    override getLines(begin: number, end: number, indent: number, keepLastLF: boolean): string {
      if (environmentOf(this).openCells === 0) return super.getLines(begin, end, indent, keepLastLF);
      let text = '';
      for (let line = begin; line < end; line++)
        text += super.getLines(line, line + 1, indent, false) + (line + 1 < end || keepLastLF ? '\n' : '');
      return text;
    }
  };
  markdown.inline.State = InlineState;
  markdown.inline.ruler2.at('fragments_join', joinTexts);
  return markdown;
}

/**
 * Joins neighbouring texts, as markdown-it does, and keeps their first offset; drops those that delimiters left empty.
 * Marks of emphasis that stand too deep become text.
 */
function joinTexts(state: StateInline): void {
  let level = 0;
  const joined: Token[] = [];
  for (const token of state.tokens) {
    const { nesting } = token;
    if (nesting < 0) level--;
    token.level = level;
    if (level >= DEEPEST && nesting !== 0 && token.markup !== '') makeText(token);
    if (nesting > 0) level++;
    const last = joined.at(-1);
    if (token.type !== 'text') joined.push(token);
    else if (last?.type === 'text') {
      last.content += token.content;
      if (metaOf(token).tooDeep) setMeta(last, { tooDeep: true });
    } else if (token.content !== '') joined.push(token);
  }
  state.tokens.length = 0;
  for (const token of joined) state.tokens.push(token);
}

/** Marks of emphasis as they were typed. */
function makeText(token: Token): void {
  token.content = token.markup;
  Object.assign(token, { type: 'text', tag: '', nesting: 0 });
  setMeta(token, { tooDeep: true });
}
