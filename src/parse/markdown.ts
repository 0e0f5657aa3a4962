/** The chain of constructs that makes markdown-it read pandoc's dialect. A new construct is a file in `syntax/` and a line here. */
import { depth } from './depth.ts';
import { type Extensions, PANDOC } from '../model/extensions.ts';
import { switchConstructs } from './extensions.ts';
import { autolink } from './syntax/autolink.ts';
import { bracket } from './syntax/bracket.ts';
import { caption } from './syntax/caption.ts';
import { citation } from './syntax/citation.ts';
import { codeAttributes } from './syntax/code-attributes.ts';
import { definition } from './syntax/definition.ts';
import { division } from './syntax/division.ts';
import { emphasis } from './syntax/emphasis.ts';
import { escapes } from './syntax/escapes.ts';
import { fence } from './syntax/fence.ts';
import { footnote } from './syntax/footnote.ts';
import { gridTable } from './syntax/grid-table.ts';
import { heading } from './syntax/heading.ts';
import { htmlBlock } from './syntax/html-block.ts';
import { htmlInline } from './syntax/html-inline.ts';
import { lineBlock } from './syntax/line-block.ts';
import { list } from './syntax/list.ts';
import { math } from './syntax/math.ts';
import { metadata } from './syntax/metadata.ts';
import { multilineTable } from './syntax/multiline-table.ts';
import { paragraph } from './syntax/paragraph.ts';
import { raw } from './syntax/raw.ts';
import { rawTex } from './syntax/raw-tex.ts';
import { run } from './syntax/run.ts';
import { reference } from './syntax/reference.ts';
import { script } from './syntax/script.ts';
import { simpleTable } from './syntax/simple-table.ts';
import { smartQuotes } from './syntax/smart-quotes.ts';
import { table } from './syntax/table.ts';
import { createPositionedMarkdown } from './positionedMarkdown.ts';
import type { MarkdownIt } from './tokens.ts';

const CONSTRUCTS: readonly ((markdown: MarkdownIt) => void)[] = [
  depth,
  run,
  paragraph,
  heading,
  list,
  fence,
  division,
  htmlBlock,
  table,
  simpleTable,
  multilineTable,
  gridTable,
  caption,
  bracket,
  htmlInline,
  codeAttributes,
  autolink,
  escapes,
  emphasis,
  footnote,
  citation,
  definition,
  lineBlock,
  script,
  math,
  rawTex,
  smartQuotes,
  reference,
  metadata,
  raw,
];

/** Constructs that pandoc's formats of CommonMark do not share with its own Markdown. */
const PANDOCS_OWN: ReadonlySet<(markdown: MarkdownIt) => void> = new Set([emphasis]);

const MADE = new Map<string, MarkdownIt>();

/** A markdown-it that reads pandoc's slide dialect with these extensions. It keeps no state between texts, so the same serves all. */
export function markdownFor(extensions: Extensions = PANDOC): MarkdownIt {
  const name = extensions === PANDOC ? '' : [...extensions].sort().join(' ');
  const known = MADE.get(name);
  if (known !== undefined) return known;
  const made = createMarkdown(extensions);
  MADE.set(name, made);
  return made;
}

function createMarkdown(extensions: Extensions): MarkdownIt {
  const markdown = createPositionedMarkdown();
  const constructs = extensions.has('commonmark') ? CONSTRUCTS.filter((construct) => !PANDOCS_OWN.has(construct)) : CONSTRUCTS;
  for (const construct of constructs) construct(markdown);
  // dashes and dots become typographic in the tree, when every offset is known
  markdown.core.ruler.disable(['replacements', 'linkify', 'text_join']);
  markdown.inline.ruler.disable('linkify');
  if (extensions !== PANDOC) switchConstructs(markdown, extensions);
  return markdown;
}
