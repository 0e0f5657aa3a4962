/**
 * Bullet lists and numbered lists. The text of an item starts at its content column; what goes on with the item is
 * indented as far.
 *
 *     7. Kubernetes
 *        ^ content column; the list starts at 7
 *     a) letters  iv. Roman numbers  #. any number  (@good) an example, to which (@good) refers
 */
import {
  type Environment,
  environmentOf,
  indentOf,
  lineStart,
  type MarkdownIt,
  type StateBlock,
  type StateInline,
  setMeta,
  type Token,
} from '../tokens.ts';
import { isOn, mayStandBeside } from '../isOn.ts';
import { INTERRUPTS, INTERRUPTS_ITEM } from './paragraph.ts';

export function list(markdown: MarkdownIt): void {
  markdown.inline.ruler.push('example_reference', parseExampleReference);
  markdown.block.ruler.at('list', parseList, { alt: [INTERRUPTS_ITEM, 'reference', 'blockquote'] });
}

/** Lists that need no blank line before them (`lists_without_preceding_blankline`). */
export function listAnywhere(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'paragraph',
    'list_anywhere',
    (state, line, end, silent) => silent && mayStandBeside(state, line) && parseList(state, line, end, true),
    { alt: [INTERRUPTS] },
  );
}

interface Marker {
  /** Lists whose markers differ here are different lists. */
  readonly type: string;
  /** Null for a bullet. */
  readonly style: 'bullet' | 'example' | '1' | 'a' | 'A' | 'i' | 'I' | null;
  readonly number: number;
  /** Of an example that can be referred to. */
  readonly label: string | null;
  /** The offset after the marker. */
  readonly end: number;
}

