/**
 * Raw HTML that holds no Markdown: in CommonMark up to a blank line, in pandoc's own (without `markdown_in_html_blocks`)
 * up to the end tag.
 *
 *     <center>
 *     *stars*
 *     ^ as typed
 */
import type { Stretch } from '../attributes.ts';
import { isOn, isTagRead } from '../isOn.ts';
import { isBlockTag, isVerbatim, scanComment, scanTag } from '../tag.ts';
import { indentOf, lastOf, lineEnd, lineStart, lineText, type MarkdownIt, type StateBlock, setMeta } from '../tokens.ts';
import { goOnAfter } from './html-block.ts';
import { INTERRUPTS, INTERRUPTS_ITEM } from './paragraph.ts';

/** HTML by CommonMark's rule, in place of pandoc's. */
export function htmlByLines(markdown: MarkdownIt): void {
  markdown.block.ruler.at('html_block', parseLines, { alt: [INTERRUPTS, INTERRUPTS_ITEM, 'reference', 'blockquote'] });
}

/** Elements as a whole, where each has its end tag. */
export function htmlElements(markdown: MarkdownIt): void {
  markdown.block.ruler.before('html_block', 'html_element', parseElement);
}

const BLANK = /^[ \t]*$/;
const NAMES =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|' +
  'figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|' +
  'noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';
/** How a block begins, and how its last line ends it; CommonMark’s list, without the tag that is alone on its line. */
const KINDS: readonly (readonly [begins: RegExp, ends: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![A-Za-z]/, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [new RegExp(`^</?(?:${NAMES})(?=\\s|/?>|$)`, 'i'), BLANK],
];

function parseLines(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (indentOf(state, startLine) > 3 || state.src.charCodeAt(lineStart(state, startLine)) !== 60) return false;
  const text = lineText(state, startLine);
  const ends = KINDS.find(([begins]) => begins.test(text))?.[1] ?? (!silent && isTagAlone(text) ? BLANK : null);
  const name = /^<\/?([a-z][\w-]*)/i.exec(text)?.[1]?.toLowerCase();
  if (ends === null || (name !== undefined && !isTagRead(state, name))) return false;
  if (silent) return true;
  let line = startLine;
  if (ends === BLANK || !ends.test(text)) line = lastLine(state, startLine, endLine, ends);
  line = lineOfCommentsEnd(state, startLine, line, endLine);
  state.line = startLine;
  pushHtml(state, startLine, [lineStart(state, startLine), lineEnd(state, line)]);
  state.line = line + 1;
  return true;
}

function isTagAlone(text: string): boolean {
  const tag = scanTag(text, 0);
  return tag !== null && BLANK.test(text.slice(tag.at[1]));
}

function lastLine(state: StateBlock, startLine: number, endLine: number, ends: RegExp): number {
  let line = startLine;
  while (line + 1 < endLine && (state.isEmpty(line + 1) || indentOf(state, line + 1) >= 0)) {
    if (ends === BLANK && state.isEmpty(line + 1)) return line;
    line++;
    if (ends !== BLANK && ends.test(lineText(state, line))) return line;
  }
  return line;
}

/** A comment ends where it ends, whatever the rule says, or what it holds would be published. */
function lineOfCommentsEnd(state: StateBlock, startLine: number, line: number, endLine: number): number {
  const open = state.src.lastIndexOf('<!--', lineEnd(state, line));
  if (open < lineStart(state, startLine)) return line;
  const end = scanComment(state.src, open, lastOf(state, '-->'));
  let last = line;
  while (end !== null && last + 1 < endLine && lineEnd(state, last) < end) last++;
  return last;
}

function parseElement(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = lineStart(state, startLine);
  if (silent || state.src.charCodeAt(start) !== 60 || indentOf(state, startLine) > 3) return false;
  const tag = scanTag(state.src, start);
  if (tag?.form !== 'open' || !isBlockTag(tag) || isVerbatim(tag.name) || !isTagRead(state, tag.name)) return false;
  if (tag.name === 'div' && isOn(state, 'native_divs')) return false;
  const end = endOfElement(state, tag.name, start);
  if (end === undefined || end > lineEnd(state, endLine - 1)) return false;
  pushHtml(state, startLine, [start, end]);
  goOnAfter(state, startLine, endLine, end, false);
  return true;
}

/** Where each element of a name ends, by where it begins; found once a text. */
const ENDS = new WeakMap<StateBlock, Map<string, ReadonlyMap<number, number>>>();

function endOfElement(state: StateBlock, name: string, start: number): number | undefined {
  const known = ENDS.get(state) ?? new Map<string, ReadonlyMap<number, number>>();
  ENDS.set(state, known);
  const ends = known.get(name) ?? findEnds(state, name);
  known.set(name, ends);
  return ends.get(start);
}

function findEnds(state: StateBlock, name: string): ReadonlyMap<number, number> {
  const { src } = state;
  const ends = new Map<number, number>();
  const open: number[] = [];
  const pattern = new RegExp(`<!--|</?${name}(?=[\\s/>])`, 'gi');
  for (let match = pattern.exec(src); match !== null; match = pattern.exec(src)) {
    const comment = scanComment(src, match.index, lastOf(state, '-->'));
    const tag = comment === null ? scanTag(src, match.index) : null;
    if (comment !== null) pattern.lastIndex = comment;
    else if (tag?.form === 'open') open.push(match.index);
    else if (tag?.form === 'close') ends.set(open.pop() ?? -1, tag.at[1]);
  }
  return ends;
}

/** A block of the text between two offsets, each line without what stands before it in its container. */
function pushHtml(state: StateBlock, startLine: number, [start, end]: Stretch): void {
  const lines: Stretch[] = [];
  let content = '';
  for (let line = startLine, from = start; from < end; line++, from = lineStart(state, line)) {
    const to = Math.min(end, lineEnd(state, line));
    lines.push([content.length, from]);
    content += state.src.slice(from, to) + (to < end ? '\n' : '');
    if (to === end) break;
  }
  const token = state.push('html_block', '', 0);
  token.content = content;
  setMeta(token, { at: [start, end], lines });
}
