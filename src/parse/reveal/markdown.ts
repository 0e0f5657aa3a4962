/** The chain of constructs that makes markdown-it read reveal.js's Markdown: CommonMark, and GitHub's tables, strikeout and bare links. */
import { depth } from '../depth.ts';
import { addBrackets } from '../syntax/bracket.ts';
import { plainEmoji } from '../syntax/emoji.ts';
import { htmlInline } from '../syntax/html-inline.ts';
import { math } from '../syntax/math.ts';
import { run } from '../syntax/run.ts';
import { createPositionedMarkdown } from '../positionedMarkdown.ts';
import type { MarkdownIt } from '../tokens.ts';
import { heading } from './heading.ts';
import { paragraph } from './paragraph.ts';
import { positions } from './positions.ts';
import { strikeout } from './strikeout.ts';
import { table } from './table.ts';

/** A markdown-it that reads reveal.js's Markdown, with emoji by name or without. It keeps no state between texts. */
export function createRevealMarkdown(emoji: boolean): MarkdownIt {
  const markdown = createPositionedMarkdown();
  if (emoji) plainEmoji(markdown);
  for (const construct of [depth, run, paragraph, heading, table, strikeout, htmlInline, math, positions]) construct(markdown);
  addBrackets(markdown, false);
  markdown.core.ruler.disable(['replacements', 'smartquotes', 'linkify', 'text_join']);
  markdown.inline.ruler.disable('linkify');
  return markdown;
}