const BULLET = /[*+-](?=[ \t\n]|$)/y;
const NUMBER = /(\()?(?:(?<decimal>\d{1,9})|(?<hash>#)|@(?<example>[\w-]*)|(?<letters>[a-z]+|[A-Z]+))([.)])(?=[ \t\n]|$)/y;
const ROMAN = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i;
const RULE = /[ \t]*([*_-])(?:[ \t]*\1){2,}[ \t]*(?=\n|$)/y;

function parseList(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (indentOf(state, startLine) > 3) return false;
  const first = scanMarker(state, startLine, null);
  if (first === null) return false;
  if (silent) return true;
  const bullets = first.type === 'bullet';
  const kind = bullets ? 'bullet_list' : 'ordered_list';
  const opened = state.tokens.length;
  const open = state.push(`${kind}_open`, bullets ? 'ul' : 'ol', 1);
  if (!bullets) {
    open.attrs = [['start', first.style === 'example' ? environmentOf(state).exampleCount + 1 : startOf(state, first)]];
    const example = first.style === 'example';
    setMeta(open, { style: example ? '1' : first.style === 'bullet' ? null : first.style, example });
  }
  const outerType = state.parentType;
  state.parentType = 'list';
  const { line, tight } = parseItems(state, first, startLine, endLine);
  state.parentType = outerType;
  state.push(`${kind}_close`, open.tag, -1);
  open.map = [startLine, line];
  state.line = line;
  // pandoc's own Markdown asks what follows each paragraph
  if (tight && isOn(state, 'commonmark')) tighten(state.tokens, opened, state.level);
  return true;
}

function startOf(state: StateBlock, { number }: Marker): number {
  return isOn(state, 'startnum') ? number : 1;
}

function parseItems(
  state: StateBlock,
  first: Marker,
  startLine: number,
  endLine: number,
): { readonly line: number; readonly tight: boolean } {
  let tight = true;
  let blankBefore = false;
  let marker: Marker | null = first;
  let line = startLine;
  while (marker !== null) {
    const itemTight = parseItem(state, marker, line, endLine);
    if (!itemTight || blankBefore) tight = false;
    blankBefore = state.line - line > 1 && state.isEmpty(state.line - 1);
    line = state.line;
    const goesOn = line < endLine && indentOf(state, line) >= 0 && indentOf(state, line) <= 3;
    marker = goesOn ? scanMarker(state, line, first) : null;
    if (marker?.type !== first.type) marker = null;
  }
  return { line, tight };
}

/** Reads one item and whatever is nested in it; whether no blank line separates its blocks. */
function parseItem(state: StateBlock, marker: Marker, line: number, endLine: number): boolean {
  const start = lineStart(state, line);
  const { column, offset } = isOn(state, 'four_space_rule')
    ? { ...contentColumn(state, marker, line), column: (state.sCount[line] ?? 0) + 4 }
    : contentColumn(state, marker, line);
  const open = state.push('list_item_open', 'li', 1);
  if (marker.style === 'example') countExample(environmentOf(state), marker.label);
  const outer = {
    tight: state.tight,
    tShift: state.tShift[line] ?? 0,
    sCount: state.sCount[line] ?? 0,
    listIndent: state.listIndent,
    blkIndent: state.blkIndent,
  };
  state.listIndent = state.blkIndent;
  state.blkIndent = column;
  state.tight = true;
  state.tShift[line] = offset - (state.bMarks[line] ?? 0);
  state.sCount[line] = column;
  const empty = offset >= (state.eMarks[line] ?? 0);
  if (empty && state.isEmpty(line + 1)) state.line = Math.min(line + 2, endLine);
  else state.md.block.tokenize(state, line, endLine);
  const tight = state.tight;
  Object.assign(state, { tight: outer.tight, listIndent: outer.listIndent, blkIndent: outer.blkIndent });
  state.tShift[line] = outer.tShift;
  state.sCount[line] = outer.sCount;
  state.push('list_item_close', 'li', -1);
  open.map = [line, state.line];
  setMeta(open, { at: [start, start] });
  return tight;
}

/** Examples are numbered through the whole text. */
function countExample(environment: Environment, label: string | null): void {
  environment.exampleCount++;
  if (label) environment.examples.set(label, environment.exampleCount);
}

/** The column where an item's text starts, and the offset of its first character on the marker's line. */
function contentColumn(state: StateBlock, marker: Marker, line: number): { readonly column: number; readonly offset: number } {
  const afterMarker = (state.sCount[line] ?? 0) + marker.end - lineStart(state, line);
  let column = afterMarker;
  let offset = marker.end;
  for (; offset < (state.eMarks[line] ?? 0); offset++) {
    const code = state.src.charCodeAt(offset);
    if (code === 9) column += 4 - ((column + (state.bsCount[line] ?? 0)) % 4);
    else if (code === 32) column++;
    else break;
  }
  const blank = offset >= (state.eMarks[line] ?? 0);
  // five spaces and more after the marker: one belongs to it, the rest indents code
  if (blank || column - afterMarker > 4) return { column: afterMarker + 1, offset: blank ? offset : marker.end + 1 };
  return { column, offset };
}

/** The marker on a line; `first` is that of the list that it may go on with. */
function scanMarker(state: StateBlock, line: number, first: Marker | null): Marker | null {
  const start = lineStart(state, line);
  RULE.lastIndex = start;
  if (RULE.test(state.src)) return null;
  BULLET.lastIndex = start;
  if (BULLET.test(state.src)) return { type: 'bullet', style: 'bullet', number: 1, label: null, end: BULLET.lastIndex };
  NUMBER.lastIndex = start;
  const match = NUMBER.exec(state.src);
  const [opening, closing] = [match?.[1], match?.[6]];
  if (match === null || (opening !== undefined && closing === '.')) return null;
  const end = NUMBER.lastIndex;
  const { decimal, hash, example, letters } = match.groups ?? {};
  if (!isRead(state, example, decimal !== undefined && opening === undefined && closing === '.')) return null;
  const make = (style: Marker['style'], number: number, label: string | null = null): Marker => ({
    type: `${style} ${opening ?? ''}${closing}`,
    style: isOn(state, 'fancy_lists') || isOn(state, 'commonmark') || style === 'example' ? style : null,
    number,
    label,
    end,
  });
  if (decimal !== undefined) return make('1', Number(decimal));
  if (hash !== undefined) return first?.type.endsWith(` ${opening ?? ''}${closing}`) ? { ...first, end } : make(null, 1);
  if (example !== undefined) return make('example', 1, example);
  return letters === undefined ? null : scanLetters(state, letters, end, make, first);
}

/** Without `fancy_lists`, only numbers with a full stop are markers, and examples are by an extension of their own. */
function isRead(state: StateBlock, example: string | undefined, plain: boolean): boolean {
  if (example !== undefined) return isOn(state, 'example_lists');
  return plain || isOn(state, 'fancy_lists');
}

/** A letter, or a Roman number; a capital with a full stop, as in a name, takes two spaces. */
function scanLetters(
  state: StateBlock,
  letters: string,
  end: number,
  make: (style: Marker['style'], number: number) => Marker,
  first: Marker | null,
): Marker | null {
  const capital = letters !== letters.toLowerCase();
  if (capital && letters.length === 1 && state.src[end - 1] === '.' && !/^(?:[ \t]{2}|\n|$)/.test(state.src.slice(end, end + 2)))
    return null;
  const goesOn = first?.style === (capital ? 'A' : 'a');
  const single = letters.length === 1 && (goesOn || letters.toLowerCase() !== 'i');
  const roman = first?.style === (capital ? 'I' : 'i') || !single;
  if (roman && ROMAN.test(letters)) return make(capital ? 'I' : 'i', romanValue(letters));
  return letters.length === 1 ? make(capital ? 'A' : 'a', (letters.toLowerCase().codePointAt(0) ?? 97) - 96) : null;
}

function romanValue(letters: string): number {
  const values = [...letters.toLowerCase()].map((letter) => ({ i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 })[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** The paragraphs directly in the items of a tight list are only text. */
function tighten(tokens: readonly Token[], opened: number, listLevel: number): void {
  for (const token of tokens.slice(opened))
    if (token.level === listLevel + 2 && token.type === 'paragraph_open') token.hidden = true;
}

const REFERENCE = /@([\w-]+)/y;

/** `@good` becomes the number of that example; any other word after `@` stays text. */
function parseExampleReference(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 64) return false;
  REFERENCE.lastIndex = state.pos;
  const number = environmentOf(state).examples.get(REFERENCE.exec(state.src)?.[1] ?? '');
  if (number === undefined || /\w/.test(state.src[state.pos - 1] ?? '')) return false;
  if (!silent) {
    const token = state.push('text_special', '', 0);
    token.content = String(number);
  }
  state.pos = REFERENCE.lastIndex;
  return true;
}
