/**
 * Emphasis by pandoc's rule: marks open where no space follows, and the next marks that fit close, wherever they stand.
 *
 *     *one* **two** ***three*** snake_case
 *     ^ what is never closed is text          ^ no underscore inside a word
 */
import { isOn } from '../isOn.ts';
import { type MarkdownIt, metaOf, type StateInline, setMeta, type Token } from '../tokens.ts';

export function emphasis(markdown: MarkdownIt): void {
  markdown.inline.ruler.at('emphasis', parseMarks);
  markdown.inline.ruler2.at('emphasis', pairMarks);
}

/** One mark of a run of equal ones. */
export interface Mark {
  readonly character: '*' | '_';
  /** How many there are, with this one, to the end of their run. */
  readonly left: number;
  /** A space follows the run. */
  readonly beforeSpace: boolean;
  /** A letter or digit stands right before this one, and inside a word an underscore opens nothing. */
  readonly inWord: boolean;
  /** It is the last of its run, and a letter or digit follows: an underscore that closes nothing. */
  readonly beforeWord: boolean;
}

/** A run as long as this is a line and no emphasis. */
const LONG = 100;

function parseMarks(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  const character = src[pos];
  if (silent || (character !== '*' && character !== '_')) return false;
  let end = pos + 1;
  while (end < posMax && src[end] === character) end++;
  if (end - pos > LONG) state.pending += src.slice(pos, end);
  else {
    const minds = character === '_' && isOn(state, 'intraword_underscores');
    const beforeWord = minds && end < posMax && isWord(codePointAt(src, end));
    const beforeSpace = end < posMax && (src[end] === ' ' || src[end] === '\t');
    for (let at = pos; at < end; at++) {
      const token = state.push('text', '', 0);
      token.content = character;
      const inWord = minds && at === pos && isWord(codePointBefore(src, pos));
      const mark: Mark = { character, left: end - at, beforeSpace, inWord, beforeWord: beforeWord && at === end - 1 };
      setMeta(token, { at: [at, at + 1], mark });
    }
  }
  state.pos = end;
  return true;
}

function isWord(text: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(text);
}

function codePointAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function codePointBefore(text: string, at: number): string {
  const low = /[\uDC00-\uDFFF]/.test(text[at - 1] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 2] ?? '');
  return text.slice(at - (low ? 2 : 1), at);
}

interface Marked {
  readonly token: Token;
  readonly mark: Mark;
}

/** Marks pair with others in the same link, span or strikeout. */
function pairMarks(state: StateInline): void {
  const open: Marked[][] = [[]];
  for (const token of state.tokens) {
    const { mark } = metaOf(token);
    if (token.nesting < 0) pair(open.pop() ?? []);
    if (token.nesting > 0) open.push([]);
    else if (mark !== undefined && token.type === 'text') open.at(-1)?.push({ token, mark });
  }
  for (const marks of open) pair(marks);
}

/** What was opened: with how many marks, and which tokens they are. */
interface Opened {
  readonly count: 1 | 2 | 3;
  readonly character: Mark['character'];
  readonly tokens: readonly Token[];
}

/** Pandoc's reader, without its recursion: the innermost that is open decides what the next mark means. */
function pair(marks: readonly Marked[]): void {
  const opened: Opened[] = [];
  const take = (at: number, count: number): readonly Token[] => marks.slice(at, at + count).map(({ token }) => token);
  for (let at = 0; at < marks.length; ) {
    const { character, left, beforeSpace, inWord } = (marks[at] as Marked).mark;
    const inner = opened.at(-1);
    const closes = (count: number, from = at): boolean => {
      const first = marks[from]?.mark;
      const last = marks[from + count - 1]?.mark;
      return first !== undefined && first.left >= count && first.character === inner?.character && last?.beforeWord === false;
    };
    const closing = inner === undefined ? 0 : closingCount(inner.count, closes, at, left);
    if (inner !== undefined && closing > 0) {
      opened.pop();
      const rest = close(inner, take(at, closing));
      if (rest !== null) opened.push(rest);
      at += closing;
    } else if (inner?.count === 1 && closes(1) && left >= 2) {
      // two marks inside of emphasis by one: strong text in it
      opened.push({ count: 2, character, tokens: take(at, 2) });
      at += 2;
    } else if (inWord) at++;
    else {
      if (!beforeSpace && (left === 1 || left === 2 || left === 3))
        opened.push({ count: left, character, tokens: take(at, left) });
      at += left;
    }
  }
}

/** How many marks close what `count` marks opened; 0 where these do not. */
function closingCount(
  count: Opened['count'],
  closes: (count: number, from?: number) => boolean,
  at: number,
  left: number,
): number {
  if (count === 2) return closes(2) ? 2 : 0;
  if (count === 3) return [3, 2, 1].find((some) => closes(some)) ?? 0;
  // where two marks stand, one closes only if one more follows them
  return closes(1) && (left < 2 || (left > 2 && closes(1, at + 2))) ? 1 : 0;
}

/** Makes tags of marks that fit; what is still open of three, after fewer closed. */
function close({ count, character, tokens }: Opened, closing: readonly Token[]): Opened | null {
  const inner = tokens.slice(count === 3 && closing.length < 3 ? count - closing.length : 0);
  if (count === 3 && closing.length === 3) {
    make('em', inner.slice(2), closing.slice(0, 1));
    make('strong', inner.slice(0, 2), closing.slice(1));
    return null;
  }
  make(closing.length === 2 ? 'strong' : 'em', inner, closing);
  if (count < 3) return null;
  const left = count - closing.length === 1 ? 1 : 2;
  return { count: left, character, tokens: tokens.slice(0, left) };
}

/** The tag stands at the innermost mark of each side, as markdown-it has it; the others become nothing. */
function make(tag: 'em' | 'strong', opening: readonly Token[], closing: readonly Token[]): void {
  for (const token of [...opening, ...closing]) token.content = '';
  const markup = tag === 'em' ? '*' : '**';
  const [open, end] = [opening.at(-1), closing[0]];
  if (open) Object.assign(open, { type: `${tag}_open`, tag, nesting: 1, markup });
  if (end) Object.assign(end, { type: `${tag}_close`, tag, nesting: -1, markup });
}
